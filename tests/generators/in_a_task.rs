//! `stream!` in a task: it runs ahead of its reader, but never too far.

use futures::StreamExt;
use runnable::prelude::*;
use std::{
    pin::pin,
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering::Relaxed},
    },
    time::Duration,
};
use tokio::{sync::Notify, task::yield_now, time::sleep};

/// Enough items for a step and its reader to count as quick.
const MANY: usize = 1000;

type Count = Arc<AtomicUsize>;

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
async fn a_quick_task_runs_ahead_within_the_capacity() {
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
async fn a_stream_in_an_adapter_makes_no_more_items_than_the_adapter_takes() {
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
async fn items_made_before_a_panic_are_read() {
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
fn fails_and_continues(after: Count) -> impl Stream<Item = Result<Tick, &'static str>> {
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
    FailsAndContinues { after: after.clone() }.execute().await.expect_err("it fails");
    FailsAndContinues { after: after.clone() }.execute_streaming().output().await.expect_err("it fails");
    assert_eq!(after.load(Relaxed), 0);
}

/// A stream that is quick at first and then waits for its reader with each item.
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
async fn an_item_is_read_before_the_task_waits() {
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
async fn a_task_that_yields_to_others_does_so_each_time() {
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

/// A step that contains a run, which runs ahead independently.
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
async fn events_of_a_run_in_a_step_stay_separate() {
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
async fn a_slow_reader_does_not_trigger_the_idle_timeout() {
    let mut run = NeverSilentForLong {}.execute_streaming();
    while run.next().await.is_some() {
        sleep(Duration::from_millis(100)).await;
    }
    assert_eq!(run.output().await.expect("it succeeds").last, 1);
}
