//! Helpers of expansions.

mod conditional;
#[cfg(feature = "schema")]
mod described;
mod event_macro;
mod fields;
mod items;
mod lookup;
mod node_macro;
#[cfg(feature = "runner")]
mod recorded;
mod step_macro;
mod surface_macro;
mod types;
#[cfg(not(feature = "schema"))]
mod undescribed;
mod values;

pub use conditional::{At, CloneAt, Is, WireAt};
#[cfg(feature = "schema")]
pub use described::{EventSchemaAt, InputSchemaAt, OutputSchemaAt, Probe, Undescribed};
pub use fields::Fields;
pub use items::{Item, NoItems, Source};
pub use lookup::{Otherwise, Value};
#[cfg(feature = "runner")]
pub use recorded::{Borrowed, Data, JsonInput, RecallAt, RecordedSteps, Resource, UncheckedInput, take};
pub use types::{Fallible, Keep, Returns};
pub use values::{Expression, Output, Values};
