//! The client of a cluster.

use super::{ClusterEvent, ClusterEvents, ClusterRun, StartRun};
use crate::{
    engine::Engine,
    error::{ClusterError, ClusterErrorKind},
    unit::{Outcome, Unit},
};
use futures_util::StreamExt;
use runnable_core::recording::Recall;
use runnable_runner::{Config, Runnable, Runner, RunnerBuilder};
use runnable_store::{Json, RunEvent, RunFilter, RunStatus};
use std::{fmt, path::Path, pin::pin, sync::Arc, time::Duration};

/// The time in which a worker answers a request to cancel a run.
const ANSWER: Duration = Duration::from_millis(100);

/// The longest pause between two requests to cancel a run.
const MAX_PAUSE: Duration = Duration::from_secs(1);

/// The pause between two looks at a run that has ended.
const MOMENT: Duration = Duration::from_millis(5);

/// Starts, follows and cancels the runs of a cluster, from any process. Clones share their connections.
///
/// # Examples
/// ```no_run
/// use runnable::prelude::*;
/// use runnable_cluster::Cluster;
///
/// #[task(returns = [text])]
/// async fn shout(text: String) -> String {
///     text.to_uppercase()
/// }
///
/// # #[tokio::main]
/// # async fn main() -> Result<(), runnable_cluster::ClusterError> {
/// let cluster = Cluster::from_config("runnable.toml").await?;
/// cluster.start(Shout { text: "hello".into() }).run_id("today").await?;
/// let mut events = cluster.events("today", 0).await?;
/// while let Some(event) = events.next().await {
///     println!("{}", event?.event().event_type());
/// }
/// let output = cluster.output::<Shout>("today").await?;
/// assert_eq!(output.text, "HELLO");
/// # Ok(())
/// # }
/// ```
#[derive(Clone)]
pub struct Cluster {
    pub(super) runner: Runner,
    pub(super) engine: Arc<Engine>,
}

impl Cluster {
    /// Connects to the cluster in a configuration file (TOML or YAML) and the environment variables of this process.
    ///
    /// # Errors
    /// Returns every problem in the file and the variables, and the errors of [`connect`](Self::connect).
    pub async fn from_config(path: impl AsRef<Path>) -> Result<Self, ClusterError> {
        let config =
            Config::from_file(path).map_err(|error| ClusterError::new(ClusterErrorKind::Config, error.to_string()))?;
        Self::connect(config, |runner| runner).await
    }

    /// Connects to a cluster. `runner` changes the builder of the runner that encodes inputs and reads the run log, such as to
    /// supply secrets.
    ///
    /// # Errors
    /// Returns an error if the configuration is incomplete, or a server cannot be reached, refuses the credentials, is too old or
    /// has other settings.
    pub async fn connect(
        config: Config,
        runner: impl FnOnce(RunnerBuilder) -> RunnerBuilder,
    ) -> Result<Self, ClusterError> {
        let engine = Arc::new(Engine::connect(&config).await?);
        let runner = runner(Runner::builder().config(config)).build().await.map_err(|error| {
            ClusterError::new(ClusterErrorKind::Config, "the runner cannot be built").with_source(error)
        })?;
        Ok(Self { runner, engine })
    }

    /// Starts a run. Starting it again with the same id and the same input changes nothing.
    ///
    /// # Errors
    /// Returns an error if a run with the id exists that has another pipeline or another input, no worker serves the pipeline, or a
    /// server cannot be reached.
    #[expect(clippy::needless_pass_by_value, reason = "as `Runner::run` does")]
    pub fn start<P: Runnable>(&self, pipeline: P) -> StartRun {
        StartRun::new(self, &pipeline)
    }

    async fn order(&self, run_id: &str) -> Result<Unit, ClusterError> {
        if run_id.is_empty() {
            return Err(no_run(run_id));
        }
        self.engine.events().order(run_id).await?.ok_or_else(|| no_run(run_id))
    }

    /// Streams the events of a run that follow the event with the id `after`, until the end of the run; 0 starts at the
    /// beginning. A reader that was cut continues after the last id that it has seen.
    ///
    /// The stream waits while no worker has the run, and connects again if it loses its server.
    ///
    /// # Errors
    /// Returns an error if the run does not exist. The stream has an error if its events are no longer kept.
    pub async fn events(&self, run_id: &str, after: u64) -> Result<ClusterEvents, ClusterError> {
        self.order(run_id).await?;
        let run: Arc<str> = run_id.into();
        let events = self.engine.events().follow(run_id, after).map(move |event| {
            event.map(|one| ClusterEvent {
                id: one.id,
                event: RunEvent::new(Arc::clone(&run), Arc::new(one.event)),
                item: one.item,
            })
        });
        Ok(ClusterEvents(Box::pin(events)))
    }

