//! An event of a recorded run, as it is sent.

use super::{address::RunAddress, truncate::truncated};
use crate::{
    EncodeEvent,
    responses::{CANCELLED, millis, sealed::Sealed},
};
use runnable_core::Kind;
use runnable_store::{LogEvent, RunEvent};
use runnable_wire::{EventId, Flat, GAP, OutcomeName, Truncated, is_reserved};
use serde::{Deserialize, Serialize};
use serde_json::Result;
use std::borrow::Cow;

/// An event from the run log, or a gap. Marks stand for values that are too large.
pub(in crate::service) struct SentEvent(LogEvent);

/// The data of `run.finished` that the flat form uses.
#[derive(Deserialize)]
struct RunEnd<'a> {
    outcome: OutcomeName,
    #[serde(borrow)]
    error: Option<ErrorEnd<'a>>,
}

/// An error, with the members of a mark if its message is cut.
#[derive(Deserialize)]
struct ErrorEnd<'a> {
    #[serde(borrow)]
    message: Cow<'a, str>,
    #[serde(borrow, default)]
    causes: Vec<Cow<'a, str>>,
    size: Option<u64>,
    #[serde(borrow)]
    url: Option<Cow<'a, str>>,
}

impl SentEvent {
    /// Returns the event with marks in the place of values that have more than `limit` bytes.
    pub(super) fn new(event: LogEvent, limit: usize, run: &RunAddress) -> Self {
        let truncated = event.event().and_then(|event| truncated(event, limit, run));
        Self(truncated.map_or(event, LogEvent::Event))
    }

    /// Returns the whole event.
    pub(in crate::service) fn whole(event: RunEvent) -> Self {
        Self(LogEvent::Event(event))
    }
}

impl Sealed for SentEvent {}

impl EncodeEvent for SentEvent {
    fn event_type(&self) -> &str {
        self.0.event().map_or(GAP, RunEvent::event_type)
    }

    fn write_id(&self, to: &mut Vec<u8>) -> bool {
        let Some(event) = self.0.event() else { return false };
        to.extend_from_slice(EventId::new(event.run(), event.seq()).as_str().as_bytes());
        true
    }

    fn write_json(&self, to: &mut Vec<u8>) -> Result<()> {
        self.0.write_json(to)
    }

    fn write_path(&self, to: &mut Vec<u8>) {
        let path = self.0.event().map_or("[]", |event| event.path().get());
        to.extend_from_slice(path.as_bytes());
    }

    fn kind(&self) -> Option<Kind> {
        self.0.event()?.kind()
    }

    fn seq(&self) -> u64 {
        self.0.event().map_or(0, RunEvent::seq)
    }

    fn millis(&self) -> u64 {
        self.0.event().map_or(0, |event| millis(event.ts()))
    }

    fn attempt(&self) -> u32 {
        self.0.event().map_or(1, RunEvent::attempt)
    }

    fn write_data(&self, to: &mut Vec<u8>) -> Result<bool> {
        let Some(event) = self.0.event() else { return self.0.write_json(to).map(|()| true) };
        let data = event.data();
        to.extend_from_slice(data.map_or("", |data| data.get()).as_bytes());
        Ok(data.is_some())
    }

