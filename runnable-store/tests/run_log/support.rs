//! Helpers that the tests share.

use futures_util::StreamExt;
use runnable_store::{
    ArtifactRecord, EventRecord, Json, LogEvent, NewRun, Receipt, RunLog, RunStatus, RunWriter, StepStatus, StoreError,
    Write, Writes,
};
use std::{
    future::poll_fn,
    io::{Write as _, stderr},
    time::{Duration, SystemTime, UNIX_EPOCH},
};

pub(crate) const LEASE: Duration = Duration::from_mins(1);

/// Returns the time this many milliseconds after the Unix epoch.
pub(crate) fn at(millis: u64) -> SystemTime {
    UNIX_EPOCH + Duration::from_millis(millis)
}

/// Returns a time after the end of every run.
pub(crate) fn later() -> SystemTime {
    SystemTime::now() + Duration::from_hours(24)
}

/// Reports that a test is skipped. `eprintln!` would be captured, because the test passes.
pub(crate) fn skip(why: &str) {
    let _ = writeln!(stderr(), "skipped: {why}");
}

pub(crate) fn json(text: &str) -> Json {
    runnable_store::json(text).unwrap()
}

pub(crate) fn new_run(id: &str) -> NewRun {
    NewRun::new(id, "digest", "hash", json(r#"{"steps":[]}"#), json(r#"{"prompt":"hi"}"#))
}

pub(crate) fn event(seq: u64, kind: &str) -> Write {
    let data = kind.starts_with("chunk").then(|| json(&format!(r#"{{"text":"{seq} ä"}}"#)));
    let path = if kind.starts_with("run.") { "[]" } else { r#"["fetch","llm[2]"]"# };
    let mut event = EventRecord::new(seq, at(1_000 + seq), json(path), 1, kind);
    event.data = data;
    Write::Event(event)
}

pub(crate) fn started(path: &str, attempt: u32) -> Write {
    Write::StepStarted { path: path.to_owned(), attempt, at: at(1), inputs: Some(json(r#"{"url":"x"}"#)) }
}

pub(crate) fn ended(path: &str, attempt: u32) -> Write {
    let (output, error) = (Some(json(r#"{"text":"done"}"#)), None);
    Write::StepEnded { path: path.to_owned(), attempt, at: at(2), status: StepStatus::Succeeded, output, error }
}

pub(crate) fn artifact(name: &str) -> ArtifactRecord {
    let mut artifact = ArtifactRecord::put(name, "fetch", 1, "ab".repeat(32), 12);
    (artifact.media_type, artifact.at) = ("text/csv".to_owned(), at(7));
    artifact
}

pub(crate) fn run_ended(status: RunStatus) -> Write {
    Write::RunEnded { at: at(9_000), status, output: Some(json(r#"{"text":"all"}"#)), error: None }
}

pub(crate) fn of(run: &str, writes: impl IntoIterator<Item = Write>) -> Vec<Writes> {
    vec![Writes::new(run, writes.into_iter().collect())]
}

/// Records a run of `owner` with a first and a last event and these in between. The run ends if there is a status.
pub(crate) async fn record(log: &dyn RunLog, id: &str, owner: &str, kinds: &[&str], status: Option<RunStatus>) {
    log.renew_lease(owner, LEASE).await.unwrap();
    log.create(&new_run(id), owner).await.unwrap();
    let kinds = [&["run.started"], kinds, &["run.finished"]].concat();
    let mut writes: Vec<Write> = (1..).zip(kinds).map(|(seq, kind)| event(seq, kind)).collect();
    writes.extend(status.map(run_ended));
    log.append(&of(id, writes)).await.unwrap();
}

/// Returns a text that differs if the events differ.
pub(crate) fn text(event: &EventRecord) -> String {
    let data = event.data.as_ref().map(|data| data.get());
    let ts = event.ts.duration_since(UNIX_EPOCH).unwrap().as_millis();
    format!("{} {} {} {} {} {data:?}", event.seq, ts, event.path.get(), event.attempt, event.event_type)
}

pub(crate) async fn all_events(log: &dyn RunLog, run: &str) -> Vec<String> {
    log.events(run, 0, usize::MAX).await.unwrap().iter().map(text).collect()
}

pub(crate) async fn durable(writer: &RunWriter, receipt: Receipt) -> Result<(), StoreError> {
    poll_fn(|cx| writer.poll_durable(receipt, cx)).await
}

/// Reads the numbers of the remaining events of a stream.
pub(crate) async fn seqs(events: runnable_store::EventStream) -> Vec<u64> {
    events.map(|item| seq(&item.unwrap())).collect().await
}

pub(crate) fn seq(item: &LogEvent) -> u64 {
    item.event().unwrap().seq()
}
