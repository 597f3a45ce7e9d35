//! Where a piece of a pipeline runs.

use crate::{
    RunId,
    emitter::{Sink, StepSink},
    event::Lifecycle,
    from_run::{Cancellations, StepContext, StepSource},
    hub::{Body, Hub, Ticket},
    lift::{Lift, NoEvents, RunData, Via},
    path::{Origin, Place, Scope},
};
use std::{
    marker::PhantomData,
    sync::{Arc, OnceLock},
    task::{Context, Poll},
};

/// What the steps of a run share.
pub(crate) struct Shared<R> {
    /// `None` where nobody reads.
    hub: Option<Arc<Hub<R>>>,
    id: OnceLock<RunId>,
    pub(crate) cancellations: Cancellations,
}

impl<R> Shared<R> {
    pub(crate) fn new(hub: Option<Arc<Hub<R>>>) -> Self {
        Self { hub, id: OnceLock::new(), cancellations: Cancellations::default() }
    }

    pub(crate) fn named(id: Option<RunId>) -> Self {
        let shared = Self::new(None);
        if let Some(id) = id {
            let _ = shared.id.set(id);
        }
        shared
    }

    fn id(&self) -> &RunId {
        match &self.hub {
            Some(hub) => hub.id(),
            None => self.id.get_or_init(RunId::generate),
        }
    }
}

/// What a step needs of its run for its own opening and closing: nothing of the run's type, so that the code of a step is
/// compiled once, whatever runs it is part of.
pub(crate) trait Host: Send + Sync {
    fn live(&self) -> bool;
    fn push(&self, task: &mut Context<'_>, ticket: &mut Ticket, origin: &Origin, life: Lifecycle) -> Poll<()>;
    fn poll_turn(&self, task: &mut Context<'_>, ticket: Ticket) -> Poll<()>;
    fn force(&self, origin: Origin, life: Lifecycle);
    fn cancellations(&self) -> &Cancellations;
}

impl<R: RunData> Host for Shared<R> {
    fn live(&self) -> bool {
        self.hub.is_some()
    }
    fn push(&self, task: &mut Context<'_>, ticket: &mut Ticket, origin: &Origin, life: Lifecycle) -> Poll<()> {
        self.hub.as_ref().map_or(Poll::Ready(()), |hub| hub.push(task, ticket, origin, Body::Life(life)))
    }
    fn poll_turn(&self, task: &mut Context<'_>, ticket: Ticket) -> Poll<()> {
        self.hub.as_ref().map_or(Poll::Ready(()), |hub| hub.poll_turn(task, ticket))
    }
    fn force(&self, origin: Origin, life: Lifecycle) {
        if let Some(hub) = &self.hub {
            hub.force(origin, life);
        }
    }
    fn cancellations(&self) -> &Cancellations {
        &self.cancellations
    }
}

/// Where a piece of a pipeline runs: its run, its place in it, and (as a type) how its events are lifted.
pub struct Cx<'a, R, M> {
    pub(crate) shared: &'a Shared<R>,
    pub(crate) at: Scope<'a>,
    lift: PhantomData<fn() -> M>,
}

impl<R, M> Clone for Cx<'_, R, M> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<R, M> Copy for Cx<'_, R, M> {}

impl<'a, R: RunData, M> Cx<'a, R, M> {
    pub(crate) fn root(shared: &'a Shared<R>) -> Self {
        Self { shared, at: Scope::ROOT, lift: PhantomData }
    }

