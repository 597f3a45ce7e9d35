//! Records the events of a run, and how the run ended.

use super::step::error_json;
use crate::json::json;
use runnable_core::{BoxError, Event, Kind, Lifecycle, Outcome, WireEvent, hooks::Observer};
use runnable_store::{EventRecord, EventType, Json, Receipt, RunStatus, RunWriter, Write, secrets::Redactor};
use runnable_wire::RunBegan;
use std::{
    borrow::Cow,
    sync::{Arc, OnceLock},
    task::{Context, Poll, ready},
    time::SystemTime,
};

/// Records the events of a run, and how the run ended.
pub(crate) struct EventRecorder {
    writer: RunWriter,
    redactor: Redactor,
    /// The path of the last event as JSON, kept because a step emits many events in a row.
    path: Option<Json>,
    /// A buffer for paths.
    text: Vec<u8>,
    last_write: Option<Receipt>,
    /// The `traceparent` of the run's span, if it belongs to a trace.
    traceparent: Arc<OnceLock<String>>,
}

impl EventRecorder {
    pub(crate) fn new(writer: RunWriter, redactor: Redactor, traceparent: Arc<OnceLock<String>>) -> Self {
        Self { writer, redactor, path: None, text: Vec::new(), last_write: None, traceparent }
    }

    /// Returns the data of the first event of a part of a run: its place in a trace, so that the next part can link to it.
    fn trace<D>(&self, event: &Event<D>) -> Option<Json> {
        if !matches!(event.kind()?, Kind::RunStarted | Kind::RunResumed) {
            return None;
        }
        let traceparent = Cow::from(self.traceparent.get()?.as_str());
        serde_json::to_string(&RunBegan { traceparent: Some(traceparent) }).ok().map(json)
    }

    fn path<D>(&mut self, event: &Event<D>) -> Json {
        self.text.clear();
        // Cannot fail: a path is a list of strings, and the buffer is in memory.
        let _ = serde_json::to_writer(&mut self.text, &event.path());
        let same = self.path.take().filter(|path| path.get().as_bytes() == self.text);
        let path = same.unwrap_or_else(|| json(String::from_utf8_lossy(&self.text)));
        self.path = Some(Json::clone(&path));
        path
    }

    /// Removes secrets from the data of an event. Those of the runtime have secrets in their result alone: their errors are
    /// redacted before they are sent.
    fn redacted<D>(&self, event: &Event<D>, data: &Json) -> Json {
        match (event.lifecycle(), event.result()) {
            (None, _) => self.redactor.redact_json(data),
            (Some(_), Some(_)) => self.redactor.redact_member(data, "result"),
            (Some(_), None) => Json::clone(data),
        }
    }

    fn record_end<D>(&mut self, event: &Event<D>, outcome: &Outcome) {
        let (status, error) = match outcome {
            Outcome::Succeeded => (RunStatus::Succeeded, None),
            Outcome::Failed(error) => (RunStatus::Failed, Some(error_json(error, &self.redactor))),
            _ => (RunStatus::Cancelled, None),
        };
        let output = event.result().map(|result| self.redactor.refer_json(&json(result.to_string())));
        self.last_write = Some(self.writer.write(Write::RunEnded { at: SystemTime::now(), status, output, error }));
    }
}

impl<D: WireEvent> Observer<D> for EventRecorder {
    fn event(&mut self, event: &Event<D>) {
        let event_type =
            event.kind().map_or_else(|| (&*self.redactor.redact(event.event_type())).into(), EventType::from);
        let mut record = EventRecord::new(event.seq(), event.ts(), self.path(event), event.attempt(), event_type);
        let data = event.payload().and_then(|payload| serde_json::value::to_raw_value(&payload).ok());
        record.data = data.map(|data| self.redacted(event, &Json::from(data))).or_else(|| self.trace(event));
        self.last_write = Some(self.writer.write(Write::Event(record)));
        if let Some(Lifecycle::RunFinished(outcome)) = event.lifecycle() {
            self.record_end(event, outcome);
        }
    }

    fn poll_ready(&mut self, cx: &mut Context<'_>) -> Poll<()> {
        // A failed write is reported by the next durable step and at the end of the run.
        self.writer.poll_ready(cx).map(drop)
    }

    fn is_cancelled(&self) -> bool {
        self.writer.is_cancel_requested()
    }

    fn poll_cancelled(&mut self, cx: &mut Context<'_>) -> Poll<()> {
        self.writer.poll_cancel_requested(cx)
    }

    fn poll_end(&mut self, cx: &mut Context<'_>) -> Poll<Result<(), BoxError>> {
        let Some(write) = self.last_write else { return Poll::Ready(Ok(())) };
        Poll::Ready(ready!(self.writer.poll_committed(write, cx)).map_err(Into::into))
    }
}
