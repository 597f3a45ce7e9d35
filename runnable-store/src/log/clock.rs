//! A paused clock: tests pause tokio's clock, and time must not pass there while a database works.

use tokio::{runtime::Handle, sync::oneshot, task, time::Instant};

/// Awaits an operation of a database.
///
/// A paused clock jumps to the next timer as soon as the runtime has nothing to do, and a database works outside the runtime: the
/// timeouts of its driver and of the caller would expire at once. While blocking work runs, the clock stands still.
pub(super) async fn undisturbed<T>(operation: impl Future<Output = T>) -> T {
    let _still = is_paused().then(|| {
        let (still, done) = oneshot::channel::<()>();
        // Ends when the sender is dropped.
        task::spawn_blocking(move || done.blocking_recv());
        still
    });
    operation.await
}

/// Returns whether tokio's clock stands still.
fn is_paused() -> bool {
    if Handle::try_current().is_err() {
        return false;
    }
    let (before, real) = (Instant::now(), std::time::Instant::now());
    // The resolution of the real clock, some ten nanoseconds.
    while std::time::Instant::now() == real {}
    Instant::now() == before
}
