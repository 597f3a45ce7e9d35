//! The context of a step that runs in a task of its own.
#![allow(private_interfaces, reason = "expansions pass a context along, and call nothing of these traits")]

use super::{
    run_state::{RunState, SharedServices},
    sink::SendsEvents,
};
use crate::{
    access::{OwnedBySteps, Placed, Sink, StepContext, StepSource},
    event::{Lift, Never, RunData},
    hooks::RunServices,
    id::{Origin, RunId},
};
use std::{marker::PhantomData, sync::Arc};

/// The context of a step that runs in a task of its own. It borrows nothing of the run.
pub struct Detached<R, M> {
    state: Option<Arc<RunState<R>>>,
    id: RunId,
    owned: OwnedBySteps,
    origin: Origin,
    lift: PhantomData<fn() -> M>,
}

impl<R: RunData, M> Detached<R, M> {
    pub(super) fn new(state: Option<Arc<RunState<R>>>, id: RunId, owned: OwnedBySteps, origin: Origin) -> Self {
        Self { state, id, owned, origin, lift: PhantomData }
    }

    /// Returns the source of the [`FromRun`](crate::FromRun) parameter of this name.
    #[must_use]
    pub fn context<E>(&self, parameter: &'static str) -> StepContext<'_, E>
    where
        M: Lift<E, R>,
    {
        StepContext::new(self, parameter)
    }
}

/// The context of a step without events that runs in a task of its own.
// Not a `Detached` with a hidden state: a type in an expansion must not have a private parameter.
pub struct PlainDetached {
    services: Option<Arc<dyn SharedServices>>,
    id: RunId,
    owned: OwnedBySteps,
    origin: Origin,
}

impl PlainDetached {
    pub(super) fn new(
        services: Option<Arc<dyn SharedServices>>,
        id: RunId,
        owned: OwnedBySteps,
        origin: Origin,
    ) -> Self {
        Self { services, id, owned, origin }
    }

    /// Returns the source of the [`FromRun`](crate::FromRun) parameter of this name.
    #[must_use]
    pub fn context(&self, parameter: &'static str) -> StepContext<'_, Never> {
        StepContext::new(self, parameter)
    }
}

impl Placed for PlainDetached {
    fn run_id(&self) -> RunId {
        self.id.clone()
    }

    fn origin(&self) -> Origin {
        self.origin.clone()
    }

    fn attempt(&self) -> u32 {
        self.origin.attempt()
    }

    fn owned(&self) -> &OwnedBySteps {
        &self.owned
    }

    fn services(&self) -> Option<&RunServices> {
        self.services.as_ref()?.services()
    }
}

// There are no events to send.
impl StepSource<Never> for PlainDetached {
    fn sink(&self) -> Option<Arc<dyn Sink<Never>>> {
        None
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

    fn owned(&self) -> &OwnedBySteps {
        &self.owned
    }

    fn services(&self) -> Option<&RunServices> {
        self.state.as_ref()?.services()
    }
}

impl<R: RunData, M> SendsEvents for Detached<R, M> {
    type Run = R;
    type Lift = M;

    fn state(&self) -> Option<&Arc<RunState<R>>> {
        self.state.as_ref()
    }
}
