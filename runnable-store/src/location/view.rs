//! The run log as people read it.

use crate::{
    log::api::{
        ArmRecord, ArtifactRecord, BoxFuture, EventRecord, Json, NewRun, RunCounts, RunFilter, RunLog, RunProgress,
        RunRecord, RunSummary, StepFilter, StepPage, StepRecord, Writes,
    },
    secrets::Redactor,
};
use std::{
    sync::Arc,
    time::{Duration, SystemTime},
};

/// A run log whose records have masks in the place of secrets.
#[derive(Debug)]
pub struct ViewLog {
    log: Arc<dyn RunLog>,
    redactor: Redactor,
}

impl ViewLog {
    /// Returns a view of a log.
    #[must_use]
    pub fn new(log: Arc<dyn RunLog>, redactor: Redactor) -> Self {
        Self { log, redactor }
    }

    fn json(&self, recorded: &mut Option<Json>) {
        if let Some(json) = recorded {
            *json = self.redactor.view_json(json);
        }
    }

    fn run_view(&self, mut run: RunRecord) -> RunRecord {
        run.input = self.redactor.view_json(&run.input);
        self.json(&mut run.output);
        run.error = run.error.map(|error| self.redactor.view_error(&error));
        run
    }

    fn step_view(&self, mut step: StepRecord) -> StepRecord {
        self.json(&mut step.inputs);
        self.json(&mut step.output);
        step.error = step.error.map(|error| self.redactor.view_error(&error));
        step
    }
}

impl RunLog for ViewLog {
    fn create<'a>(&'a self, run: &'a NewRun, owner: &'a str) -> BoxFuture<'a, ()> {
        self.log.create(run, owner)
    }

    fn claim<'a>(&'a self, run: &'a str, owner: &'a str) -> BoxFuture<'a, RunRecord> {
        Box::pin(async move { Ok(self.run_view(self.log.claim(run, owner).await?)) })
    }

    fn renew_lease<'a>(&'a self, owner: &'a str, lease: Duration) -> BoxFuture<'a, ()> {
        self.log.renew_lease(owner, lease)
    }

    fn mark_interrupted(&self) -> BoxFuture<'_, Vec<String>> {
        self.log.mark_interrupted()
    }

    fn request_cancel<'a>(&'a self, run: &'a str) -> BoxFuture<'a, ()> {
        self.log.request_cancel(run)
    }

    fn cancel_requests<'a>(&'a self, owner: &'a str) -> BoxFuture<'a, Vec<String>> {
        self.log.cancel_requests(owner)
    }

    fn append<'a>(&'a self, writes: &'a [Writes]) -> BoxFuture<'a, ()> {
        self.log.append(writes)
    }

    fn run<'a>(&'a self, run: &'a str) -> BoxFuture<'a, Option<RunRecord>> {
        Box::pin(async move { Ok(self.log.run(run).await?.map(|run| self.run_view(run))) })
    }

    fn progress<'a>(&'a self, run: &'a str) -> BoxFuture<'a, Option<RunProgress>> {
        self.log.progress(run)
    }

    fn runs<'a>(&'a self, filter: &'a RunFilter) -> BoxFuture<'a, Vec<RunRecord>> {
        Box::pin(async move { Ok(self.log.runs(filter).await?.into_iter().map(|run| self.run_view(run)).collect()) })
    }

    fn list<'a>(&'a self, filter: &'a RunFilter) -> BoxFuture<'a, Vec<RunSummary>> {
        Box::pin(async move {
            let mut runs = self.log.list(filter).await?;
            for failure in runs.iter_mut().filter_map(|run| run.failure.as_mut()) {
                failure.change_message(|message| self.redactor.view(message));
            }
            Ok(runs)
        })
    }

    fn counts<'a>(&'a self, filter: &'a RunFilter) -> BoxFuture<'a, RunCounts> {
        self.log.counts(filter)
    }

    fn definition<'a>(&'a self, hash: &'a str) -> BoxFuture<'a, Option<Json>> {
        self.log.definition(hash)
    }

    fn graph<'a>(&'a self, hash: &'a str) -> BoxFuture<'a, Option<Json>> {
        self.log.graph(hash)
    }

    fn steps<'a>(&'a self, run: &'a str) -> BoxFuture<'a, Vec<StepRecord>> {
        Box::pin(async move { Ok(self.log.steps(run).await?.into_iter().map(|step| self.step_view(step)).collect()) })
    }

    fn step_page<'a>(&'a self, run: &'a str, filter: &'a StepFilter) -> BoxFuture<'a, StepPage> {
        Box::pin(async move {
            let mut page = self.log.step_page(run, filter).await?;
            page.steps = page.steps.into_iter().map(|step| self.step_view(step)).collect();
            Ok(page)
        })
    }

    fn arms<'a>(&'a self, run: &'a str) -> BoxFuture<'a, Vec<ArmRecord>> {
        self.log.arms(run)
    }

    fn events<'a>(&'a self, run: &'a str, after: u64, limit: usize) -> BoxFuture<'a, Vec<EventRecord>> {
        self.log.events(run, after, limit)
    }

    fn event_page<'a>(
        &'a self,
        run: &'a str,
        after: u64,
        limit: usize,
        bytes: usize,
    ) -> BoxFuture<'a, Vec<EventRecord>> {
        self.log.event_page(run, after, limit, bytes)
    }

    fn artifacts<'a>(&'a self, run: &'a str) -> BoxFuture<'a, Vec<ArtifactRecord>> {
        Box::pin(async move {
            let mut files = self.log.artifacts(run).await?;
            for file in &mut files {
                file.name = self.redactor.view(&file.name);
            }
            Ok(files)
        })
    }

    fn compact(&self, before: SystemTime) -> BoxFuture<'_, u64> {
        self.log.compact(before)
    }

    fn prune(&self, before: SystemTime) -> BoxFuture<'_, Vec<String>> {
        self.log.prune(before)
    }

    fn check(&self) -> BoxFuture<'_, ()> {
        self.log.check()
    }
}
