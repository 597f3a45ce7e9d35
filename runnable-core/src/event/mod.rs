//! Events: what steps send, and what the reader of a run gets.

mod dyn_event;
mod event;
mod lift;
mod meaning;
mod task_event;
mod wire;

pub use dyn_event::DynEvent;
pub(crate) use dyn_event::DynFields;
pub(crate) use dyn_event::refused;
pub(crate) use event::LifecycleTag;
pub use event::{Event, Lifecycle, Outcome, Turns};
pub(crate) use lift::Holds;
pub(crate) use lift::Via;
pub use lift::{Lift, Never, RunData, Same, Variant};
pub use meaning::{DeclaredMeaning, EventMeaning};
pub use runnable_wire::{EventId, Kind};
pub(crate) use task_event::Checked;
pub use task_event::{Field, TaskEvent};
pub use wire::{Flat, Payload, WireEvent};
