//! The runner: a handle to everything that its runs share.

use crate::{
    InvalidParameter, InvalidParameterKind, InvalidParameters, Parameters, Resources, Runnable,
    attach::RunnerSecrets,
    json::json,
    pipeline::{Facts, Known, Pipelines},
    shared_run::SharedRun,
    upkeep::Upkeep,
};
use runnable_core::{
    BoxError, RunId,
    hooks::{Redact, RetryDefaults, RunPlace, RunServices, current_place},
    input::FromParameters,
    recording::{Recorded, checked_input},
};
use runnable_store::{
    CodeIdentity, EventStream, Journal, JournalOptions, Json, OverflowPolicy, RunLog, RunWriter, StoreError,
    StoreErrorKind, secrets::Redactor,
};
use std::{fmt, pin::pin, sync::Arc, time::Duration};
use tokio::{
    sync::{OwnedSemaphorePermit, Semaphore},
    time::timeout,
};
#[cfg(feature = "files")]
use {crate::attach, runnable_store::catalog::Opener};

/// The time for which a run waits for a place before that is logged.
const LONG_WAIT: Duration = Duration::from_secs(10);

/// Runs pipelines as configured: recorded and resumable, with secrets and files.
///
/// Clones share everything. A runner without configuration runs pipelines as [`Node::execute`](runnable_core::Node::execute)
/// does, without I/O.
///
/// Create a runner with [`Runner::builder`] or [`Runner::from_config`].
#[derive(Clone)]
pub struct Runner(pub(crate) Arc<Inner>);

pub(crate) struct Inner {
    pub(crate) journal: Option<Journal>,
    pub(crate) journal_options: JournalOptions,
    /// The run log as people read it.
    pub(crate) view: Option<Arc<dyn RunLog>>,
    pub(crate) secrets: RunnerSecrets,
    #[cfg(feature = "files")]
    pub(crate) catalog: Option<Arc<Opener>>,
    pub(crate) resources: Resources,
    pub(crate) parameters: Parameters,
    /// The id of runs without another id.
    pub(crate) run_id: Option<RunId>,
    /// Limits the number of active runs.
    pub(crate) permits: Option<Arc<Semaphore>>,
    #[cfg(feature = "metrics")]
    pub(crate) metrics: Option<crate::Metrics>,
    pub(crate) retry: RetryDefaults,
    /// True if all that is recorded is read back and compared.
    pub(crate) verify: bool,
    pub(crate) code: Option<CodeIdentity>,
    pub(crate) pipelines: Pipelines,
    /// The only run of this runner, if other processes take part in it.
    pub(crate) shared: Option<Arc<dyn SharedRun>>,
    /// True if a resumed run continues the attempts of its steps: an engine has moved it here.
    pub(crate) continues_attempts: bool,
    #[expect(dead_code, reason = "the task is aborted when the runner is dropped")]
    pub(crate) upkeep: Upkeep,
}

impl Runner {
    /// Returns the run log. In its records `***` stands for the values of secrets.
    ///
    /// # Errors
    /// Returns an error if no run log is configured.
    pub fn log(&self) -> Result<&Arc<dyn RunLog>, StoreError> {
        let journal = self.journal()?;
        Ok(self.0.view.as_ref().unwrap_or(journal.log()))
    }

    /// Streams the events of a run that follow the event with the number `after`; 0 starts at the beginning.
    ///
    /// The stream reads recorded events first and then follows the run, without duplicates and, unless
    /// `overflow` permits it, without gaps. `overflow` decides what happens to a reader that lags
    /// behind; the run never waits for the reader.
    ///
    /// If the process of the run dies, the stream ends with an error of the kind
    /// [`Interrupted`](StoreErrorKind::Interrupted). With [`EventStream::wait_for_resume`] it waits instead, and continues when
    /// any process resumes the run.
    ///
    /// # Errors
    /// Returns an error if no run log is configured. If the run is unknown, the first item of the stream is an error.
    pub fn events(&self, run_id: &str, after: u64, overflow: OverflowPolicy) -> Result<EventStream, StoreError> {
        Ok(self.journal()?.events(run_id, after, overflow))
    }

