//! Runs on an executor without a budget of its own.
use crate::support::*;
use futures::{FutureExt, executor::block_on, future::select, pin_mut};
use runnable::prelude::*;
use std::{future::poll_fn, task::Poll};

/// Ready at the third poll.
async fn polled_thrice() {
    let mut polls = 0;
    poll_fn(|task| {
        polls += 1;
        if polls == 3 {
            return Poll::Ready(());
        }
        task.waker().wake_by_ref();
        Poll::Pending
    })
    .await;
}

/// Returns once the other future has ended.
fn interrupted<T>(work: impl Future<Output = T>) {
    let other = polled_thrice();
    pin_mut!(work, other);
    block_on(select(work, other).map(drop));
}

#[test]
fn a_run_yields_outside_of_tokio() {
    for kind in KINDS.into_iter().filter(|kind| *kind != Kind::Receives) {
        interrupted(Untimed { kind }.execute());
        interrupted(Untimed { kind }.execute_streaming().output());
    }
    interrupted(Yields {}.execute());
    interrupted(Yields {}.execute_streaming().output());
}

#[test]
fn a_run_that_blocks_its_thread_within_another_run_advances() {
    #[task(returns = [n])]
    async fn blocks() -> u64 {
        tokio::task::block_in_place(|| block_on(Counts { to: 1000 }.execute())).unwrap().n
    }

    let runtime = tokio::runtime::Builder::new_multi_thread().build().unwrap();
    assert_eq!(runtime.block_on(Blocks {}.execute()).unwrap().n, 1000);
}

#[task(returns = [n])]
async fn counts(to: u64, events: Emitter<Tick>) -> u64 {
    for n in 0..to {
        events.emit(Tick::At { n }).await;
    }
    to
}
