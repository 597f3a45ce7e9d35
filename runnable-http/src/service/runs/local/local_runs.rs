//! Runs in this process, with a run log.

use super::{active_runs::ActiveRuns, auto_resume::resume_all, workers::Workers};
use crate::{
    EndReason,
    service::{
        access::Problem,
        runs::{
            Assumptions, Launch, RequestedRun, ServedPipeline, ServiceState,
            backend::{Answer, Backend, Events},
            start::Beginning,
        },
    },
};
use axum::http::StatusCode;
use futures_util::StreamExt;
use runnable_runner::Runner;
use runnable_store::{
    ArtifactRecord, EventRecord, OverflowPolicy, RunCounts, RunFilter, RunLog, RunRecord, RunStatus, RunSummary,
    StepFilter, StepPage, StoreError, StoreErrorKind,
};
use std::{
    future::Future,
    pin::Pin,
    sync::{Arc, Once},
    time::Duration,
};
use tokio_util::sync::CancellationToken;

/// The time for which a request waits until a run that has ended is removed from the active runs.
const REMOVAL: Duration = Duration::from_secs(1);

/// The runs of this process.
pub(in crate::service) struct LocalRuns {
    pub(super) runner: Runner,
    pub(super) active_runs: Arc<ActiveRuns>,
    pub(super) workers: Workers,
    lagging: OverflowPolicy,
    /// Starts to resume interrupted runs once, if the service does so.
    resuming: Option<Once>,
    pub(super) stopping: CancellationToken,
    pub(super) stop: CancellationToken,
}

/// The options of a service that concern runs in its process.
pub(in crate::service) struct LocalOptions {
    /// The number of concurrent runs.
    pub(in crate::service) runs: usize,
    /// The treatment of readers that are slower than their run.
    pub(in crate::service) lagging: OverflowPolicy,
    /// The number of threads that drive runs.
    pub(in crate::service) threads: usize,
    pub(in crate::service) resume_interrupted: bool,
    /// Cancelled when no more runs start.
    pub(in crate::service) stopping: CancellationToken,
    /// Cancelled when active runs are left to be resumed.
    pub(in crate::service) stop: CancellationToken,
}

impl LocalRuns {
    pub(in crate::service) fn new(runner: Runner, options: LocalOptions) -> Self {
        let LocalOptions { runs, lagging, threads, resume_interrupted, stopping, stop } = options;
        Self {
            runner,
            active_runs: Arc::new(ActiveRuns::new(runs)),
            workers: Workers::new(threads, stop.clone()),
            lagging,
            resuming: resume_interrupted.then(Once::new),
            stopping,
            stop,
        }
    }

    /// Returns the run log.
    pub(super) fn log(&self) -> Result<&Arc<dyn RunLog>, Problem> {
        self.runner.log().map_err(|error| {
            tracing::error!(%error, "the runner of the service has no run log");
            let detail = "this server does not record runs";
            Problem::new(StatusCode::SERVICE_UNAVAILABLE, "not-recorded", "Runs are not recorded", detail)
        })
    }
}

