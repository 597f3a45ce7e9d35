//! `stream!` and `try_stream!`, by hand and in a task.

use futures::{FutureExt, future, stream::FusedStream};
use runnable::prelude::*;
use std::{
    cell::Cell,
    num::ParseIntError,
    panic::{AssertUnwindSafe, catch_unwind},
    pin::pin,
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering::Relaxed},
    },
    time::Duration,
};
use tokio::{sync::Notify, task::yield_now, time::sleep};

/// Enough for a step and its reader to be known as quick.
const MANY: usize = 1000;

type Count = Arc<AtomicUsize>;

async fn all<T>(stream: impl Stream<Item = T>) -> Vec<T> {
    stream.collect().await
}

#[tokio::test]
async fn items_come_in_order_and_then_nothing() {
    let stream = stream! {
        for n in 0..3 {
            yield n;
        }
        yield 10;
    };
    let mut stream = pin!(stream);
    assert_eq!(stream.by_ref().collect::<Vec<_>>().await, [0, 1, 2, 10]);
    assert!(stream.is_terminated());
    assert_eq!(stream.size_hint(), (0, Some(0)));
    assert_eq!(stream.next().await, None);
}

#[tokio::test]
async fn nothing_runs_before_it_is_wanted() {
    let reached = &Cell::new(0);
    let mut stream = pin!(stream! {
        reached.set(1);
        yield ();
        reached.set(2);
        yield ();
        reached.set(3);
    });
    assert_eq!(reached.get(), 0);
    stream.next().await;
    assert_eq!(reached.get(), 1);
    stream.next().await;
    assert_eq!(reached.get(), 2);
    assert!(!stream.is_terminated());
    stream.next().await;
    assert_eq!(reached.get(), 3);
}

#[tokio::test]
async fn a_stream_without_items_has_the_type_that_is_wanted() {
    fn none() -> impl Stream<Item = String> {
        stream! {}
    }
    assert!(all(none()).await.is_empty());
}

#[tokio::test]
async fn items_may_borrow() {
    fn words(text: &str) -> impl Stream<Item = &str> {
        stream! {
            for word in text.split(' ') {
                yield word;
            }
        }
    }
    let text = String::from("one two");
    assert_eq!(all(words(&text)).await, ["one", "two"]);
}

#[tokio::test]
async fn a_return_ends_it() {
    fn up_to(end: u32) -> impl Stream<Item = u32> {
        stream! {
            for n in 0.. {
                if n == end {
                    return;
                }
                yield n;
            }
        }
    }
    assert_eq!(all(up_to(2)).await, [0, 1]);
}

#[tokio::test]
async fn a_stream_in_a_stream_has_its_own_items() {
    let outer = stream! {
        let inner = stream! {
            for n in 0..3 {
                yield n;
            }
        };
        for await n in inner {
            yield n * 10;
        }
        let mut last = pin!(stream! { yield 1; });
        while let Some(n) = last.next().await {
            yield n;
        }
    };
    assert_eq!(all(outer).await, [0, 10, 20, 1]);
}

#[tokio::test]
async fn a_labelled_for_await_breaks_and_continues() {
    let stream = stream! {
        'outer: for await n in futures::stream::iter(0..) {
            for await m in futures::stream::iter(0..n) {
                if m == 2 {
                    continue 'outer;
                }
                if n == 4 {
                    break 'outer;
                }
                yield (n, m);
            }
        }
    };
    assert_eq!(all(stream).await, [(1, 0), (2, 0), (2, 1), (3, 0), (3, 1)]);
}

#[tokio::test]
async fn a_yield_may_stand_in_a_macro() {
    let stream = stream! {
        tokio::select! {
            biased;
            () = future::ready(()) => yield 1,
            else => yield 2,
        }
    };
    assert_eq!(all(stream).await, [1]);
}

#[tokio::test]
async fn a_yield_without_a_value_gives_a_unit() {
    let units = stream! {
        yield;
        yield;
    };
    assert_eq!(all(units).await, [(), ()]);
}

#[tokio::test]
async fn a_question_mark_ends_it_with_the_error() {
    fn numbers(text: &str) -> impl Stream<Item = Result<u32, ParseIntError>> {
        try_stream! {
            for word in text.split(' ') {
                if word == "end" {
                    return;
                }
                // A `?` in a closure is the closure's, one in a macro the stream's.
                let parse = || -> Result<u32, ParseIntError> { Ok(word.parse::<u32>()?.min(99)) };
                assert!(word.parse::<u32>()? < 100);
                yield parse()?;
            }
        }
    }
    assert_eq!(all(numbers("1 2")).await, [Ok(1), Ok(2)]);
    assert_eq!(all(numbers("1 end 2")).await, [Ok(1)]);
    let failed = all(numbers("1 two 3")).await;
    assert_eq!(failed[0], Ok(1));
    assert!(failed[1].is_err() && failed.len() == 2);
}

