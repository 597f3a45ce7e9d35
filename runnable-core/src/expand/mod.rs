//! Helpers of expansions.

mod conditional;
#[cfg(feature = "schema")]
mod described;
mod event_macro;
mod fields;
mod items;
mod node_macro;
#[cfg(feature = "runner")]
mod recorded;
mod step_macro;
mod surface_macro;
mod types;

pub use conditional::{CloneAt, DebugAt, EqAt, FieldAt, Is, SerializeAt, WireAt, debug, serialize_lifecycle};
#[cfg(feature = "schema")]
pub use described::{EventSchemaAt, InputSchemaAt, OutputSchemaAt};
pub use fields::Fields;
pub use items::{Item, NoItems, Source};
#[cfg(feature = "runner")]
pub use recorded::{RecallAll, RecallAt, RecordedSteps, StepOf, TakeAt, TellAt, kind};
pub use types::{
    Bound, Expression, Fallible, Keep, KeepNothing, Kept, Name, Output, Own, Retried, Returns, Sent, ToOwn, ToRef,
    ToValue, duplicate, loop_value, same_type, take,
};
