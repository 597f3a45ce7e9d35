//! How a runner is made.

use crate::{
    Config, Environment, FromParameters, Parameters, Resources, RunLogUrl, Runner, attach, config,
    identity::checked_out, runner::Inner,
};
use runnable_core::hooks::RetryDefaults;
use runnable_store::{
    CodeIdentity, Journal, JournalOptions, MemoryLog, RunLog, StoreError, catalog::CatalogStore, secrets::Secrets,
};
use std::{
    any::Any,
    error::Error as StdError,
    fmt,
    path::PathBuf,
    sync::{Arc, Mutex},
    time::{Duration, SystemTime},
};
use tokio::sync::Semaphore;

/// Makes a [`Runner`]: a [`Config`], what code adds to it, and what is no configuration.
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
///     format!("what is at {address}")
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
#[must_use = "it does nothing before `build`"]
pub struct RunnerBuilder {
    config: Config,
    environment: Option<Environment>,
    parameters: Parameters,
    log: Option<Arc<dyn RunLog>>,
    secrets: Option<Secrets>,
    catalog: Option<CatalogStore>,
    code: Option<CodeIdentity>,
    resources: Resources,
    registered: Vec<fn(&Resources) -> Vec<String>>,
    problems: Vec<String>,
}

/// Why there is no runner.
pub struct BuildError {
    problems: Vec<String>,
    source: Option<StoreError>,
}

impl RunnerBuilder {
    /// Takes over a configuration.
    pub fn config(mut self, config: Config) -> Self {
        self.config = config;
        self
    }

    /// Records runs there: `memory:`, `sqlite:path` or a path, `postgres://..`; `none` is the default.
    pub fn run_log(mut self, url: &str) -> Self {
        match url.parse() {
            Ok(url) => self.config.run_log.url = url,
            Err(error) => self.problems.push(format!("run log: {error}")),
        }
        self
    }

    /// Records runs in a log of one's own.
    pub fn log(mut self, log: impl RunLog) -> Self {
        self.log = Some(Arc::new(log));
        self
    }

    /// Takes secrets from there.
    pub fn secrets(mut self, secrets: Secrets) -> Self {
        self.secrets = Some(secrets);
        self
    }

    /// Keeps files there.
    pub fn catalog(mut self, store: CatalogStore) -> Self {
        self.catalog = Some(store);
        self
    }

    /// The folder that names of files are relative to.
    pub fn workspace(mut self, folder: impl Into<PathBuf>) -> Self {
        self.config.catalog.workspace = folder.into();
        self
    }

    /// Supplies `#[resource]` parameters of this type; each run gets a clone.
    pub fn resource<T: Any + Clone + Send + Sync>(mut self, value: T) -> Self {
        self.resources.insert(value);
        self
    }

    /// Values for the parameters of pipelines that are started by name, below those of a request.
    pub fn parameters(mut self, parameters: Parameters) -> Self {
        self.parameters = parameters;
        self
    }

    /// The variables that it looks at; those of the process unless said otherwise.
    pub fn environment(mut self, environment: Environment) -> Self {
        self.environment = Some(environment);
        self
    }

    /// How many runs may go on at a time; the next ones wait.
    pub fn max_runs(mut self, runs: usize) -> Self {
        match runs.try_into() {
            Ok(runs) => self.config.executor.max_runs = Some(runs),
            Err(_) => self.problems.push("max runs: expected at least 1, found 0".to_owned()),
        }
        self
    }

    /// What code its runs run: [`code_identity!`](crate::code_identity).
    pub fn code(mut self, code: CodeIdentity) -> Self {
        self.code = Some(code);
        self
    }

    /// Registers a pipeline: that each of its resources is there is checked when the runner is built.
    pub fn pipeline<P: FromParameters>(mut self) -> Self {
        self.registered.push(|resources| {
            let missing = resources.missing(P::PARAMETERS);
            let told = |parameter: &crate::ParameterInfo| {
                let (name, ty) = (parameter.name, parameter.ty);
                format!("`{}` needs a resource of type `{ty}` for `{name}`\nhelp: supply it: `.resource(..)`", P::NAME)
            };
            missing.map(told).collect()
        });
        self
    }