#[tokio::test]
async fn an_error_becomes_that_of_the_stream() {
    fn failing() -> impl Stream<Item = Result<(), runnable::BoxError>> {
        try_stream! {
            yield ();
            "two".parse::<u32>()?;
        }
    }
    let items = all(failing()).await;
    assert!(items[0].is_ok());
    assert!(items[1].as_ref().is_err_and(|error| error.is::<ParseIntError>()));
}

#[tokio::test]
async fn a_stream_of_results_owns_what_it_uses() {
    fn of(f: Box<dyn Fn(u32) -> u32 + Send>) -> impl Stream<Item = Result<u32, ()>> + Send {
        try_stream! {
            for n in 0..2 {
                yield f(n);
            }
        }
    }
    assert_eq!(all(of(Box::new(|n| n + 1))).await, [Ok(1), Ok(2)]);
}

#[tokio::test]
async fn a_return_in_a_macro_ends_a_stream_of_results() {
    fn first(made: impl Fn() -> u32) -> impl Stream<Item = Result<u32, ()>> {
        try_stream! {
            yield 1;
            tokio::select! {
                biased;
                () = future::ready(()) => {
                    // One in a closure is the closure's.
                    [1, 2].iter().for_each(|n| {
                        if *n == 1 {
                            return;
                        }
                        assert_eq!(*n, 2);
                    });
                    if made() == 1 {
                        return;
                    }
                }
            }
            yield 2;
        }
    }
    assert_eq!(all(first(|| 1)).await, [Ok(1)]);
}

#[tokio::test]
async fn a_for_await_takes_the_patterns_of_a_for() {
    let stream = stream! {
        for await Ok(n) | Err(n) in futures::stream::iter([Ok(1), Err(2)]) {
            yield n;
        }
    };
    assert_eq!(all(stream).await, [1, 2]);
}

#[tokio::test]
async fn a_trait_for_every_type_does_not_take_its_place() {
    #[allow(dead_code, clippy::wrong_self_convention, reason = "nothing is to call it")]
    trait Everything: Sized {
        fn send(self, _: u32) -> future::Ready<()> {
            unreachable!()
        }
        fn as_mut(self) {
            unreachable!()
        }
    }
    impl<T> Everything for T {}
    let stream = stream! {
        for await n in futures::stream::iter([1]) {
            yield n;
        }
    };
    assert_eq!(all(stream).await, [1]);
}

#[test]
fn after_a_panic_it_has_ended() {
    let mut stream = pin!(stream! {
        yield 1;
        panic!("on purpose");
    });
    assert_eq!(stream.next().now_or_never(), Some(Some(1)));
    let panic = catch_unwind(AssertUnwindSafe(|| stream.next().now_or_never())).expect_err("it panics");
    assert_eq!(panic.downcast_ref(), Some(&"on purpose"));
    assert_eq!(stream.next().now_or_never(), Some(None));
    // Another one on this thread is not disturbed.
    assert_eq!(pin!(stream! { yield 2; }).next().now_or_never(), Some(Some(2)));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn it_may_move_between_threads_with_items_that_are_not_sync() {
    let mut stream = Box::pin(stream! {
        for n in 0..100 {
            yield Cell::new(n);
            yield_now().await;
        }
    });
    for n in 0..100 {
        let task = tokio::spawn(async move {
            let item = stream.next().await;
            (stream, item.map(Cell::into_inner))
        });
        let item;
        (stream, item) = task.await.expect("no panic");
        assert_eq!(item, Some(n));
    }
}

#[derive(Debug, Clone, PartialEq, TaskEvent)]
enum Tick {
    At { n: usize },
    Done { last: usize },
}

#[task(returns = [last])]
fn ticks(made: Count) -> impl Stream<Item = Tick> {
    stream! {
        for n in 0..MANY {
            made.fetch_add(1, Relaxed);
            yield Tick::At { n };
        }
        yield Tick::Done { last: MANY };
    }
}

#[tokio::test]
async fn a_quick_task_makes_several_in_one_go_and_stays_within_the_room() {
    let made = Count::default();
    let mut run = Ticks { made: made.clone() }.execute_streaming();
    let (mut read, mut ahead) = (0, 0);
    while let Some(event) = run.next().await {
        if let Some(Tick::At { n }) = event.data() {
            assert_eq!(*n, read);
            read += 1;
            ahead = ahead.max(made.load(Relaxed) - read);
        }
    }
    assert_eq!(read, MANY);
    assert!((1..=32).contains(&ahead), "{ahead} were made ahead");
}

#[task(returns = [last])]
fn first_ticks(made: Count, wanted: usize) -> impl Stream<Item = Tick> {
    ticks(made).take(wanted).chain(stream! { yield Tick::Done { last: wanted }; })
}

#[tokio::test]
async fn a_stream_in_an_adapter_makes_no_more_than_that_wants() {
    for wanted in [1, MANY / 2] {
        let made = Count::default();
        let output = FirstTicks { made: made.clone(), wanted }.execute_streaming().output().await;
        assert_eq!(output.expect("it succeeds").last, wanted);
        assert_eq!(made.load(Relaxed), wanted);
        let made = Count::default();
        FirstTicks { made: made.clone(), wanted }.execute().await.expect("it succeeds");
        assert_eq!(made.load(Relaxed), wanted);
    }
}

#[task(returns = [last])]
fn breaks(after: usize) -> impl Stream<Item = Tick> {
    stream! {
        for n in 0..after {
            yield Tick::At { n };
        }
        assert!(after == 0, "on purpose");
        yield Tick::Done { last: 0 };
    }
}

#[tokio::test]
async fn what_a_task_made_before_it_panicked_is_read() {
    for after in [1, 2, 17, MANY, MANY + 7] {
        let mut run = Breaks { after }.execute_streaming();
        let mut read = 0;
        while let Some(event) = run.next().await {
            read += usize::from(matches!(event.data(), Some(Tick::At { .. })));
        }
        assert_eq!(read, after);
        let error = run.output().await.expect_err("it panicked");
        assert_eq!(error.kind(), runnable::ErrorKind::Panicked);
    }
}

#[task(returns = [last])]
fn fails_and_goes_on(after: Count) -> impl Stream<Item = Result<Tick, &'static str>> {
    stream! {
        for n in 0..MANY {
            yield Ok(Tick::At { n });
        }
        yield Err("on purpose");
        after.fetch_add(1, Relaxed);
        yield Ok(Tick::Done { last: 0 });
    }
}