    fn under<N>(&self, place: &'static Place, index: usize) -> Cx<'_, R, N> {
        Cx { shared: self.shared, at: self.at.below(place, index), lift: PhantomData }
    }

    /// A branch below.
    #[must_use]
    pub fn branch(&self, place: &'static Place) -> Cx<'_, R, M> {
        self.under(place, 0)
    }

    /// A map's item below.
    pub(crate) fn nth(&self, place: &'static Place, index: usize) -> Cx<'_, R, M> {
        self.under(place, index)
    }

    /// A step below that has no events.
    #[must_use]
    pub fn quiet(&self, place: &'static Place) -> Cx<'_, R, NoEvents> {
        self.under(place, 0)
    }

    /// A step below whose events are variant `I` of `P`.
    #[must_use]
    pub fn via<P, const I: usize>(&self, place: &'static Place) -> Cx<'_, R, Via<M, P, I>> {
        self.under(place, 0)
    }

    /// Its place alone.
    #[must_use]
    pub fn scope(&self) -> Scope<'a> {
        self.at
    }

    /// What a `FromRun` parameter is made from.
    #[must_use]
    pub fn context<E>(&self) -> StepContext<'_, E>
    where
        M: Lift<E, R>,
    {
        StepContext::new(self)
    }

    /// What a spawned step keeps of it.
    #[must_use]
    pub fn detached(&self) -> Detached<R, M> {
        let hub = self.shared.hub.clone();
        let id = self.shared.hub.is_none().then(|| self.shared.id().clone());
        let cancellations = self.shared.cancellations.clone();
        Detached { hub, id, cancellations, origin: self.at.origin(), lift: PhantomData }
    }

    pub(crate) fn set_attempt(&mut self, attempt: u32) {
        self.at.attempt = attempt;
    }
}

/// What a step keeps of its place in a task of its own.
pub struct Detached<R, M> {
    hub: Option<Arc<Hub<R>>>,
    id: Option<RunId>,
    cancellations: Cancellations,
    origin: Origin,
    lift: PhantomData<fn() -> M>,
}

impl<R: RunData, M> Detached<R, M> {
    /// Its place: errors made there are placed by the step that owns the task.
    #[must_use]
    pub fn scope(&self) -> Scope<'static> {
        Scope::ROOT
    }

    /// What a `FromRun` parameter is made from.
    #[must_use]
    pub fn context<E>(&self) -> StepContext<'_, E>
    where
        M: Lift<E, R>,
    {
        StepContext::new(self)
    }
}

/// A place from which events are sent.
pub trait Site<R, M>: Send + Sync {
    #[doc(hidden)]
    #[allow(private_interfaces)]
    fn channel(&self) -> Option<(&Arc<Hub<R>>, Origin)>;
}

impl<R: RunData, M> Site<R, M> for Cx<'_, R, M> {
    #[allow(private_interfaces)]
    fn channel(&self) -> Option<(&Arc<Hub<R>>, Origin)> {
        self.shared.hub.as_ref().map(|hub| (hub, self.at.origin()))
    }
}

impl<R: RunData, M> Site<R, M> for Detached<R, M> {
    #[allow(private_interfaces)]
    fn channel(&self) -> Option<(&Arc<Hub<R>>, Origin)> {
        self.hub.as_ref().map(|hub| (hub, self.origin.clone()))
    }
}

impl<R: RunData, M, E> StepSource<E> for Cx<'_, R, M>
where
    M: Lift<E, R>,
{
    fn run_id(&self) -> RunId {
        self.shared.id().clone()
    }
    fn origin(&self) -> Origin {
        self.at.origin()
    }
    fn attempt(&self) -> u32 {
        self.at.attempt
    }
    fn sink(&self) -> Option<Arc<dyn Sink<E>>> {
        let (hub, origin) = self.channel()?;
        Some(self.shared.cancellations.owned(StepSink::<R, M>::new(hub, origin)))
    }
    fn cancellations(&self) -> &Cancellations {
        &self.shared.cancellations
    }
}

impl<R: RunData, M, E> StepSource<E> for Detached<R, M>
where
    M: Lift<E, R>,
{
    fn run_id(&self) -> RunId {
        match (&self.hub, &self.id) {
            (Some(hub), _) => hub.id().clone(),
            (None, Some(id)) => id.clone(),
            (None, None) => RunId::generate(),
        }
    }
    fn origin(&self) -> Origin {
        self.origin.clone()
    }
    fn attempt(&self) -> u32 {
        self.origin.attempt()
    }
    fn sink(&self) -> Option<Arc<dyn Sink<E>>> {
        let (hub, origin) = self.channel()?;
        Some(self.cancellations.owned(StepSink::<R, M>::new(hub, origin)))
    }
    fn cancellations(&self) -> &Cancellations {
        &self.cancellations
    }
}
