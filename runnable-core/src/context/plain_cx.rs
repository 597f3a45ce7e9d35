//! The context of a step without the types of its run.
#![allow(private_interfaces, reason = "expansions pass a context along, and call nothing of these traits")]

use super::{detached::PlainDetached, run_context::AnyRun};
use crate::{
    access::{OwnedBySteps, Placed, Sink, StepContext, StepSource},
    event::Never,
    hooks::{AttemptEnd, Interceptor, Recorder, RunServices},
    id::{Error, ErrorKind, Origin, Place, Result, RunId, Scope},
    queue::Receipt,
};
use std::{
    future::Future,
    sync::Arc,
    task::{Context, Poll},
};

/// The context of a step, whatever the type of its run's events: its run, and its place in it.
///
/// It is the context of a task without events, and everything but sending events goes through it: the compiler checks code
/// without type parameters in half the time.
#[derive(Clone, Copy)]
pub struct PlainCx<'a> {
    pub(crate) run: &'a AnyRun,
    pub(crate) at: Scope<'a>,
}

impl PlainCx<'_> {
    /// Returns the source of the [`FromRun`](crate::FromRun) parameter of this name.
    #[must_use]
    pub fn context(&self, parameter: &'static str) -> StepContext<'_, Never> {
        StepContext::new(self, parameter)
    }

    /// Returns the context that a spawned step takes along.
    #[must_use]
    pub fn detached(&self) -> PlainDetached {
        let run = self.run;
        PlainDetached::new(run.state.shared_services(), run.id().clone(), run.owned.clone(), self.at.origin())
    }

    /// Returns the context of an attempt of this step.
    #[must_use]
    pub fn attempt(mut self, number: u32) -> Self {
        self.at.attempt = number;
        self
    }

    /// Runs `work` between getting the files that it takes and storing those that it makes. Without a file store, the
    /// files are where the step expects them.
    ///
    /// # Errors
    /// Returns the error of the work, or an error if a file is missing or cannot be stored.
    pub async fn files<T>(
        self,
        get: &'static [&'static str],
        put: &'static [&'static str],
        work: impl Future<Output = Result<T>>,
    ) -> Result<T> {
        let Some(files) = self.services().and_then(|services| services.files.as_deref()) else { return work.await };
        let origin = self.at.origin();
        let (path, attempt) = (origin.to_string(), origin.attempt());
        if !get.is_empty() {
            files.get(&path, attempt, get).await.map_err(|error| Error::failed(error, false))?;
        }
        let output = work.await?;
        if !put.is_empty() {
            let not_stored = |error| Error::recorded(ErrorKind::NotStored, false, error);
            files.put(&path, attempt, put).await.map_err(not_stored)?;
        }
        Ok(output)
    }
}

/// The services of the run.
impl<'a> PlainCx<'a> {
    #[inline]
    pub(crate) fn services(&self) -> Option<&'a RunServices> {
        self.run.services()
    }

    #[inline]
    pub(crate) fn interceptor(&self) -> Option<&'a dyn Interceptor> {
        self.services()?.interceptor.as_deref()
    }

    /// Returns the recorder of the run.
    #[inline]
    pub(crate) fn recorder(&self) -> Option<&'a dyn Recorder> {
        self.services()?.recorder.as_deref()
    }

    /// Returns the number of items of a `map` that begin first, as they are recorded.
    #[inline]
    pub(crate) fn recalled_items(&self, place: &'static Place) -> usize {
        self.interceptor().map_or(0, |interceptor| interceptor.recalled_items(&self.path_below(place)))
    }

    /// Reports that a `map` below begins.
    #[inline]
    pub(crate) fn map_started(&self, place: &'static Place, items: usize) {
        if let Some(started) = self.services().and_then(|services| services.map_started.as_ref()) {
            started(&self.path_below(place), items);
        }
    }

    /// Returns the path of a `map` below.
    pub(crate) fn path_below(&self, place: &'static Place) -> String {
        let path = self.at.origin().to_string();
        let separator = if path.is_empty() { "" } else { "/" };
        format!("{path}{separator}{}", place.name())
    }

    /// Returns whether all recorded steps have been recalled.
    pub(crate) fn has_recalled(&self) -> bool {
        self.interceptor().is_none_or(Interceptor::has_recalled)
    }

    /// Returns the number of the first attempt of this step, after those in earlier parts of the run.
    pub(crate) fn first_attempt(&self, after_earlier: u32) -> u32 {
        let attempt = after_earlier.max(self.at.attempt);
        if attempt > 1 {
            self.run.owned.tries().into_iter().for_each(|tries| tries.note(&self.at.origin(), attempt));
        }
        attempt
    }

    /// Returns a receipt to wait for before something here recovers from a failure: a resumed run does not repeat what
    /// the steps sent that failed or were cancelled. A run that is not recorded has nothing to wait for.
    pub(crate) fn before_recovery(&self) -> Option<Receipt> {
        self.recorder()?;
        self.run.state.unread(None)
    }

    /// Ready once the events of this receipt were read, and so have been recorded.
    pub(crate) fn poll_read(&self, receipt: Option<Receipt>, task: &mut Context<'_>) -> Poll<()> {
        receipt.map_or(Poll::Ready(()), |receipt| self.run.state.poll_read(task, receipt))
    }

    /// Records that something here recovers from this failure, for the steps that failed and for each `retry` around them.
    pub(crate) fn record_recovery(&self, error: &Error) {
        let Some(recorder) = self.recorder() else { return };
        let around = self.at.origin().to_string().len();
        error.each_path(&mut |path| {
            // The innermost first: the steps of an attempt that failed are recalled only if their whole recovery is recorded.
            let ends = std::iter::once(path.len()).chain(path.rmatch_indices('/').map(|(end, _)| end));
            let failed = ends.take_while(|end| *end > around).filter_map(|end| path.get(..end));
            failed.for_each(|path| recorder.recovered(path));
        });
    }

    /// Records that an attempt failed, and that another attempt follows.
    pub(crate) fn attempt_failed(&self, error: &Error) {
        if let Some(recorder) = self.recorder() {
            recorder.ended(&self.at.origin().to_string(), AttemptEnd::Failed(error));
        }
    }

    /// Records that a further attempt begins.
    pub(crate) fn attempt_started(&self) {
        if let Some(recorder) = self.recorder() {
            recorder.started(&self.at.origin().to_string(), self.at.attempt, None);
        }
    }
}

impl Placed for PlainCx<'_> {
    fn run_id(&self) -> RunId {
        self.run.id().clone()
    }

    fn origin(&self) -> Origin {
        self.at.origin()
    }

    fn attempt(&self) -> u32 {
        self.at.attempt
    }

    fn owned(&self) -> &OwnedBySteps {
        &self.run.owned
    }

    fn services(&self) -> Option<&RunServices> {
        self.run.services()
    }
}

// There are no events to send.
impl StepSource<Never> for PlainCx<'_> {
    fn sink(&self) -> Option<Arc<dyn Sink<Never>>> {
        None
    }
}
