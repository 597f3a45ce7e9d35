//! What clients do with runs, whichever way they ask for it.

use super::{
    access::Caller,
    pipelines::{Order, What},
    problem::Problem,
    state::State,
};
use axum::http::StatusCode;
use runnable::store::{RunRecord, RunStatus};
use serde_json::{Map, Value};
use std::{sync::Arc, time::Duration};
use tokio::sync::{OwnedSemaphorePermit, oneshot};

/// When a place may be free again, in seconds.
const FULL: u32 = 1;
/// So often a run is looked for that another request has begun.
const ATTACH: u32 = 100;
/// A key is a word of the client's, not a document.
const KEY: usize = 255;

/// A run that a client wants to be.
pub(super) struct Wanted {
    pub(super) id: String,
    pipeline: String,
    keyed: bool,
    values: Map<String, Value>,
    /// As it is recorded.
    input: String,
}

impl Wanted {
    /// A run of the pipeline, with these values for its parameters. Requests of one caller with one `key` want one run.
    pub(super) fn new(
        state: &State,
        caller: &Caller,
        pipeline: &str,
        key: Option<&str>,
        values: Map<String, Value>,
    ) -> Result<Self, Problem> {
        let input = (state.pipeline(pipeline)?.input)(&state.runner, values.clone())?;
        let id = match key {
            Some(key) => keyed(caller, pipeline, key),
            None => ulid::Ulid::new().to_string(),
        };
        Ok(Self { id, pipeline: pipeline.to_owned(), keyed: key.is_some(), values, input })
    }

    /// The run of its key, where there is one already; of another input, it is a mistake.
    pub(super) async fn found(&self, state: &State, caller: &Caller) -> Result<Option<RunRecord>, Problem> {
        if !self.keyed {
            return Ok(None);
        }
        let Some(run) = state.log()?.run(&self.id).await? else { return Ok(None) };
        if !state.access.sees(caller, &run) {
            return Err(Problem::no_run());
        }
        if run.input.get() != self.input {
            return Err(Problem::invalid("the idempotency key has come with another input before"));
        }
        Ok(Some(run))
    }

    /// Begins it, unless another request with its key was quicker.
    pub(super) async fn start(&self, state: &Arc<State>, caller: &Caller) -> Result<(), Problem> {
        let what = What::New { id: self.id.clone(), tag: caller.tag(), values: self.values.clone() };
        match launch(state, &self.pipeline, what).await {
            Err(problem) if self.keyed && problem.status() == StatusCode::CONFLICT => {
                // It is about to be recorded.
                for _ in 0..ATTACH {
                    if self.found(state, caller).await?.is_some() {
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

/// A key that may name a run.
pub(super) fn sound_key(key: &str) -> Result<&str, Problem> {
    let key = key.trim();
    if key.is_empty() || key.len() > KEY || !key.bytes().all(|byte| matches!(byte, b' '..=b'~')) {
        let detail = format!("an idempotency key must be of 1 to {KEY} visible characters of ASCII");
        return Err(Problem::invalid(detail));
    }
    Ok(key)
}

/// The id of the run that a key names.
fn keyed(caller: &Caller, pipeline: &str, key: &str) -> String {
    let mut hash = blake3::Hasher::new_derive_key("runnable-http 2026 idempotency key");
    for part in [caller.tag().as_deref().unwrap_or_default(), pipeline, key] {
        hash.update(&part.len().to_le_bytes()).update(part.as_bytes());
    }
    format!("key-{}", &hash.finalize().to_hex()[..32])
}

/// The run, where there is one that the caller sees.
pub(super) async fn visible(state: &State, caller: &Caller, id: &str) -> Result<RunRecord, Problem> {
    let run = state.log()?.run(id).await?;
    run.filter(|run| state.access.sees(caller, run)).ok_or_else(Problem::no_run)
}

/// Whether a reader of the run may begin after this event.
pub(super) async fn readable(state: &State, run: &RunRecord, after: u64) -> Result<(), Problem> {
    if after > run.last_seq {
        return Err(Problem::invalid(format!("the run has no event {after} yet")));
    }
    if after < run.last_seq {
        let next = state.log()?.events(&run.id, after, 1).await?;
        if next.first().is_none_or(|event| event.seq != after + 1) {
            let detail = "the events that follow are not kept any more";
            return Err(Problem::new(StatusCode::GONE, "expired", "The events are gone", detail));
        }
    }
    Ok(())
}

/// Whether nothing follows this event of the run.
pub(super) fn all_read(run: &RunRecord, after: u64) -> bool {
    !matches!(run.status, RunStatus::Running | RunStatus::Interrupted) && after == run.last_seq
}

/// Cancels a run that goes on here.
pub(super) async fn cancel(state: &State, caller: &Caller, id: &str) -> Result<(), Problem> {
    let run = visible(state, caller, id).await?;
    match run.status {
        RunStatus::Running if state.live.cancel(id) => Ok(()),
        RunStatus::Running => Err(Problem::conflict("elsewhere", "the run goes on in another process")),
        RunStatus::Interrupted => Err(Problem::conflict("interrupted", "the run was interrupted: it does not go on")),
        _ => Err(Problem::conflict("ended", "the run has ended")),
    }
}

/// Begins a run on a thread of its own, where there is a place; it has begun when this gives `Ok`.
pub(super) async fn launch(state: &Arc<State>, pipeline: &str, what: What) -> Result<(), Problem> {
    state.log()?;
    if state.stopping.is_cancelled() {
        return Err(Problem::stopping());
    }
    let place = state.live.place().ok_or_else(|| {
        let detail = "as many runs go on as may";
        Problem::new(StatusCode::TOO_MANY_REQUESTS, "full", "The server is full", detail).retry_after(FULL)
    })?;
    launch_at(place, state, pipeline, what).await
}

/// The same at a place that was found before.
pub(super) async fn launch_at(
    place: OwnedSemaphorePermit,
    state: &Arc<State>,
    pipeline: &str,
    what: What,
) -> Result<(), Problem> {
    let run = state.pipeline(pipeline)?.run;
    let (What::New { id, .. } | What::Resumed { id, .. }) = &what;
    let entry = Arc::clone(&state.live).enter(id, place);
    let entry = entry.ok_or_else(|| Problem::conflict("running", "the run is running"))?;
    let (begun, told) = oneshot::channel();
    let order = Order { runner: state.runner.clone(), what, entry, begun, leave: state.stop.clone() };
    state.workers.spawn(move || run(order)).map_err(|error| Problem::internal(&error))?;
    told.await.unwrap_or_else(|_| Err(Problem::internal(&"a run ended before it began")))
}
