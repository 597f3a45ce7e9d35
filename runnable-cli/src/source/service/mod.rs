//! The runs of a service, read over HTTP.

mod client;
mod events;
mod records;
#[cfg(feature = "tls")]
mod tls;

pub(crate) use events::ServiceEvents;

use crate::{
    failure::{Code, Failure, Result},
    types::Described,
};
use client::{Client, Fault};
use records::{Page, SentRun, SentStep};
use reqwest::{Method, Response};
use runnable_graph::Graph;
use runnable_runner::HttpUrl;
use runnable_store::{Json, RunFilter, RunRecord, RunStatus, RunSummary, StepRecord};
use serde::Deserialize;
use serde_json::{Value, value::RawValue};
use std::time::SystemTime;

/// The largest number of runs and of steps that the service sends at a time.
const RUNS: usize = 500;
const STEPS: &str = "1000";

/// The runs of a service.
#[derive(Debug, Clone)]
pub(crate) struct Service {
    client: Client,
}

impl Service {
    /// Returns the service at an address. Nothing is sent yet.
    pub(crate) fn new(url: &HttpUrl, token: Option<&str>) -> Result<Self> {
        Ok(Self { client: Client::new(url, token)? })
    }

    pub(super) async fn list(&self, filter: &RunFilter) -> Result<Vec<RunSummary>> {
        #[derive(Deserialize)]
        struct Runs {
            runs: Vec<SentRun>,
        }
        let (mut all, mut before) = (Vec::new(), filter.before.clone());
        while all.len() < filter.limit {
            let limit = RUNS.min(filter.limit - all.len());
            let mut query = query(filter);
            query.push(("limit", limit.to_string()));
            query.extend(before.take().map(|before| ("before", before)));
            let page: Runs = self.client.get(&["runs"], &query).await?;
            let is_last = page.runs.len() < limit;
            before = page.runs.last().map(|run| run.id.clone());
            for run in page.runs {
                all.push(run.summary()?);
            }
            if is_last {
                break;
            }
        }
        Ok(all)
    }

    pub(super) async fn run(&self, id: &str) -> Result<Option<RunRecord>> {
        // These are not segments of a path, and an id is not empty.
        if matches!(id, "" | "." | "..") {
            return Ok(None);
        }
        match self.client.get::<SentRun>(&["runs", id], &[]).await {
            Ok(run) => run.record().map(Some),
            Err(fault) if fault.code("unknown-run") => Ok(None),
            Err(fault) => Err(fault.into()),
        }
    }

    pub(super) async fn graph(&self, run: &RunRecord) -> Result<Option<Graph>> {
        match self.client.get(&["runs", &run.id, "graph"], &[]).await {
            Ok(graph) => Ok(Some(graph)),
            Err(fault) if fault.code("no-graph") => Ok(None),
            Err(fault) => Err(fault.into()),
        }
    }

    /// Returns the pipelines with their JSON Schemas and graphs.
    pub(crate) async fn described(&self) -> Result<Vec<Described>> {
        #[derive(Deserialize)]
        struct Pipelines {
            pipelines: Vec<Pipeline>,
        }
        #[derive(Deserialize)]
        struct Pipeline {
            name: String,
            #[serde(default)]
            docs: String,
        }
        let Pipelines { pipelines } = self.client.get(&["pipelines"], &[]).await?;
        let mut all = Vec::new();
        for Pipeline { name, docs } in pipelines {
            let schemas = self.client.get(&["pipelines", &name, "schema"], &[]).await?;
            let graph = self.client.get(&["pipelines", &name, "graph"], &[]).await?;
            all.push(Described { name, docs, graph, schemas });
        }
        Ok(all)
    }

    /// Returns the attempts of a run's steps. Without their values, their errors are short.
    pub(super) async fn steps(&self, run: &str, values: bool) -> Result<Vec<StepRecord>> {
        let (mut all, mut after) = (Vec::new(), Some(0_u64));
        while let Some(from) = after {
            let brief = if values { "0" } else { "1" };
            let query = [("after", from.to_string()), ("limit", STEPS.to_owned()), ("brief", brief.to_owned())];
            let page: Page<SentStep> = self.client.get(&["runs", run, "steps"], &query).await?;
            // A page without an end that moves would be asked for again and again.
            after = page.next.filter(|next| *next > from);
            for step in page.steps {
                all.push(step.record());
            }
        }
        Ok(all)
    }

    pub(super) async fn cancel(&self, run: &str) -> Result<()> {
        self.client.post(&["runs", run, "cancel"], None).await?;
        Ok(())
    }

    /// Sends a request that starts a run or a part of a run; returns the id of the run.
    pub(crate) async fn start(&self, run: &str, action: &str, body: &Value) -> Result<String> {
        #[derive(Deserialize)]
        struct Accepted {
            id: String,
        }
        let accepted: Accepted = self.client.read(self.client.post(&["runs", run, action], Some(body)).await?).await?;
        Ok(accepted.id)
    }

    /// Returns the output of a run that succeeded, as JSON.
    pub(crate) async fn output(&self, run: &str) -> Result<String> {
        let response = self.client.send(Method::GET, &["runs", run, "output"], &[], |request| request).await?;
        Ok(self.client.text(response).await?)
    }

    /// Returns the output of a step that succeeded.
    pub(crate) async fn step_output(&self, run: &str, path: &str) -> Result<Json> {
        let output: Box<RawValue> = self.client.get(&["runs", run, "output"], &[("step", path.to_owned())]).await?;
        Ok(output.into())
    }

    /// Returns the address in messages.
    pub(crate) fn address(&self) -> &str {
        self.client.address()
    }

    async fn stream(&self, run: &str, after: u64) -> std::result::Result<Response, Fault> {
        let query = [("after", after.to_string())];
        let lines = |request: reqwest::RequestBuilder| request.header("accept", "application/x-ndjson");
        self.client.send(Method::GET, &["runs", run, "events"], &query, lines).await
    }
}

/// Returns the parameters that select runs.
fn query(filter: &RunFilter) -> Vec<(&'static str, String)> {
    let millis = |time: SystemTime| {
        time.duration_since(SystemTime::UNIX_EPOCH)
            .map_or_else(|_| "0".to_owned(), |since| since.as_millis().to_string())
    };
    let statuses: Vec<_> = filter.statuses.iter().copied().map(RunStatus::name).collect();
    let values = [
        ("pipeline", filter.pipeline.clone()),
        ("tag", filter.tag.clone()),
        ("status", (!statuses.is_empty()).then(|| statuses.join(","))),
        ("since", filter.since.map(millis)),
        ("until", filter.until.map(millis)),
        ("id", filter.id_prefix.clone()),
    ];
    values.into_iter().filter_map(|(name, value)| Some((name, value?))).collect()
}

/// Returns the error of a service whose answer cannot be read.
fn unreadable(what: &str) -> Failure {
    Failure::new(Code::Store, format!("the answer of the service cannot be read: {what}"))
}