#[tokio::test]
async fn nothing_runs_after_the_error_that_fails_the_step() {
    let after = Count::default();
    FailsAndGoesOn { after: after.clone() }.execute().await.expect_err("it fails");
    FailsAndGoesOn { after: after.clone() }.execute_streaming().output().await.expect_err("it fails");
    assert_eq!(after.load(Relaxed), 0);
}

/// Quick at first; then each item waits for its reader.
#[task(returns = [last])]
fn waits(seen: Arc<Notify>) -> impl Stream<Item = Tick> {
    stream! {
        for n in 0..MANY {
            yield Tick::At { n };
        }
        for n in MANY..MANY + 100 {
            yield Tick::At { n };
            seen.notified().await;
        }
        yield Tick::Done { last: MANY };
    }
}

#[tokio::test]
async fn an_item_is_read_before_the_task_waits_for_something() {
    let seen = Arc::new(Notify::new());
    let mut run = Waits { seen: seen.clone() }.execute_streaming();
    let mut read = 0;
    while let Some(event) = run.next().await {
        if let Some(Tick::At { n }) = event.data() {
            read += 1;
            if *n >= MANY {
                seen.notify_one();
            }
        }
    }
    assert_eq!(read, MANY + 100);
}

#[task(returns = [last])]
fn polite() -> impl Stream<Item = Tick> {
    stream! {
        for n in 0..MANY {
            yield Tick::At { n };
            yield_now().await;
        }
        yield Tick::Done { last: MANY };
    }
}

#[tokio::test]
async fn a_task_that_lets_others_run_does_so_each_time() {
    let turns = Count::default();
    let counted = turns.clone();
    let other = tokio::spawn(async move {
        loop {
            counted.fetch_add(1, Relaxed);
            yield_now().await;
        }
    });
    tokio::spawn(Polite {}.execute()).await.expect("no panic").expect("it succeeds");
    assert!(turns.load(Relaxed) >= MANY - 1, "{turns:?}");
    other.abort();
}

/// A run inside a step, which runs ahead by itself.
#[task(returns = [last])]
fn nested(made: Count) -> impl Stream<Item = Tick> {
    stream! {
        let mut inner = Ticks { made }.execute_streaming();
        let mut own = pin!(stream! {
            for n in 0..MANY {
                yield n;
            }
        });
        while let Some(event) = inner.next().await {
            if let Some(Some(tick @ Tick::At { .. })) = Some(event.into_data()) {
                assert_eq!(own.next().await.map(|n| Tick::At { n }), Some(tick.clone()));
                yield tick;
            }
        }
        yield Tick::Done { last: MANY };
    }
}

#[tokio::test]
async fn a_run_in_a_step_keeps_its_events_apart() {
    let run = Nested { made: Count::default() }.execute_streaming();
    let read: Vec<_> = run.filter_map(async |event| event.into_data()).collect().await;
    let expected = (0..MANY).map(|n| Tick::At { n }).chain([Tick::Done { last: MANY }]);
    assert!(read.into_iter().eq(expected));
}

#[task(returns = [last], idle_timeout = "50ms")]
fn never_silent_for_long() -> impl Stream<Item = Tick> {
    stream! {
        yield Tick::At { n: 0 };
        sleep(Duration::from_millis(10)).await;
        yield Tick::Done { last: 1 };
    }
}

#[tokio::test(start_paused = true)]
async fn a_slow_reader_is_not_the_silence_of_the_stream() {
    let mut run = NeverSilentForLong {}.execute_streaming();
    while run.next().await.is_some() {
        sleep(Duration::from_millis(100)).await;
    }
    assert_eq!(run.output().await.expect("it succeeds").last, 1);
}
