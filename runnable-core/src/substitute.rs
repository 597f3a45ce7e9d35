//! What stands in for a step under test.

use crate::{Error, Node, Result, context::Cx, lift::RunData, path::Origin};
use std::{any::Any, collections::HashMap, fmt, future::Future, sync::Arc, time::Duration};

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
    /// The step itself runs.
    None,
    /// The step itself runs, later.
    Delay(Delay),
    /// Something else runs.
    Mock(Mock),
}

/// A time before the step.
#[derive(Debug)]
pub struct Delay(Duration);

impl Delay {
    /// Waits, then runs the step.
    pub async fn before<F: Future>(self, work: F) -> F::Output {
        tokio::time::sleep(self.0).await;
        work.await
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
            tokio::time::sleep(delay).await;
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
            return Substitute::None;
        };
        match (&entry.instead, entry.delay) {
            (Some(instead), delay) => Substitute::Mock(Mock { delay, instead: instead.clone() }),
            (None, Some(delay)) => Substitute::Delay(Delay(delay)),
            (None, None) => Substitute::None,
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
        f.write_str(match self {
            Self::None => "None",
            Self::Delay(_) => "Delay",
            Self::Mock(_) => "Mock",
        })
    }
}

impl fmt::Debug for Mock {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Mock")
    }
}
