//! Runs a unit on this worker.

use super::{
    Interrupted, Outcome, Part, Pending, Unit,
    archive::{archive, entries_of_steps},
    asking::{AT_A_TIME, Asking, Spreading, cancel_items},
    item::encode,
    log::{BeforeFailure, UnitLog},
    part::Past,
    paths::is_within,
    publisher::Events,
    shared::SharedItems,
};
use runnable_core::{Error, ErrorKind, Result, Run, RunData};
use runnable_graph::NodeKind;
use runnable_runner::{Runnable, Runner, SharedRun};
use runnable_store::{Json, NewRun, RunLog, RunRecord, RunStatus, StoreError, StoreErrorKind, Write};
use std::{collections::HashSet, sync::Arc};
use tokio::sync::{OnceCell, Semaphore, mpsc};
use tokio_util::sync::CancellationToken;

/// A unit that this worker is to run, from the first part that it does not have.
pub(crate) struct UnitTask {
    pub(crate) unit: Arc<Unit>,
    /// The parts that are durable.
    pub(crate) parts: Vec<Part>,
    /// Takes further parts.
    pub(crate) journal: mpsc::Sender<Pending>,
    pub(crate) events: Arc<dyn Events>,
    pub(crate) runner: Runner,
    pub(crate) spreading: Spreading,
    /// Cancelled if the run is to be cancelled.
    pub(crate) cancel: CancellationToken,
}

/// Runs a unit of the pipeline `P` until its end is durable, published and in the run log.
///
/// # Errors
/// Returns an error if the unit must begin again.
pub(crate) async fn run<P: Runnable>(task: UnitTask) -> Result<Outcome, Interrupted> {
    let UnitTask { unit, parts, journal, events, runner, spreading, cancel } = task;
    // A run may have asked for items before its first part.
    let resumes = !parts.is_empty() || unit.item.is_none();
    let (mut past, mut earlier) = (Past::read(&unit.run, &unit.pipeline, parts)?, HashSet::new());
    if let Some(item) = &unit.item {
        // An item is a part of a run that has begun.
        past.created = Some(created_or_new::<P>(&runner, &unit, None));
        let (history, ended) = item.history(&*events).await?;
        past.entries.splice(..0, history);
        earlier = ended;
        past.spread = Some(item.spread.clone());
    }
    let claimed = events.claim(&unit.key()).await?;
    let (created, has_ended) = (past.created.clone(), past.ended.is_some());
    let is_once = runner.once_steps::<P>();
    let shared_events = Arc::clone(&events);
    let log = UnitLog::open(&unit, past, &spreading.maps, claimed, journal, events, is_once).await?;
    let log = Arc::new(log);
    if !has_ended {
        // Nobody takes part in a run whose items are all here.
        let is_shared = unit.item.is_some() || !log.spread().is_empty();
        if is_shared && resumes {
            log.before_failure(items_of_others(&unit, &spreading));
        }
        let asking = Asking {
            unit: Arc::clone(&unit),
            log: Arc::clone(&log),
            events: Arc::clone(&shared_events),
            runner: runner.clone(),
            spreading,
            places: Semaphore::new(AT_A_TIME),
            maps: maps::<P>(),
            histories: std::sync::Mutex::default(),
            resumes,
            others: OnceCell::new(),
        };
        let shared = Arc::new(SharedItems::new(asking, earlier));
        let others = is_shared.then(|| Arc::clone(&shared) as Arc<dyn SharedRun>);
        let recorder = runner.recording_in(Arc::clone(&log) as Arc<dyn RunLog>, others);
        let failure = drive::<P>(&recorder, &unit, created.is_some(), &shared, &cancel).await.err();
        // An error means that the engine has taken the unit away, which the end of the run shows as well.
        drop(recorder.shutdown().await);
        end::<P>(&runner, &unit, &log, failure).await?;
    }
    log.published().await?;
    let record = ended(&log, &unit.run).await?.ok_or_else(|| Interrupted("the unit has not ended".to_owned()))?;
    let steps = log.steps(&unit.run).await?;
    let mut outcome = Outcome::new(record.status, record.output.as_ref(), record.error.as_ref(), &steps);
    outcome.step = log.failed_step().or(outcome.step);
    if let Some(target) = unit.target() {
        outcome.entries = Some(encode(&entries_within(&log, &unit.run, target).await?)?);
        return Ok(outcome);
    }
    let shared_events = (!log.spread().is_empty()).then_some(&*shared_events);
    archive(&runner, &*log, created_or_new::<P>(&runner, &unit, created), &record, shared_events).await?;
    Ok(outcome)
}

/// Returns the work of a unit that fails or is cancelled: the items that an earlier worker of the unit has asked for end before.
fn items_of_others(unit: &Arc<Unit>, spreading: &Spreading) -> BeforeFailure {
    let (unit, children) = (Arc::clone(unit), Arc::clone(&spreading.children));
    Box::new(move || {
        let (unit, children) = (Arc::clone(&unit), Arc::clone(&children));
        Box::pin(async move {
            cancel_items(&unit, &*children, |_| false).await.map_err(|error| {
                let message = format!("the items of the run `{}` cannot be cancelled", unit.run);
                StoreError::new(StoreErrorKind::Unreachable, message).with_source(error)
            })
        })
    })
}

