//! Runs on a cluster. This process starts and reads them, and runs none.

use super::{
    backend::{Answer, Backend, Events},
    pipeline::{Assumptions, ServedPipeline},
    start::{Beginning, RequestedRun},
    state::ServiceState,
};
use crate::{EndReason, service::access::Problem};
use axum::http::StatusCode;
use futures_util::StreamExt;
use runnable_cluster::{Cluster, ClusterError, ClusterErrorKind};
use runnable_store::{
    ArtifactRecord, EventRecord, LogEvent, RunCounts, RunFilter, RunLog, RunRecord, RunStatus, RunSummary, StepFilter,
    StepPage,
};
use std::{future::Future, pin::Pin, sync::Arc, time::Duration};
use tokio::time::timeout;

/// The time in which the servers of the cluster answer a request.
const PATIENCE: Duration = Duration::from_secs(10);
/// The time for which a request to cancel a run waits for the end of the run.
const CANCELLING: Duration = Duration::from_secs(1);
/// The time for which a request to cancel a run is repeated, if the worker dies meanwhile.
const REPEATING: Duration = Duration::from_mins(1);
/// The number of records of a list that are loaded at a time.
const LISTED_AT_ONCE: usize = 8;
/// The time after which the servers may be there again, in seconds.
const RETRY_AFTER: u32 = 1;

/// The runs of a cluster.
pub(in crate::service) struct ClusterRuns {
    cluster: Cluster,
}

impl ClusterRuns {
    pub(in crate::service) fn new(cluster: Cluster) -> Self {
        Self { cluster }
    }

    /// Starts a run, unless it was started before. Returns `false` if that was with another input.
    async fn order(&self, pipeline: &ServedPipeline, run: &RequestedRun, tag: Option<String>) -> Result<bool, Problem> {
        let Beginning::Input { values, .. } = &run.beginning else {
            let detail = "a cluster does not fork runs: start another run";
            return Err(Problem::new(StatusCode::NOT_IMPLEMENTED, "no-fork", "Not forked", detail));
        };
        let order = (pipeline.order)(&self.cluster, values.clone())?.run_id(run.id.as_str());
        let order = if let Some(tag) = tag { order.tag(tag) } else { order };
        let started = timeout(PATIENCE, order).await.map_err(|_| unreachable())?;
        let Err(error) = started else { return Ok(true) };
        Err(match error.kind() {
            ClusterErrorKind::Exists => return Ok(false),
            ClusterErrorKind::NotFound => {
                tracing::warn!(%error, "no worker serves a pipeline");
                let detail = "no worker of the cluster serves this pipeline";
                Problem::new(StatusCode::SERVICE_UNAVAILABLE, "no-worker", "No worker", detail).retry_after(RETRY_AFTER)
            }
            // Only the size of the input, which the client has sent.
            ClusterErrorKind::Invalid => Problem::invalid(first_line(&error)),
            _ => problem(&error),
        })
    }

    /// Returns the run log of the cluster, which has the steps and the files of a run that has ended.
    fn log_of_ended(&self, run: &RunRecord) -> Result<Arc<dyn RunLog>, Problem> {
        match self.cluster.runner().log() {
            Ok(log) if !matches!(run.status, RunStatus::Running | RunStatus::Interrupted) => Ok(Arc::clone(log)),
            _ => {
                let detail = "the steps and files of a run are in the run log of the cluster once the run has ended";
                Err(Problem::conflict("no-output", detail))
            }
        }
    }
}

/// Waits for an answer of the servers.
async fn answer<T>(request: impl Future<Output = Result<T, ClusterError>>) -> Result<T, Problem> {
    timeout(PATIENCE, request).await.map_err(|_| unreachable())?.map_err(|error| problem(&error))
}

fn unreachable() -> Problem {
    let detail = "the servers of the cluster cannot be reached";
    Problem::new(StatusCode::SERVICE_UNAVAILABLE, "unreachable", "Unreachable", detail).retry_after(RETRY_AFTER)
}

/// Returns the error of a request to a cluster as clients see it: without the addresses of servers.
fn problem(error: &ClusterError) -> Problem {
    match error.kind() {
        ClusterErrorKind::NotFound => Problem::no_run(),
        ClusterErrorKind::Unreachable => {
            tracing::warn!(error = format_args!("{error:?}"), "a server of the cluster cannot be reached");
            unreachable()
        }
        _ => Problem::internal(&format_args!("{error:?}")),
    }
}

fn first_line(error: &ClusterError) -> String {
    error.to_string().lines().next().unwrap_or_default().to_owned()
}

