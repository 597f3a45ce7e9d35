//! What the tests have in common.

use futures_util::StreamExt;
use runnable_store::{
    ArtifactRecord, EventRecord, Json, LogEvent, NewRun, Recording, RunLog, RunStatus, StepStatus, StoreError, Ticket,
    Write, Writes,
};
use serde_json::value::RawValue;
use std::{
    future::poll_fn,
    io::{Write as _, stderr},
    time::Duration,
};

pub(crate) const LEASE: Duration = Duration::from_mins(1);

/// Later than any run.
pub(crate) const LATER: i64 = i64::MAX;

/// Tells that a test is skipped. Not by `eprintln!`, which is captured where a test passes.
pub(crate) fn skip(why: &str) {
    let _ = writeln!(stderr(), "skipped: {why}");
}

pub(crate) fn json(text: &str) -> Json {
    RawValue::from_string(text.to_owned()).unwrap().into()
}

pub(crate) fn new_run(id: &str) -> NewRun {
    NewRun::new(id, "digest", "hash", json(r#"{"steps":[]}"#), json(r#"{"prompt":"hi"}"#))
}

pub(crate) fn event(seq: u64, kind: &str) -> Write {
    let data = kind.starts_with("chunk").then(|| json(&format!(r#"{{"text":"{seq} ä"}}"#)));
    let path = if kind.starts_with("run.") { "[]" } else { r#"["fetch","llm[2]"]"# };
    Write::Event(EventRecord {
        seq,
        ts: 1_000 + i64::try_from(seq).unwrap(),
        path: json(path),
        attempt: 1,
        event_type: kind.into(),
        data,
    })
}

pub(crate) fn started(path: &str, attempt: u32) -> Write {
    Write::StepStarted { path: path.to_owned(), attempt, at: 1, inputs: Some(json(r#"{"url":"x"}"#)) }
}

pub(crate) fn ended(path: &str, attempt: u32) -> Write {
    let (output, error) = (Some(json(r#"{"text":"done"}"#)), None);
    Write::StepEnded { path: path.to_owned(), attempt, at: 2, status: StepStatus::Succeeded, output, error }
}

pub(crate) fn artifact(name: &str) -> ArtifactRecord {
    let (hash, media_type) = ("ab".repeat(32), "text/csv".to_owned());
    ArtifactRecord {
        name: name.to_owned(),
        step: "fetch".to_owned(),
        attempt: 1,
        put: true,
        hash,
        size: 12,
        media_type,
        at: 7,
    }
}

pub(crate) fn run_ended(status: RunStatus) -> Write {
    Write::RunEnded { at: 9_000, status, output: Some(json(r#"{"text":"all"}"#)), error: None }
}

pub(crate) fn of(run: &str, writes: impl IntoIterator<Item = Write>) -> Vec<Writes> {
    vec![Writes { run: run.into(), writes: writes.into_iter().collect() }]
}

/// A run with a first and a last event and these in between, of `owner`; it ends where there is a status.
pub(crate) async fn record(log: &dyn RunLog, id: &str, owner: &str, kinds: &[&str], status: Option<RunStatus>) {
    log.renew_lease(owner, LEASE).await.unwrap();
    log.create(&new_run(id), owner).await.unwrap();
    let kinds = [&["run.started"], kinds, &["run.finished"]].concat();
    let mut writes: Vec<Write> = (1..).zip(kinds).map(|(seq, kind)| event(seq, kind)).collect();
    writes.extend(status.map(run_ended));
    log.append(&of(id, writes)).await.unwrap();
}

/// What tells two events apart.
pub(crate) fn told(event: &EventRecord) -> String {
    let data = event.data.as_ref().map(|data| data.get());
    format!("{} {} {} {} {} {data:?}", event.seq, event.ts, event.path.get(), event.attempt, event.event_type)
}

pub(crate) async fn all_events(log: &dyn RunLog, run: &str) -> Vec<String> {
    log.events(run, 0, usize::MAX).await.unwrap().iter().map(told).collect()
}

pub(crate) async fn durable(recording: &Recording, ticket: Ticket) -> Result<(), StoreError> {
    poll_fn(|cx| recording.poll_durable(ticket, cx)).await
}

/// The numbers of the events that are left of this stream.
pub(crate) async fn seqs(follow: runnable_store::EventStream) -> Vec<u64> {
    follow.map(|item| seq(&item.unwrap())).collect().await
}

pub(crate) fn seq(item: &LogEvent) -> u64 {
    item.event().unwrap().seq()
}
