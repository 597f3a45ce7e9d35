//! Meanings that attributes declare.

use super::{Server, messages, of, rules};
use axum::response::IntoResponse as _;
use http_body_util::BodyExt as _;
use runnable::{prelude::*, runner::Runner};
use runnable_http::{AgUi, Service, sse};
use serde_json::{Value, json};

/// Events whose names and fields are not those of the conventions.
#[derive(Debug, Clone, TaskEvent)]
pub(crate) enum Pondering {
    #[event(reasoning)]
    Thought {
        #[event(text)]
        delta: String,
    },
    #[event(text, rename = "part")]
    Piece {
        #[event(text)]
        content: String,
        number: u32,
    },
    #[event(tool_call)]
    Calling {
        #[event(id)]
        call: String,
        #[event(name, rename = "toolName")]
        tool: String,
        #[event(input)]
        with: Value,
    },
    #[event(tool_result)]
    Called {
        #[event(id)]
        call: String,
        #[event(output)]
        found: Vec<String>,
        error: Option<String>,
    },
    #[event(source)]
    Read {
        #[event(url)]
        page: String,
    },
    #[event(usage)]
    Cost {
        #[event(input_tokens)]
        read: u64,
        #[event(output_tokens)]
        written: u64,
    },
    #[event(progress)]
    Round {
        number: u32,
    },
    /// A chunk of data, not of a text.
    #[event(custom)]
    Chunk {
        text: String,
    },
    Done {
        answer: String,
    },
}

#[task(returns = [answer])]
pub(crate) fn ponder(question: String) -> impl Stream<Item = Pondering> {
    stream! {
        yield Pondering::Round { number: 1 };
        yield Pondering::Thought { delta: "I should ".to_owned() };
        yield Pondering::Thought { delta: "look.".to_owned() };
        yield Pondering::Calling { call: "c1".to_owned(), tool: "search".to_owned(), with: json!({ "for": question }) };
        yield Pondering::Called { call: "c1".to_owned(), found: vec!["a".to_owned()], error: None };
        yield Pondering::Read { page: "https://example.com/a".to_owned() };
        yield Pondering::Piece { content: "It is ".to_owned(), number: 1 };
        yield Pondering::Piece { content: "there.".to_owned(), number: 2 };
        yield Pondering::Chunk { text: "AAEC".to_owned() };
        yield Pondering::Cost { read: 7, written: 3 };
        yield Pondering::Done { answer: "there".to_owned() };
    }
}

pipeline! {
    /// Ponders inside of another pipeline.
    pub(crate) fn reflect(question: String) -> [answer] { ponder }
}

pipeline! {
    pub(crate) fn reflect_twice(question: String) -> [answer] { first: reflect -> [] >> second: reflect }
}

async fn served() -> (Server, String) {
    let runner = Runner::builder().run_log("memory:").build().await.expect("a runner");
    let server = Server::only(runner, Service::pipeline::<ReflectTwice>).await;
    let run = server.begin("reflect_twice", r#"{"question":"where?"}"#).await;
    server.until(&run, "succeeded").await;
    (server, run)
}

#[tokio::test]
async fn events_have_the_meanings_that_their_attributes_declare() {
    let (server, run) = served().await;
    let ag_ui = messages(&server, &run, "ag-ui").await;
    let ai_sdk = messages(&server, &run, "ai-sdk").await;
    for shown in [rules::ag_ui(&ag_ui), rules::ai_sdk(&ai_sdk)] {
        let shown = shown.expect("the rules");
        assert_eq!(shown.end, "finished success");
        let of_step = |all: &[(String, String)]| -> Vec<String> { all.iter().map(|(_, text)| text.clone()).collect() };
        assert_eq!(of_step(&shown.reasoning), ["I should look."; 2]);
        assert_eq!(of_step(&shown.texts), ["It is there."; 2]);
    }
    assert_eq!(of(&ag_ui, "TOOL_CALL_START")[0]["toolCallName"], "search");
    assert_eq!(of(&ag_ui, "TOOL_CALL_ARGS")[0]["delta"], r#"{"for":"where?"}"#);
    assert_eq!(of(&ag_ui, "TOOL_CALL_RESULT")[0]["content"], r#"["a"]"#);
    let usage = json!({ "inputTokens": 7, "outputTokens": 3 });
    assert_eq!(ag_ui.last().expect("an end")["usage"], json!([usage, usage]));
    let custom: Vec<_> = of(&ag_ui, "CUSTOM").into_iter().map(|message| &message["name"]).collect();
    assert_eq!(custom[..4], ["runnable.progress", "runnable.source", "chunk", "runnable.usage"]);
    assert_eq!(of(&ai_sdk, "tool-output-available")[0]["output"], json!(["a"]));
    assert_eq!(of(&ai_sdk, "source-url")[0]["url"], "https://example.com/a");
    assert_eq!(of(&ai_sdk, "data-progress").len(), 2);
    assert_eq!(of(&ai_sdk, "data-chunk")[0]["data"], json!({ "text": "AAEC" }));
}

#[tokio::test]
async fn a_declared_meaning_leaves_envelopes_and_cloud_events_as_they_are() {
    let (server, run) = served().await;
    let envelopes = server.get(&format!("/runs/{run}/events")).await.body;
    assert!(
        envelopes.contains(r#""type":"thought""#) && envelopes.contains(r#""data":{"delta":"look."}"#),
        "{envelopes}"
    );
    assert!(envelopes.contains(r#""data":{"content":"there.","number":2}"#), "{envelopes}");
    let cloud_events = messages(&server, &run, "cloud-events").await;
    assert_eq!(of(&cloud_events, "dev.runnable.part")[0]["data"], json!({ "content": "It is ", "number": 1 }));
}

#[tokio::test]
async fn a_run_that_is_not_recorded_has_the_same_meanings() {
    let run = || reflect_twice("where?".to_owned()).execute_streaming();
    for response in [sse(run()).ai_sdk().into_response(), sse(run()).ag_ui(AgUi::new()).into_response()] {
        let body = response.into_body().collect().await.expect("a body").to_bytes();
        let body = String::from_utf8(body.to_vec()).expect("UTF-8");
        assert_eq!(body.matches(r#""I should ""#).count(), 2, "{body}");
        assert!(body.contains("reasoning-delta") || body.contains("REASONING_MESSAGE_CONTENT"), "{body}");
        assert!(body.contains("data-chunk") || body.contains(r#""name":"chunk""#), "{body}");
    }
}
