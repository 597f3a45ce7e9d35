//! The implementation of [`RunLog`].

use super::{log::SqliteLog, read};
use crate::log::{
    api::{
        ArmRecord, ArtifactRecord, BoxFuture, EventRecord, Json, NewRun, RunCounts, RunFilter, RunLog, RunPast,
        RunProgress, RunRecord, RunSummary, StepFilter, StepPage, StepRecord, Writes,
    },
    entries::{RunRows as _, optional_json},
};
use std::time::{Duration, SystemTime};

impl RunLog for SqliteLog {
    fn create<'a>(&'a self, run: &'a NewRun, owner: &'a str) -> BoxFuture<'a, ()> {
        self.boxed(self.create_run(run, owner))
    }

    fn claim<'a>(&'a self, run: &'a str, owner: &'a str) -> BoxFuture<'a, RunRecord> {
        self.boxed(self.claim_run(run, owner, None))
    }

    fn claim_after<'a>(&'a self, run: &'a str, owner: &'a str, past: &'a RunPast) -> BoxFuture<'a, RunRecord> {
        self.boxed(self.claim_run(run, owner, Some(past)))
    }

    fn renew_lease<'a>(&'a self, owner: &'a str, lease: Duration) -> BoxFuture<'a, ()> {
        self.boxed(self.set_lease(owner, lease))
    }

    fn mark_interrupted(&self) -> BoxFuture<'_, Vec<String>> {
        self.boxed(self.interrupt_expired())
    }

    fn request_cancel<'a>(&'a self, run: &'a str) -> BoxFuture<'a, ()> {
        self.boxed(self.ask_to_cancel(run))
    }

    fn cancel_requests<'a>(&'a self, owner: &'a str) -> BoxFuture<'a, Vec<String>> {
        self.boxed(self.asked_to_cancel(owner))
    }

    fn append<'a>(&'a self, writes: &'a [Writes]) -> BoxFuture<'a, ()> {
        self.boxed(async { self.writer().await?.append(writes).await })
    }

    fn run<'a>(&'a self, run: &'a str) -> BoxFuture<'a, Option<RunRecord>> {
        self.boxed(async { read::find_run(&self.readers, self.schema, &self.view().await?, run).await })
    }

    fn progress<'a>(&'a self, run: &'a str) -> BoxFuture<'a, Option<RunProgress>> {
        self.boxed(self.find_progress(run))
    }

    fn runs<'a>(&'a self, filter: &'a RunFilter) -> BoxFuture<'a, Vec<RunRecord>> {
        self.boxed(self.find_runs(filter))
    }

    fn list<'a>(&'a self, filter: &'a RunFilter) -> BoxFuture<'a, Vec<RunSummary>> {
        self.boxed(self.list_runs(filter))
    }

    fn counts<'a>(&'a self, filter: &'a RunFilter) -> BoxFuture<'a, RunCounts> {
        self.boxed(self.count_runs(filter))
    }

    fn definition<'a>(&'a self, hash: &'a str) -> BoxFuture<'a, Option<Json>> {
        self.boxed(async move {
            let body = sqlx::query_scalar("SELECT body FROM definitions WHERE hash = ?").bind(hash);
            Ok(optional_json(body.fetch_optional(&self.readers).await?)?)
        })
    }

    fn graph<'a>(&'a self, hash: &'a str) -> BoxFuture<'a, Option<Json>> {
        self.boxed(async move {
            let Some(graph) = self.schema.graph() else { return Ok(None) };
            let graph = sqlx::query_scalar(graph).bind(hash).fetch_optional(&self.readers).await?;
            Ok(optional_json(graph.flatten())?)
        })
    }

    fn steps<'a>(&'a self, run: &'a str) -> BoxFuture<'a, Vec<StepRecord>> {
        self.boxed(async move { Ok(self.find_steps(run, &StepFilter::new()).await?.steps) })
    }

    fn step_page<'a>(&'a self, run: &'a str, filter: &'a StepFilter) -> BoxFuture<'a, StepPage> {
        self.boxed(self.find_steps(run, filter))
    }

    fn arms<'a>(&'a self, run: &'a str) -> BoxFuture<'a, Vec<ArmRecord>> {
        self.boxed(self.find_arms(run))
    }

    fn events<'a>(&'a self, run: &'a str, after: u64, limit: usize) -> BoxFuture<'a, Vec<EventRecord>> {
        self.boxed(self.find_events(run, after, limit, usize::MAX))
    }

    fn event_page<'a>(
        &'a self,
        run: &'a str,
        after: u64,
        limit: usize,
        bytes: usize,
    ) -> BoxFuture<'a, Vec<EventRecord>> {
        self.boxed(self.find_events(run, after, limit, bytes))
    }

    fn past<'a>(&'a self, run: &'a str) -> BoxFuture<'a, RunPast> {
        self.boxed(self.find_past(run))
    }

    fn artifacts<'a>(&'a self, run: &'a str) -> BoxFuture<'a, Vec<ArtifactRecord>> {
        self.boxed(self.find_artifacts(run))
    }

    fn compact(&self, before: SystemTime) -> BoxFuture<'_, u64> {
        self.boxed(self.compact_runs(before))
    }

    fn prune(&self, before: SystemTime) -> BoxFuture<'_, Vec<String>> {
        self.boxed(self.delete_runs(before))
    }

    fn check(&self) -> BoxFuture<'_, ()> {
        self.boxed(self.check_integrity())
    }
}
