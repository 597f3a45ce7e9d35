//! Runs that a client asks to start.

use super::state::ServiceState;
use crate::service::access::{Caller, Problem};
use axum::http::StatusCode;
use runnable_store::RunRecord;
use serde_json::{Map, Value};
use std::time::Duration;

/// The number of attempts to find a run that a concurrent request is starting, 20 ms apart.
const ATTEMPTS: u32 = 100;
/// The number of unknown fields of an input that are reported one by one.
const UNKNOWN: usize = 100;
/// The length of an idempotency key, in bytes.
const KEY: usize = 255;

/// A run that a client asks to start.
pub(in crate::service) struct RequestedRun {
    pub(in crate::service) id: String,
    pub(in crate::service) pipeline: String,
    has_key: bool,
    pub(super) beginning: Beginning,
    /// The place of the request in a trace.
    pub(in crate::service) traceparent: Option<String>,
}

/// The beginning of a run that a client asks to start.
pub(super) enum Beginning {
    /// The values of the parameters, and the input as the run log records it.
    Input { values: Map<String, Value>, input: String },
    /// The part of another run before the step `at`.
    Fork { run: String, at: String },
}

impl RequestedRun {
    /// Checks the parameters of a run. Requests of the same caller with the same `key` are the same run.
    pub(in crate::service) fn new(
        state: &ServiceState,
        caller: &Caller,
        pipeline: &str,
        key: Option<&str>,
        values: Map<String, Value>,
    ) -> Result<Self, Problem> {
        let id = id(key, |key| id_of_key(caller, &[pipeline, key]));
        Self::with_id(state, pipeline, id, key.is_some(), values)
    }

    /// Checks the parameters of a run with an id. With a key, requests with the same id are the same run.
    pub(in crate::service) fn with_id(
        state: &ServiceState,
        pipeline: &str,
        id: String,
        has_key: bool,
        values: Map<String, Value>,
    ) -> Result<Self, Problem> {
        let served = state.pipeline(pipeline)?;
        if values.len() > served.parameters.len() + UNKNOWN {
            let (given, taken) = (values.len(), served.parameters.len());
            return Err(Problem::invalid(format!("the input has {given} fields, and `{pipeline}` takes {taken}")));
        }
        let input = (served.input)(&state.runner, values.clone())?;
        let beginning = Beginning::Input { values, input };
        Ok(Self { id, pipeline: pipeline.to_owned(), has_key, beginning, traceparent: None })
    }

    /// Returns a fork of a run at a step. Requests of the same caller with the same `key`, run and step are the same run.
    pub(in crate::service) fn fork(
        state: &ServiceState,
        caller: &Caller,
        run: &RunRecord,
        key: Option<&str>,
        at: String,
    ) -> Result<Self, Problem> {
        state.pipeline(&run.pipeline)?;
        let id = id(key, |key| id_of_key(caller, &[&run.pipeline, "fork", &run.id, &at, key]));
        let beginning = Beginning::Fork { run: run.id.clone(), at };
        Ok(Self { id, pipeline: run.pipeline.clone(), has_key: key.is_some(), beginning, traceparent: None })
    }

    /// Returns the run that an earlier request with the same key started, if any. It is an error if that request had another
    /// input.
    pub(in crate::service) async fn find(
        &self,
        state: &ServiceState,
        caller: &Caller,
    ) -> Result<Option<RunRecord>, Problem> {
        if !self.has_key {
            return Ok(None);
        }
        let Some(run) = state.backend.run_state(&self.id).await? else { return Ok(None) };
        if !state.access.sees(caller, &run) {
            return Err(Problem::no_run());
        }
        if !state.backend.has_input(state.pipeline(&self.pipeline)?, self).await? {
            return Err(Problem::other_input());
        }
        Ok(Some(run))
    }

    /// Starts the run, unless a concurrent request with the same key is starting it.
    pub(in crate::service) async fn start(&self, state: &ServiceState, caller: &Caller) -> Result<(), Problem> {
        if state.stopping.is_cancelled() {
            return Err(Problem::stopping());
        }
        match state.backend.start(state.pipeline(&self.pipeline)?, self, caller.tag()).await {
            Err(problem) if self.has_key && problem.status() == StatusCode::CONFLICT => {
                // The other request has not recorded the run yet.
                for _ in 0..ATTEMPTS {
                    if self.find(state, caller).await?.is_some() {
                        return Ok(());
                    }
                    tokio::time::sleep(Duration::from_millis(20)).await;
                }
                Err(problem)
            }
            launched => launched,
        }
    }
}

/// Returns an idempotency key without white space around it, or an error if the key is not valid.
pub(in crate::service) fn check_key(key: &str) -> Result<&str, Problem> {
    let key = key.trim();
    if key.is_empty() || key.len() > KEY || !key.bytes().all(|byte| matches!(byte, b' '..=b'~')) {
        let detail = format!("expected an idempotency key of 1 to {KEY} printable ASCII characters");
        return Err(Problem::invalid(detail));
    }
    Ok(key)
}

/// Returns the id of the run that a key stands for, or without a key a new id.
fn id(key: Option<&str>, of_key: impl FnOnce(&str) -> String) -> String {
    key.map_or_else(|| ulid::Ulid::new().to_string(), of_key)
}

/// Returns the id of the run that a caller's key stands for.
fn id_of_key(caller: &Caller, parts: &[&str]) -> String {
    format!("key-{}", hash(caller, parts))
}

/// Returns the hash of what a caller names. Another caller's has another hash.
pub(super) fn hash(caller: &Caller, parts: &[&str]) -> String {
    let mut hash = blake3::Hasher::new_derive_key("runnable-http 2026 idempotency key");
    let tag = caller.tag();
    for part in [tag.as_deref().unwrap_or_default()].iter().chain(parts) {
        hash.update(&part.len().to_le_bytes()).update(part.as_bytes());
    }
    hash.finalize().to_hex()[..32].to_owned()
}
