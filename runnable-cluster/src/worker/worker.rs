//! The builder and the server of a worker.

use crate::{
    engine::Engine,
    error::{ClusterError, ClusterErrorKind},
    host::{Served, Units, served},
    jetstream::JetStream,
    patience::patiently,
    unit::{Children, Events, Spreading},
};
use futures_util::StreamExt;
use runnable_graph::__private::did_you_mean;
use runnable_runner::{Config, Runnable, Runner, RunnerBuilder};
use std::{
    any::Any,
    collections::{BTreeSet, HashMap},
    fmt,
    future::Future,
    path::Path,
    sync::Arc,
};
use tokio::runtime::Handle;
use tokio_util::task::AbortOnDropHandle;

/// A process that runs pipelines for a cluster.
///
/// Start as many workers as the runs need, with the same configuration. Each run is on one worker at a time; if that worker
/// dies, the engine begins the run on another, where completed steps are not repeated.
///
/// # Examples
/// ```no_run
/// use runnable::prelude::*;
/// use runnable_cluster::Worker;
///
/// #[task(returns = [text])]
/// async fn shout(text: String) -> String {
///     text.to_uppercase()
/// }
///
/// # #[tokio::main]
/// # async fn main() -> Result<(), runnable_cluster::ClusterError> {
/// Worker::from_config("runnable.toml")?.pipeline::<Shout>().serve().await
/// # }
/// ```
#[must_use = "nothing is served until `serve` is awaited"]
pub struct Worker {
    config: Config,
    runner: RunnerBuilder,
    pipelines: Vec<Arc<dyn Served>>,
}

impl Worker {
    /// Reads the configuration from a file (TOML or YAML) and the environment variables of this process.
    ///
    /// # Errors
    /// Returns every problem in the file and the variables.
    pub fn from_config(path: impl AsRef<Path>) -> Result<Self, ClusterError> {
        let config = Config::from_file(path);
        config.map(Self::new).map_err(|error| ClusterError::new(ClusterErrorKind::Config, error.to_string()))
    }

    /// Makes a worker with this configuration.
    pub fn new(config: Config) -> Self {
        Self { runner: Runner::builder().config(config.clone()), config, pipelines: Vec::new() }
    }

    /// Serves a pipeline.
    pub fn pipeline<P: Runnable>(mut self) -> Self {
        self.runner = self.runner.pipeline::<P>();
        self.pipelines.push(served::<P>());
        self
    }

    /// Supplies the parameters with `#[resource]` of type `T`. Each run gets a clone.
    pub fn resource<T: Any + Clone + Send + Sync>(mut self, value: T) -> Self {
        self.runner = self.runner.resource(value);
        self
    }

    /// Changes the builder of the runner that runs the pipelines, such as to supply secrets. The run log takes a copy of each
    /// run when the run has ended.
    pub fn runner(mut self, change: impl FnOnce(RunnerBuilder) -> RunnerBuilder) -> Self {
        self.runner = change(self.runner);
        self
    }

    /// Serves until Ctrl-C. Runs that are active then continue on other workers.
    ///
    /// Waits for servers that cannot be reached, and logs that.
    ///
    /// # Errors
    /// Returns an error if the configuration is incomplete, a server refuses the credentials, is too old or has other settings,
    /// or the port is taken.
    pub async fn serve(self) -> Result<(), ClusterError> {
        self.serve_until(async {
            // Without a signal handler, the process ends in its own way.
            if tokio::signal::ctrl_c().await.is_err() {
                std::future::pending::<()>().await;
            }
        })
        .await
    }

    /// Serves until a future is ready, as [`serve`](Self::serve) does.
    ///
    /// # Errors
    /// Returns the errors of [`serve`](Self::serve).
    pub async fn serve_until(self, shutdown: impl Future<Output = ()>) -> Result<(), ClusterError> {
        // The future is large, and would be part of each future around it.
        Box::pin(self.served(shutdown)).await
    }

