//! Records the steps and the events of a run.

mod event;
mod step;

pub(crate) use event::Watcher;
pub(crate) use step::Keeper;
