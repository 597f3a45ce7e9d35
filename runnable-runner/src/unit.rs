//! Runs whose record is kept by an engine instead of a run log: the parts of a runner that `runnable-cluster` uses.

use crate::{Runnable, Runner, begin::not_started, history::error_of, runner::Inner, shared_run::SharedRun};
use runnable_core::{
    BoxError, Error, Result,
    recording::{Recall, read_output},
};
use runnable_store::{Journal, Json, NewRun, RunLog, RunStatus, StoreError, StoreErrorKind, Write};
use std::{future::poll_fn, sync::Arc, time::Duration};

/// The time for which the writes of a unit wait for others: its events are followed from elsewhere.
const LINGER: Duration = Duration::from_millis(1);

#[doc(hidden)]
impl Runner {
    /// Returns a runner that shares everything with this runner, except the run log. It runs a single run, in which other
    /// processes may take part: `shared`.
    #[must_use]
    pub fn recording_in(&self, log: Arc<dyn RunLog>, shared: Option<Arc<dyn SharedRun>>) -> Self {
        let inner = &*self.0;
        let options = inner.journal_options.clone().linger(LINGER);
        Self(Arc::new(Inner {
            journal: Some(Journal::new(log, options)),
            journal_options: inner.journal_options.clone(),
            view: None,
            secrets: inner.secrets.clone(),
            #[cfg(feature = "files")]
            catalog: inner.catalog.clone(),
            resources: inner.resources.clone(),
            parameters: inner.parameters.clone(),
            run_id: None,
            // An item belongs to a run that has a place already, and that waits for it.
            permits: inner.permits.clone().filter(|_| !shared.as_ref().is_some_and(|shared| shared.is_item())),
            #[cfg(feature = "metrics")]
            metrics: inner.metrics.clone(),
            retry: inner.retry,
            verify: inner.verify,
            code: inner.code.clone(),
            pipelines: inner.pipelines.clone(),
            shared,
            continues_attempts: true,
            upkeep: None,
        }))
    }

    /// Returns the run log as it is written, with references in the place of secrets, or `None` without a run log.
    #[must_use]
    pub fn raw_log(&self) -> Option<&Arc<dyn RunLog>> {
        self.0.journal.as_ref().map(Journal::log)
    }

    /// Records a run that has ended elsewhere, with its entries. Repeating it changes nothing.
    ///
    /// # Errors
    /// Returns an error if the run log cannot be written, or another process is recording the run.
    pub async fn record_ended(&self, run: NewRun, end: Write) -> Result<(), StoreError> {
        let (journal, id) = (self.journal()?, run.id.clone());
        let writer = match journal.begin(run).await {
            Ok(writer) => writer,
            Err(error) if error.kind() == StoreErrorKind::Exists => {
                let recorded = journal.log().run(&id).await?.map(|run| run.status);
                if recorded.is_some_and(|status| !matches!(status, RunStatus::Running | RunStatus::Interrupted)) {
                    return Ok(());
                }
                // The process that recorded it died before the end; its entries were recorded together.
                journal.reopen(&id).await?.0
            }
            Err(error) => return Err(error),
        };
        let receipt = writer.write(end);
        poll_fn(|task| writer.poll_committed(receipt, task)).await
    }

    /// Returns the hash of the definition of `P`.
    #[must_use]
    pub fn definition_hash<P: Runnable>(&self) -> String {
        self.pipeline::<P>().recorded::<P>().definition.hash.clone()
    }

    /// Returns the record of a new run of `P` with this recorded input.
    #[must_use]
    pub fn new_run<P: Runnable>(&self, id: &str, input: Json) -> NewRun {
        self.known::<P>().new_run(&self.redactor(), id, input)
    }

    /// Returns the graph of `P` as it is recorded.
    #[must_use]
    pub fn recorded_graph<P: Runnable>(&self) -> Json {
        self.redactor().redact_json(&self.pipeline::<P>().recorded::<P>().definition.graph)
    }

    /// Returns the input of a pipeline as it is recorded, with references in the place of secrets.
    ///
    /// # Errors
    /// Returns an error if a parameter cannot be recorded.
    pub fn record_input<P: Runnable>(&self, pipeline: &P) -> Result<Json, BoxError> {
        self.learn_secrets::<P>();
        self.checked_input(&self.known::<P>(), pipeline)
    }

    /// Builds a pipeline from its recorded input.
    ///
    /// # Errors
    /// Returns an error if the input does not fit, a resource is missing, or a secret has changed.
    pub fn read_input<P: Runnable>(&self, input: &Json) -> Result<P> {
        self.learn_secrets::<P>();
        let read = || -> Result<P, BoxError> {
            let input = self.0.secrets.secrets.restorer().json(input)?;
            self.recorded_input::<P>(input.get())
        };
        read().map_err(|error| self.redact().error(not_started(error)))
    }

    /// Reads a recorded output of `P`.
    ///
    /// # Errors
    /// Returns an error if the output does not fit, or a secret has changed.
    pub fn read_output<P: Runnable>(&self, output: &Json) -> Result<P::Output, BoxError>
    where
        P::Output: for<'r> Recall<'r>,
    {
        self.learn_secrets::<P>();
        read_output(self.0.secrets.secrets.restorer().json(output)?.get())
    }

    /// Reads a recorded error.
    #[must_use]
    pub fn read_error(&self, error: Option<&Json>) -> Error {
        let error = error.map(|error| self.redactor().view_error(error));
        error_of(error.as_ref())
    }

    /// Returns a recorded value as people read it, with `***` in the place of secrets.
    #[must_use]
    pub fn view(&self, recorded: &Json) -> Json {
        self.redactor().view_json(recorded)
    }

    /// Returns a recorded error as people read it.
    #[must_use]
    pub fn view_error(&self, recorded: &Json) -> Json {
        self.redactor().view_error(recorded)
    }

    /// Returns an error as it is recorded.
    #[must_use]
    pub fn record_error(&self, error: &Error) -> Json {
        crate::recorder::error_json(error, &self.redactor())
    }

    /// Returns whether a step of `P` is declared `effect = "once"`.
    #[must_use]
    pub fn once_steps<P: Runnable>(&self) -> Box<dyn Fn(&str) -> bool + Send + Sync> {
        let known = self.known::<P>();
        Box::new(move |path| known.is_once(path))
    }
}
