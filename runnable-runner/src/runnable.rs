//! The trait of what a runner can run.

use runnable_core::{
    WireEvent,
    input::FromParameters,
    recording::{IntoParameters, Recorded},
};

/// A pipeline or task that a [`Runner`](crate::Runner) can run.
///
/// Every pipeline and task implements this trait if its parameters, except those with `#[resource]`, and its returns
/// implement `Serialize` and `DeserializeOwned`, also in its steps, and if its events implement `Serialize`.
///
/// This trait is sealed: the macros implement it.
#[diagnostic::on_unimplemented(
    message = "a runner cannot run `{Self}`",
    note = "a runner runs a pipeline or a task with its inputs: `runner.run(all(text))`, or `runner.run(Load {{ path }})` for a task `load`"
)]
pub trait Runnable: FromParameters + IntoParameters + Recorded<Data: WireEvent> {}

impl<P: FromParameters + IntoParameters + Recorded<Data: WireEvent>> Runnable for P {}