    /// Cancels a run in any process that shares the run log. A run of this runner is cancelled at once. A run in another process
    /// ends as cancelled after a third of that process's lease at the latest, and the time that its steps take to end. Asking
    /// again changes nothing, and a run that is resumed later is not cancelled by an earlier request.
    ///
    /// # Errors
    /// Returns an error of the kind [`NotFound`](StoreErrorKind::NotFound) if the run does not exist,
    /// [`Interrupted`](StoreErrorKind::Interrupted) if its process died, and [`Invalid`](StoreErrorKind::Invalid) if the run has
    /// ended.
    pub async fn cancel(&self, run_id: &str) -> Result<(), StoreError> {
        self.journal()?.cancel(run_id).await
    }

    /// Returns the metrics of the runs, if the runner was built with [`metrics`](crate::RunnerBuilder::metrics).
    #[cfg(feature = "metrics")]
    #[must_use]
    pub fn metrics(&self) -> Option<&crate::Metrics> {
        self.0.metrics.as_ref()
    }

    /// Builds a pipeline from a JSON object. The runner's [`Parameters`] supply missing values, and its resources supply the
    /// parameters with `#[resource]`.
    ///
    /// # Errors
    /// Returns every missing, mistyped or unknown parameter in one error.
    pub fn parameters<P: FromParameters>(
        &self,
        values: serde_json::Map<String, serde_json::Value>,
    ) -> Result<P, InvalidParameters> {
        self.0.parameters.clone().set_all(values).build(&self.0.resources)
    }

    /// Builds a pipeline from these parameters and the runner's resources, without the runner's own [`Parameters`].
    #[doc(hidden)]
    pub fn build_pipeline<P: FromParameters>(&self, parameters: &Parameters) -> Result<P, InvalidParameters> {
        parameters.build(&self.0.resources)
    }

    /// Writes everything that is waiting to be recorded. Runs that are still active are recorded as interrupted and can be
    /// resumed.
    ///
    /// # Errors
    /// Returns an error if the run log cannot be written.
    pub async fn shutdown(&self) -> Result<(), StoreError> {
        match &self.0.journal {
            Some(journal) => journal.clone().close().await,
            None => Ok(()),
        }
    }

    pub(crate) fn journal(&self) -> Result<&Journal, StoreError> {
        self.0.journal.as_ref().ok_or_else(|| {
            let message = "no run log is configured\n\
                           help: set `url` in the section `[run-log]`, or call `Runner::builder().run_log(..)`";
            StoreError::new(StoreErrorKind::NotFound, message)
        })
    }

    /// Returns the place of the active run whose step this thread executes. A run that the step starts shares it: it would
    /// wait for itself.
    pub(crate) fn shared_place(&self) -> Option<RunPlace> {
        let permits = self.0.permits.as_ref()?;
        current_place().filter(|place| {
            let permit = place.downcast_ref::<OwnedSemaphorePermit>();
            permit.is_some_and(|permit| Arc::ptr_eq(permit.semaphore(), permits))
        })
    }

    /// Waits until another run may be active. A run whose request was made by a step of an active run shares that run's
    /// `place`.
    pub(crate) async fn acquire(&self, place: Option<RunPlace>) -> Option<RunPlace> {
        let permits = self.0.permits.as_ref()?;
        if let Some(place) = place.or_else(|| self.shared_place()) {
            return Some(place);
        }
        if let Ok(permit) = Arc::clone(permits).try_acquire_owned() {
            return Some(Arc::new(permit));
        }
        let mut permit = pin!(Arc::clone(permits).acquire_owned());
        let acquired = match timeout(LONG_WAIT, &mut permit).await {
            Ok(acquired) => acquired,
            Err(_) => {
                tracing::warn!(
                    "a run has waited for {LONG_WAIT:?}: the limit `executor.max-runs` (`max_runs`) is reached; a run that a \
                     step starts in a task of its own may wait for the run of that step for ever\nhelp: call `Runner::run` in \
                     the step, and spawn what it returns: then both share a place; or raise the limit"
                );
                permit.await
            }
        };
        // Never fails: the semaphore is not closed.
        Some(Arc::new(acquired.ok()?))
    }

