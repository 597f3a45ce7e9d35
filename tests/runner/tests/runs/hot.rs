//! Recorded work that is always ready. On the real clock: a paused clock advances only while nothing is ready.

use super::*;
use runnable::{ErrorKind, store::RunStatus};
use std::time::Duration;
use tokio::time::{sleep, timeout};

#[derive(Debug, Clone, TaskEvent)]
enum Tick {
    At { n: u64 },
    Done { n: u64 },
}

#[task(returns = [n], timeout = "200ms")]
async fn emits(events: Emitter<Tick>) -> u64 {
    emit_forever(&events).await
}

#[task(returns = [n], timeout = "200ms", spawn)]
async fn emits_elsewhere(events: Emitter<Tick>) -> u64 {
    emit_forever(&events).await
}

#[task(returns = [n], timeout = "200ms")]
fn yields() -> impl Stream<Item = Tick> {
    stream! {
        let mut n = 0;
        while n < u64::MAX {
            n += 1;
            yield Tick::At { n };
        }
        yield Tick::Done { n };
    }
}

#[task(returns = [n])]
async fn untimed(events: Emitter<Tick>) -> u64 {
    emit_forever(&events).await
}

async fn emit_forever(events: &Emitter<Tick>) -> u64 {
    let mut n = 0;
    while n < u64::MAX {
        n += 1;
        events.emit(Tick::At { n }).await;
    }
    n
}

#[task(returns = [m])]
async fn breaks() -> Result<u64, String> {
    sleep(Duration::from_millis(100)).await;
    Err("broken".to_owned())
}

pipeline! {
    fn emitting() -> [n] { emits }
}
pipeline! {
    fn emitting_elsewhere() -> [n] { emits_elsewhere }
}
pipeline! {
    fn yielding() -> [n] { yields }
}
pipeline! {
    fn beside() -> [n, m] { parallel { untimed, breaks } }
}

async fn soon<T>(work: impl Future<Output = T>) -> T {
    timeout(Duration::from_secs(20), work).await.expect("nothing was seen for 20 seconds")
}

/// Checks the kind of failure of three recorded runs, and that it is recorded.
macro_rules! ends {
    ($runner:ident, $pipeline:ident, $kind:expr) => {
        let name = unique(stringify!($pipeline));
        let error = soon($runner.run($pipeline()).run_id(&*name)).await.expect_err("it ends");
        assert_eq!(error.kind(), $kind, "{error:#}");
        assert_eq!(record(&$runner, &name).await.status, RunStatus::Failed);
    };
}

async fn every_recorded_run_ends() {
    let runner = runner().await;
    ends!(runner, emitting, ErrorKind::TimedOut);
    ends!(runner, emitting_elsewhere, ErrorKind::TimedOut);
    ends!(runner, yielding, ErrorKind::TimedOut);
    ends!(runner, beside, ErrorKind::Failed);
}

#[tokio::test]
async fn timeouts_and_failures_end_recorded_work_that_is_always_ready() {
    every_recorded_run_ends().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn they_do_so_on_several_threads() {
    every_recorded_run_ends().await;
}
