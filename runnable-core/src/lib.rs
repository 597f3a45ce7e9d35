//! The runtime that the macros of `runnable` expand to: nodes, runs, events, policies.
//!
//! Users depend on the `runnable` crate, which re-exports what is theirs; [`__private`] is for expansions only.

#![allow(clippy::module_inception, reason = "a room is named after its main type")]

mod access;
mod context;
mod event;
mod expand;
#[doc(hidden)]
pub mod hooks;
mod id;
#[cfg(feature = "runner")]
pub mod input;
#[cfg(any(feature = "test", feature = "runner"))]
mod interceptor;
mod queue;
#[cfg(feature = "runner")]
#[doc(hidden)]
pub mod recording;
mod run;
mod step;
#[cfg(feature = "test")]
pub mod test;

pub use access::{Attempt, Cancellation, Emit, Emitter, FromRun, StepContext};
pub use event::{
    DynEvent, Event, EventId, Flat, Kind, Lifecycle, Outcome, Payload, RunData, TaskEvent, Turns, WireEvent,
};
pub use id::{BoxError, Error, ErrorKind, ParseStepPathError, Result, RunId, Segment, StepPath};
pub use run::{Execute, Inline, Node, Run};
pub use runnable_graph::{self as graph, Graph};

/// What expansions call. Not covered by semantic versioning.
#[doc(hidden)]
pub mod __private {
    #[cfg(feature = "schema")]
    pub use crate::input::{Described, EventSchema, InputSchema, Kind, events as event_schema};
    #[cfg(feature = "runner")]
    pub use crate::input::{FromParameters, ParameterInfo, Source as InputSource};
    #[cfg(feature = "runner")]
    pub use crate::recording::{
        Codec, Inputs, IntoParameters, NoCodec, NoText, Recall, Recalled, Recorded, Told, told,
    };
    pub use crate::{__files, __pipeline, __recording, __schema, __step};
    pub use crate::{
        access::{FromRun, StepContext, from_run_result},
        context::{Detached, NoContext, StepCx},
        event::{
            DynFields, Field, Lifecycle, Lift, Never, NoEvents, RunData, Same, TaskEvent, ToOption, Variant, Via,
            WireEvent, dyn_end, field, variant,
        },
        expand::{
            Bound, Expression, Fallible, Item, Keep, KeepNothing, Kept, Name, NoItems, Output, Own, Param, Retried,
            Returns, Sent, Source, ToOwn, ToRef, ToValue, duplicate, loop_value, same_type, take,
        },
        id::{BoxError, Error, Place, Result, Scope},
        run::{Node, inline},
        step::{
            Generator, Repeated, Retry, Yielder, blocking, boxed, drive, fallible, join2, join3, join4, next, spawn,
            timeout, try_drive, yielding,
        },
    };
    #[cfg(any(feature = "test", feature = "runner"))]
    pub use crate::{
        interceptor::{Intercepted, nothing_recorded},
        step::{NothingAround, instead, itself, later},
    };
    pub use runnable_graph::__private::{Form, Piece, Shape, Wire};
    #[cfg(feature = "schema")]
    pub use schemars;
    pub use serde;
    #[cfg(feature = "schema")]
    pub use serde_json;
}