    async fn served(self, shutdown: impl Future<Output = ()>) -> Result<(), ClusterError> {
        let Self { config, runner, pipelines } = self;
        let runner = runner.build().await.map_err(|error| {
            ClusterError::new(ClusterErrorKind::Config, "the worker cannot be built").with_source(error)
        })?;
        check_spread(&config.engine.spread, &pipelines)?;
        let services = services(&runner, pipelines)?;
        let listener = Engine::listen(&config).await?;
        let engine = patiently(|| Engine::connect(&config)).await?;
        let events = Arc::new(engine.events().clone()) as Arc<dyn Events>;
        let children = Arc::new(engine.clone()) as Arc<dyn Children>;
        let spreading = Spreading { children, runtime: Handle::current(), maps: config.engine.spread.clone().into() };
        let units = Units::new(services, runner.clone(), events, spreading, config.engine.keep_alive);
        let _cancels = AbortOnDropHandle::new(tokio::spawn(take_cancels(engine.events().clone(), units.clone())));
        Box::pin(engine.serve(&units, listener, shutdown)).await?;
        runner.shutdown().await.map_err(|error| {
            ClusterError::new(ClusterErrorKind::Other, "the run log cannot be closed").with_source(error)
        })
    }
}

/// Returns the pipelines by the names of their services.
fn services(
    runner: &Runner,
    pipelines: Vec<Arc<dyn Served>>,
) -> Result<HashMap<String, Arc<dyn Served>>, ClusterError> {
    if pipelines.is_empty() {
        let message = "the worker has no pipelines\nhelp: add them: `.pipeline::<P>()`";
        return Err(ClusterError::new(ClusterErrorKind::Config, message));
    }
    Ok(pipelines.into_iter().map(|pipeline| (pipeline.service(runner), pipeline)).collect())
}

/// Checks that a pipeline has each map whose items run on other workers, and that none of them is in a `retry`.
fn check_spread(spread: &[String], pipelines: &[Arc<dyn Served>]) -> Result<(), ClusterError> {
    let retried: BTreeSet<String> = pipelines.iter().flat_map(|pipeline| pipeline.retried_maps()).collect();
    if let Some(map) = spread.iter().find(|name| retried.contains(*name)) {
        let message = format!(
            "`engine.spread`: the map `{map}` is in a `#[retry]`, so its items cannot run on other workers\nhelp: remove `{map}`, or \
             move the `#[retry]` into the map"
        );
        return Err(ClusterError::new(ClusterErrorKind::Config, message));
    }
    let maps: BTreeSet<String> = pipelines.iter().flat_map(|pipeline| pipeline.maps()).collect();
    let Some(unknown) = spread.iter().find(|name| !maps.contains(*name)) else { return Ok(()) };
    let all = || {
        let names: Vec<_> = maps.iter().map(String::as_str).collect();
        if names.is_empty() {
            return "the pipelines of this worker have no maps".to_owned();
        }
        format!("the maps are `{}`", names.join("`, `"))
    };
    let help = did_you_mean(unknown, &maps).unwrap_or_else(all);
    let message = format!("`engine.spread`: no pipeline of this worker has a map `{unknown}`\nhelp: {help}");
    Err(ClusterError::new(ClusterErrorKind::Config, message))
}

/// Cancels runs that clients ask to cancel. A client gets an answer if the run is active here.
async fn take_cancels(events: JetStream, units: Units) {
    loop {
        let Ok(mut requests) = events.client().subscribe(events.cancel_subject("*")).await else {
            tokio::time::sleep(std::time::Duration::from_secs(1)).await;
            continue;
        };
        while let Some(request) = requests.next().await {
            let token = request.subject.rsplit('.').next().unwrap_or_default();
            if units.cancel(token)
                && let Some(reply) = request.reply
            {
                // A lost answer is asked for again.
                let _ = events.client().publish(reply, "cancelled".into()).await;
            }
        }
    }
}

impl fmt::Debug for Worker {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Worker").field("pipelines", &self.pipelines.len()).finish_non_exhaustive()
    }
}
