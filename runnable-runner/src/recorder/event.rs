//! What records the events of a run, and how it ended.

use super::step::error_json;
use crate::json::json;
use runnable_core::{BoxError, Event, Lifecycle, Outcome, WireEvent, hooks::Observer};
use runnable_store::{EventRecord, EventType, Json, Receipt, RunStatus, RunWriter, Write, secrets::Redactor};
use std::{
    task::{Context, Poll, ready},
    time::SystemTime,
};

/// What records the events of a run.
pub(crate) struct Watcher {
    recording: RunWriter,
    redactor: Redactor,
    /// The last path, as JSON: a step sends many events in a row.
    path: Option<Json>,
    text: Vec<u8>,
    last: Option<Receipt>,
}

impl Watcher {
    pub(crate) fn new(recording: RunWriter, redactor: Redactor) -> Self {
        Self { recording, redactor, path: None, text: Vec::new(), last: None }
    }

    fn path<D>(&mut self, event: &Event<D>) -> Json {
        self.text.clear();
        // It is a list of names: that cannot fail.
        let _ = serde_json::to_writer(&mut self.text, &event.path());
        let same = self.path.take().filter(|path| path.get().as_bytes() == self.text);
        let path = same.unwrap_or_else(|| json(String::from_utf8_lossy(&self.text)));
        self.path = Some(Json::clone(&path));
        path
    }

    /// The run's end.
    fn end<D>(&mut self, event: &Event<D>, outcome: &Outcome) {
        let (status, error) = match outcome {
            Outcome::Succeeded => (RunStatus::Succeeded, None),
            Outcome::Failed(error) => (RunStatus::Failed, Some(error_json(error, &self.redactor))),
            _ => (RunStatus::Cancelled, None),
        };
        let output = event.result().map(|result| self.redactor.redact_json(&json(result.to_string())));
        self.last = Some(self.recording.write(Write::RunEnded { at: SystemTime::now(), status, output, error }));
    }
}

impl<D: WireEvent> Observer<D> for Watcher {
    fn event(&mut self, event: &Event<D>) {
        let event_type = event.kind().map_or_else(|| event.event_type().into(), EventType::from);
        let mut record = EventRecord::new(event.seq(), event.ts(), self.path(event), event.attempt(), event_type);
        let data = event.payload().and_then(|payload| serde_json::value::to_raw_value(&payload).ok());
        record.data = data.map(|data| self.redactor.redact_json(&Json::from(data)));
        self.last = Some(self.recording.write(Write::Event(record)));
        if let Some(Lifecycle::RunFinished(outcome)) = event.lifecycle() {
            self.end(event, outcome);
        }
    }

    fn poll_ready(&mut self, task: &mut Context<'_>) -> Poll<()> {
        // What cannot be recorded is told by the next step that wants to be durable, and at the run's end.
        self.recording.poll_ready(task).map(drop)
    }

    fn poll_end(&mut self, task: &mut Context<'_>) -> Poll<Result<(), BoxError>> {
        let Some(ticket) = self.last else { return Poll::Ready(Ok(())) };
        Poll::Ready(ready!(self.recording.poll_committed(ticket, task)).map_err(Into::into))
    }
}