impl Backend for LocalRuns {
    fn ready(&self) -> Answer<'_, ()> {
        Box::pin(async { self.log().map(drop) })
    }

    fn begin(self: Arc<Self>, state: &Arc<ServiceState>) {
        let Some(resuming) = &self.resuming else { return };
        resuming.call_once(|| drop(tokio::spawn(resume_all(Arc::downgrade(state), Arc::downgrade(&self)))));
    }

    fn start<'a>(&'a self, pipeline: &'a ServedPipeline, run: &'a RequestedRun, tag: Option<String>) -> Answer<'a, ()> {
        let (id, traceparent) = (run.id.clone(), run.traceparent.clone());
        let launch = match &run.beginning {
            Beginning::Input { values, .. } => Launch::Fresh { id, tag, traceparent, values: values.clone() },
            Beginning::Fork { run, at } => Launch::Forked { id, tag, traceparent, of: run.clone(), at: at.clone() },
        };
        Box::pin(self.launch(pipeline, launch))
    }

    fn has_input<'a>(&'a self, _: &'a ServedPipeline, run: &'a RequestedRun) -> Answer<'a, bool> {
        Box::pin(async {
            match &run.beginning {
                // The record that people see has masks, so the runner compares.
                Beginning::Input { input, .. } => Ok(self.runner.has_input(&run.id, input).await?),
                // The id stands for the run and the step.
                Beginning::Fork { .. } => Ok(true),
            }
        })
    }

    fn resume<'a>(&'a self, pipeline: &'a ServedPipeline, run: &'a RunRecord, with: Assumptions) -> Answer<'a, ()> {
        Box::pin(async move {
            if run.status != RunStatus::Running {
                let _ = tokio::time::timeout(REMOVAL, self.active_runs.removed(&run.id)).await;
            }
            self.launch(pipeline, Launch::Resumed { id: run.id.clone(), assumptions: with }).await
        })
    }

    fn cancel<'a>(&'a self, run: &'a RunRecord) -> Answer<'a, ()> {
        let interrupted = || Problem::conflict("interrupted", "the run was interrupted and is not running");
        Box::pin(async move {
            match run.status {
                RunStatus::Running if self.active_runs.cancel(&run.id) => Ok(()),
                // Another process runs it, and sees the request when it renews its lease.
                RunStatus::Running => self.runner.cancel(&run.id).await.map_err(|error| match error.kind() {
                    StoreErrorKind::Interrupted => interrupted(),
                    StoreErrorKind::Invalid => Problem::ended(),
                    _ => Problem::from(&error),
                }),
                RunStatus::Interrupted => Err(interrupted()),
                _ => Err(Problem::ended()),
            }
        })
    }

    fn cancel_now(&self, run: &str) -> bool {
        self.active_runs.cancel(run)
    }

    fn run<'a>(&'a self, id: &'a str) -> Answer<'a, Option<RunRecord>> {
        Box::pin(async { Ok(self.log()?.run(id).await?) })
    }

    fn list<'a>(&'a self, filter: &'a RunFilter) -> Answer<'a, Vec<RunSummary>> {
        Box::pin(async { Ok(self.log()?.list(filter).await?) })
    }

    fn counts<'a>(&'a self, filter: &'a RunFilter) -> Answer<'a, RunCounts> {
        Box::pin(async { Ok(self.log()?.counts(filter).await?) })
    }

    fn steps<'a>(&'a self, run: &'a RunRecord, filter: &'a StepFilter) -> Answer<'a, StepPage> {
        Box::pin(async { Ok(self.log()?.step_page(&run.id, filter).await?) })
    }

    fn files<'a>(&'a self, run: &'a RunRecord) -> Answer<'a, Vec<ArtifactRecord>> {
        Box::pin(async { Ok(self.log()?.artifacts(&run.id).await?) })
    }

    fn event<'a>(&'a self, run: &'a RunRecord, seq: u64) -> Answer<'a, Option<EventRecord>> {
        Box::pin(async move {
            let Some(after) = seq.checked_sub(1) else { return Ok(None) };
            let next = self.log()?.events(&run.id, after, 1).await?.into_iter().next();
            Ok(next.filter(|event| event.seq == seq))
        })
    }

    fn check_cursor<'a>(&'a self, run: &'a RunRecord, after: u64) -> Answer<'a, ()> {
        Box::pin(async move {
            if after > run.last_seq {
                return Err(Problem::no_event_yet(after));
            }
            if after < run.last_seq && self.event(run, after + 1).await?.is_none() {
                return Err(Problem::expired());
            }
            Ok(())
        })
    }

    fn follow(&self, run: &str, after: u64) -> Events {
        let Ok(events) = self.runner.events(run, after, self.lagging) else {
            return Box::pin(futures_util::stream::iter([Err(EndReason::Failed)]));
        };
        let stopping = self.stopping.clone();
        Box::pin(events.wait_for_resume().map(move |event| event.map_err(|error| end_reason(&stopping, &error))))
    }

    fn drain(&self, limit: Duration) -> Pin<Box<dyn Future<Output = ()> + Send + '_>> {
        Box::pin(async move {
            if tokio::time::timeout(limit, self.active_runs.drained()).await.is_err() {
                tracing::info!(runs = self.active_runs.count(), "leaving active runs to be resumed");
            }
            // Before the runs are dropped: a run whose end is not recorded counts as interrupted, not as cancelled.
            if let Err(error) = self.runner.shutdown().await {
                tracing::error!(%error, "failed to record the last events of runs");
            }
        })
    }

    fn join(&self) -> Pin<Box<dyn Future<Output = ()> + Send + '_>> {
        Box::pin(self.workers.join())
    }
}

/// Returns the reason for which the events of a run log end.
fn end_reason(stopping: &CancellationToken, error: &StoreError) -> EndReason {
    match error.kind() {
        // The runner closes before its readers are disconnected, and their errors are a consequence.
        _ if stopping.is_cancelled() => EndReason::Shutdown,
        StoreErrorKind::NotFound => EndReason::Expired,
        StoreErrorKind::Lagging => EndReason::Slow,
        _ => {
            tracing::error!(%error, "failed to read the events of a run");
            EndReason::Failed
        }
    }
}
