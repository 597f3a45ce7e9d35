//! What sees every event of a recorded run, whether or not somebody reads it.

use super::recorder::Ambient;
use crate::{
    event::{Event, Lifecycle, RunData},
    id::BoxError,
};
use std::{
    fmt,
    task::{Context, Poll},
};

/// Sees the events of a run, in order, before its reader does.
pub trait Observer<D>: Send {
    /// Sees one. The last one is `run.finished`, also where the run was dropped.
    fn event(&mut self, event: &Event<D>);

    /// Ready when it has room for another one.
    fn poll_ready(&mut self, task: &mut Context<'_>) -> Poll<()>;

    /// Ready when all that it saw is durable.
    ///
    /// # Errors
    /// It could not be made so.
    fn poll_end(&mut self, task: &mut Context<'_>) -> Poll<Result<(), BoxError>>;
}

/// What a recorded run begins with.
pub struct Recording<D> {
    /// What it has beside its steps.
    pub ambient: Ambient,
    /// Sees its events.
    pub observer: Option<Box<dyn Observer<D>>>,
    /// The number of the last event of the parts before.
    pub after: u64,
}

impl<D> fmt::Debug for Recording<D> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Recording").field("after", &self.after).finish_non_exhaustive()
    }
}

/// An observer, and what it takes to show it the end of a run that was dropped.
pub(crate) struct Tap<D> {
    pub(crate) observer: Box<dyn Observer<D>>,
    pub(crate) lifecycle: fn(Lifecycle) -> D,
    /// Whether all of it is durable, or never will be.
    pub(crate) ended: bool,
}

impl<D: RunData> Tap<D> {
    pub(crate) fn new(observer: Box<dyn Observer<D>>) -> Self {
        Self { observer, lifecycle: D::lifecycle, ended: false }
    }
}
