//! An event of a recorded run, as it is sent.

use crate::{EncodeEvent, responses::sealed::Sealed};
use runnable_core::Kind;
use runnable_store::{LogEvent, RunEvent};
use runnable_wire::{EventId, Finished, Flat, GAP, is_reserved};
use serde::Serialize;
use serde_json::Result;

/// An event from the run log, or a gap, which also replaces an event that is too large.
pub(in crate::service) struct SentEvent(LogEvent);

impl SentEvent {
    /// Replaces the event by a gap if its data has more than `limit` bytes.
    pub(super) fn new(event: LogEvent, limit: usize) -> Self {
        let large = event.event().filter(|event| event.data().is_some_and(|data| data.get().len() > limit));
        let gap = large.map(|event| LogEvent::Gap { run: event.run().into(), from: event.seq(), to: event.seq() });
        Self(gap.unwrap_or(event))
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

    fn flat(&self) -> Option<Flat<'_, impl Serialize>> {
        let event = self.0.event()?;
        match event.kind() {
            Some(Kind::StepReset) => Some(Flat::Reset),
            Some(Kind::RunFinished) => {
                let finished: Finished<'_> = serde_json::from_str(event.data()?.get()).ok()?;
                Some(Flat::Error { message: finished.error?.message })
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
        SentEvent::new(LogEvent::Event(RunEvent::new("r".into(), Arc::new(record))), 100)
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
    fn of_the_lifecycle_events_only_a_reset_and_a_failure_have_a_flat_form() {
        for kind in Kind::ALL.into_iter().filter(|kind| *kind != Kind::StepReset) {
            assert_eq!(flat(kind.as_str(), Some(r#"{"outcome":"success"}"#)), "", "{kind}");
            assert_eq!(flat(kind.as_str(), Some(r#"{"outcome":"cancelled"}"#)), "", "{kind}");
            assert_eq!(flat(kind.as_str(), None), "", "{kind}");
        }
        assert_eq!(flat("step.reset", Some(r#"{"error":{}}"#)), r#"{"type":"reset"}"#);
        let failed = r#"{"outcome":"failed","error":{"code":"failed","message":"no \"x\"","retryable":false}}"#;
        assert_eq!(flat("run.finished", Some(failed)), r#"{"type":"error","error":"no \"x\""}"#);
    }

    #[test]
    fn lifecycle_events_of_a_later_version_have_no_flat_form() {
        assert_eq!(flat("run.paused", Some(r#"{"text":"a"}"#)), "");
    }

    #[test]
    fn an_event_that_is_too_large_is_a_gap() {
        let text = format!(r#"{{"text":"{}"}}"#, "a".repeat(100));
        let event = sent("chunk", Some(&text));
        assert_eq!(event.event_type(), GAP);
        assert!(event.flat().is_none() && !event.write_id(&mut Vec::new()));
    }
}
