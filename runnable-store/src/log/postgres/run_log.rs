//! The implementation of [`RunLog`].

use super::log::{FAREWELL, PostgresLog};
use crate::log::{
    api::{
        ArmRecord, ArtifactRecord, BoxFuture, EventRecord, Json, NewRun, RunCounts, RunFilter, RunLog, RunPast,
        RunProgress, RunRecord, RunSummary, StepFilter, StepPage, StepRecord, Writes,
    },
    entries::{RunRows as _, optional_json},
};
use std::time::{Duration, SystemTime};

impl RunLog for PostgresLog {
    fn create<'a>(&'a self, run: &'a NewRun, owner: &'a str) -> BoxFuture<'a, ()> {
        self.boxed(move |again| self.create_run(run, owner, again))
    }

    fn claim<'a>(&'a self, run: &'a str, owner: &'a str) -> BoxFuture<'a, RunRecord> {
        self.boxed(move |again| self.claim_run(run, owner, None, again))
    }

    fn claim_after<'a>(&'a self, run: &'a str, owner: &'a str, past: &'a RunPast) -> BoxFuture<'a, RunRecord> {
        self.boxed(move |again| self.claim_run(run, owner, Some(past), again))
    }

    fn renew_lease<'a>(&'a self, owner: &'a str, lease: Duration) -> BoxFuture<'a, ()> {
        let patience = if lease.is_zero() { FAREWELL.min(self.patience) } else { self.patience };
        self.boxed_for(patience, move |_| self.set_lease(owner, lease))
    }

    fn mark_interrupted(&self) -> BoxFuture<'_, Vec<String>> {
        self.boxed(move |again| self.interrupt_expired(again))
    }

    fn request_cancel<'a>(&'a self, run: &'a str) -> BoxFuture<'a, ()> {
        self.boxed(move |again| self.ask_to_cancel(run, again))
    }

    fn cancel_requests<'a>(&'a self, owner: &'a str) -> BoxFuture<'a, Vec<String>> {
        self.boxed(move |_| self.asked_to_cancel(owner))
    }

    fn append<'a>(&'a self, writes: &'a [Writes]) -> BoxFuture<'a, ()> {
        self.boxed(
            move |again| async move { self.writer().await?.append(&self.options, &self.schema, writes, again).await },
        )
    }

    fn run<'a>(&'a self, run: &'a str) -> BoxFuture<'a, Option<RunRecord>> {
        self.boxed(move |_| self.run_record(run))
    }

    fn progress<'a>(&'a self, run: &'a str) -> BoxFuture<'a, Option<RunProgress>> {
        self.boxed(move |_| self.find_progress(run))
    }

    fn runs<'a>(&'a self, filter: &'a RunFilter) -> BoxFuture<'a, Vec<RunRecord>> {
        self.boxed(move |_| self.find_runs(filter))
    }

    fn list<'a>(&'a self, filter: &'a RunFilter) -> BoxFuture<'a, Vec<RunSummary>> {
        self.boxed(move |_| self.list_runs(filter))
    }

    fn counts<'a>(&'a self, filter: &'a RunFilter) -> BoxFuture<'a, RunCounts> {
        self.boxed(move |_| self.count_runs(filter))
    }

    fn definition<'a>(&'a self, hash: &'a str) -> BoxFuture<'a, Option<Json>> {
        self.boxed(move |_| async move { Ok(optional_json(self.definition_body(hash).await?)?) })
    }

    fn graph<'a>(&'a self, hash: &'a str) -> BoxFuture<'a, Option<Json>> {
        self.boxed(move |_| async move { Ok(optional_json(self.graph_text(hash).await?)?) })
    }

    fn steps<'a>(&'a self, run: &'a str) -> BoxFuture<'a, Vec<StepRecord>> {
        self.boxed(move |_| async move { Ok(self.find_steps(run, &StepFilter::new()).await?.steps) })
    }

    fn step_page<'a>(&'a self, run: &'a str, filter: &'a StepFilter) -> BoxFuture<'a, StepPage> {
        self.boxed(move |_| self.find_steps(run, filter))
    }

    fn arms<'a>(&'a self, run: &'a str) -> BoxFuture<'a, Vec<ArmRecord>> {
        self.boxed(move |_| self.find_arms(run))
    }

    fn events<'a>(&'a self, run: &'a str, after: u64, limit: usize) -> BoxFuture<'a, Vec<EventRecord>> {
        self.boxed(move |_| self.find_events(run, after, limit, usize::MAX))
    }

    fn event_page<'a>(
        &'a self,
        run: &'a str,
        after: u64,
        limit: usize,
        bytes: usize,
    ) -> BoxFuture<'a, Vec<EventRecord>> {
        self.boxed(move |_| self.find_events(run, after, limit, bytes))
    }

    fn past<'a>(&'a self, run: &'a str) -> BoxFuture<'a, RunPast> {
        self.boxed(move |_| self.find_past(run))
    }

    fn artifacts<'a>(&'a self, run: &'a str) -> BoxFuture<'a, Vec<ArtifactRecord>> {
        self.boxed(move |_| self.find_artifacts(run))
    }

    fn compact(&self, before: SystemTime) -> BoxFuture<'_, u64> {
        self.boxed(move |_| self.compact_runs(before))
    }

    fn prune(&self, before: SystemTime) -> BoxFuture<'_, Vec<String>> {
        self.boxed(move |_| self.delete_runs(before))
    }

    fn check(&self) -> BoxFuture<'_, ()> {
        self.boxed(move |_| self.check_integrity())
    }
}
