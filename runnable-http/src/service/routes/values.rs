//! Values of a run as a whole, however large they are.

use super::{
    events::{FLAT, PATH, flat_form},
    query::{FromQuery, Query, QueryOf},
    request::PathOf,
};
use crate::{
    EncodeEvent,
    responses::FlatForm,
    service::{
        access::{Caller, Problem, meant},
        openapi::Parameter,
        runs::{RunAddress, SentEvent, ServiceState, error_or_cut, visible, visible_whole},
    },
};
use axum::{
    extract::{OriginalUri, State},
    http::StatusCode,
    response::Response,
};
use bytes::Bytes;
use runnable_store::{Json, RunEvent, RunRecord, RunStatus, StepFilter, StepRecord};
use std::{collections::BTreeSet, sync::Arc};

/// The parameters of a request for an output.
pub(super) struct OutputQuery {
    step: Option<String>,
}

impl FromQuery for OutputQuery {
    const PARAMETERS: &'static [Parameter] =
        &[Parameter::text("step", "The path of a step whose output is meant, instead of the run's")];

    fn from_query(query: &Query) -> Result<Self, Problem> {
        Ok(Self { step: query.text("step").map(ToOwned::to_owned) })
    }
}

/// The parameters of a request for an event.
pub(super) struct WholeQuery {
    form: Option<FlatForm>,
}

impl FromQuery for WholeQuery {
    const PARAMETERS: &'static [Parameter] = &[FLAT, PATH];

    fn from_query(query: &Query) -> Result<Self, Problem> {
        Ok(Self { form: flat_form(query)? })
    }
}

pub(super) async fn input(
    State(state): State<Arc<ServiceState>>,
    PathOf(id): PathOf<String>,
    _: QueryOf<()>,
    caller: Caller,
) -> Result<Response, Problem> {
    let (_loading, run) = visible_whole(&state, &caller, &id).await?;
    state.large.send(shared(run.input)).await
}

pub(super) async fn output(
    State(state): State<Arc<ServiceState>>,
    OriginalUri(uri): OriginalUri,
    PathOf(id): PathOf<String>,
    QueryOf(query): QueryOf<OutputQuery>,
    caller: Caller,
) -> Result<Response, Problem> {
    let (_loading, run) = visible_whole(&state, &caller, &id).await?;
    let cut =
        |error: &Json, seq| error_or_cut(error, state.limits.event, || RunAddress::new(uri.path(), 3, &id).event(seq));
    let output = match query.step {
        Some(path) => {
            let page = state.backend.steps(&run, &StepFilter::new().path(&path)).await?;
            match output_of_step(&page.steps, |error| cut(error, run.last_seq)) {
                Some(output) => output?,
                None => return Err(no_step(&state, &run, &path).await),
            }
        }
        None => output_of_run(run, cut)?,
    };
    state.large.send(shared(output)).await
}

fn output_of_run(run: RunRecord, cut: impl Fn(&Json, u64) -> Json) -> Result<Json, Problem> {
    let (status, error, last_seq) = (run.status, run.error, run.last_seq);
    run.output.ok_or_else(|| {
        let problem = Problem::conflict(
            "no-output",
            match status {
                RunStatus::Running => "the run has not ended",
                RunStatus::Failed => "the run failed",
                RunStatus::Cancelled => "the run was cancelled",
                RunStatus::Interrupted => "the run was interrupted and has not ended",
                _ => "the output is not recorded",
            },
        );
        problem.with_error(error.map(|error| cut(&error, last_seq)))
    })
}

/// Returns the output of the last of a step's attempts that succeeded, or `None` without attempts.
fn output_of_step(attempts: &[StepRecord], cut: impl Fn(&Json) -> Json) -> Option<Result<Json, Problem>> {
    let last = attempts.last()?;
    let output = attempts.iter().rev().find_map(|step| step.output.as_ref());
    Some(output.cloned().ok_or_else(|| {
        Problem::conflict("no-output", "the step has not succeeded").with_error(last.error.as_ref().map(cut))
    }))
}

/// Returns the error for a path that no step of a run has, or the error of reading the paths of its steps.
pub(super) async fn no_step(state: &ServiceState, run: &RunRecord, path: &str) -> Problem {
    let steps = match state.backend.steps(run, &StepFilter::new().without_values()).await {
        Ok(page) => page.steps,
        Err(problem) => return problem,
    };
    let known: BTreeSet<_> = steps.iter().map(|step| step.path.as_str()).collect();
    let detail = if known.contains(path) {
        // An active run has started it since the request was made.
        "the step had not started: repeat the request".to_owned()
    } else {
        format!("no step of the run has this path{}", meant(path, known))
    };
    Problem::new(StatusCode::NOT_FOUND, "unknown-step", "Unknown step", detail)
}

pub(super) async fn event(
    State(state): State<Arc<ServiceState>>,
    PathOf((id, seq)): PathOf<(String, u64)>,
    QueryOf(query): QueryOf<WholeQuery>,
    caller: Caller,
) -> Result<Response, Problem> {
    let run = visible(&state, &caller, &id).await?;
    let _loading = state.large.load().await;
    let unknown = || Problem::new(StatusCode::NOT_FOUND, "unknown-event", "Unknown event", "the run has no such event");
    if seq == 0 || seq > run.last_seq {
        return Err(unknown());
    }
    let record = state.backend.event(&run, seq).await?;
    let event = SentEvent::whole(RunEvent::new(id.into(), Arc::new(record.ok_or_else(Problem::expired)?)));
    let mut text = Vec::new();
    let written = match query.form {
        None => event.write_json(&mut text),
        Some(form) => match event.flat() {
            Some(flat) => form.write(&event, &flat, &mut text),
            None => return Err(unknown()),
        },
    };
    written.map_err(|error| Problem::internal(&error))?;
    state.large.send(text.into()).await
}

/// Returns the bytes of a JSON text, which is not copied.
fn shared(json: Json) -> Bytes {
    struct Text(Json);
    impl AsRef<[u8]> for Text {
        fn as_ref(&self) -> &[u8] {
            self.0.get().as_bytes()
        }
    }
    Bytes::from_owner(Text(json))
}
