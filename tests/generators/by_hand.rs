//! `stream!` and `try_stream!` outside a task.

use futures::{FutureExt, StreamExt, future, stream::FusedStream};
use runnable::prelude::*;
use std::{
    cell::Cell,
    num::ParseIntError,
    panic::{AssertUnwindSafe, catch_unwind},
    pin::pin,
};
use tokio::task::yield_now;

async fn all<T>(stream: impl Stream<Item = T>) -> Vec<T> {
    stream.collect().await
}

#[tokio::test]
async fn items_arrive_in_order_and_then_the_stream_ends() {
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
async fn nothing_runs_before_the_stream_is_polled() {
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
async fn a_stream_without_items_has_the_expected_type() {
    fn none() -> impl Stream<Item = String> {
        stream! {}
    }
    assert!(all(none()).await.is_empty());
}

#[tokio::test]
async fn items_may_borrow_from_the_surroundings() {
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
async fn a_return_ends_the_stream() {
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
async fn a_nested_stream_has_its_own_items() {
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
async fn a_yield_may_be_inside_a_macro() {
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
async fn a_yield_without_a_value_yields_a_unit() {
    let units = stream! {
        yield;
        yield;
    };
    assert_eq!(all(units).await, [(), ()]);
}

#[tokio::test]
async fn a_question_mark_ends_the_stream_with_the_error() {
    fn numbers(text: &str) -> impl Stream<Item = Result<u32, ParseIntError>> {
        try_stream! {
            for word in text.split(' ') {
                if word == "end" {
                    return;
                }
                // A `?` in a closure returns from the closure, a `?` in a macro ends the stream.
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
async fn an_error_is_converted_to_the_error_type_of_the_stream() {
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
async fn a_stream_of_results_owns_its_captures() {
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
                    // A `return` in a closure returns from the closure.
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
async fn a_for_await_accepts_the_patterns_of_a_for() {
    let stream = stream! {
        for await Ok(n) | Err(n) in futures::stream::iter([Ok(1), Err(2)]) {
            yield n;
        }
    };
    assert_eq!(all(stream).await, [1, 2]);
}

#[tokio::test]
async fn a_blanket_trait_with_the_same_methods_does_not_interfere() {
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
fn a_stream_ends_after_a_panic() {
    let mut stream = pin!(stream! {
        yield 1;
        panic!("on purpose");
    });
    assert_eq!(stream.next().now_or_never(), Some(Some(1)));
    let panic = catch_unwind(AssertUnwindSafe(|| stream.next().now_or_never())).expect_err("it panics");
    assert_eq!(panic.downcast_ref(), Some(&"on purpose"));
    assert_eq!(stream.next().now_or_never(), Some(None));
    // Another stream on this thread is not affected.
    assert_eq!(pin!(stream! { yield 2; }).next().now_or_never(), Some(Some(2)));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_stream_of_items_that_are_not_sync_moves_between_threads() {
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
