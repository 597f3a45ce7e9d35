//! Traits of what keeps a run: its steps, its events and its files.

mod observer;
mod recorder;

pub(crate) use observer::Tap;
pub use observer::{Observer, Recording};
pub use recorder::{Ambient, Before, End, Extensions, Filed, Files, Opening, Recorder, RetryDefaults, Ticket};
