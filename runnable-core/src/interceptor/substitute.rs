//! What stands in for a step: a mock under test, or what an earlier part of the run recorded.

#[cfg(feature = "test")]
use crate::id::Origin;
use crate::{
    context::StepCx,
    event::RunData,
    id::{BoxError, Error, Result},
    run::Node,
    step::{Finished, Step},
};
#[cfg(feature = "runner")]
use crate::{
    hooks::{Before, Opening},
    recording::{Coder, Keep, Told, value_of},
};
use pin_project_lite::pin_project;
#[cfg(feature = "test")]
use std::{any::Any, collections::HashMap};
use std::{
    fmt,
    future::{Future, Pending},
    marker::PhantomData,
    pin::Pin,
    sync::Arc,
    task::{Context, Poll, ready},
    time::Duration,
};
use tokio::time::{Sleep, sleep};

/// What stands in for the steps of one run, by path without indices.
#[cfg(feature = "test")]
#[derive(Default)]
pub(crate) struct Substitutes(pub(crate) HashMap<String, Entry>);

/// What stands in for one step.
#[cfg(feature = "test")]
#[derive(Clone, Default)]
pub(crate) struct Entry {
    pub(crate) delay: Option<Duration>,
    pub(crate) instead: Option<Instead>,
}

/// What runs instead of the step.
#[derive(Clone)]
pub(crate) enum Instead {
    /// It fails with this message.
    #[cfg(feature = "test")]
    Fail(String),
    /// A [`Mocked`] of the step's node, or a [`Stub`] of its output.
    #[cfg(feature = "test")]
    Give(Arc<dyn Any + Send + Sync>),
    /// It gives what it gave before.
    #[cfg(feature = "runner")]
    Recall(Arc<str>),
    /// It fails as it did before, or must not run.
    #[cfg(feature = "runner")]
    Error(Error),
}

/// A function of a step's inputs.
#[cfg(feature = "test")]
pub(crate) struct Mocked<N: Node>(pub(crate) Box<dyn Fn(N) -> N::Output + Send + Sync>);

/// A value, whatever the inputs.
#[cfg(feature = "test")]
pub(crate) struct Stub<O>(pub(crate) Box<dyn Fn() -> O + Send + Sync>);

#[cfg(feature = "test")]
impl Substitutes {
    fn of(&self, origin: &Origin) -> Option<&Entry> {
        if self.0.is_empty() {
            return None;
        }
        self.0.get(&origin.names())
    }
}

/// What an expansion does with a step.
#[derive(Debug)]
pub enum Substitute<'a> {
    /// The step itself runs.
    Itself(Begin<'a>),
    /// Something else runs.
    Mock(Mock),
}

/// How a step itself runs.
#[derive(Default)]
pub struct Begin<'a> {
    delay: Option<Duration>,
    #[cfg(feature = "runner")]
    kept: Option<Kept<'a>>,
    #[cfg(feature = "runner")]
    opening: Opening,
    lifetime: PhantomData<&'a ()>,
}

/// How a recorded step begins.
#[cfg(feature = "runner")]
struct Kept<'a> {
    recorder: &'a dyn crate::hooks::Recorder,
    path: String,
    attempt: u32,
    once: bool,
}

impl<'a> Begin<'a> {
    /// How long it waits before.
    #[must_use]
    pub fn delay(&self) -> Option<Duration> {
        self.delay
    }

    /// Where it runs: attempts count on from earlier parts of the run.
    #[must_use]
    pub fn cx<'c, R: RunData, M>(&self, cx: StepCx<'c, R, M>) -> StepCx<'c, R, M> {
        #[cfg(feature = "runner")]
        if let Some(kept) = &self.kept {
            let mut cx = cx;
            cx.set_attempt(kept.attempt);
            return cx;
        }
        cx
    }

    /// The step.
    pub fn step<'c, R: RunData, M, T, F>(&self, cx: StepCx<'c, R, M>, work: F) -> Step<'c, F, T>
    where
        F: Future,
        F::Output: Finished<T>,
    {
        let step = cx.step(work);
        #[cfg(feature = "runner")]
        let step = step.opened(&self.opening);
        step
    }

    /// What records it.
    #[cfg(feature = "runner")]
    pub fn keep<T, O>(&self, told: impl FnOnce(&mut Told), coder: Coder<T>) -> Option<Box<Keep<'a, T, O>>> {
        let Kept { recorder, path, attempt, once, .. } = self.kept.as_ref()?;
        Some(Box::new(Keep::new(*recorder, path.clone(), *attempt, *once, value_of(told), coder)))
    }
}

