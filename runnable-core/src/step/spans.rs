//! The spans of `tracing`: one per run, and one per step.

use crate::id::{Origin, RunId};
use tracing::{Level, Span, level_filters::LevelFilter};

/// Whether anybody may want spans. Asked before anything is made for them.
#[inline]
pub(crate) fn traced() -> bool {
    LevelFilter::current() >= Level::INFO
}

/// The span of a run.
pub(crate) fn run_span(pipeline: &str, id: &RunId) -> Span {
    tracing::info_span!("run", pipeline, run_id = %id)
}

/// The span of a step, in that of its run.
pub(crate) fn step_span(origin: &Origin) -> Span {
    tracing::info_span!("step", path = %origin)
}
