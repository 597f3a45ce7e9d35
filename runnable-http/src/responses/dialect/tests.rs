//! Streams from which events are missing, since their reader was too slow.

use super::{rules, *};
use crate::responses::sealed::Sealed;
use runnable_wire::{Flat, Kind};
use serde::Serialize;
use serde_json::{Result, Value, json};

/// An event of a run, or the numbers of the first and the last event of a gap.
enum Sent {
    Event { seq: u64, kind: &'static str, path: &'static str, attempt: u32, data: &'static str },
    Gap(u64, u64),
}

impl Sealed for Sent {}

impl EncodeEvent for Sent {
    fn event_type(&self) -> &str {
        if let Self::Event { kind, .. } = self { kind } else { "gap" }
    }

    fn write_id(&self, to: &mut Vec<u8>) -> bool {
        let Self::Event { seq, .. } = self else { return false };
        to.extend_from_slice(format!("r:{seq}").as_bytes());
        true
    }

    fn write_json(&self, _: &mut Vec<u8>) -> Result<()> {
        unreachable!("a protocol has messages of its own")
    }

    fn write_path(&self, to: &mut Vec<u8>) {
        let names: Vec<_> = match self {
            Self::Event { path, .. } => path.split('/').filter(|name| !name.is_empty()).collect(),
            Self::Gap(..) => Vec::new(),
        };
        to.extend_from_slice(json!(names).to_string().as_bytes());
    }

    fn kind(&self) -> Option<Kind> {
        Kind::from_name(self.event_type())
    }

    fn seq(&self) -> u64 {
        if let Self::Event { seq, .. } = self { *seq } else { 0 }
    }

    fn millis(&self) -> u64 {
        1_000
    }

    fn attempt(&self) -> u32 {
        if let Self::Event { attempt, .. } = self { *attempt } else { 1 }
    }

    fn write_data(&self, to: &mut Vec<u8>) -> Result<bool> {
        match self {
            Self::Event { data, .. } => to.extend_from_slice(data.as_bytes()),
            Self::Gap(from, last) => runnable_wire::Gap { run: "r", from: *from, to: *last }.write_json(to)?,
        }
        Ok(!to.is_empty())
    }

    fn flat(&self) -> Option<Flat<'_, impl Serialize>> {
        None::<Flat<'_, ()>>
    }
}

/// A run with two attempts of a group, and with two items, of which the second is interrupted.
const RUN: [(&str, &str, u32, &str); 25] = [
    ("run.started", "", 1, ""),
    ("step.started", "again", 1, ""),
    ("step.started", "again/think", 1, ""),
    ("chunk", "again/think", 1, r#"{"text":"a"}"#),
    ("tool_call", "again/think", 1, r#"{"id":"c","name":"n","input":{}}"#),
    ("tool_result", "again/think", 1, r#"{"id":"c","output":1}"#),
    ("reasoning", "again/think", 1, r#"{"text":"b"}"#),
    ("step.finished", "again/think", 1, r#"{"outcome":"failed"}"#),
    ("step.reset", "again", 2, ""),
    ("step.started", "again/think", 2, ""),
    ("status", "again/think", 2, r#"{"message":"c"}"#),
    ("chunk", "again/think", 2, r#"{"text":"d"}"#),
    ("step.finished", "again/think", 2, r#"{"outcome":"success"}"#),
    ("step.finished", "again", 2, r#"{"outcome":"success"}"#),
    ("step.started", "items[0]/say", 1, ""),
    ("step.started", "items[1]/say", 1, ""),
    ("chunk", "items[0]/say", 1, r#"{"text":"e"}"#),
    ("chunk", "items[1]/say", 1, r#"{"text":"f"}"#),
    ("step.finished", "items[0]/say", 1, r#"{"outcome":"success"}"#),
    ("run.resumed", "", 1, ""),
    ("step.reset", "items[1]/say", 2, ""),
    ("tool_call", "items[1]/say", 2, r#"{"id":"c","name":"n","input":{}}"#),
    ("chunk", "items[1]/say", 2, r#"{"text":"g"}"#),
    ("step.finished", "items[1]/say", 2, r#"{"outcome":"success"}"#),
    ("run.finished", "", 1, r#"{"outcome":"success"}"#),
];

/// Returns the messages of the run without the events `from` to `to`.
fn messages(protocol: impl Protocol, gap: Option<(u64, u64)>) -> Vec<Value> {
    let mut dialect = Dialect::new(protocol, Vec::new());
    let (mut text, mut all) = (Vec::new(), Vec::new());
    for (seq, (kind, path, attempt, data)) in (1..).zip(RUN) {
        match gap.filter(|(from, to)| (*from..=*to).contains(&seq)) {
            None => all.push(Sent::Event { seq, kind, path, attempt, data }),
            Some((from, to)) if seq == to => all.push(Sent::Gap(from, to)),
            Some(_) => {}
        }
    }
    for event in &all {
        dialect.event(event, ("", "\n"), &mut text).expect("it is written");
    }
    dialect.end(&mut text);
    let text = String::from_utf8(text).expect("UTF-8");
    text.lines().filter(|line| *line != "[DONE]").map(|line| serde_json::from_str(line).expect("JSON")).collect()
}

#[test]
fn a_stream_obeys_the_rules_whichever_events_are_missing() {
    let shown = rules::ag_ui(&messages(AgUiEvents::new(AgUi::new()), None)).expect("the rules");
    let [texts, reasoning] = shown.valid;
    assert_eq!(texts.into_values().collect::<Vec<_>>(), ["d", "e", "g"]);
    assert!(reasoning.is_empty(), "its attempt failed: {reasoning:?}");
    // The last event is always sent.
    for to in 1..25 {
        for from in 1..=to {
            let gap = Some((from, to));
            let ag_ui = messages(AgUiEvents::new(AgUi::new()), gap);
            let ai_sdk = messages(AiSdk::default(), gap);
            for shown in [rules::ag_ui(&ag_ui), rules::ai_sdk(&ai_sdk)] {
                assert_eq!(shown.expect("the rules").end, "finished success", "{gap:?}");
            }
            let missed = json!({ "from": from, "to": to });
            assert!(ag_ui.iter().any(|message| message["name"] == "runnable.gap" && message["value"] == missed));
            assert!(ai_sdk.iter().any(|message| message["type"] == "data-gap" && message["data"] == missed));
            assert_eq!(rules::cloud_events(&messages(CloudEvents::default(), gap), 0), Ok(()), "{gap:?}");
        }
    }
}
