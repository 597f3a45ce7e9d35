//! What a reader of a recorded run gets, as it is sent.

use crate::Wire;
use runnable::store::{LogEvent, RunEvent};
use serde::{Deserialize, Serialize};
use serde_json::Result;
use std::io::Write as _;

/// An event out of the log, or a gap; also for an event that is too large to be sent.
pub(super) struct Sent {
    followed: LogEvent,
}

impl Sent {
    /// It, or a gap in the place of an event whose data has more than `limit` bytes.
    pub(super) fn new(followed: LogEvent, limit: usize) -> Self {
        let large = followed.event().filter(|event| event.data().is_some_and(|data| data.get().len() > limit));
        let gap = large.map(|event| LogEvent::Gap { run: event.run().into(), from: event.seq(), to: event.seq() });
        Self { followed: gap.unwrap_or(followed) }
    }
}

impl Wire for Sent {
    fn kind(&self) -> &str {
        self.followed.event().map_or("gap", RunEvent::event_type)
    }

    fn flat_kind(&self) -> Option<&str> {
        let event = self.followed.event()?;
        match event.event_type() {
            "run.started" | "run.resumed" | "step.started" | "step.finished" => None,
            "step.reset" => Some("reset"),
            "run.finished" => failure(event).map(|_| "error"),
            own => Some(own),
        }
    }

    fn write_id(&self, to: &mut Vec<u8>) -> bool {
        let Some(event) = self.followed.event() else { return false };
        // Writing to a `Vec` does not fail.
        let _ = write!(to, "{}:{}", event.run(), event.seq());
        true
    }

    fn write(&self, to: &mut Vec<u8>) -> Result<()> {
        serde_json::to_writer(to, &self.followed)
    }

    fn write_flat(&self, to: &mut Vec<u8>) -> Result<()> {
        let Some((event, kind)) = self.followed.event().zip(self.flat_kind()) else { return Ok(()) };
        match event.event_type() {
            "step.reset" => to.extend_from_slice(br#"{"type":"reset"}"#),
            "run.finished" => {
                to.extend_from_slice(br#"{"type":"error","error":"#);
                serde_json::to_writer(&mut *to, &failure(event).unwrap_or_default())?;
                to.push(b'}');
            }
            _ => {
                to.extend_from_slice(br#"{"type":"#);
                serde_json::to_writer(&mut *to, kind)?;
                // The data of a task's own event is an object: its fields go beside the type.
                let fields = event.data().and_then(|data| data.get().trim().strip_prefix('{')).map(str::trim_start);
                match fields {
                    Some(fields) if fields != "}" => {
                        to.push(b',');
                        to.extend_from_slice(fields.as_bytes());
                    }
                    _ => to.push(b'}'),
                }
            }
        }
        Ok(())
    }
}

/// Why the run failed, where it did.
fn failure(event: &RunEvent) -> Option<String> {
    #[derive(Deserialize)]
    struct Finished {
        error: Option<Failure>,
    }
    #[derive(Deserialize, Serialize)]
    struct Failure {
        message: String,
    }
    let finished: Finished = serde_json::from_str(event.data()?.get()).ok()?;
    Some(finished.error?.message)
}

#[cfg(test)]
mod tests {
    use super::*;
    use runnable::store::{EventRecord, json};
    use std::{sync::Arc, time::SystemTime};

    fn flat(kind: &str, data: Option<&str>) -> String {
        let json = |text: &str| json(text).expect("JSON");
        let mut record = EventRecord::new(7, SystemTime::UNIX_EPOCH, json("[]"), 1, kind);
        record.data = data.map(json);
        let event = LogEvent::Event(RunEvent::new("r".into(), Arc::new(record)));
        let mut text = Vec::new();
        Sent::new(event, 100).write_flat(&mut text).expect("it is written");
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
    fn the_runtimes_own_events_are_left_out_but_for_a_reset_and_a_failure() {
        assert_eq!(flat("step.finished", Some(r#"{"outcome":"success"}"#)), "");
        assert_eq!(flat("step.reset", Some(r#"{"error":{}}"#)), r#"{"type":"reset"}"#);
        assert_eq!(flat("run.finished", Some(r#"{"outcome":"cancelled"}"#)), "");
        let failed = r#"{"outcome":"failed","error":{"code":"failed","message":"no \"x\"","retryable":false}}"#;
        assert_eq!(flat("run.finished", Some(failed)), r#"{"type":"error","error":"no \"x\""}"#);
    }

    #[test]
    fn an_event_that_is_too_large_is_a_gap() {
        let text = format!(r#"{{"text":"{}"}}"#, "a".repeat(100));
        assert_eq!(flat("chunk", Some(&text)), "");
    }
}
