//! The message for a pipeline that is awaited. `Future` and `IntoFuture` are not ours to annotate, and a real implementation
//! would have to name the future of the steps.

use std::marker::PhantomData;

/// A pipeline in the place of a future.
#[derive(Debug)]
pub struct NotExecuted<N>(PhantomData<N>);

/// Holds for no pipeline.
#[diagnostic::on_unimplemented(
    message = "`{N}` is a pipeline, and not a future",
    label = "write `.execute()` before it is awaited",
    note = "a pipeline does nothing until it is executed: write `all(..).execute().await`, or `all(..).execute_streaming()` for its \
            events"
)]
pub trait Executed<'r, N> {}
