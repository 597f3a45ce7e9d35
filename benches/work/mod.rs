//! The workloads of all targets, each by hand (the limit) and with this crate.
#![allow(dead_code, reason = "no target measures everything")]
#![allow(clippy::unused_async, reason = "every workload is an async function")]
#![allow(missing_docs, unreachable_pub, reason = "a pipeline's structs are written by the macro")]

pub mod branches;
pub mod control;
pub mod events;
mod names;
pub mod policies;
pub mod program;
pub mod report;
pub mod start_up;
pub mod steps;
pub mod wire;

pub(crate) use names::{chain, names};
use runnable::prelude::*;
use std::hint::black_box;
use tokio::runtime::{Builder, Runtime};

/// The smallest step that the compiler cannot optimize away.
#[task(returns = [n])]
pub async fn inc(n: u64) -> u64 {
    black_box(n) + 1
}

/// Creates the runtime of every measurement: one thread, with timers.
pub fn runtime() -> Runtime {
    Builder::new_current_thread().enable_all().build().expect("a runtime")
}

/// Repeats a workload in a task, where futures are usually polled and a wake-up needs no system
/// call.
pub fn repeat<F>(runtime: &Runtime, times: u32, work: impl Fn() -> F + Send + 'static)
where
    F: Future<Output = ()> + Send + 'static,
{
    let all = runtime.spawn(async move {
        for _ in 0..times {
            work().await;
        }
    });
    runtime.block_on(all).expect("a workload does not panic");
}

/// Reads all events of a run.
pub async fn read<D, O, F>(mut run: runnable::Run<D, O, F>)
where
    D: runnable::RunData,
    F: Future<Output = runnable::Result<O>>,
{
    while let Some(event) = run.next().await {
        black_box(event.data());
    }
}