/// What is done around a step's work.
pub trait Keeps<O> {
    /// Polls the work, and what is around it.
    fn poll<F: Future<Output = O>>(&mut self, work: Pin<&mut F>, task: &mut Context<'_>) -> Poll<O>;
}

/// Nothing is.
#[derive(Debug)]
pub struct NotKept;

impl<O> Keeps<O> for NotKept {
    fn poll<F: Future<Output = O>>(&mut self, work: Pin<&mut F>, task: &mut Context<'_>) -> Poll<O> {
        work.poll(task)
    }
}

pin_project! {
    /// A step, perhaps after a delay, or what stands in for it. Written out, and one type for all: an `async` block keeps the
    /// step twice, and every wrapper counts towards the `recursion_limit`, at every level of nesting.
    #[project = RunningProjection]
    pub enum Running<F, M, K = NotKept> {
        Itself { delay: Option<Pin<Box<Sleep>>>, keep: K, #[pin] work: F },
        Mock { #[pin] mock: M },
    }
}

/// The step itself, after `delay`.
pub fn itself<F, M>(delay: Option<Duration>, work: F) -> Running<F, M> {
    Running::Itself { delay: delay.map(|delay| Box::pin(sleep(delay))), keep: NotKept, work }
}

/// The work of a step, after `delay`, and what is around it.
pub fn later<F: Future, K: Keeps<F::Output>>(
    delay: Option<Duration>,
    keep: K,
    work: F,
) -> Running<F, Pending<F::Output>, K> {
    Running::Itself { delay: delay.map(|delay| Box::pin(sleep(delay))), keep, work }
}

/// What stands in for it.
pub fn instead<F, M>(mock: M) -> Running<F, M> {
    Running::Mock { mock }
}

impl<F: Future, M: Future<Output = F::Output>, K: Keeps<F::Output>> Future for Running<F, M, K> {
    type Output = F::Output;

    fn poll(self: Pin<&mut Self>, task: &mut Context<'_>) -> Poll<F::Output> {
        match self.project() {
            RunningProjection::Itself { delay, keep, work } => {
                if let Some(sleep) = delay {
                    ready!(sleep.as_mut().poll(task));
                    *delay = None;
                }
                keep.poll(work, task)
            }
            RunningProjection::Mock { mock } => mock.poll(task),
        }
    }
}

/// What runs instead of a step.
pub struct Mock {
    delay: Option<Duration>,
    instead: Instead,
    #[cfg(feature = "runner")]
    opening: Opening,
}

impl Mock {
    /// How the step begins that it runs in.
    #[must_use]
    pub fn begin(&self) -> Begin<'static> {
        Begin {
            #[cfg(feature = "runner")]
            opening: self.opening.clone(),
            ..Begin::default()
        }
    }

    /// Runs it; `input` makes the step's node, where its inputs can be copied, and `recall` reads its output.
    ///
    /// # Errors
    /// The failure that was asked for, or a substitute that does not fit the step.
    pub async fn run<N: Node>(
        self,
        input: impl FnOnce() -> Option<N>,
        recall: impl FnOnce(&str) -> Result<N::Output, BoxError>,
    ) -> Result<N::Output> {
        if let Some(delay) = self.delay {
            sleep(delay).await;
        }
        let _ = (&input, &recall);
        match self.instead {
            #[cfg(feature = "test")]
            Instead::Fail(message) => Err(Error::failed(message.into(), false)),
            #[cfg(feature = "test")]
            Instead::Give(given) => give(&*given, input),
            #[cfg(feature = "runner")]
            Instead::Recall(text) => recall(&text).map_err(Error::bad_return),
            #[cfg(feature = "runner")]
            Instead::Error(error) => Err(error),
        }
    }
}

/// Where nothing is recorded.
///
/// # Errors
/// Always.
pub fn nothing_recorded<O>(_: &str) -> Result<O, BoxError> {
    Err("nothing was recorded".into())
}

#[cfg(feature = "test")]
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

impl<'a, R: RunData, M> StepCx<'a, R, M> {
    /// Says where a failure happened that no step has.
    ///
    /// # Errors
    /// That failure.
    #[cfg(feature = "test")]
    pub fn placed<T>(&self, result: Result<T>) -> Result<T> {
        result.map_err(|error| error.at(&self.at))
    }

    /// What stands in for this step under test.
    #[cfg(feature = "test")]
    #[must_use]
    pub fn mocked(&self) -> Substitute<'a> {
        let Some(entry) = self.shared.queue.as_ref().and_then(|queue| queue.substitutes.get()?.of(&self.at.origin()))
        else {
            return Substitute::Itself(Begin::default());
        };
        match &entry.instead {
            Some(instead) => Substitute::Mock(Mock {
                delay: entry.delay,
                instead: instead.clone(),
                #[cfg(feature = "runner")]
                opening: Opening::Started,
            }),
            None => Substitute::Itself(Begin { delay: entry.delay, ..Begin::default() }),
        }
    }

    /// What stands in for this step; `once` where it must not begin twice unasked.
    #[must_use]
    pub fn substitute(&self, once: bool) -> Substitute<'a> {
        #[cfg(feature = "runner")]
        if let Some(recorder) = self.recorder() {
            let path = self.at.origin().to_string();
            let mock = |instead, opening| Substitute::Mock(Mock { delay: None, instead, opening });
            return match recorder.before(&path, once) {
                Before::Begin { attempts, opening } => {
                    let kept = Some(Kept { recorder, path, attempt: attempts + 1, once });
                    Substitute::Itself(Begin { kept, opening, ..Begin::default() })
                }
                Before::Succeeded(text, opening) => mock(Instead::Recall(text), opening),
                Before::Failed(error, opening) | Before::Refused(error, opening) => {
                    mock(Instead::Error(error), opening)
                }
            };
        }
        let _ = once;
        #[cfg(feature = "test")]
        return self.mocked();
        #[cfg(not(feature = "test"))]
        Substitute::Itself(Begin::default())
    }
}

#[cfg(feature = "test")]
impl fmt::Debug for Substitutes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.0.keys()).finish()
    }
}

impl fmt::Debug for Begin<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Begin")
    }
}

impl fmt::Debug for Mock {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Mock")
    }
}