    /// Opens what is configured.
    ///
    /// # Errors
    /// All that is wrong with what was given, or the store that cannot be opened.
    ///
    /// # Panics
    /// Outside of a tokio runtime, where runs are recorded.
    pub async fn build(mut self) -> Result<Runner, BuildError> {
        let resources = &self.resources;
        self.problems.extend(self.registered.iter().flat_map(|missing| missing(resources)));
        if !self.problems.is_empty() {
            return Err(BuildError { problems: self.problems, source: None });
        }
        let environment = self.environment.unwrap_or_else(Environment::process);
        let config = self.config;
        let secrets = self.secrets.unwrap_or_else(|| attach::secrets(&config.secrets));
        let log = match self.log {
            Some(log) => Some(log),
            None => open(&config.run_log).await?,
        };
        // Without a place for the list of a run's files there are none, unless a catalog was asked for.
        let wanted = log.is_some() || self.catalog.is_some();
        let catalog = wanted.then(|| attach::catalog(self.catalog, &config.catalog)).transpose()?;
        let code = config.run_log.code_identity.then(|| self.code.unwrap_or_else(checked_out));
        let journal = log.map(|log| Journal::new(log, options(&config)));
        let inner = Inner {
            upkeep: Upkeep::start(&config.run_log, journal.as_ref()),
            journal,
            secrets,
            catalog,
            resources: self.resources,
            parameters: self.parameters.environment(&environment),
            run_id: environment.run_id().map(Into::into),
            places: config.executor.max_runs.map(|runs| Arc::new(Semaphore::new(runs.get()))),
            retry: RetryDefaults { attempts: config.retry.attempts.get(), backoff: config.retry.backoff },
            code,
            definitions: Mutex::default(),
        };
        Ok(Runner(Arc::new(inner)))
    }
}

async fn open(config: &config::RunLogConfig) -> Result<Option<Arc<dyn RunLog>>, BuildError> {
    Ok(match &config.url {
        RunLogUrl::None => None,
        RunLogUrl::Memory => Some(Arc::new(MemoryLog::new())),
        #[cfg(feature = "sqlite")]
        RunLogUrl::Sqlite(path) => {
            let synced = config.synchronous == config::Synchronous::Full;
            Some(Arc::new(runnable_store::SqliteLog::options(path).synced(synced).open().await?))
        }
        #[cfg(feature = "postgres")]
        RunLogUrl::Postgres(url) => Some(Arc::new(runnable_store::PostgresLog::connect(url.as_str()).await?)),
        #[cfg(not(feature = "sqlite"))]
        RunLogUrl::Sqlite(_) => return Err(not_compiled("SQLite", "sqlite")),
        #[cfg(not(feature = "postgres"))]
        RunLogUrl::Postgres(_) => return Err(not_compiled("PostgreSQL", "postgres")),
    })
}

#[cfg(not(all(feature = "sqlite", feature = "postgres")))]
fn not_compiled(storage: &str, feature: &str) -> BuildError {
    BuildError::new(format!(
        "run log: this program is compiled without {storage}\nhelp: enable the feature `{feature}` of `runnable`"
    ))
}

fn options(config: &Config) -> JournalOptions {
    let recent = config.executor.event_capacity.get();
    JournalOptions::default().durability(config.run_log.durability).lease(config.run_log.lease).recent(recent)
}

/// Compacts and prunes finished runs from time to time, as long as the runner is there.
pub(crate) struct Upkeep(Option<tokio::task::JoinHandle<()>>);

/// How often that is.
const UPKEEP: Duration = Duration::from_mins(1);

impl Upkeep {
    fn start(config: &config::RunLogConfig, journal: Option<&Journal>) -> Self {
        let (compact, prune) = (config.compact_after, config.prune_after);
        let Some(log) = journal.map(|journal| Arc::clone(journal.log())) else { return Self(None) };
        if compact.is_none() && prune.is_none() {
            return Self(None);
        }
        Self(Some(tokio::spawn(async move {
            loop {
                if let Err(error) = tidy(&*log, compact, prune).await {
                    tracing::warn!(%error, "finished runs could not be compacted or pruned");
                }
                tokio::time::sleep(UPKEEP).await;
            }
        })))
    }
}

async fn tidy(log: &dyn RunLog, compact: Option<Duration>, prune: Option<Duration>) -> Result<(), StoreError> {
    let before = |age: Duration| SystemTime::now().checked_sub(age).unwrap_or(SystemTime::UNIX_EPOCH);
    if let Some(age) = prune {
        log.prune(before(age)).await?;
    }
    if let Some(age) = compact {
        log.compact(before(age)).await?;
    }
    Ok(())
}

impl Drop for Upkeep {
    fn drop(&mut self) {
        if let Some(task) = &self.0 {
            task.abort();
        }
    }
}

impl From<StoreError> for BuildError {
    fn from(error: StoreError) -> Self {
        Self { problems: vec![error.to_string()], source: Some(error) }
    }
}

impl BuildError {
    pub(crate) fn new(problem: String) -> Self {
        Self { problems: vec![problem], source: None }
    }

    /// Each problem, in words.
    #[must_use]
    pub fn problems(&self) -> &[String] {
        &self.problems
    }
}

impl fmt::Display for BuildError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.problems.join("\n"))
    }
}

/// As `Display`: a program that ends with it shows what to do.
impl fmt::Debug for BuildError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl StdError for BuildError {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        self.source.as_ref().map(|source| source as &(dyn StdError + 'static))
    }
}

impl fmt::Debug for RunnerBuilder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RunnerBuilder").field("config", &self.config).finish_non_exhaustive()
    }
}
