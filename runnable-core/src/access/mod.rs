//! What a step may ask of its run.

mod emitter;
mod from_run;

pub use emitter::{Emit, Emitter};
pub(crate) use emitter::{Sink, StepSink};
pub(crate) use from_run::Cancellations;
pub use from_run::{Attempt, Cancellation, FromRun, StepContext, from_run_result};