    /// Builds a pipeline from its recorded input alone.
    pub(crate) fn recorded_input<P: FromParameters>(&self, input: &str) -> Result<P, BoxError> {
        Ok(recorded(input)?.build(&self.0.resources)?)
    }

    /// Builds a pipeline from what is recorded as its input, or returns `None` if a resource is missing: a new run brings its
    /// own.
    pub(crate) fn read_back<P: FromParameters>(&self, input: &str) -> Result<Option<P>, BoxError> {
        match recorded(input)?.build(&self.0.resources) {
            Ok(pipeline) => Ok(Some(pipeline)),
            Err(invalid) if lacks_resources(&invalid) => Ok(None),
            Err(invalid) => Err(invalid.into()),
        }
    }

    /// Returns the input of a pipeline, whose secrets are known, as it is recorded.
    pub(crate) fn checked_input<P: Runnable>(&self, known: &Known, pipeline: &P) -> Result<Json, BoxError> {
        let verify = self.0.verify || !known.recorded().has_plain_input;
        let input = checked_input(pipeline, verify, |text| self.read_back::<P>(text))?;
        Ok(self.redactor().refer_json(&json(input)))
    }

    /// Returns the facts about `P`.
    pub(crate) fn pipeline<P: Recorded>(&self) -> Arc<Facts> {
        self.0.pipelines.of::<P>(self.0.verify)
    }

    /// Returns `P` without its type.
    pub(crate) fn known<P: Runnable>(&self) -> Known {
        Known::of::<P>(self.pipeline::<P>())
    }

    pub(crate) fn redactor(&self) -> Redactor {
        self.0.secrets.redactor()
    }

    /// Looks up the secrets that the tasks of `P` declare, so that texts about a run of `P` can be redacted.
    #[doc(hidden)]
    pub fn learn_secrets<P: Recorded>(&self) {
        self.0.secrets.learn(self.pipeline::<P>().codecs.secrets());
    }

    /// Returns the means to remove secrets from texts that leave the process.
    #[doc(hidden)]
    #[must_use]
    pub fn redact(&self) -> &Arc<dyn Redact> {
        &self.0.secrets.redact
    }

    /// Returns whether a run was recorded with this input.
    #[doc(hidden)]
    pub async fn has_input(&self, run_id: &str, input: &str) -> Result<bool, StoreError> {
        let Some(run) = self.journal()?.log().run(run_id).await? else { return Ok(false) };
        // An input with a secret that has changed since is not the same input.
        let recorded = self.0.secrets.secrets.restorer().json(&run.input);
        Ok(recorded.is_ok_and(|recorded| recorded.get() == input))
    }

    /// Returns the services for the steps of a run; `writer` records the run, if it is recorded.
    pub(crate) fn services(&self, writer: Option<&RunWriter>) -> RunServices {
        let mut services = RunServices { retry: Some(self.0.retry), ..RunServices::default() };
        services.extensions.insert(self.0.secrets.secrets.clone());
        services.redact = Some(Arc::clone(&self.0.secrets.redact));
        #[cfg(feature = "files")]
        if let Some(catalog) = &self.0.catalog {
            let log = self.0.journal.as_ref().map(|journal| Arc::clone(journal.log()));
            attach::files(&mut services, catalog, log.zip(writer.cloned()), &self.0.secrets.secrets);
        }
        #[cfg(not(feature = "files"))]
        let _ = writer;
        services
    }
}

fn recorded(input: &str) -> Result<Parameters, serde_json::Error> {
    Ok(Parameters::new().recorded(serde_json::from_str(input)?))
}

/// Returns whether everything but resources is there.
fn lacks_resources(invalid: &InvalidParameters) -> bool {
    let is_missing = |problem: &InvalidParameter| problem.kind() == InvalidParameterKind::NoResource;
    invalid.problems().iter().all(is_missing)
}

impl fmt::Debug for Runner {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Runner").field("journal", &self.0.journal).finish_non_exhaustive()
    }
}
