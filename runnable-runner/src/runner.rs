//! What runs pipelines as they are configured.

use crate::{
    BuildError, Config, InvalidParameters, Parameters, Resources, RunnerBuilder, attach, builder::Upkeep,
    definition::Definition,
};
use runnable_core::{
    RunId,
    hooks::{RetryDefaults, RunServices},
    input::FromParameters,
};
use runnable_store::{
    CodeIdentity, EventStream, Journal, OverflowPolicy, RunLog, RunWriter, StoreError, StoreErrorKind,
    catalog::Opener,
    secrets::{Redactor, Secrets},
};
use std::{
    any::TypeId,
    collections::HashMap,
    fmt,
    path::Path,
    sync::{Arc, Mutex, PoisonError},
};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

/// Runs pipelines as they are configured: recorded, resumed, with secrets and files. A clone is the same runner.
///
/// With nothing configured it runs them as [`Node::execute`](runnable_core::Node::execute) does, without I/O.
#[derive(Clone)]
pub struct Runner(pub(crate) Arc<Inner>);

pub(crate) struct Inner {
    pub(crate) journal: Option<Journal>,
    pub(crate) secrets: Secrets,
    pub(crate) catalog: Option<Arc<Opener>>,
    pub(crate) resources: Resources,
    pub(crate) parameters: Parameters,
    /// The id of runs that have no other one.
    pub(crate) run_id: Option<RunId>,
    pub(crate) places: Option<Arc<Semaphore>>,
    pub(crate) retry: RetryDefaults,
    pub(crate) code: Option<CodeIdentity>,
    pub(crate) definitions: Mutex<HashMap<TypeId, Arc<Definition>>>,
    #[expect(dead_code, reason = "it ends with the runner")]
    pub(crate) upkeep: Upkeep,
}

impl Runner {
    /// Begins with nothing configured.
    pub fn builder() -> RunnerBuilder {
        RunnerBuilder::default()
    }

    /// A runner of a file of configuration (TOML or YAML) and the environment: [`Config::from_file`].
    ///
    /// # Errors
    /// All that is wrong in the file and the environment, or the store that cannot be opened.
    pub async fn from_config(path: impl AsRef<Path>) -> Result<Self, BuildError> {
        let config = Config::from_file(path).map_err(|error| BuildError::new(error.to_string()))?;
        Self::builder().config(config).build().await
    }

    /// Where its runs are recorded.
    ///
    /// # Errors
    /// No run log is configured.
    pub fn log(&self) -> Result<&Arc<dyn RunLog>, StoreError> {
        Ok(self.journal()?.log())
    }

    /// The events of a run after the one with the number `after`: first from the log, then live, without a hole or a double.
    ///
    /// # Errors
    /// No run log is configured. An unknown run is the stream's first error.
    pub fn events(&self, run_id: &str, after: u64, overflow: OverflowPolicy) -> Result<EventStream, StoreError> {
        Ok(self.journal()?.events(run_id, after, overflow))
    }

    /// A pipeline with the input of a JSON object; what that does not give comes from the runner's [`Parameters`], and what is
    /// no data from its resources.
    ///
    /// # Errors
    /// All that is missing, mistyped or unknown.
    pub fn parameters<P: FromParameters>(
        &self,
        values: serde_json::Map<String, serde_json::Value>,
    ) -> Result<P, InvalidParameters> {
        self.0.parameters.clone().set_all(values).build(&self.0.resources)
    }

    /// Writes what waits to be recorded. Runs that still go on are interrupted, and can be resumed.
    ///
    /// # Errors
    /// It could not be written.
    pub async fn shutdown(&self) -> Result<(), StoreError> {
        match &self.0.journal {
            Some(journal) => journal.clone().close().await,
            None => Ok(()),
        }
    }

    pub(crate) fn journal(&self) -> Result<&Journal, StoreError> {
        self.0.journal.as_ref().ok_or_else(|| {
            let message =
                "no run log is configured\nhelp: set `url` in `[run-log]`, or `Runner::builder().run_log(..)`";
            StoreError::new(StoreErrorKind::NotFound, message)
        })
    }

    /// Waits for a place among the runs that may go on at the same time.
    pub(crate) async fn place(&self) -> Option<OwnedSemaphorePermit> {
        let places = Arc::clone(self.0.places.as_ref()?);
        // It is never closed.
        places.acquire_owned().await.ok()
    }

    pub(crate) fn definition<P: FromParameters>(&self) -> Arc<Definition> {
        let mut all = self.0.definitions.lock().unwrap_or_else(PoisonError::into_inner);
        Arc::clone(all.entry(TypeId::of::<P>()).or_insert_with(|| Arc::new(Definition::of::<P>())))
    }

    /// A pipeline with a recorded input, and no other.
    pub(crate) fn recorded_input<P: FromParameters>(
        &self,
        input: &str,
    ) -> Result<P, Box<dyn std::error::Error + Send + Sync>> {
        let values = serde_json::from_str(input)?;
        Ok(Parameters::new().set_all(values).build(&self.0.resources)?)
    }

    pub(crate) fn redactor(&self) -> Redactor {
        self.0.secrets.redactor()
    }

    /// What the steps of a run may ask for.
    pub(crate) fn services(&self, recording: Option<&RunWriter>) -> RunServices {
        let mut services = RunServices { retry: Some(self.0.retry), ..RunServices::default() };
        services.extensions.insert(self.0.secrets.clone());
        if let Some(catalog) = &self.0.catalog {
            let log = self.0.journal.as_ref().map(|journal| Arc::clone(journal.log()));
            attach::files(&mut services, catalog, log.zip(recording.cloned()));
        }
        services
    }
}

impl fmt::Debug for Runner {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Runner").field("journal", &self.0.journal).finish_non_exhaustive()
    }
}
