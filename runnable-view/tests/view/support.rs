//! Records that are written by hand.

use runnable_store::{EventRecord, NewRun, RunRecord, RunStatus, StepRecord, StepStatus, json};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

/// The start of all runs.
pub(crate) const START: u64 = 1_764_000_000_000;

/// Returns a moment in milliseconds after the start.
pub(crate) fn at(millis: u64) -> SystemTime {
    UNIX_EPOCH + Duration::from_millis(START + millis)
}

/// Returns a run that ended after so many milliseconds.
pub(crate) fn run(status: RunStatus, ended: u64) -> RunRecord {
    let json = |text: &str| json(text).expect("JSON");
    let mut new = NewRun::new("01JD7K", "translate_all", "3f2a1c", json("[]"), json(r#"{"languages":["es","fr"]}"#));
    new.started = at(0);
    let mut run = RunRecord::from(&new);
    run.status = status;
    run.ended = (status != RunStatus::Running).then(|| at(ended));
    run
}

/// Returns an attempt. A failure has an error.
pub(crate) fn step(path: &str, attempt: u32, status: StepStatus, start: u64, end: u64) -> StepRecord {
    let mut step = StepRecord::running(path, attempt, at(start), Some(json("{}").expect("JSON")));
    step.status = status;
    step.ended = (status != StepStatus::Running).then(|| at(end));
    if status == StepStatus::Failed {
        step.error = Some(error("429 Too Many Requests"));
    }
    step
}

/// Returns an error as it is recorded.
pub(crate) fn error(message: &str) -> runnable_store::Json {
    let message = serde_json::to_string(message).expect("a text");
    json(format!(r#"{{"code":"failed","message":{message},"retryable":true}}"#)).expect("JSON")
}

/// Returns a lifecycle event of the run itself.
pub(crate) fn event(seq: u64, millis: u64, kind: &str, outcome: Option<&str>) -> EventRecord {
    let mut event = EventRecord::new(seq, at(millis), json("[]").expect("JSON"), 1, kind);
    event.data = outcome.map(|outcome| json(format!(r#"{{"outcome":"{outcome}"}}"#)).expect("JSON"));
    event
}
