#![doc = include_str!("docs/crate.md")]

extern crate self as runnable;

pub mod guide;

pub use runnable_core::{
    Attempt, BoxError, Cancel, Cancellation, DeclaredMeaning, DynEvent, Emit, Emitter, Error, ErrorKind, Event,
    EventId, EventMeaning, Execute, Flat, FromRun, Graph, Inline, Kind, Lifecycle, Node, Outcome, ParseStepPathError,
    Payload, Result, Run, RunData, RunId, Segment, StepContext, StepPath, Turns, WireEvent,
};
#[doc(inline)]
#[doc = include_str!("docs/task.md")]
pub use runnable_macros::task;

pub use runnable_core::TaskEvent;
#[doc(inline)]
#[doc = include_str!("docs/task_event.md")]
pub use runnable_macros::TaskEvent;

/// Describes the shape of a pipeline without running it; see [`Graph`].
pub mod graph {
    pub use runnable_core::graph::{Edge, EdgeKind, Graph, Node, NodeKind};
}

#[doc = include_str!("docs/stream.md")]
#[macro_export]
macro_rules! stream {
    ($($tokens:tt)*) => { $crate::__private::generator! { [$crate] $($tokens)* } };
}

#[doc = include_str!("docs/try_stream.md")]
#[macro_export]
macro_rules! try_stream {
    ($($tokens:tt)*) => { $crate::__private::try_generator! { [$crate] $($tokens)* } };
}

#[cfg(feature = "test")]
pub use runnable_core::test;
#[cfg(feature = "runner")]
pub use runnable_runner::{self as runner, code_identity};
#[cfg(feature = "runner")]
pub use runnable_store as store;

/// Re-exports the items that nearly every program uses.
///
/// ```
/// use runnable::prelude::*;
/// ```
pub mod prelude {
    #[cfg(feature = "files")]
    pub use crate::store::catalog::Catalog;
    pub use crate::{
        Cancellation, DynEvent, Emitter, FromRun, Lifecycle, Node, Run, RunId, TaskEvent, pipeline,
        runnable_prelude_must_be_imported, stream, task, try_stream,
    };
    #[cfg(feature = "runner")]
    pub use crate::{runner::Runner, store::secrets::Secret};
    pub use futures_core::Stream;
}

#[doc = include_str!("docs/pipeline.md")]
#[macro_export]
macro_rules! pipeline {
    ($($tokens:tt)*) => { $crate::__private::pipeline_collect! { [$crate] $($tokens)* } };
}

/// Lets `#[task]` and `derive(TaskEvent)` find this crate if it is not a direct dependency.
#[doc(hidden)]
#[macro_export]
macro_rules! runnable_prelude_must_be_imported {
    (@task [] [$($item:tt)*]) => { #[$crate::task(crate = $crate)] $($item)* };
    (@task [$($args:tt)+] [$($item:tt)*]) => { #[$crate::task($($args)+ , crate = $crate)] $($item)* };
    (@event [$($item:tt)*]) => { $crate::__private::derive_task_event! { [$crate] $($item)* } };
}

/// Expands to nothing if tasks can store and read files.
#[cfg(feature = "files")]
#[doc(hidden)]
#[macro_export]
macro_rules! __files {
    () => {};
}

/// Reports a task with `get` or `put`, which would do nothing.
#[cfg(not(feature = "files"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __files {
    () => {
        ::core::compile_error! {
            "`get` and `put` need the feature `files` of `runnable`\n\
help: write `runnable = { version = \"..\", features = [\"files\"] }` in `Cargo.toml`"
        }
    };
}

/// Items that expansions use. Not covered by semantic versioning.
#[doc(hidden)]
pub mod __private {
    pub use runnable_core::__private::*;
    pub use runnable_macros::{derive_task_event, generator, items, pipeline_collect, pipeline_lower, try_generator};
}

/// Compiles and runs the programs of the README.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
