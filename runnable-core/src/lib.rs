//! The runtime that the macros of `runnable` expand to: nodes, runs, events, policies.
//!
//! Users depend on the `runnable` crate, which re-exports what is theirs; [`__private`] is for expansions only.

mod concurrent;
mod context;
mod dyn_event;
mod emitter;
mod envelope;
mod error;
mod event;
mod event_id;
mod from_run;
mod generator;
mod hub;
mod inline;
#[cfg(feature = "runner")]
pub mod input;
mod items;
mod lift;
mod mockable;
mod node;
mod path;
mod policy;
#[cfg(feature = "runner")]
pub mod record;
mod repeat;
mod run;
mod run_id;
mod site;
mod spans;
mod spawned;
mod step;
mod stream;
#[cfg(any(feature = "test", feature = "runner"))]
mod substitute;
mod task_event;
#[cfg(feature = "test")]
pub mod test;
mod text;
mod token;
mod types;
mod wire;

pub use dyn_event::DynEvent;
pub use emitter::{Emit, Emitter};
pub use error::{BoxError, Error, ErrorKind, Result};
pub use event::{Event, Lifecycle, Outcome, Turns};
pub use event_id::EventId;
pub use from_run::{Attempt, Cancellation, FromRun, StepContext};
pub use inline::Inline;
pub use node::{Execute, Node};
pub use path::{Segment, StepPath};
pub use run::Run;
pub use run_id::RunId;
pub use runnable_graph::{self as graph, Graph};
pub use task_event::TaskEvent;
pub use wire::{Flat, Payload, WireEvent};

/// What expansions call. Not covered by semantic versioning.
#[doc(hidden)]
pub mod __private {
    #[cfg(feature = "schema")]
    pub use crate::input::{Described, EventSchema, InputSchema, Kind, events as event_schema};
    #[cfg(feature = "runner")]
    pub use crate::input::{FromParameters, ParameterInfo, Source as InputSource};
    #[cfg(feature = "runner")]
    pub use crate::record::{Codec, Inputs, IntoParameters, NoCodec, NoText, Recall, Recalled, Recorded, Told, told};
    #[cfg(any(feature = "test", feature = "runner"))]
    pub use crate::substitute::{NotKept, Substitute, instead, itself, later, nothing_recorded};
    pub use crate::{__files, __pipeline, __recording, __schema, __step};
    pub use crate::{
        concurrent::{boxed, join2, join3, join4},
        context::Cx,
        dyn_event::{DynFields, dyn_end},
        error::{BoxError, Error, Result},
        event::Lifecycle,
        from_run::{FromRun, StepContext, given},
        generator::{Generator, Yielder, next, yielding},
        inline::inline,
        items::{Item, NoItems, Source},
        lift::{Lift, Never, NoEvents, RunData, Same, ToOption, Variant, Via},
        node::Node,
        path::{Place, Scope},
        policy::{Retry, blocking, fallible, spawn, timeout},
        repeat::Repeated,
        site::{Apart, Detached},
        stream::{drive, try_drive},
        task_event::{Field, TaskEvent, field, variant},
        types::{
            Bound, Expression, Fallible, Keep, KeepNothing, Kept, Name, Output, Own, Param, Retried, Returns, Sent,
            ToOwn, ToRef, ToValue, agree, carry, duplicate, take,
        },
        wire::WireEvent,
    };
    pub use runnable_graph::__private::{Form, Piece, Shape, Wire};
    #[cfg(feature = "schema")]
    pub use schemars;
    pub use serde;
    #[cfg(feature = "schema")]
    pub use serde_json;
}
