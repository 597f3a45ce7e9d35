//! Runs a unit on this worker.

use super::{Interrupted, Outcome, Part, Pending, Unit, archive::archive, log::UnitLog, part::Past, publisher::Events};
use runnable_core::{Error, ErrorKind, Result, Run, RunData};
use runnable_runner::{Runnable, Runner};
use runnable_store::{Json, NewRun, RunLog, RunRecord, RunStatus, StoreError};
use std::sync::Arc;
use tokio::sync::mpsc;
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
    /// Cancelled if the run is to be cancelled.
    pub(crate) cancel: CancellationToken,
}

/// Runs a unit of the pipeline `P` until its end is durable, published and in the run log.
///
/// # Errors
/// Returns an error if the unit must begin again.
pub(crate) async fn run<P: Runnable>(task: UnitTask) -> Result<Outcome, Interrupted> {
    let UnitTask { unit, parts, journal, events, runner, cancel } = task;
    let past = Past::read(&unit.run, &unit.pipeline, parts)?;
    let claimed = events.claim(&unit.run).await?;
    let (created, has_ended) = (past.created.clone(), past.ended.is_some());
    let is_once = runner.once_steps::<P>();
    let log = Arc::new(UnitLog::open(&unit.run, past, claimed, journal, events, is_once).await?);
    if !has_ended {
        let recorder = runner.recording_in(Arc::clone(&log) as Arc<dyn RunLog>);
        let failure = drive::<P>(&recorder, &unit, created.is_some(), &cancel).await.err();
        // An error means that the engine has taken the unit away, which the end of the run shows as well.
        drop(recorder.shutdown().await);
        end::<P>(&runner, &unit, &log, failure).await?;
    }
    log.published().await?;
    let record = ended(&log, &unit.run).await?.ok_or_else(|| Interrupted("the run has not ended".to_owned()))?;
    archive(&runner, &*log, created_or_new::<P>(&runner, &unit, created), &record).await?;
    let steps = log.steps(&unit.run).await?;
    Ok(Outcome::new(record.status, record.output.as_ref(), record.error.as_ref(), &steps))
}

fn created_or_new<P: Runnable>(runner: &Runner, unit: &Unit, created: Option<NewRun>) -> NewRun {
    created.unwrap_or_else(|| {
        let mut run = runner.new_run::<P>(&unit.run, Json::from(unit.input.clone()));
        run.tag.clone_from(&unit.tag);
        run
    })
}

/// Starts or resumes the run and drives it to its end.
async fn drive<P: Runnable>(runner: &Runner, unit: &Unit, resumes: bool, cancel: &CancellationToken) -> Result<()> {
    if resumes {
        let request = runner.resume::<P>(&unit.run);
        return drain(started(request.streaming(), cancel).await?, cancel).await;
    }
    let pipeline = runner.read_input::<P>(&Json::from(unit.input.clone()))?;
    let mut request = runner.run(pipeline).run_id(unit.run.as_str());
    if let Some(tag) = &unit.tag {
        request = request.tag(tag.as_str());
    }
    drain(started(request.streaming(), cancel).await?, cancel).await
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
    cancel: &CancellationToken,
) -> Result<()> {
    loop {
        tokio::select! {
            biased;
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
