//! Runs in the protocols of other front ends.

mod broken;
mod declared;
mod random;
#[path = "../../../src/responses/dialect/rules.rs"]
pub(super) mod rules;

use super::Server;
use runnable::{Attempt, prelude::*, runner::Runner};
use runnable_http::Service;
use serde_json::{Value, json};
use std::time::Duration;
use tokio::time::sleep;

#[derive(Debug, Clone, TaskEvent)]
pub(crate) enum Say {
    Reasoning { text: String },
    Chunk { text: String },
    Status { message: String },
    ToolCall { id: String, name: String, input: Value },
    ToolResult { id: String, output: Option<Value>, error: Option<String> },
    Source { url: String, title: Option<String> },
    Usage { input_tokens: u64, output_tokens: u64 },
    Mood { happy: bool },
    Done { answer: String },
}

#[derive(Debug, Clone, TaskEvent)]
pub(crate) enum Speech {
    Chunk { text: String },
    Progress { done: u32, of: u32 },
    Done { translation: String },
}

fn say(text: impl Into<String>) -> Say {
    Say::Chunk { text: text.into() }
}

/// Thinks, calls a tool, and answers; its first attempts fail after they have begun to answer.
#[task(returns = [answer], stream_end = "done", retry(3))]
pub(crate) fn think(question: &str, fails: u32, attempt: Attempt) -> impl Stream<Item = Result<Say, String>> {
    try_stream! {
        yield Say::Status { message: "thinking".to_owned() };
        yield Say::Reasoning { text: "a \"question\"".to_owned() };
        yield say("It is ");
        if attempt.get() <= fails {
            Err("overloaded")?;
        }
        yield Say::ToolCall { id: "call-1".to_owned(), name: "search".to_owned(), input: json!({ "for": question }) };
        yield Say::ToolResult { id: "call-1".to_owned(), output: Some(json!(["found"])), error: None };
        yield Say::Source { url: "https://example.com/a".to_owned(), title: Some("A".to_owned()) };
        yield say("");
        yield say("found\n\n\u{1F600} \"there\".");
        yield Say::Mood { happy: true };
        yield Say::Usage { input_tokens: 7, output_tokens: 3 };
        yield Say::Done { answer: "It is found".to_owned() };
    }
}

/// Says the answer in a language, word by word.
#[task(returns = [translation], stream_end = "done")]
pub(crate) fn interpret(answer: &str, language: String, pause_ms: u64) -> impl Stream<Item = Result<Speech, String>> {
    try_stream! {
        yield Speech::Progress { done: 0, of: 2 };
        for word in answer.split(' ') {
            sleep(Duration::from_millis(pause_ms)).await;
            yield Speech::Chunk { text: format!("{language}:{word} ") };
        }
        if language == "xx" {
            Err("no such language")?;
        }
        yield Speech::Progress { done: 2, of: 2 };
        yield Speech::Done { translation: language };
    }
}

#[task(returns = [length])]
pub(crate) async fn measure(answer: &str) -> usize {
    answer.len()
}

pipeline! {
    /// Answers a question in several languages.
    pub(crate) fn converse(question: String, languages: Vec<String>, fails: u32 = 0, pause_ms: u64 = 0) -> [translations, length] {
        think
        >> parallel {
            map(languages as language) { interpret } -> [translation as translations],
            measured: measure,
        }
    }
}

pub(super) const TALK: &str = r#"{"question":"where?","languages":["es","fr"],"fails":1,"pause_ms":1}"#;

/// Serves the conversation.
pub(super) async fn server() -> Server {
    let runner = Runner::builder().run_log("memory:").build().await.expect("a runner");
    Server::of(runner, Service::pipeline::<Converse>).await
}

/// The form that has no protocol.
const ENVELOPES: &str = "envelopes";

