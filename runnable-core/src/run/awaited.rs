//! The message for a pipeline that is awaited. `Future` and `IntoFuture` are not ours to annotate, and a real implementation
//! would have to name the future of the steps.

/// Holds for no pipeline: asked of a tuple of the pipeline `N`, since the compiler would explain a bound on `N` itself by `Future`.
#[diagnostic::on_unimplemented(
    message = "`{N}` is a pipeline, and not a future",
    label = "write `.execute()` before it is awaited",
    note = "a pipeline does nothing until it is executed: write `all(..).execute().await`, or `all(..).execute_streaming()` for its \
            events"
)]
pub trait Executed<'r, N> {}
