//! The context of a step that runs in a task of its own.
#![allow(private_interfaces, reason = "expansions pass a context along, and call nothing of these traits")]

use super::{run_state::RunState, sink::SendsEvents};
use crate::{
    access::{OwnedBySteps, Placed, StepContext},
    event::{Lift, RunData},
    hooks::RunServices,
    id::{Origin, RunId, Scope},
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

    /// Returns the root scope: the step that owns the task adds its path to the errors of the task.
    #[must_use]
    pub fn scope(&self) -> Scope<'static> {
        Scope::ROOT
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

/// The context of a task of its own that uses nothing of its run.
#[derive(Debug, Clone, Copy)]
pub struct NoContext;

impl NoContext {
    /// Returns the root scope, as [`Detached::scope`] does.
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