/// Returns the messages of a run in a protocol, and checks its framing.
async fn messages(server: &Server, run: &str, format: &str) -> Vec<Value> {
    let query = if format == ENVELOPES { String::new() } else { format!("?format={format}") };
    let answer = server.get(&format!("/runs/{run}/events{query}")).await;
    assert_eq!((answer.status, &*answer.headers["content-type"]), (200, "text/event-stream"), "{}", answer.body);
    let ai_sdk = format == "ai-sdk";
    assert_eq!(answer.headers.contains_key("x-vercel-ai-ui-message-stream"), ai_sdk);
    let body = answer.body.replace("retry: 2000\n", "");
    let mut blocks: Vec<_> = body.split_terminator("\n\n").collect();
    if ai_sdk {
        assert_eq!(blocks.pop(), Some("data: [DONE]"));
    }
    let data = |block: &str| {
        block.rsplit_once("data: ").map(|(before, data)| {
            let has_ids = format == ENVELOPES || format.starts_with("cloud-events");
            assert_eq!(before.starts_with("id: "), has_ids, "{block}");
            serde_json::from_str(data).expect("JSON")
        })
    };
    blocks.into_iter().map(|block| data(block).expect("data")).collect()
}

/// Returns what a front end shows after messages that obey the rules of the protocol.
fn shown(format: &str, messages: &[Value]) -> rules::Shown {
    if format == "ag-ui" { rules::ag_ui(messages) } else { rules::ai_sdk(messages) }.expect("the rules")
}

/// Runs the conversation and waits until it has this status.
pub(super) async fn talk(server: &Server, input: &str, status: &str) -> String {
    let run = server.begin("converse", input).await;
    server.until(&run, status).await;
    run
}

fn of<'a>(messages: &'a [Value], kind: &str) -> Vec<&'a Value> {
    messages.iter().filter(|message| message["type"] == kind).collect()
}

#[tokio::test]
async fn a_conversation_has_the_same_texts_in_each_protocol() {
    let server = server().await;
    let run = talk(&server, TALK, "succeeded").await;
    for format in ["ag-ui", "ai-sdk"] {
        let messages = messages(&server, &run, format).await;
        let shown = shown(format, &messages);
        assert_eq!(shown.end, "finished success");
        assert_eq!(shown.text("think#1"), "It is ", "the first attempt failed");
        assert_eq!(shown.text("think#2"), "It is found\n\n\u{1F600} \"there\".");
        assert_eq!(shown.text("languages[0]/interpret#1"), "es:It es:is es:found ");
        assert_eq!(shown.text("languages[1]/interpret#1"), "fr:It fr:is fr:found ");
        let reasoning: Vec<_> = shown.reasoning.iter().map(|(id, text)| (&**id, &**text)).collect();
        assert_eq!(reasoning, [("think#1", "a \"question\""), ("think#2", "a \"question\"")]);
    }
    rules::cloud_events(&messages(&server, &run, "cloud-events").await, 0).expect("the rules");
}