    fn flat(&self) -> Option<Flat<'_, impl Serialize>> {
        let event = self.0.event()?;
        match event.kind() {
            Some(Kind::StepReset) => Some(Flat::Reset),
            Some(Kind::RunFinished) => {
                let end: RunEnd<'_> = serde_json::from_str(event.data()?.get()).ok()?;
                if end.outcome == OutcomeName::Cancelled {
                    return Some(Flat::Error { message: CANCELLED.into(), causes: Vec::new(), truncated: None });
                }
                let ErrorEnd { message, causes, size, url } = end.error?;
                let truncated = size.zip(url).map(|(size, url)| Truncated { size, url });
                Some(Flat::Error { message, causes, truncated })
            }
            Some(Kind::RunStarted | Kind::RunResumed | Kind::StepStarted | Kind::StepFinished) => None,
            // A later version of this crate may have recorded lifecycle events that are unknown here.
            None if is_reserved(event.event_type()) => None,
            None => Some(Flat::Own { event_type: event.event_type(), data: event.data() }),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use runnable_store::{EventRecord, json};
    use std::{sync::Arc, time::SystemTime};

    fn sent(event_type: &str, data: Option<&str>) -> SentEvent {
        let json = |text: &str| json(text).expect("JSON");
        let mut record = EventRecord::new(7, SystemTime::UNIX_EPOCH, json("[]"), 1, event_type);
        record.data = data.map(json);
        let event = LogEvent::Event(RunEvent::new("r".into(), Arc::new(record)));
        SentEvent::new(event, 100, &RunAddress::new("/ws", 1, "r"))
    }

    fn flat(event_type: &str, data: Option<&str>) -> String {
        let (mut text, event) = (Vec::new(), sent(event_type, data));
        if let Some(flat) = event.flat() {
            flat.write_json(&mut text).expect("it is written");
        }
        String::from_utf8(text).expect("text")
    }

    #[test]
    fn the_fields_of_an_event_stand_beside_its_type() {
        assert_eq!(flat("chunk", Some(r#"{"text":"a"}"#)), r#"{"type":"chunk","text":"a"}"#);
        assert_eq!(flat("chunk", Some(r#" { "text": "a" } "#)), r#"{"type":"chunk","text": "a" }"#);
        assert_eq!(flat("tick", Some("{ }")), r#"{"type":"tick"}"#);
        assert_eq!(flat("tick", None), r#"{"type":"tick"}"#);
    }

    #[test]
    fn of_the_lifecycle_events_only_a_reset_and_an_end_without_success_have_a_flat_form() {
        for kind in Kind::ALL.into_iter().filter(|kind| *kind != Kind::StepReset) {
            assert_eq!(flat(kind.as_str(), Some(r#"{"outcome":"success"}"#)), "", "{kind}");
            assert_eq!(flat(kind.as_str(), None), "", "{kind}");
            let cancelled = flat(kind.as_str(), Some(r#"{"outcome":"cancelled"}"#));
            let error = r#"{"type":"error","error":"the run was cancelled"}"#;
            assert_eq!(cancelled, if kind == Kind::RunFinished { error } else { "" }, "{kind}");
        }
        assert_eq!(flat("step.reset", Some(r#"{"error":{}}"#)), r#"{"type":"reset"}"#);
        let failed = r#"{"outcome":"failed","error":{"code":"failed","message":"no \"x\"","retryable":false}}"#;
        assert_eq!(flat("run.finished", Some(failed)), r#"{"type":"error","error":"no \"x\""}"#);
        let failed = r#"{"outcome":"failed","error":{"message":"no","causes":["why \"x\""]}}"#;
        assert_eq!(flat("run.finished", Some(failed)), r#"{"type":"error","error":"no","causes":["why \"x\""]}"#);
    }

    #[test]
    fn the_flat_form_of_a_large_value_is_marked() {
        let text = format!(r#"{{"text":"{}"}}"#, "a".repeat(100));
        let chunk = flat("chunk", Some(&text));
        assert_eq!(chunk, r#"{"type":"chunk","truncated":true,"size":111,"url":"/runs/r/events/7"}"#);
        let error = format!(r#"{{"code":"failed","message":"{}","retryable":false}}"#, "a".repeat(2000));
        let failed = flat("run.finished", Some(&format!(r#"{{"outcome":"failed","error":{error}}}"#)));
        let (message, size) = ("a".repeat(1024), error.len());
        let mark = format!(r#""truncated":true,"size":{size},"url":"/runs/r/events/7""#);
        assert_eq!(failed, format!(r#"{{"type":"error","error":"{message}…",{mark}}}"#));
    }

    #[test]
    fn lifecycle_events_of_a_later_version_have_no_flat_form() {
        assert_eq!(flat("run.paused", Some(r#"{"text":"a"}"#)), "");
    }
}
