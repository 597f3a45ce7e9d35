//! The rules of the protocols refuse streams that are wrong.

use super::{
    TALK, messages,
    rules::{self, Checked, Shown},
    server, talk,
};
use serde_json::{Value, json};

/// The changes that are made to a message.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Change {
    Drop,
    Repeat,
    ToTheEnd,
    ToTheStart,
    AddMember,
    OtherId,
}

impl Change {
    const ALL: [Self; 6] = [Self::Drop, Self::Repeat, Self::ToTheEnd, Self::ToTheStart, Self::AddMember, Self::OtherId];

    fn of(self, messages: &[Value], at: usize) -> Vec<Value> {
        let (mut changed, message) = (messages.to_vec(), messages[at].clone());
        match self {
            Self::Repeat => changed.insert(at, message),
            Self::AddMember => changed[at]["wrong member"] = json!(1),
            Self::OtherId => {
                let ids = ["messageId", "subagentRunId", "toolCallId", "stepName", "id"];
                let id = ids.into_iter().find(|id| message.get(id).is_some()).unwrap_or("messageId");
                changed[at][id] = json!("another");
            }
            Self::Drop | Self::ToTheEnd | Self::ToTheStart => {
                changed.remove(at);
                match self {
                    Self::ToTheEnd => changed.push(message),
                    Self::ToTheStart => changed.insert(0, message),
                    _ => {}
                }
            }
        }
        changed
    }
}

/// Makes each change to each message and asserts that it is refused, or that a front end shows something else, unless `allows` it.
async fn refuses(format: &str, check: fn(&[Value]) -> Checked<Shown>, allows: fn(&str, Change) -> bool) {
    let server = server().await;
    let run = talk(&server, TALK, "succeeded").await;
    let messages = messages(&server, &run, format).await;
    let shown = check(&messages).expect("the rules");
    let mut refused = 0;
    for (at, message) in messages.iter().enumerate() {
        let kind = message["type"].as_str().expect("a type");
        let is_empty = message["delta"] == "";
        for change in Change::ALL {
            let changed = change.of(&messages, at);
            if changed == messages {
                continue;
            }
            match check(&changed) {
                Ok(other) => assert!(other != shown || is_empty || allows(kind, change), "{change:?} of {message}"),
                Err(_) => refused += 1,
            }
        }
    }
    assert!(refused > 4 * messages.len(), "{refused} of {}", 6 * messages.len());
}

#[tokio::test]
async fn the_rules_of_ag_ui_refuse_streams_that_are_wrong() {
    refuses("ag-ui", rules::ag_ui, |kind, change| match kind {
        // A message of its own, which nothing else depends on.
        "CUSTOM" | "STATE_DELTA" | "TOOL_CALL_ARGS" => matches!(change, Change::Drop | Change::Repeat),
        "TOOL_CALL_RESULT" => matches!(change, Change::Drop | Change::OtherId),
        _ => false,
    })
    .await;
}

#[tokio::test]
async fn the_rules_of_the_ai_sdk_refuse_streams_that_are_wrong() {
    refuses("ai-sdk", rules::ai_sdk, |kind, change| match kind {
        "start" => change == Change::OtherId,
        "source-url" => change == Change::Drop,
        "tool-output-available" => matches!(change, Change::Drop | Change::Repeat),
        data => data.starts_with("data-") && matches!(change, Change::Drop | Change::Repeat | Change::OtherId),
    })
    .await;
}

#[tokio::test]
async fn the_rules_of_cloud_events_refuse_streams_that_are_wrong() {
    let server = server().await;
    let run = talk(&server, TALK, "succeeded").await;
    let messages = messages(&server, &run, "cloud-events").await;
    assert_eq!(rules::cloud_events(&messages, 0), Ok(()));
    for at in 0..messages.len() {
        for change in Change::ALL {
            let changed = change.of(&messages, at);
            // Without its last events it is the stream of a run that continues.
            let is_allowed = messages.starts_with(&changed) || change == Change::OtherId;
            assert_eq!(rules::cloud_events(&changed, 0).is_ok(), is_allowed, "{change:?} of {}", messages[at]);
        }
        for (name, value) in [
            ("specversion", json!("0.3")),
            ("id", json!("")),
            ("id", messages[(at + 1) % messages.len()]["id"].clone()),
            ("source", json!("/runs/a run")),
            ("source", Value::Null),
            ("type", json!("chunk")),
            ("subject", json!("")),
            ("time", json!("2026-01-01 00:00:00")),
            ("sequence", json!("7")),
            ("attempt", json!(1.5)),
            ("Extension", json!("a")),
            ("datacontenttype", json!("text/plain")),
        ] {
            let mut changed = messages.clone();
            changed[at][name] = value;
            assert!(rules::cloud_events(&changed, 0).is_err(), "{}", changed[at]);
        }
    }
}