#[tokio::test]
async fn ag_ui_has_steps_subagents_calls_of_tools_and_state() {
    let server = server().await;
    let run = talk(&server, TALK, "succeeded").await;
    let messages = messages(&server, &run, "ag-ui").await;
    let started: Vec<_> = of(&messages, "SUBAGENT_STARTED").into_iter().map(|message| &message["name"]).collect();
    assert_eq!(started, ["languages[0]", "languages[1]", "measured"]);
    let steps: Vec<_> = of(&messages, "STEP_STARTED").into_iter().map(|message| message["stepName"].clone()).collect();
    for step in ["think", "languages[0]/interpret", "languages[1]/interpret", "measured/measure"] {
        assert!(steps.contains(&step.into()), "{steps:?}");
    }
    let call = of(&messages, "TOOL_CALL_START")[0];
    assert_eq!((&call["toolCallId"], &call["toolCallName"]), (&"call-1".into(), &"search".into()));
    assert_eq!(of(&messages, "TOOL_CALL_ARGS")[0]["delta"], r#"{"for":"where?"}"#);
    assert_eq!(of(&messages, "TOOL_CALL_RESULT")[0]["content"], r#"["found"]"#);
    let named = |name: &str| of(&messages, "CUSTOM").into_iter().filter(move |message| message["name"] == name).count();
    assert_eq!(
        [named("runnable.reset"), named("runnable.status"), named("runnable.progress"), named("mood")],
        [1, 2, 4, 1]
    );
    let deltas: Vec<_> = of(&messages, "STATE_DELTA")
        .iter()
        .flat_map(|message| message["delta"].as_array().expect("a list"))
        .cloned()
        .collect();
    assert_eq!(deltas[0], json!({ "op": "add", "path": "/runnable", "value": { "status": {}, "progress": {} } }));
    let path = "/runnable/progress/languages[0]~1interpret";
    assert!(deltas.contains(&json!({ "op": "add", "path": path, "value": { "done": 2, "of": 2 } })), "{deltas:?}");
    let end = messages.last().expect("an end");
    assert_eq!(end["usage"], json!([{ "inputTokens": 7, "outputTokens": 3 }]));
    assert_eq!(end["runId"], run.as_str());
    let place = &of(&messages, "TEXT_MESSAGE_CONTENT")[0]["metadata"];
    assert!(place["seq"].as_u64().is_some() && place["path"] == json!(["think"]) && place["attempt"] == 1, "{place}");
}

#[tokio::test]
async fn the_ai_sdk_has_tools_sources_and_data_parts() {
    let server = server().await;
    let run = talk(&server, TALK, "succeeded").await;
    let messages = messages(&server, &run, "ai-sdk").await;
    assert_eq!(of(&messages, "tool-input-available")[0]["input"], json!({ "for": "where?" }));
    assert_eq!(of(&messages, "tool-output-available")[0]["output"], json!(["found"]));
    assert_eq!(of(&messages, "source-url")[0]["url"], "https://example.com/a");
    let status = of(&messages, "data-status")[0];
    assert_eq!(
        *status,
        json!({ "type": "data-status", "id": "think", "data": { "message": "thinking" }, "transient": true })
    );
    let progress = of(&messages, "data-progress");
    assert_eq!(progress.iter().filter(|part| part["id"] == "languages[1]/interpret").count(), 2);
    assert_eq!(of(&messages, "data-reset")[0]["data"], json!({ "path": ["think"], "attempt": 2 }));
    assert_eq!(of(&messages, "data-mood")[0]["data"], json!({ "happy": true }));
}

#[tokio::test]
async fn failures_and_cancelled_runs_end_every_protocol() {
    let server = server().await;
    let failed = talk(&server, r#"{"question":"q","languages":["es","xx"]}"#, "failed").await;
    let slow = server.begin("converse", r#"{"question":"q","languages":["es","fr"],"pause_ms":3000}"#).await;
    loop {
        let text = server.get(&format!("/runs/{slow}/steps")).await.body;
        if text.contains("interpret") {
            break;
        }
        sleep(Duration::from_millis(10)).await;
    }
    server.post(&format!("/runs/{slow}/cancel"), "").await;
    server.until(&slow, "cancelled").await;
    for (run, end) in [(&failed, "error no such language"), (&slow, "finished cancelled")] {
        for format in ["ag-ui", "ai-sdk"] {
            let messages = messages(&server, run, format).await;
            assert_eq!(shown(format, &messages).end, end, "{format}");
            // A connection may be cut anywhere: what was sent obeys the rules.
            for cut in 1..messages.len() {
                shown(format, &messages[..cut]);
            }
        }
        rules::cloud_events(&messages(&server, run, "cloud-events").await, 0).expect("the rules");
    }
}

#[tokio::test]
async fn cloud_events_continue_after_an_event_and_the_others_are_read_from_the_start() {
    let server = server().await;
    let run = talk(&server, TALK, "succeeded").await;
    let all = messages(&server, &run, "cloud-events").await;
    let rest = messages(&server, &run, "cloud-events&after=5").await;
    assert_eq!(rest, all[5..]);
    let lines = server
        .ask(&format!("GET /runs/{run}/events?format=cloud-events"), &[("accept", "application/x-ndjson")], "")
        .await;
    let lines: Vec<Value> = lines.body.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
    assert_eq!(lines, all);
    // The parameters for envelopes have no effect.
    let header = [("last-event-id", &*format!("{run}:5"))];
    for format in ["ag-ui", "ai-sdk"] {
        let request = format!("GET /runs/{run}/events?format={format}");
        let whole = server.get(&request["GET ".len()..]).await.body;
        assert_eq!(server.ask(&request, &header, "").await.body, whole);
        for query in ["&after=5", "&flat=1", "&named=1"] {
            assert_eq!(server.get(&format!("/runs/{run}/events?format={format}{query}")).await.body, whole, "{query}");
        }
        let lines = server.ask(&request, &[("accept", "application/x-ndjson")], "").await;
        assert_eq!(lines.problem(406), "not-acceptable");
    }
    let unknown = server.get(&format!("/runs/{run}/events?format=agui")).await;
    assert!(unknown.json()["detail"].as_str().expect("text").contains("`ag-ui`, `ai-sdk` or `cloud-events`"));
}
