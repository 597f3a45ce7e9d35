//! What stands in for a step under test.

use crate::{Error, Node, Result, context::Cx, lift::RunData, path::Origin};
use pin_project_lite::pin_project;
use std::{
    any::Any,
    collections::HashMap,
    fmt,
    future::{Future, Pending},
    pin::Pin,
    sync::Arc,
    task::{Context, Poll, ready},
    time::Duration,
};
use tokio::time::{Sleep, sleep};

/// What stands in for the steps of one run, by path without indices.
#[derive(Default)]
pub(crate) struct Substitutes(pub(crate) HashMap<String, Entry>);

/// What stands in for one step.
#[derive(Clone, Default)]
pub(crate) struct Entry {
    pub(crate) delay: Option<Duration>,
    pub(crate) instead: Option<Instead>,
}

/// What runs instead of the step.
#[derive(Clone)]
pub(crate) enum Instead {
    /// It fails with this message.
    Fail(String),
    /// A [`Mocked`] of the step's node, or a [`Stub`] of its output.
    Give(Arc<dyn Any + Send + Sync>),
}

/// A function of a step's inputs.
pub(crate) struct Mocked<N: Node>(pub(crate) Box<dyn Fn(N) -> N::Output + Send + Sync>);

/// A value, whatever the inputs.
pub(crate) struct Stub<O>(pub(crate) Box<dyn Fn() -> O + Send + Sync>);

impl Substitutes {
    fn of(&self, origin: &Origin) -> Option<&Entry> {
        if self.0.is_empty() {
            return None;
        }
        self.0.get(&origin.names())
    }
}

/// What an expansion does with a step.
pub enum Substitute {
    /// The step itself runs, perhaps later.
    Itself(Option<Duration>),
    /// Something else runs.
    Mock(Mock),
}

pin_project! {
    /// A step, perhaps after a delay, or what stands in for it. Written out, and one type for all: an `async` block keeps the
    /// step twice, and every wrapper counts towards the `recursion_limit`, at every level of nesting.
    #[project = RunningProjection]
    pub enum Running<F, M> {
        Itself { delay: Option<Pin<Box<Sleep>>>, #[pin] work: F },
        Mock { #[pin] mock: M },
    }
}

/// The step itself, after `delay`.
pub fn itself<F, M>(delay: Option<Duration>, work: F) -> Running<F, M> {
    Running::Itself { delay: delay.map(|delay| Box::pin(sleep(delay))), work }
}

/// The work of a step, after `delay`.
pub fn later<F: Future>(delay: Option<Duration>, work: F) -> Running<F, Pending<F::Output>> {
    itself(delay, work)
}

/// What stands in for it.
pub fn instead<F, M>(mock: M) -> Running<F, M> {
    Running::Mock { mock }
}

impl<F: Future, M: Future<Output = F::Output>> Future for Running<F, M> {
    type Output = F::Output;

    fn poll(self: Pin<&mut Self>, task: &mut Context<'_>) -> Poll<F::Output> {
        match self.project() {
            RunningProjection::Itself { delay, work } => {
                if let Some(sleep) = delay {
                    ready!(sleep.as_mut().poll(task));
                    *delay = None;
                }
                work.poll(task)
            }
            RunningProjection::Mock { mock } => mock.poll(task),
        }
    }
}

/// What runs instead of a step.
pub struct Mock {
    delay: Option<Duration>,
    instead: Instead,
}

impl Mock {
    /// Runs it; `input` makes the step's node, where its inputs can be copied.
    ///
    /// # Errors
    /// The failure that was asked for, or a substitute that does not fit the step.
    pub async fn run<N: Node>(self, input: impl FnOnce() -> Option<N>) -> Result<N::Output> {
        if let Some(delay) = self.delay {
            sleep(delay).await;
        }
        match self.instead {
            Instead::Fail(message) => Err(Error::failed(message.into(), false)),
            Instead::Give(given) => give(&*given, input),
        }
    }
}

fn give<N: Node>(given: &(dyn Any + Send + Sync), input: impl FnOnce() -> Option<N>) -> Result<N::Output> {
    if let Some(stub) = given.downcast_ref::<Stub<N::Output>>() {
        return Ok(stub.0());
    }
    let name = N::NAME;
    let Some(mock) = given.downcast_ref::<Mocked<N>>() else {
        let message = format!("the substitute is made for another task than `{name}`");
        return Err(Error::failed(message.into(), false));
    };
    match input() {
        Some(input) => Ok(mock.0(input)),
        None => {
            let message = format!(
                "an input of `{name}` is a reference to what is not `Clone`, so a mock cannot have it: use `stub`"
            );
            Err(Error::failed(message.into(), false))
        }
    }
}

impl<R: RunData, M> Cx<'_, R, M> {
    /// Says where a failure happened that no step has.
    ///
    /// # Errors
    /// That failure.
    pub fn placed<T>(&self, result: Result<T>) -> Result<T> {
        result.map_err(|error| error.at(&self.at))
    }

    /// What stands in for this step.
    #[must_use]
    pub fn substitute(&self) -> Substitute {
        let Some(entry) = self.shared.hub.as_ref().and_then(|hub| hub.substitutes.get()?.of(&self.at.origin())) else {
            return Substitute::Itself(None);
        };
        match &entry.instead {
            Some(instead) => Substitute::Mock(Mock { delay: entry.delay, instead: instead.clone() }),
            None => Substitute::Itself(entry.delay),
        }
    }
}

impl fmt::Debug for Substitutes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.0.keys()).finish()
    }
}

impl fmt::Debug for Substitute {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(if matches!(self, Self::Itself(_)) { "Itself" } else { "Mock" })
    }
}

impl fmt::Debug for Mock {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Mock")
    }
}
