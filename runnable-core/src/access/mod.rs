//! Values that a step takes from its run: emitters, ids, attempts and cancellation.

mod attempts;
mod emitter;
mod ending;
mod failure;
mod from_run;
mod owned;

pub use emitter::{Emit, Emitter};
pub(crate) use emitter::{Sink, end_step};
pub(crate) use ending::{EndingTasks, discard, discard_output, discard_pinned};
pub use from_run::{Attempt, Cancellation, FromRun, StepContext};
pub(crate) use from_run::{Placed, StepSource};
pub(crate) use owned::{Close, OwnedBySteps};
