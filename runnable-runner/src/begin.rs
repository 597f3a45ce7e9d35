//! Starts runs: creates or claims their record, and attaches recorders and services.

use crate::{
    Runnable, Runner,
    attach::restored_run,
    history::{Assumption, History, Retries, Taken, check_assumptions},
    json::json,
    options::{Options, RunOrigin},
    pipeline::Known,
    recorder::{EventRecorder, RecordedPlacer, StepRecorder},
};
use runnable_core::{
    BoxError, Error, ErrorKind, Result, Run, RunId,
    hooks::{EventCheck, Interceptor, Observer, Placer, Recorder, RunHooks, RunServices},
    recording::{Recorded, check_event, display_value},
};
use runnable_store::{Json, RunPast, RunRecord, RunStatus, RunWriter, StepStatus, StoreError, StoreErrorKind, Write};
use std::{collections::HashMap, sync::Arc, time::SystemTime};

/// A run that is ready to execute.
struct Prepared {
    id: RunId,
    /// The writer of its record and its history, if it is recorded.
    record: Option<(RunWriter, History)>,
}

/// The run that a fork continues, with the records that the fork takes over.
struct Parent {
    run: String,
    history: History,
    taken: Taken,
}

pub(crate) async fn begin<P: Runnable>(
    options: Options<P>,
) -> Result<Run<P::Data, P::Output, impl Future<Output = Result<P::Output>>>> {
    #[cfg(feature = "opentelemetry")]
    let parent = options.parent;
    let Options { runner, origin, run_id, tag, place, assumptions, invalid, map_started, .. } = options;
    if let Some(problem) = invalid {
        return Err(not_started(problem));
    }
    let place = runner.acquire(place).await;
    runner.learn_secrets::<P>();
    let known = runner.known::<P>();
    let prepared = prepare(&runner, &known, origin, run_id, tag, &assumptions).await;
    let (pipeline, Prepared { id, record }) = prepared.map_err(|error| runner.redact().error(not_started(error)))?;
    let traceparent = Arc::default();
    let mut services = runner.services(record.as_ref().map(|(writer, _)| writer));
    (services.place, services.map_started) = (place, map_started);
    let (mut last_seq, mut observer) = (0, None);
    #[cfg(feature = "opentelemetry")]
    {
        let recorded = record.as_ref().and_then(|(_, history)| history.traceparent.as_deref());
        services.extensions.insert(crate::trace::span_made(parent, recorded, Arc::clone(&traceparent)));
    }
    if let Some((writer, history)) = record {
        let events = EventRecorder::new(writer.clone(), runner.redactor(), traceparent);
        observer = Some(Box::new(events) as Box<dyn Observer<P::Data>>);
        last_seq = record_steps(&runner, &known, &mut services, writer, history, assumptions);
        services.extensions.insert(EventCheck::<P::Data>(check_event));
    }
    #[cfg(feature = "metrics")]
    let observer = match &runner.0.metrics {
        Some(metrics) => {
            let is_run = !runner.0.shared.as_ref().is_some_and(|shared| shared.is_item());
            let measured = crate::metrics::Measured::new(metrics, &known, is_run, observer);
            Some(Box::new(measured) as Box<dyn Observer<P::Data>>)
        }
        None => observer,
    };
    let hooks = RunHooks { services, observer, last_seq };
    Ok(pipeline.execute_streaming().run_id(id).with_hooks(hooks, result::<P>))
}

pub(crate) fn not_started(source: impl Into<BoxError>) -> Error {
    Error::recorded(ErrorKind::NotStarted, false, source.into())
}

fn result<P: Recorded>(output: &P::Output) -> serde_json::Result<serde_json::Value> {
    let text = P::output(output).map_err(serde::ser::Error::custom)?;
    display_value(&text)
}

/// Attaches the recorder of steps; returns the number of the last recorded event.
fn record_steps(
    runner: &Runner,
    known: &Known,
    services: &mut RunServices,
    writer: RunWriter,
    mut history: History,
    assumptions: HashMap<String, Assumption>,
) -> u64 {
    let shared = runner.0.shared.clone();
    if let Some(shared) = &shared {
        history.see(&**shared);
    }
    history.continues_attempts = runner.0.continues_attempts;
    history.retries.get_or_insert_with(|| Retries::of(known.graph()));
    let last_seq = history.last_seq;
    services.codecs = Arc::clone(&known.facts.codecs);
    let redactor = runner.redactor();
    let steps = Arc::new(StepRecorder::new(
        writer,
        history,
        assumptions,
        redactor,
        &|path| known.is_once(path),
        shared.clone(),
    ));
    let secrets = runner.0.secrets.secrets.clone();
    let placer = |shared| Arc::new(RecordedPlacer { steps: Arc::clone(&steps), shared, secrets });
    services.placer = shared.map(|shared| placer(shared) as Arc<dyn Placer>);
    services.interceptor = Some(Arc::clone(&steps) as Arc<dyn Interceptor>);
    services.recorder = Some(steps as Arc<dyn Recorder>);
    last_seq
}

async fn prepare<P: Runnable>(
    runner: &Runner,
    known: &Known,
    origin: RunOrigin<P>,
    run_id: Option<RunId>,
    tag: Option<String>,
    assumptions: &HashMap<String, Assumption>,
) -> Result<(P, Prepared), BoxError> {
    let input = |pipeline: &P| runner.0.journal.as_ref().map(|_| runner.checked_input(known, pipeline)).transpose();
    // Inputs are read before a run is claimed, so that a run with unreadable parameters keeps its state.
    Ok(match origin {
        RunOrigin::Pipeline(pipeline) => {
            let input = input(&pipeline)?;
            (pipeline, create(runner, known, input, run_id, tag, None).await?)
        }
        RunOrigin::Resumed(run) => {
            let record = record_of(runner, known, &run).await?;
            refuse_succeeded(&record)?;
            let pipeline = runner.recorded_input::<P>(record.input.get())?;
            (pipeline, reopen(runner, known, &record, assumptions).await?)
        }
        RunOrigin::Forked { run, at } => {
            let record = record_of(runner, known, &run).await?;
            let parent = parent(runner, known, &run, &at).await?;
            let pipeline = runner.recorded_input::<P>(record.input.get())?;
            let input = input(&pipeline)?;
            (pipeline, create(runner, known, input, run_id, tag, Some(parent)).await?)
        }
    })
}

