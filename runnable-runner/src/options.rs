//! The options of a run before it starts.

use crate::{Runner, history::Assumption};
use runnable_core::{
    RunId,
    hooks::{MapStarted, RunPlace},
};
use std::collections::HashMap;

pub(crate) struct Options<P> {
    pub(crate) runner: Runner,
    pub(crate) origin: RunOrigin<P>,
    pub(crate) run_id: Option<RunId>,
    pub(crate) tag: Option<String>,
    /// The place of the run whose step made the request.
    pub(crate) place: Option<RunPlace>,
    /// By the path of the step.
    pub(crate) assumptions: HashMap<String, Assumption>,
    /// An option that cannot be used; the run does not start.
    pub(crate) invalid: Option<String>,
    pub(crate) map_started: Option<MapStarted>,
    /// The parent of the run's span, in another process.
    #[cfg(feature = "opentelemetry")]
    pub(crate) parent: Option<opentelemetry::trace::SpanContext>,
}

/// The source of the input and the history of a run.
pub(crate) enum RunOrigin<P> {
    /// A new run of this pipeline.
    Pipeline(P),
    /// The run with this id.
    Resumed(String),
    /// The part of `run` before the step `at`.
    Forked { run: String, at: String },
}
