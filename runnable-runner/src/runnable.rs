//! The traits of what a runner can run.

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
    label = "needs a pipeline or a task with its inputs",
    note = "write `runner.run(all(text))` or `runner.resume::<All>(id)` for a pipeline `all`, and `runner.run(Load {{ path }})` for \
            a task `load`; an async function becomes a task through `#[task]`, and a `pipeline!` without a name becomes a \
            pipeline through `fn`"
)]
pub trait Runnable: FromParameters<Itself = Self> + IntoParameters + Recorded<Data: WireEvent> {
    #[doc(hidden)]
    type Checked;
}

// All bounds but the first are on the projection, which does not exist for a type that is not a node: one error, not three.
impl<P: FromParameters<Itself = P>> Runnable for P
where
    P::Itself: IntoParameters + Recorded<Data: WireEvent>,
{
    type Checked = P;
}

/// A [`Runnable`], as the bound of methods that return a future.
///
/// The compiler proves the bounds of such a method again in each place where it meets the future, and reports those that do
/// not hold in each. A projection is computed once, so an error in it is reported once.
#[diagnostic::on_unimplemented(
    message = "a runner cannot run `{Self}`",
    label = "needs a pipeline or a task with its inputs",
    note = "write `runner.run(all(text))` or `runner.resume::<All>(id)` for a pipeline `all`, and `runner.run(Load {{ path }})` for \
            a task `load`; an async function becomes a task through `#[task]`, and a `pipeline!` without a name becomes a \
            pipeline through `fn`"
)]
pub trait Start: Resolve<Pipeline: Runnable<Checked: Sized>> {}

impl<P: Resolve<Pipeline: Runnable<Checked: Sized>>> Start for P {}

/// Names a node through a projection.
#[diagnostic::on_unimplemented(
    message = "a runner cannot run `{Self}`",
    label = "needs a pipeline or a task with its inputs",
    note = "write `runner.run(all(text))` or `runner.resume::<All>(id)` for a pipeline `all`, and `runner.run(Load {{ path }})` for \
            a task `load`; an async function becomes a task through `#[task]`, and a `pipeline!` without a name becomes a \
            pipeline through `fn`"
)]
pub trait Resolve: Sized {
    /// The node.
    type Pipeline;

    /// Returns the node.
    fn pipeline(self) -> Self::Pipeline;
}

#[diagnostic::do_not_recommend]
impl<P: FromParameters<Itself = P>> Resolve for P {
    type Pipeline = P::Itself;

    fn pipeline(self) -> P {
        self
    }
}
