//! The clients of other front ends.

use super::{Server, client, say, skip};
use crate::{
    agents,
    dialects::{TALK, server, talk},
};
use serde_json::{Value, json};
use std::process::Stdio;
use tokio::process::Command;

/// Returns what a client makes of a run in a protocol, or reports that the client is not installed.
async fn shown(script: &str, server: &Server, run: &str, format: &str) -> Option<Vec<Value>> {
    let url = format!("http://{}/runs/{run}/events?format={format}", server.address);
    Some(say(client(script, &url)?).await)
}

const ANSWER: &str = "found\n\n\u{1F600} \"there\".";

#[tokio::test]
async fn the_client_of_ag_ui_shows_texts_tools_and_state_without_a_warning() {
    let server = server().await;
    let run = talk(&server, TALK, "succeeded").await;
    let Some(said) = shown("ag_ui.js", &server, &run, "ag-ui").await else { return };
    let said = &said[0];
    assert_eq!((&said["last"], &said["error"]), (&json!("RUN_FINISHED"), &Value::Null));
    let text = |id: &str| {
        let all = said["messages"].as_array().expect("messages").iter();
        let mut of = all.filter(|message| message["id"].as_str().is_some_and(|other| other.starts_with(id)));
        of.find(|message| message["role"] == "assistant" && message["content"].is_string())
            .map(|m| m["content"].clone())
    };
    assert_eq!(text("think#1.2"), Some("It is ".into()));
    assert_eq!(text("languages[0]/interpret#1"), Some("es:It es:is es:found ".into()));
    assert_eq!(text("languages[1]/interpret#1"), Some("fr:It fr:is fr:found ".into()));
    assert!(said.to_string().contains(&serde_json::to_string(ANSWER).expect("JSON")), "{said}");
    assert!(said.to_string().contains(r#""name":"search""#), "{said}");
    let progress = &said["state"]["runnable"]["progress"]["languages[0]/interpret"];
    assert_eq!(*progress, json!({ "done": 2, "of": 2 }));

    let failed = talk(&server, r#"{"question":"q","languages":["xx"]}"#, "failed").await;
    let said = shown("ag_ui.js", &server, &failed, "ag-ui").await.expect("it is installed");
    assert_eq!(said[0]["last"], "RUN_ERROR");
}

#[tokio::test]
async fn three_versions_of_the_ai_sdk_show_the_same_message() {
    let server = server().await;
    let run = talk(&server, TALK, "succeeded").await;
    let failed = talk(&server, r#"{"question":"q","languages":["xx"]}"#, "failed").await;
    for version in [5, 6, 7] {
        let script = format!("ai_sdk.js {version}");
        let Some(said) = shown(&script, &server, &run, "ai-sdk").await else { return };
        let parts = said[0]["parts"].as_array().expect("parts");
        assert_eq!((&said[0]["error"], &said[0]["end"], &said[0]["id"]), (&Value::Null, &json!("finish"), &json!(run)));
        let texts = |path: Value, attempt: u32| -> String {
            let place = json!({ "runnable": { "path": path, "attempt": attempt } });
            let of = parts.iter().filter(|part| part["type"] == "text" && part["providerMetadata"] == place);
            of.map(|part| part["text"].as_str().expect("a text")).collect()
        };
        assert_eq!(texts(json!(["think"]), 1), "It is ");
        assert_eq!(texts(json!(["think"]), 2), format!("It is {ANSWER}"));
        assert_eq!(texts(json!(["languages[1]", "interpret"]), 1), "fr:It fr:is fr:found ");
        let tool = parts.iter().find(|part| part["type"] == "tool-search").expect("a tool");
        assert_eq!((&tool["state"], &tool["output"]), (&json!("output-available"), &json!(["found"])));
        assert!(parts.iter().all(|part| part["type"] != "data-status"), "a status is transient");

        let said = shown(&script, &server, &failed, "ai-sdk").await.expect("it is installed");
        assert_eq!(said[0]["error"], "no such language", "{version}");
    }
}

#[tokio::test]
async fn the_client_of_ag_ui_holds_a_conversation() {
    let server = agents::server().await;
    let url = format!("http://{}/agents/converse", server.address);
    let Some(client) = client("ag_ui_chat.js", &url) else { return };
    let said = say(client).await.remove(0);
    for (turn, run) in [(0, "run-1"), (1, "run-2")] {
        let expected = json!({ "threadId": "thread", "run": run, "last": "RUN_FINISHED", "outcome": "success" });
        assert_eq!(said["turns"][turn], expected);
    }
    let texts = said["texts"].as_array().expect("texts");
    let of = |id: &str| texts.iter().find(|text| text["id"] == id).map(|text| text["content"].clone());
    for run in ["run-1", "run-2"] {
        assert_eq!(of(&format!("{run}:languages[0]/interpret#1")), Some("de:It de:is de:found ".into()), "{said}");
    }
}

#[tokio::test]
async fn three_versions_of_the_ai_sdk_reconnect_to_an_answer() {
    let server = agents::server().await;
    let url = format!("http://{}/agents/converse", server.address);
    for version in [5, 6, 7] {
        let Some(client) = client(&format!("ai_sdk_chat.js {version}"), &url) else { return };
        let said = say(client).await.remove(0);
        assert_eq!((&said["nothing"], &said["again"]), (&Value::Null, &Value::Null), "{said}");
        assert_eq!((&said["first"]["type"], &said["first"]["messageId"]), (&json!("start"), &said["id"]));
        let parts = said["parts"].as_array().expect("parts");
        let texts: Vec<_> = parts.iter().filter(|part| part["type"] == "text").map(|part| &part["text"]).collect();
        assert_eq!(texts.last(), Some(&&json!("de:It de:is de:found ")), "{said}");
    }
}

#[tokio::test]
async fn the_parser_of_cloud_events_accepts_every_event() {
    let server = server().await;
    let run = talk(&server, TALK, "succeeded").await;
    let Some(said) = shown("cloudevents.js", &server, &run, "cloud-events").await else { return };
    let events = server.get(&format!("/runs/{run}/events?format=cloud-events")).await.body;
    assert_eq!(said.len(), events.matches("data: ").count());
    assert_eq!(said[0]["type"], "dev.runnable.run.started");
}

/// `ag-ui-validate` connects itself.
#[tokio::test]
async fn the_validator_of_ag_ui_finds_nothing() {
    let server = server().await;
    let succeeded = talk(&server, TALK, "succeeded").await;
    let failed = talk(&server, r#"{"question":"q","languages":["xx"]}"#, "failed").await;
    let program = super::installed().join("venv/bin/ag-ui-validate");
    if !program.exists() {
        return skip("ag-ui-validate", "it is not installed");
    }
    for run in [succeeded, failed] {
        let stream = server.get(&format!("/runs/{run}/events?format=ag-ui")).await.body;
        let file = tempfile::NamedTempFile::new().expect("a file");
        std::fs::write(file.path(), stream).expect("it is written");
        let mut validator = Command::new(&program);
        validator.args(["--max-warnings", "0", "--no-color"]).arg(file.path()).stdin(Stdio::null());
        let output = validator.output().await.expect("it runs");
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stdout));
    }
}
