//! Values that are recorded read back the same, or fail at once and by name.

mod forms;
mod shapes;

use runnable::runner::Runner;

/// Returns a runner that records in memory.
async fn runner(verify: bool) -> Runner {
    Runner::builder().run_log("memory:").verify(verify).build().await.expect("a runner")
}