impl Backend for ClusterRuns {
    fn ready(&self) -> Answer<'_, ()> {
        Box::pin(answer(self.cluster.check()))
    }

    /// The cluster continues its runs by itself.
    fn begin(self: Arc<Self>, _: &Arc<ServiceState>) {}

    fn start<'a>(&'a self, pipeline: &'a ServedPipeline, run: &'a RequestedRun, tag: Option<String>) -> Answer<'a, ()> {
        Box::pin(
            async move { if self.order(pipeline, run, tag).await? { Ok(()) } else { Err(Problem::other_input()) } },
        )
    }

    /// Starts the run again, which changes nothing, unless its first start was interrupted.
    fn has_input<'a>(&'a self, pipeline: &'a ServedPipeline, run: &'a RequestedRun) -> Answer<'a, bool> {
        Box::pin(self.order(pipeline, run, None))
    }

    fn resume<'a>(&'a self, _: &'a ServedPipeline, run: &'a RunRecord, _: Assumptions) -> Answer<'a, ()> {
        let refused = match run.status {
            RunStatus::Running => Problem::conflict("running", "the run is running: the cluster resumes it by itself"),
            RunStatus::Interrupted => Problem::conflict(
                "interrupted",
                "the run has not begun: start it again with the same idempotency key and the same input",
            ),
            _ => Problem::conflict(
                "ended",
                "the run has ended, and a cluster resumes only runs that have not: start another run",
            ),
        };
        Box::pin(std::future::ready(Err(refused)))
    }

    fn cancel<'a>(&'a self, run: &'a RunRecord) -> Answer<'a, ()> {
        Box::pin(async move {
            match run.status {
                RunStatus::Running => {}
                RunStatus::Interrupted => {
                    return Err(Problem::conflict("interrupted", "the run has not begun and is not running"));
                }
                _ => return Err(Problem::ended()),
            }
            match timeout(CANCELLING, cancelling(self.cluster.clone(), run.id.clone())).await {
                Ok(Ok(Err(error))) => Err(problem(&error)),
                // A run that waits for a worker ends when a worker begins it.
                _ => Ok(()),
            }
        })
    }

    fn cancel_now(&self, run: &str) -> bool {
        drop(cancelling(self.cluster.clone(), run.to_owned()));
        true
    }

    fn run<'a>(&'a self, id: &'a str) -> Answer<'a, Option<RunRecord>> {
        Box::pin(answer(self.cluster.record(id)))
    }

    fn run_state<'a>(&'a self, id: &'a str) -> Answer<'a, Option<RunRecord>> {
        Box::pin(answer(self.cluster.record_state(id)))
    }

    /// Loads a few records at a time: they have values, which may be large.
    fn list<'a>(&'a self, filter: &'a RunFilter) -> Answer<'a, Vec<RunSummary>> {
        Box::pin(async {
            let (mut all, mut page) = (Vec::new(), filter.clone());
            while all.len() < filter.limit {
                page.limit = LISTED_AT_ONCE.min(filter.limit - all.len());
                let runs = answer(self.cluster.records(&page)).await?;
                all.extend(runs.iter().map(RunSummary::from));
                if runs.len() < page.limit {
                    break;
                }
                page.before = runs.last().map(|run| run.id.clone());
            }
            Ok(all)
        })
    }

    fn counts<'a>(&'a self, _: &'a RunFilter) -> Answer<'a, RunCounts> {
        let detail = "a cluster does not count its runs: list them";
        let problem = Problem::new(StatusCode::NOT_IMPLEMENTED, "no-counts", "Not counted", detail);
        Box::pin(std::future::ready(Err(problem)))
    }

    fn steps<'a>(&'a self, run: &'a RunRecord, filter: &'a StepFilter) -> Answer<'a, StepPage> {
        Box::pin(async { Ok(self.log_of_ended(run)?.step_page(&run.id, filter).await?) })
    }

    fn files<'a>(&'a self, run: &'a RunRecord) -> Answer<'a, Vec<ArtifactRecord>> {
        Box::pin(async { Ok(self.log_of_ended(run)?.artifacts(&run.id).await?) })
    }

    fn event<'a>(&'a self, run: &'a RunRecord, seq: u64) -> Answer<'a, Option<EventRecord>> {
        Box::pin(answer(self.cluster.event(&run.id, seq)))
    }

    fn check_cursor<'a>(&'a self, run: &'a RunRecord, after: u64) -> Answer<'a, ()> {
        Box::pin(async move {
            let checked = timeout(PATIENCE, self.cluster.check_number(run, after)).await.map_err(|_| unreachable())?;
            checked.map_err(|error| match error.kind() {
                ClusterErrorKind::Invalid => Problem::no_event_yet(after),
                ClusterErrorKind::NotFound => Problem::expired(),
                _ => problem(&error),
            })
        })
    }

    fn follow(&self, run: &str, after: u64) -> Events {
        let events = self.cluster.numbered(run, after);
        Box::pin(events.map(|event| event.map(LogEvent::Event).map_err(|error| failure(&error))))
    }

    fn drain(&self, _: Duration) -> Pin<Box<dyn Future<Output = ()> + Send + '_>> {
        Box::pin(async {
            if let Err(error) = self.cluster.runner().shutdown().await {
                tracing::error!(%error, "failed to close the run log");
            }
        })
    }

    fn join(&self) -> Pin<Box<dyn Future<Output = ()> + Send + '_>> {
        Box::pin(std::future::ready(()))
    }
}

/// Cancels a run, also if the request ends before.
fn cancelling(cluster: Cluster, run: String) -> tokio::task::JoinHandle<Result<(), ClusterError>> {
    tokio::spawn(async move {
        let cancelled = timeout(REPEATING, cluster.cancel(&run)).await.unwrap_or(Ok(()));
        if let Err(error) = &cancelled {
            tracing::warn!(error = format_args!("{error:?}"), run, "failed to cancel a run");
        }
        cancelled
    })
}

/// Returns the reason for which the events of the servers end.
fn failure(error: &ClusterError) -> EndReason {
    if error.kind() == ClusterErrorKind::NotFound {
        return EndReason::Expired;
    }
    tracing::error!(error = format_args!("{error:?}"), "failed to read the events of a run");
    EndReason::Failed
}