/// Creates the record of a run; `input` is `None` without a run log.
async fn create(
    runner: &Runner,
    known: &Known,
    input: Option<Json>,
    run_id: Option<RunId>,
    tag: Option<String>,
    parent: Option<Parent>,
) -> Result<Prepared, BoxError> {
    let id = run_id.or_else(|| runner.0.run_id.clone()).unwrap_or_else(RunId::generate);
    if id.to_string().is_empty() {
        let message = "the id of the run is empty\nhelp: leave out `run_id` for a generated id";
        return Err(StoreError::new(StoreErrorKind::Invalid, message).into());
    }
    let Some((journal, input)) = runner.0.journal.as_ref().zip(input) else { return Ok(Prepared { id, record: None }) };
    let mut run = known.new_run(&runner.redactor(), &id.to_string(), input);
    let tag = tag.map(|tag| runner.redactor().redact(&tag).into_owned());
    (run.tag, run.code) = (tag, runner.0.code.clone());
    let mut history = History::default();
    if let Some(parent) = parent {
        history = parent.history;
        (run.parent, run.entries) = (Some(parent.run), parent.taken.into_entries());
    }
    let writer = journal.begin(run).await?;
    Ok(Prepared { id, record: Some((writer, history)) })
}

/// Returns the record of a run, if it is a run of this version of the pipeline.
async fn record_of(runner: &Runner, known: &Known, run: &str) -> Result<RunRecord, StoreError> {
    let log = runner.journal()?.log();
    let missing = || StoreError::new(StoreErrorKind::NotFound, format!("the run log has no run `{run}`"));
    let record = log.run(run).await?.ok_or_else(missing)?;
    if record.pipeline != known.name {
        let message = format!("run `{run}` is a run of `{}`, not of `{}`", record.pipeline, known.name);
        return Err(StoreError::new(StoreErrorKind::Changed, message));
    }
    let definition = &known.recorded().definition;
    if record.definition_hash != definition.hash {
        let recorded = log.definition(&record.definition_hash).await?;
        return Err(definition.changed(run, recorded.as_ref()));
    }
    restored_run(&mut runner.0.secrets.secrets.restorer(), record)
}

fn refuse_succeeded(record: &RunRecord) -> Result<(), StoreError> {
    if record.status != RunStatus::Succeeded {
        return Ok(());
    }
    let message = format!(
        "run `{}` has already succeeded\nhelp: to repeat some of its steps, fork the run: `runner.fork(run_id, step)`",
        record.id
    );
    Err(StoreError::new(StoreErrorKind::Invalid, message))
}

async fn reopen(
    runner: &Runner,
    known: &Known,
    record: &RunRecord,
    assumptions: &HashMap<String, Assumption>,
) -> Result<Prepared, BoxError> {
    let run = &*record.id;
    let journal = runner.journal()?;
    if !assumptions.is_empty() {
        let steps = journal.log().steps(run).await?;
        check_assumptions(assumptions, &steps, known.graph(), &known.facts.codecs)?;
    }
    let history_of =
        |past: &mut RunPast| History::of(past, Retries::of(known.graph()), &mut runner.0.secrets.secrets.restorer());
    // Read before the run is claimed, as its input is, and again if another process has continued the run meanwhile.
    let mut past = journal.log().past(run).await?;
    let mut history = history_of(&mut past)?;
    let (writer, claimed) = journal.reopen_after(run, &past).await?;
    // Its last owner may have written until the claim, also entries without an event.
    if record.status == RunStatus::Running || claimed.epoch != record.epoch + 1 {
        history = history_of(&mut journal.log().past(run).await?)?;
    }
    let end_attempt = |path: &str, attempt, status, output| {
        let (path, at) = (path.to_owned(), SystemTime::now());
        let _ = writer.write(Write::StepEnded { path, attempt, at, status, output, error: None });
    };
    for step in history.open() {
        end_attempt(&step.path, step.attempt, StepStatus::Interrupted, None);
    }
    for (path, assumption) in assumptions {
        if let (Assumption::Done(output), Some(last)) = (assumption, history.undecided(path)) {
            if last.status == StepStatus::Failed {
                end_attempt(path, last.attempt, StepStatus::Interrupted, None);
            }
            end_attempt(
                path,
                last.attempt,
                StepStatus::Succeeded,
                Some(runner.redactor().refer_json(&json(&**output))),
            );
        }
    }
    Ok(Prepared { id: RunId::from(run), record: Some((writer, history)) })
}

/// Returns the part of a run before the step `at`.
async fn parent(runner: &Runner, known: &Known, run: &str, at: &str) -> Result<Parent, BoxError> {
    let (log, mut restorer) = (runner.journal()?.log(), runner.0.secrets.secrets.restorer());
    let Some((history, taken)) = History::before(&**log, run, at, Retries::of(known.graph()), &mut restorer).await?
    else {
        let message = format!("run `{run}` has not started a step `{at}`");
        return Err(StoreError::new(StoreErrorKind::NotFound, message).into());
    };
    Ok(Parent { run: run.to_owned(), history, taken })
}
