//! Units: the runs, and items of runs, that an engine places, retries and moves to other workers.
//!
//! A unit runs its pipeline as a single process does: with a runner, its recorder and its history. Its log is in memory. Every
//! batch of writes becomes durable at the engine before the pipeline sees it, and its events are published.

mod archive;
mod asking;
mod children;
mod closing;
mod item;
mod log;
mod outcome;
mod part;
mod paths;
mod publisher;
mod recalled;
mod run;
mod shared;
mod sort;
mod spec;
mod state;
mod writes;

#[cfg(test)]
mod memory;
#[cfg(test)]
mod spread_tests;
#[cfg(test)]
mod tests;

pub(crate) use self::{
    asking::Spreading,
    children::{Children, Request},
    outcome::Outcome,
    part::{Part, Pending},
    publisher::{Claimed, Events, MAX_EVENTS, PublishError, Published},
    run::{UnitTask, run},
    spec::{Unit, service_name, token, untoken},
};

/// The reason why a unit ends here without an outcome. The engine begins it again, here or on another worker.
#[derive(Debug)]
pub(crate) struct Interrupted(pub(crate) String);

impl std::fmt::Display for Interrupted {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Interrupted {}

impl From<runnable_store::StoreError> for Interrupted {
    fn from(error: runnable_store::StoreError) -> Self {
        Self(format!("{error:?}"))
    }
}
