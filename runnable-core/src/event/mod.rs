//! Events: what steps send, and what the reader of a run gets.

mod dyn_event;
mod event;
mod lift;
mod task_event;
mod wire;

pub(crate) use dyn_event::refused;
pub use dyn_event::{DynEvent, dyn_end};
pub(crate) use event::LifecycleTag;
pub use event::{Event, Lifecycle, Outcome, Turns};
pub use lift::{Lift, Never, NoEvents, RunData, Same, Variant, Via};
pub use runnable_wire::{EventId, Kind};
pub use task_event::{Field, TaskEvent, field, variant};
pub use wire::{Flat, Payload, WireEvent};
