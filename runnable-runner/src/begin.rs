//! How a run begins: what it begins with, and what of it was recorded before.

use crate::{
    Runner,
    definition::Definition,
    history::{Assumed, Past},
    json::json,
    recorder::{Keeper, Watcher},
    request::{From, Options, Runnable},
};
use runnable_core::{
    BoxError, Error, ErrorKind, Result, Run, RunId,
    hooks::{Codecs, Interceptor, Observer, Recorder, RunHooks},
    recording::{Recorded, input_of},
};
use runnable_store::{
    Json, NewRun, RunRecord, RunStatus, RunWriter, StepRecord, StepStatus, StoreError, StoreErrorKind, Write,
};
use std::{collections::HashMap, sync::Arc, time::SystemTime};

pub(crate) fn not_started(source: impl Into<BoxError>) -> Error {
    Error::recorded(ErrorKind::NotStarted, false, source.into())
}

/// What a run begins with.
struct Part<P> {
    pipeline: P,
    id: RunId,
    /// Where it is recorded, and what its earlier parts recorded.
    kept: Option<(RunWriter, Past)>,
}

pub(crate) async fn begin<P: Runnable>(
    options: Options<P>,
) -> Result<Run<P::Data, P::Output, impl Future<Output = Result<P::Output>>>> {
    let Options { runner, from, run_id, tag, assumed } = options;
    let place = runner.place().await;
    let part = match from {
        From::Pipeline(pipeline) => create(&runner, pipeline, run_id, tag, None).await,
        From::Resumed(run) => reopen(&runner, &run, &assumed).await,
        From::Forked { run, at } => fork(&runner, &run, &at, run_id, tag).await,
    };
    let Part { pipeline, id, kept } = part.map_err(not_started)?;
    let mut services = runner.services(kept.as_ref().map(|(recording, _)| recording));
    // It is held as long as the run.
    services.extensions.insert(place);
    let (mut last_seq, mut observer) = (0, None);
    if let Some((recording, past)) = kept {
        last_seq = past.last_seq;
        let watcher = Watcher::new(recording.clone(), runner.redactor());
        observer = Some(Box::new(watcher) as Box<dyn Observer<P::Data>>);
        let keeper = Arc::new(Keeper::new(recording, past, assumed, runner.redactor()));
        services.interceptor = Some(Arc::clone(&keeper) as Arc<dyn Interceptor>);
        services.recorder = Some(keeper as Arc<dyn Recorder>);
        services.codecs = Codecs::of::<P>();
    }
    let hooks = RunHooks { services, observer, last_seq };
    Ok(pipeline.execute_streaming().run_id(id).with_hooks(hooks, result::<P>))
}

fn result<P: Recorded>(output: &P::Output) -> serde_json::Result<serde_json::Value> {
    let text = P::output(output).map_err(serde::ser::Error::custom)?;
    serde_json::from_str(&text)
}

async fn create<P: Runnable>(
    runner: &Runner,
    pipeline: P,
    run_id: Option<RunId>,
    tag: Option<String>,
    parent: Option<String>,
) -> Result<Part<P>, BoxError> {
    let id = run_id.or_else(|| runner.0.run_id.clone()).unwrap_or_else(RunId::generate);
    let Some(journal) = &runner.0.journal else { return Ok(Part { pipeline, id, kept: None }) };
    let definition = runner.definition::<P>();
    let input = runner.redactor().redact_json(&json(input_of(&pipeline)?));
    let mut run = NewRun::new(id.to_string(), P::NAME, definition.hash.clone(), Json::clone(&definition.text), input);
    (run.tag, run.parent, run.code) = (tag, parent, runner.0.code.clone());
    let recording = journal.begin(run).await?;
    Ok(Part { pipeline, id, kept: Some((recording, Past::default())) })
}

/// The record of a run, which must be of this version of the pipeline `P`.
async fn recorded<P: Runnable>(runner: &Runner, run: &str) -> Result<RunRecord, StoreError> {
    let log = runner.journal()?.log();
    let record = log
        .run(run)
        .await?
        .ok_or_else(|| StoreError::new(StoreErrorKind::NotFound, format!("there is no run `{run}` in the run log")))?;
    if record.pipeline != P::NAME {
        let message = format!("run `{run}` is one of `{}`, not of `{}`", record.pipeline, P::NAME);
        return Err(StoreError::new(StoreErrorKind::Changed, message));
    }
    let definition: Arc<Definition> = runner.definition::<P>();
    if record.definition_hash != definition.hash {
        let before = log.definition(&record.definition_hash).await?;
        return Err(definition.changed(run, before.as_ref()));
    }
    Ok(record)
}

async fn reopen<P: Runnable>(
    runner: &Runner,
    run: &str,
    assumed: &HashMap<String, Assumed>,
) -> Result<Part<P>, BoxError> {
    let record = recorded::<P>(runner, run).await?;
    if record.status == RunStatus::Succeeded {
        let message =
            format!("run `{run}` has succeeded\nhelp: fork it to run a part of it again: `runner.fork(run_id, step)`");
        return Err(StoreError::new(StoreErrorKind::Invalid, message).into());
    }
    // Before it is claimed: a run whose parameters cannot be read stays as it is.
    let pipeline = runner.recorded_input::<P>(record.input.get())?;
    let journal = runner.journal()?;
    let (recording, _) = journal.reopen(run).await?;
    let past = Past::read(&**journal.log(), run).await?;
    let ended = |path: &str, attempt, status, output| {
        let (path, at) = (path.to_owned(), SystemTime::now());
        let _ = recording.write(Write::StepEnded { path, attempt, at, status, output, error: None });
    };
    for step in past.open() {
        ended(&step.path, step.attempt, StepStatus::Interrupted, None);
    }
    for (path, assumed) in assumed {
        if let (Assumed::Done(output), Some(attempt)) = (assumed, past.interrupted(path)) {
            ended(path, attempt, StepStatus::Succeeded, Some(json(&**output)));
        }
    }
    Ok(Part { pipeline, id: RunId::from(run), kept: Some((recording, past)) })
}

async fn fork<P: Runnable>(
    runner: &Runner,
    run: &str,
    at: &str,
    run_id: Option<RunId>,
    tag: Option<String>,
) -> Result<Part<P>, BoxError> {
    let record = recorded::<P>(runner, run).await?;
    let Some((earlier, steps)) = Past::before(&**runner.journal()?.log(), run, at).await? else {
        let message = format!("run `{run}` has begun no step `{at}`");
        return Err(StoreError::new(StoreErrorKind::NotFound, message).into());
    };
    let pipeline = runner.recorded_input::<P>(record.input.get())?;
    let mut part = create(runner, pipeline, run_id, tag, Some(run.to_owned())).await?;
    if let Some((recording, kept)) = &mut part.kept {
        steps.into_iter().for_each(|step| copy(recording, step));
        *kept = earlier;
    }
    Ok(part)
}

/// Records what a run does not do again, as if it had: so that its own log is whole.
fn copy(recording: &RunWriter, step: StepRecord) {
    let StepRecord { path, attempt, status, started, ended, inputs, output, error, .. } = step;
    let _ = recording.write(Write::StepStarted { path: path.clone(), attempt, at: started, inputs });
    let at = ended.unwrap_or(started);
    let _ = recording.write(Write::StepEnded { path, attempt, at, status, output, error });
}
