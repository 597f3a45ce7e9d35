//! Spans of `tracing`: one per run, and one per step.

use crate::id::{Origin, RunId};
use tracing::{Level, Span, level_filters::LevelFilter};

/// Returns whether spans may be enabled. Checked before anything is allocated for them.
#[inline]
pub(crate) fn traced() -> bool {
    LevelFilter::current() >= Level::INFO
}

/// Returns the span of a run.
pub(crate) fn run_span(pipeline: &str, id: &RunId) -> Span {
    tracing::info_span!("run", pipeline, run_id = %id)
}

/// Returns the span of a step, within the span of its run.
pub(crate) fn step_span(origin: &Origin) -> Span {
    tracing::info_span!("step", path = %origin)
}