/// Returns the ids of the nodes that are maps.
fn maps<P: Runnable>() -> HashSet<String> {
    let graph = P::graph();
    let maps = graph.nodes().iter().filter(|node| matches!(node.kind(), NodeKind::Map { .. }));
    maps.map(|node| node.id().to_owned()).collect()
}

/// Returns the records of the steps of an item.
async fn entries_within(log: &UnitLog, run: &str, target: &str) -> Result<Vec<Write>, StoreError> {
    let mut entries = entries_of_steps(log, run).await?;
    entries.retain(|entry| match entry {
        Write::StepStarted { path, .. }
        | Write::StepInputs { path, .. }
        | Write::StepEnded { path, .. }
        | Write::Arm { path, .. } => is_within(path, target),
        Write::Artifact(file) => is_within(&file.step, target),
        _ => false,
    });
    Ok(entries)
}

fn created_or_new<P: Runnable>(runner: &Runner, unit: &Unit, created: Option<NewRun>) -> NewRun {
    let mut run = created.unwrap_or_else(|| {
        let mut run = runner.new_run::<P>(&unit.run, Json::from(unit.input.clone()));
        run.tag.clone_from(&unit.tag);
        run
    });
    // The journal does not have it: every worker of the unit has the same version of the pipeline.
    run.graph = Some(runner.recorded_graph::<P>());
    run
}

/// Starts or resumes the run and drives it to its end.
async fn drive<P: Runnable>(
    runner: &Runner,
    unit: &Unit,
    resumes: bool,
    shared: &SharedItems,
    cancel: &CancellationToken,
) -> Result<()> {
    if resumes {
        let request = runner.resume::<P>(&unit.run);
        return drain(started(request.streaming(), cancel).await?, shared, cancel).await;
    }
    let pipeline = runner.read_input::<P>(&Json::from(unit.input.clone()))?;
    let mut request = runner.run(pipeline).run_id(unit.run.as_str());
    if let Some(tag) = &unit.tag {
        request = request.tag(tag.as_str());
    }
    drain(started(request.streaming(), cancel).await?, shared, cancel).await
}

/// Waits for a start, which may wait for a place among the active runs.
async fn started<T>(start: impl Future<Output = Result<T>>, cancel: &CancellationToken) -> Result<T> {
    tokio::select! {
        started = start => started,
        () = cancel.cancelled() => Err(Error::recorded(ErrorKind::Cancelled, false, "the run was cancelled".into())),
    }
}

async fn drain<D: RunData, O, F: Future<Output = Result<O>>>(
    mut run: Run<D, O, F>,
    shared: &SharedItems,
    cancel: &CancellationToken,
) -> Result<()> {
    let mut item_ended = std::pin::pin!(shared.item_ended());
    loop {
        tokio::select! {
            biased;
            () = &mut item_ended => break,
            // The failures of a run that begins again are not its own.
            () = shared.lost() => return Ok(()),
            () = cancel.cancelled() => break,
            event = run.next() => if event.is_none() { return Ok(()) },
        }
    }
    run.cancel().await;
    while run.next().await.is_some() {}
    Ok(())
}

/// Makes sure that a run that does not continue has a recorded end.
async fn end<P: Runnable>(
    runner: &Runner,
    unit: &Unit,
    log: &UnitLog,
    failure: Option<Error>,
) -> Result<(), Interrupted> {
    if ended(log, &unit.run).await?.is_some() {
        return Ok(());
    }
    let error = match (log.refused(), failure) {
        (Some(refused), _) => Error::recorded(ErrorKind::NotRecorded, false, refused.into()),
        (None, Some(failure)) if is_final(&failure) => failure,
        (None, Some(failure)) => return Err(Interrupted(format!("{failure:?}"))),
        (None, None) => return Err(Interrupted("the end of the run could not be recorded".to_owned())),
    };
    let status = if error.kind() == ErrorKind::Cancelled { RunStatus::Cancelled } else { RunStatus::Failed };
    log.fail(created_or_new::<P>(runner, unit, None), status, runner.record_error(&error)).await?;
    Ok(())
}

/// Returns whether a run that did not start would not start on another worker, either.
fn is_final(failure: &Error) -> bool {
    // A log in memory has no failures of its own: what remains are those of the engine, which takes the unit away.
    failure.downcast_ref::<StoreError>().is_none_or(|error| {
        matches!(error.kind(), runnable_store::StoreErrorKind::Changed | runnable_store::StoreErrorKind::NotFound)
    })
}

async fn ended(log: &UnitLog, run: &str) -> Result<Option<RunRecord>, Interrupted> {
    let is_end = |record: &RunRecord| !matches!(record.status, RunStatus::Running | RunStatus::Interrupted);
    Ok(log.run(run).await?.filter(is_end))
}
