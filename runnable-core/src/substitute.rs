//! What stands in for a step under test.

use crate::{Error, Node, Result, context::Cx, lift::RunData, path::Origin};
use pin_project_lite::pin_project;
use std::{
    any::Any,
    collections::HashMap,
    fmt,
    future::Future,
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
    /// A step after a delay. Written out, since an `async` block keeps the step twice, and that at every level of nesting.
    pub struct After<F> {
        delay: Option<Pin<Box<Sleep>>>,
        #[pin]
        work: F,
    }
}

/// Runs `work` after `delay`.
pub fn after<F>(delay: Option<Duration>, work: F) -> After<F> {
    After { delay: delay.map(|delay| Box::pin(sleep(delay))), work }
}

impl<F: Future> Future for After<F> {
    type Output = F::Output;

    fn poll(self: Pin<&mut Self>, task: &mut Context<'_>) -> Poll<F::Output> {
        let this = self.project();
        if let Some(delay) = this.delay {
            ready!(delay.as_mut().poll(task));
            *this.delay = None;
        }
        this.work.poll(task)
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
