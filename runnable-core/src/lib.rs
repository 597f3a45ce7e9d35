//! The runtime that the macros of `runnable` expand to: nodes, runs, events and steps.
//!
//! Depend on the `runnable` crate, which re-exports the public items. [`__private`] is for expansions only.
//!
//! The modules are layers. Each imports only from those below it, or further right in its row:
//!
//! | layer | modules |
//! |---|---|
//! | 8 | `expand` (helpers of expansions), `test` |
//! | 7 | `recording`, `input`, `interceptor` |
//! | 6 | `run`: nodes and runs |
//! | 5 | `step`: steps and their composition |
//! | 4 | `context`: the context of a step |
//! | 3 | `access`: values that a step takes from its run |
//! | 2 | `queue`: the queue between steps and reader |
//! | 1 | `hooks`, `event` |
//! | 0 | `id`: ids, paths and errors; `strict`: JSON that reads back the same |

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
mod strict;
#[cfg(feature = "test")]
pub mod test;

pub use access::{Attempt, Cancellation, Emit, Emitter, FromRun, StepContext};
pub use event::{
    DeclaredMeaning, DynEvent, Event, EventId, EventMeaning, Flat, Kind, Lifecycle, Outcome, Payload, RunData,
    TaskEvent, Turns, WireEvent,
};
pub use id::{BoxError, Error, ErrorKind, ParseStepPathError, Result, RunId, Segment, StepPath};
pub use run::{Cancel, Execute, Inline, Node, Run};
pub use runnable_graph::{self as graph, Graph};

/// Items that expansions use. Not covered by semantic versioning.
#[doc(hidden)]
pub mod __private {
    #[cfg(any(feature = "test", feature = "runner"))]
    pub use crate::interceptor::Intercepted;
    pub use crate::{__events, __implement, __output, __part, __task_event};
    pub use crate::{
        context::{PlainCx, StepCx},
        event::{Field, Lift, Never, Same, Variant},
        expand::{Expression, Fallible, Item, Keep, NoItems, Otherwise, Output, Returns, Source, Value, Values},
        id::{Place, Sealed},
        step::{Retry, Streams},
    };
    pub use runnable_graph::__private::{Form, Piece, Shape, Wire};
    pub use serde;

    /// Traits of generated structs and enums, which depend on the types of their fields.
    pub mod fields {
        pub use crate::{
            expand::{At, CloneAt, Fields, Is, WireAt},
            run::Executed,
        };
    }

    /// Recording, and nodes from named values.
    #[cfg(feature = "runner")]
    pub mod recording {
        pub use crate::{
            expand::{Borrowed, Data, JsonInput, RecallAt, RecordedSteps, Resource, UncheckedInput, take},
            hooks::Codecs,
            recording::{IntoParameters, JsonObject, Recall, Recalled, Recorded},
        };
    }

    /// JSON Schemas.
    #[cfg(feature = "schema")]
    pub mod schema {
        pub use crate::expand::{EventSchemaAt, InputSchemaAt, OutputSchemaAt, Probe, Undescribed};
        pub use schemars;
        pub use serde_json;
    }
}
