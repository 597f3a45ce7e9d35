//! Two chat pages in front of the same pipeline: `useChat` of the AI SDK, and assistant-ui over AG-UI.

mod assistant;
mod pages;

pub use assistant::Assistant;
use axum::Router;
use runnable::runner::Runner;
use runnable_http::{ServiceHandle, service};
use std::{path::PathBuf, time::Duration};

/// The time that answers have to end when the server stops. Those that take longer continue with its next start.
const DRAIN: Duration = Duration::from_secs(2);

/// Returns the pages and the agent behind them. The runner has the model and a run log, and `npm run build` has written
/// `scripts`.
pub fn app(runner: Runner, scripts: PathBuf) -> (Router, ServiceHandle) {
    // A restart does not lose an answer: it continues, and its page reads it.
    let (agent, handle) = service(runner).agent::<Assistant>().resume_interrupted().drain(DRAIN).into_router();
    (pages::router(scripts).merge(agent), handle)
}