    /// Waits for the end of a run, and returns its output.
    ///
    /// # Errors
    /// Returns an error if the run does not exist, is a run of another pipeline, or failed or was cancelled.
    pub async fn output<P: Runnable>(&self, run_id: &str) -> Result<P::Output, ClusterError>
    where
        P::Output: for<'r> Recall<'r>,
    {
        let unit = self.order(run_id).await?;
        if unit.pipeline != P::NAME {
            let message = format!("run `{run_id}` is a run of `{}`, not of `{}`", unit.pipeline, P::NAME);
            return Err(ClusterError::new(ClusterErrorKind::Invalid, message));
        }
        let outcome = self.outcome(&unit).await?;
        match outcome.output.clone() {
            Some(output) if outcome.status == RunStatus::Succeeded => {
                self.runner.read_output::<P>(&Json::from(output)).map_err(|error| {
                    let message =
                        format!("the output of the run `{run_id}` does not have the returns of `{}`", P::NAME);
                    ClusterError::new(ClusterErrorKind::Invalid, message).with_source(error)
                })
            }
            _ => Err(ClusterError::run(outcome.error(&self.runner))),
        }
    }

    /// Waits for the end of a run. The engine forgets runs after a day; the run log has them then.
    async fn outcome(&self, unit: &Unit) -> Result<Outcome, ClusterError> {
        if let Some(outcome) = self.engine.outcome(unit).await? {
            return Ok(outcome);
        }
        let Some(log) = self.runner.raw_log() else { return Err(forgotten(&unit.run)) };
        let unreadable = |error| {
            let message = format!("the run `{}` cannot be read from the run log", unit.run);
            ClusterError::new(ClusterErrorKind::Other, message).with_source(error)
        };
        let record = log.run(&unit.run).await.map_err(unreadable)?.ok_or_else(|| forgotten(&unit.run))?;
        let steps = log.steps(&unit.run).await.map_err(unreadable)?;
        Ok(Outcome::new(record.status, record.output.as_ref(), record.error.as_ref(), &steps))
    }

    /// Cancels a run and waits until it has ended. A run that has ended keeps its end. A run that waits for a worker of its build
    /// ends when such a worker starts.
    ///
    /// # Errors
    /// Returns an error if the run does not exist, or a server cannot be reached.
    pub async fn cancel(&self, run_id: &str) -> Result<(), ClusterError> {
        let unit = self.order(run_id).await?;
        let mut ended = pin!(self.engine.outcome(&unit));
        let (mut pause, mut has_asked) = (ANSWER, false);
        loop {
            tokio::select! {
                ended = &mut ended => {
                    ended?;
                    break;
                }
                asked = self.ask_to_cancel(&unit, &mut has_asked) => asked?,
            }
            if let Ok(ended) = tokio::time::timeout(pause, &mut ended).await {
                ended?;
                break;
            }
            pause = (pause * 2).min(MAX_PAUSE);
        }
        // Its engine may list it for another moment.
        while self.engine.is_active(&unit).await? {
            tokio::time::sleep(MOMENT).await;
        }
        Ok(())
    }

    /// Asks the worker that has a run to cancel it, or else the engine, once.
    async fn ask_to_cancel(&self, unit: &Unit, has_asked: &mut bool) -> Result<(), ClusterError> {
        let events = self.engine.events();
        let asked = events.client().request(events.cancel_subject(&unit.key()), "".into());
        let is_here = matches!(tokio::time::timeout(ANSWER, asked).await, Ok(Ok(_)));
        if !is_here && !*has_asked {
            self.engine.cancel(unit).await?;
            *has_asked = true;
        }
        Ok(())
    }

    /// Lists the runs of the cluster: those that are active, the newest first, and then those in the run log that have ended, as
    /// the filter selects them.
    ///
    /// Without a run log, only active runs are listed.
    ///
    /// # Errors
    /// Returns an error if a server or the run log cannot be read.
    pub async fn list(&self, filter: &RunFilter) -> Result<Vec<ClusterRun>, ClusterError> {
        let records = self.records(filter).await?.into_iter();
        Ok(records.map(|run| ClusterRun { id: run.id, pipeline: run.pipeline, status: run.status }).collect())
    }
}

/// Returns whether a run with this status has ended.
pub(super) fn has_ended(status: RunStatus) -> bool {
    !matches!(status, RunStatus::Running | RunStatus::Interrupted)
}

fn no_run(run_id: &str) -> ClusterError {
    let message = format!(
        "the cluster has no run `{run_id}`\nhelp: it was not started, or it is older than `events.prune-after`; the run log has runs \
         that have ended"
    );
    ClusterError::new(ClusterErrorKind::NotFound, message)
}

fn forgotten(run_id: &str) -> ClusterError {
    let message = format!(
        "the engine does not know the run `{run_id}`, or not any more\nhelp: start it again with the same id if it never began; \
         configure a `[run-log]` to keep the ends of runs for longer than a day"
    );
    ClusterError::new(ClusterErrorKind::NotFound, message)
}

impl fmt::Debug for Cluster {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Cluster").field("engine", &self.engine).finish_non_exhaustive()
    }
}
