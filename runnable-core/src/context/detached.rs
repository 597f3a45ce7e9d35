//! A place from which events are sent: in the run's own task, or in a task of its own.
#![allow(private_interfaces, reason = "expansions hand a site on, and use nothing of it")]

use super::context::StepCx;
use crate::{
    access::{Cancellations, Sink, StepContext, StepSink},
    event::{Lift, RunData},
    id::{Origin, RunId, Scope},
    queue::Queue,
};
use std::{marker::PhantomData, sync::Arc};

/// Where in its run a step is.
pub trait Placed: Send + Sync {
    #[doc(hidden)]
    fn run_id(&self) -> RunId;
    #[doc(hidden)]
    fn origin(&self) -> Origin;
    #[doc(hidden)]
    fn attempt(&self) -> u32;
    #[doc(hidden)]
    fn cancellations(&self) -> &Cancellations;
}

/// A place from which events are sent.
pub trait Site: Placed {
    /// What the events of its run carry.
    type Run: RunData;
    /// How the step's events become the run's.
    type Lift;
    /// Where they go; `None` where nobody reads.
    #[doc(hidden)]
    fn queue(&self) -> Option<&Arc<Queue<Self::Run>>>;
}

/// What a [`StepContext`] asks of a site, whatever its run.
pub(crate) trait StepSource<E>: Placed {
    fn sink(&self) -> Option<Arc<dyn Sink<E>>>;
    /// What the run has beside its steps.
    #[cfg(feature = "runner")]
    fn ambient(&self) -> Option<&crate::hooks::Ambient>;
}

impl<E, S> StepSource<E> for S
where
    S: Site,
    S::Lift: Lift<E, S::Run>,
{
    fn sink(&self) -> Option<Arc<dyn Sink<E>>> {
        let sink = StepSink::<S::Run, S::Lift>::new(self.queue()?, self.origin());
        Some(self.cancellations().owned(sink))
    }

    #[cfg(feature = "runner")]
    fn ambient(&self) -> Option<&crate::hooks::Ambient> {
        self.queue()?.ambient.get().map(|ambient| &**ambient)
    }
}

impl<R: RunData, M> Placed for StepCx<'_, R, M> {
    fn run_id(&self) -> RunId {
        self.shared.id().clone()
    }
    fn origin(&self) -> Origin {
        self.at.origin()
    }
    fn attempt(&self) -> u32 {
        self.at.attempt
    }
    fn cancellations(&self) -> &Cancellations {
        &self.shared.cancellations
    }
}

impl<R: RunData, M> Site for StepCx<'_, R, M> {
    type Run = R;
    type Lift = M;

    fn queue(&self) -> Option<&Arc<Queue<R>>> {
        self.shared.queue.as_ref()
    }
}

/// What a step keeps of its place in a task of its own.
pub struct Detached<R, M> {
    queue: Option<Arc<Queue<R>>>,
    id: RunId,
    cancellations: Cancellations,
    origin: Origin,
    lift: PhantomData<fn() -> M>,
}

impl<R: RunData, M> Detached<R, M> {
    pub(crate) fn new(queue: Option<Arc<Queue<R>>>, id: RunId, cancellations: Cancellations, origin: Origin) -> Self {
        Self { queue, id, cancellations, origin, lift: PhantomData }
    }

    /// Its place: errors made there are placed by the step that owns the task.
    #[must_use]
    pub fn scope(&self) -> Scope<'static> {
        Scope::ROOT
    }

    /// What a `FromRun` parameter is made from.
    #[must_use]
    pub fn context<E>(&self, parameter: &'static str) -> StepContext<'_, E>
    where
        M: Lift<E, R>,
    {
        StepContext::new(self, parameter)
    }
}

/// A task of its own that asks its run for nothing.
#[derive(Debug, Clone, Copy)]
pub struct NoContext;

impl NoContext {
    /// Its place, as [`Detached::scope`].
    #[must_use]
    pub fn scope(self) -> Scope<'static> {
        Scope::ROOT
    }
}

impl<R: RunData, M> Placed for Detached<R, M> {
    fn run_id(&self) -> RunId {
        self.id.clone()
    }
    fn origin(&self) -> Origin {
        self.origin.clone()
    }
    fn attempt(&self) -> u32 {
        self.origin.attempt()
    }
    fn cancellations(&self) -> &Cancellations {
        &self.cancellations
    }
}

impl<R: RunData, M> Site for Detached<R, M> {
    type Run = R;
    type Lift = M;

    fn queue(&self) -> Option<&Arc<Queue<R>>> {
        self.queue.as_ref()
    }
}
