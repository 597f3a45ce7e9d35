//! Spans of `tracing`: one per run, and one per step.
//!
//! Their fields have the names that OpenTelemetry gives them, so that a layer for it needs no mapping.

use crate::id::{Error, ErrorKind, Origin, RunId};
use tracing::{Level, Span, field::Empty, level_filters::LevelFilter};

/// Returns whether spans may be enabled. Checked before anything is allocated for them.
#[inline]
pub(crate) fn traced() -> bool {
    LevelFilter::current() >= Level::INFO
}

/// Returns the span of a run.
pub(crate) fn run_span(pipeline: &str, id: &RunId) -> Span {
    tracing::info_span!(
        "run",
        "otel.name" = pipeline,
        "runnable.pipeline" = pipeline,
        "runnable.run.id" = %id,
        "error.type" = Empty,
        "otel.status_code" = Empty,
    )
}

/// Returns the span of a step, within the span of its run. Its name has no numbers of items, so that spans can be grouped by it.
pub(crate) fn step_span(origin: &Origin) -> Span {
    let mut name = "";
    origin.visit(|segment| name = segment.name());
    tracing::info_span!(
        "step",
        "otel.name" = name,
        "runnable.step.path" = %origin,
        "error.type" = Empty,
        "otel.status_code" = Empty,
    )
}

/// Records the failure of a run or a step in its span. A cancellation is not an error.
#[cold]
pub(crate) fn record_failure(span: &Span, error: &Error) {
    span.record("error.type", error.kind().code());
    if error.kind() != ErrorKind::Cancelled {
        span.record("otel.status_code", "ERROR");
    }
}
