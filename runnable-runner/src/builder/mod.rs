//! Builds runners.

mod error;
mod open;

pub use error::BuildError;

use crate::{
    Config, Environment, FromParameters, ParameterInfo, Parameters, Resources, Runner, attach, identity::checked_out,
    pipeline::Pipelines, runner::Inner, upkeep,
};
use runnable_core::hooks::RetryDefaults;
#[cfg(feature = "files")]
use runnable_store::catalog::CatalogStore;
use runnable_store::{CodeIdentity, Journal, JournalOptions, RunLog, ViewLog, secrets::Secrets};
use std::{
    any::Any,
    fmt,
    path::{Path, PathBuf},
    sync::Arc,
};
use tokio::sync::Semaphore;

/// Builds a [`Runner`] from a [`Config`] and from values that only code can supply.
///
/// # Examples
/// ```
/// use runnable::{prelude::*, runner::Runner};
///
/// #[derive(Clone)]
/// struct Client;
///
/// #[task(returns = [page])]
/// async fn fetch(address: String, client: &Client) -> String {
///     let _ = client;
///     format!("the page at {address}")
/// }
///
/// pipeline! {
///     /// Fetches a page.
///     fn load(address: String, #[resource] client: Client) { fetch }
/// }
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), runnable::runner::BuildError> {
/// let runner = Runner::builder().run_log("memory:").resource(Client).pipeline::<Load>().build().await?;
/// # drop(runner);
/// let error = Runner::builder().pipeline::<Load>().build().await.unwrap_err();
/// assert!(error.to_string().contains("`load` needs a resource of type `Client`"));
/// # Ok(())
/// # }
/// ```
#[derive(Default)]
#[must_use = "no runner exists until `build` is called"]
pub struct RunnerBuilder {
    config: Config,
    environment: Option<Environment>,
    parameters: Parameters,
    log: Option<Arc<dyn RunLog>>,
    secrets: Option<Secrets>,
    #[cfg(feature = "files")]
    catalog: Option<CatalogStore>,
    code: Option<CodeIdentity>,
    #[cfg(feature = "metrics")]
    metrics: Option<crate::Metrics>,
    resources: Resources,
    /// Returns the problems of each registered pipeline.
    checks: Vec<fn(&Resources) -> Vec<String>>,
    problems: Vec<String>,
}

impl Runner {
    /// Returns a builder with the default configuration.
    pub fn builder() -> RunnerBuilder {
        RunnerBuilder::default()
    }

    /// Builds a runner from a file (TOML or YAML) and the environment variables of this process; see [`Config::from_file`].
    ///
    /// # Errors
    /// Returns every problem in the file and the variables, or the store that cannot be opened.
    ///
    /// # Panics
    /// Panics outside a tokio runtime if runs are recorded.
    pub async fn from_config(path: impl AsRef<Path>) -> Result<Self, BuildError> {
        let config = Config::from_file(path).map_err(|error| BuildError::new(vec![error.to_string()]))?;
        Self::builder().config(config).build().await
    }
}

impl RunnerBuilder {
    /// Sets the configuration. Call this first: it replaces what [`run_log`](Self::run_log),
    /// [`verify`](Self::verify), [`workspace`](Self::workspace) and [`max_runs`](Self::max_runs) have set.
    pub fn config(mut self, config: Config) -> Self {
        self.config = config;
        self
    }

    /// Sets where runs are recorded: `memory:`, `sqlite:path` or a path, or `postgres://..`. The default, `none`, does not
    /// record them.
    pub fn run_log(mut self, url: &str) -> Self {
        match url.parse() {
            Ok(url) => self.config.run_log.url = url,
            Err(error) => self.problems.push(format!("run log: {error}")),
        }
        self
    }

    /// Records runs in a log of your own, instead of the configured log.
    pub fn log(mut self, log: impl RunLog) -> Self {
        self.log = Some(Arc::new(log));
        self
    }

    /// Sets whether each input and return value that is recorded is also read back and compared. The run or the step fails if a
    /// value differs, for example in a field with `#[serde(skip)]`. The default is true with the feature `test`, and false
    /// otherwise.
    ///
    /// # Examples
    /// ```
    /// use runnable::{prelude::*, runner::Runner};
    /// use serde::{Deserialize, Serialize};
    ///
    /// #[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
    /// struct Page {
    ///     title: String,
    ///     #[serde(skip)]
    ///     visits: u32,
    /// }
    ///
    /// #[task(returns = [page])]
    /// async fn visit(title: String) -> Page {
    ///     Page { title, visits: 1 }
    /// }
    ///
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// let runner = Runner::builder().run_log("memory:").verify(true).build().await?;
    /// let error = runner.run(Visit { title: "home".into() }).await.map(drop).unwrap_err();
    /// assert!(error.message().starts_with("`page` cannot be recorded: it reads back as another value"));
    /// # Ok(())
    /// # }
    /// ```
    pub fn verify(mut self, verify: bool) -> Self {
        self.config.run_log.verify = verify;
        self
    }

    /// Looks up secrets here, instead of with the configured providers.
    pub fn secrets(mut self, secrets: Secrets) -> Self {
        self.secrets = Some(secrets);
        self
    }

    /// Stores files here, instead of in the configured catalog.
    #[cfg(feature = "files")]
    pub fn catalog(mut self, store: CatalogStore) -> Self {
        self.catalog = Some(store);
        self
    }

    /// Sets the directory that file names are relative to. The default is the working directory of the process.
    pub fn workspace(mut self, directory: impl Into<PathBuf>) -> Self {
        self.config.catalog.workspace = directory.into();
        self
    }

    /// Supplies the parameters with `#[resource]` of type `T`. Each run gets a clone.
    pub fn resource<T: Any + Clone + Send + Sync>(mut self, value: T) -> Self {
        self.resources.insert(value);
        self
    }

    /// Sets default values for the parameters of pipelines that are started by name. The values of a request override them.
    pub fn parameters(mut self, parameters: Parameters) -> Self {
        self.parameters = parameters;
        self
    }

    /// Sets the environment variables from which parameters and the default run id are read. The default is the environment
    /// of the process.
    pub fn environment(mut self, environment: Environment) -> Self {
        self.environment = Some(environment);
        self
    }

    /// Sets the number of runs that may be active at a time; further runs wait. Unlimited by default.
    ///
    /// A run that a step starts shares the place of the step's run, also if the step spawns what [`Runner::run`] returns. A
    /// step that spawns a task which calls `Runner::run` is not seen as the origin of that run: the run waits for a place, and
    /// if the step waits for the run, both may wait for ever. A run that waits for more than 10 seconds is logged as a warning.
    pub fn max_runs(mut self, runs: usize) -> Self {
        match runs.try_into() {
            Ok(runs) => self.config.executor.max_runs = Some(runs),
            Err(_) => self.problems.push("max runs: expected at least 1, found 0".to_owned()),
        }
        self
    }

    /// Sets the code identity that is recorded with each run; see [`code_identity!`](crate::code_identity).
    pub fn code(mut self, code: CodeIdentity) -> Self {
        self.code = Some(code);
        self
    }

    /// Measures the runs, and the transactions of the run log. Several runners may share the metrics; see
    /// [`Metrics`](crate::Metrics).
    #[cfg(feature = "metrics")]
    pub fn metrics(mut self, metrics: crate::Metrics) -> Self {
        self.metrics = Some(metrics);
        self
    }

    /// Registers a pipeline, so that [`build`](Self::build) fails if one of its resources is missing.
    pub fn pipeline<P: FromParameters>(mut self) -> Self {
        self.checks.push(|resources| {
            let problem = |parameter: &ParameterInfo| {
                let (name, ty) = (parameter.name, parameter.ty);
                format!("`{}` needs a resource of type `{ty}` for `{name}`\nhelp: supply it: `.resource(..)`", P::NAME)
            };
            resources.missing(P::PARAMETERS).map(problem).collect()
        });
        self
    }

    /// Opens the configured stores and builds the runner.
    ///
    /// # Errors
    /// Returns every problem with the given values, or the store that cannot be opened.
    ///
    /// # Panics
    /// Panics outside a tokio runtime if runs are recorded.
    pub async fn build(mut self) -> Result<Runner, BuildError> {
        self.problems.extend(self.checks.iter().flat_map(|check| check(&self.resources)));
        self.problems.extend(open::not_compiled(&self.config, self.log.is_some()));
        if !self.problems.is_empty() {
            return Err(BuildError::new(self.problems));
        }
        let environment = self.environment.unwrap_or_else(Environment::process);
        let config = self.config;
        let log = match self.log {
            Some(log) => Some(log),
            None => open::run_log(&config.run_log).await?,
        };
        // Without a run log, nothing records which files a run has: attach a catalog only if code supplies it.
        #[cfg(feature = "files")]
        let catalog = if log.is_some() || self.catalog.is_some() {
            let catalog = attach::catalog(self.catalog, &config.catalog).await;
            Some(catalog.map_err(|error| BuildError::with_source("failed to open the catalog", error))?)
        } else {
            None
        };
        let upkeep = upkeep::start(&config.run_log, log.as_ref());
        let secrets = attach::RunnerSecrets::new(self.secrets, &config.secrets);
        let view = log.clone().map(|log| Arc::new(ViewLog::new(log, secrets.redactor())) as Arc<dyn RunLog>);
        let journal_options = journal_options(&config);
        #[cfg(feature = "metrics")]
        let journal_options = match self.metrics.clone() {
            Some(metrics) => journal_options.on_commit(move |took, is_durable| metrics.committed(took, is_durable)),
            None => journal_options,
        };
        let inner = Inner {
            view,
            journal: log.map(|log| Journal::new(log, journal_options.clone())),
            journal_options,
            secrets,
            #[cfg(feature = "files")]
            catalog,
            resources: self.resources,
            parameters: self.parameters.environment(&environment),
            run_id: environment.run_id().map(Into::into),
            #[cfg(feature = "metrics")]
            metrics: self.metrics,
            permits: config.executor.max_runs.map(|runs| Arc::new(Semaphore::new(runs.get()))),
            retry: RetryDefaults { attempts: config.retry.attempts.get(), backoff: config.retry.backoff },
            verify: config.run_log.verify,
            code: config.run_log.code_identity.then(|| self.code.unwrap_or_else(checked_out)),
            pipelines: Pipelines::default(),
            shared: None,
            continues_attempts: false,
            upkeep,
        };
        Ok(Runner(Arc::new(inner)))
    }
}

fn journal_options(config: &Config) -> JournalOptions {
    let recent = config.executor.event_capacity.get();
    let options = JournalOptions::default().durability(config.run_log.durability).lease(config.run_log.lease);
    options.patience(config.run_log.patience).recent(recent)
}

impl fmt::Debug for RunnerBuilder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RunnerBuilder").field("config", &self.config).finish_non_exhaustive()
    }
}
