//! Copies a run that has ended into the run log of its worker.

use super::{Interrupted, publisher::Events, spec::token};
use runnable_runner::Runner;
use runnable_store::{EventRecord, NewRun, RunLog, RunRecord, StepRecord, StepStatus, StoreError, Write};

/// Number of events that are read at a time.
const PAGE: usize = 1000;

/// Copies a run that has ended into the run log, if a run log is configured. Repeating it changes nothing. `shared` has the
/// events if other units have run items of the run.
pub(super) async fn archive(
    runner: &Runner,
    log: &dyn RunLog,
    created: NewRun,
    ended: &RunRecord,
    shared: Option<&dyn Events>,
) -> Result<(), Interrupted> {
    if runner.raw_log().is_none() {
        return Ok(());
    }
    let id = created.id.clone();
    let mut run = created;
    run.entries = entries_of_steps(log, &id).await?;
    let events = match shared {
        // In the order in which the readers have seen them.
        Some(events) => numbered(events.all(&token(&id)).await?),
        None => events(log, &id).await?,
    };
    run.entries.extend(events.into_iter().map(Write::Event));
    let (status, output, error) = (ended.status, ended.output.clone(), ended.error.clone());
    let at = ended.ended.unwrap_or(run.started);
    runner.record_ended(run, Write::RunEnded { at, status, output, error }).await?;
    Ok(())
}

/// Numbers the events of several units.
fn numbered(mut events: Vec<EventRecord>) -> Vec<EventRecord> {
    for (event, number) in events.iter_mut().zip(1..) {
        event.seq = number;
    }
    events
}

/// Returns the entries of a run without its events, so that its records come out the same when they are read.
pub(super) async fn entries_of_steps(log: &dyn RunLog, run: &str) -> Result<Vec<Write>, StoreError> {
    let (mut entries, mut arms) = (Vec::new(), log.arms(run).await?.into_iter().peekable());
    let steps = log.steps(run).await?;
    for attempts in 0..=steps.len() {
        let at = steps.get(attempts.saturating_sub(1)).map(|step| step.started);
        while let Some(arm) = arms.next_if(|arm| arm.attempts <= attempts) {
            let at = at.unwrap_or(std::time::SystemTime::UNIX_EPOCH);
            entries.push(Write::Arm { path: arm.path, choice: arm.choice, arm: arm.arm, at });
        }
        if let Some(step) = steps.get(attempts) {
            entries.extend(of_step(step.clone()));
        }
    }
    entries.extend(log.artifacts(run).await?.into_iter().map(Write::Artifact));
    Ok(entries)
}

async fn events(log: &dyn RunLog, run: &str) -> Result<Vec<EventRecord>, Interrupted> {
    let mut all = Vec::new();
    loop {
        let page = log.events(run, all.len() as u64, PAGE).await?;
        let is_last = page.len() < PAGE;
        all.extend(page);
        if is_last {
            return Ok(all);
        }
    }
}

fn of_step(step: StepRecord) -> impl Iterator<Item = Write> {
    let StepRecord { path, attempt, status, started, ended, inputs, hashed, unchecked, output, error, .. } = step;
    let more = (!hashed.is_empty() || !unchecked.is_empty()).then(|| Write::StepInputs {
        path: path.clone(),
        attempt,
        at: started,
        hashed,
        unchecked,
    });
    let end = (status != StepStatus::Running).then(|| Write::StepEnded {
        path: path.clone(),
        attempt,
        at: ended.unwrap_or(started),
        status,
        output,
        error,
    });
    [Some(Write::StepStarted { path, attempt, at: started, inputs }), more, end].into_iter().flatten()
}
