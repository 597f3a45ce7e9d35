//! Conversations of front ends, which pipelines answer.

use super::{
    Server,
    client::{Answer, Client},
    dialects::{Converse, rules},
};
use runnable::runner::Runner;
use runnable_http::{Chat, ChatInput, InvalidChat, Service};
use serde::Serialize;
use serde_json::{Value, json};

impl ChatInput for Converse {
    fn input(chat: &Chat) -> Result<impl Serialize, InvalidChat> {
        if chat.messages.len() > 100 {
            return Err(InvalidChat::new("the conversation is too long").at("messages"));
        }
        let option = |name: &str, default: Value| chat.forwarded.get(name).cloned().unwrap_or(default);
        let languages = option("languages", json!(["es", "fr"]));
        Ok(json!({ "question": chat.prompt()?, "languages": languages, "pause_ms": option("pause_ms", json!(1)) }))
    }
}

pub(crate) async fn server() -> Server {
    with(|service| service).await
}

async fn with(change: impl FnOnce(Service) -> Service) -> Server {
    let runner = Runner::builder().run_log("memory:").build().await.expect("a runner");
    Server::of(runner, |service| change(service.agent::<Converse>())).await
}

/// Returns the request of `useChat`, with further members.
fn ui(chat: &str, text: &str, more: Value) -> String {
    let parts = json!([{ "type": "text", "text": text }]);
    let messages = json!([{ "id": "1", "role": "user", "parts": parts }]);
    let mut body = json!({ "id": chat, "messages": messages, "trigger": "submit-message" });
    let Value::Object(more) = more else { panic!("an object") };
    body.as_object_mut().expect("an object").extend(more);
    body.to_string()
}

/// Returns the request of AG-UI.
fn ag_ui(thread: &str, run: &str, text: &str, props: &Value) -> String {
    let messages = json!([{ "id": "1", "role": "user", "content": text }]);
    json!({ "threadId": thread, "runId": run, "messages": messages, "state": {}, "tools": [], "context": [], "forwardedProps": props })
        .to_string()
}

fn messages(answer: &Answer) -> Vec<Value> {
    assert_eq!((answer.status, &*answer.headers["content-type"]), (200, "text/event-stream"), "{}", answer.body);
    let blocks = answer.body.split_terminator("\n\n").filter(|block| *block != "data: [DONE]");
    blocks.map(|block| serde_json::from_str(block.strip_prefix("data: ").expect("data")).expect("JSON")).collect()
}

/// Starts an answer that takes long, and returns the connection once the first bytes are there.
async fn begin(server: &Server, body: &str, headers: &[(&str, &str)]) -> Client {
    let mut client = server.client().await;
    client.send("POST /agents/converse", headers, body).await;
    assert_eq!(client.head().await.0, 200);
    client.chunk().await.expect("a chunk");
    client
}

async fn runs(server: &Server) -> Vec<Value> {
    server.get("/runs").await.json()["runs"].as_array().expect("runs").clone()
}

fn slow() -> Value {
    json!({ "pause_ms": 3_000 })
}

#[tokio::test]
async fn a_conversation_is_answered_in_the_protocol_of_the_request() {
    let server = server().await;
    let answer = server.post("/agents/converse", &ui("c", "where?", json!({ "languages": ["de"] }))).await;
    assert_eq!(answer.headers["x-vercel-ai-ui-message-stream"], "v1");
    let shown = rules::ai_sdk(&messages(&answer)).expect("the rules");
    assert_eq!((&*shown.end, &*shown.text("languages[0]/interpret#1")), ("finished success", "de:It de:is de:found "));
    let events = server.get(&answer.headers["content-location"]).await;
    assert!(events.body.contains("\"run.finished\""), "the run is recorded");

    let answer = server.post("/agents/converse", &ag_ui("t", "r", "where?", &json!({ "languages": ["de"] }))).await;
    let messages = messages(&answer);
    let shown = rules::ag_ui(&messages).expect("the rules");
    // The ids of messages differ between the runs of a conversation.
    assert_eq!(
        (&*shown.end, &*shown.text("r:languages[0]/interpret#1")),
        ("finished success", "de:It de:is de:found ")
    );
    for message in [&messages[0], messages.last().expect("an end")] {
        assert_eq!((&message["threadId"], &message["runId"]), (&json!("t"), &json!("r")), "the ids are echoed");
    }
}

#[tokio::test]
async fn a_repeated_request_reads_the_run_that_the_first_started() {
    let server = server().await;
    let body = ag_ui("t", "r", "where?", &json!({}));
    let first = server.post("/agents/converse", &body).await;
    assert_eq!(server.post("/agents/converse", &body).await.body, first.body);
    let keyed = [("idempotency-key", "a key: 1")];
    let body = ui("c", "where?", json!({}));
    let first = server.ask("POST /agents/converse", &keyed, &body).await;
    assert_eq!(server.ask("POST /agents/converse", &keyed, &body).await.body, first.body);
    assert_eq!(runs(&server).await.len(), 2);

    let other = server.post("/agents/converse", &ag_ui("t", "r", "who?", &json!({}))).await;
    assert_eq!(
        (other.problem(422), &other.json()["errors"][0]["pointer"]),
        ("invalid-request".into(), &json!("#/runId"))
    );
    // The same id in another conversation is another run, and without an id each request is.
    server.post("/agents/converse", &ag_ui("u", "r", "who?", &json!({}))).await;
    server.post("/agents/converse", &body).await;
    assert_eq!(runs(&server).await.len(), 4);
    // Any text can be an id.
    for id in ["", "a/b?c", "\u{1F600}", &"x".repeat(500)] {
        let answer = server.post("/agents/converse", &ag_ui(id, id, "who?", &json!({}))).await;
        assert_eq!(messages(&answer)[0]["runId"], id);
    }
}

#[tokio::test]
async fn a_reload_reads_the_answer_from_its_beginning_and_does_not_cancel_it() {
    let server = server().await;
    assert_eq!(server.get("/agents/converse/c/stream").await.status, 204);
    for (body, query) in [
        (ui("c", "where?", json!({ "pause_ms": 150 })), ""),
        (ag_ui("c", "r", "where?", &json!({ "pause_ms": 150 })), "?format=ag-ui"),
    ] {
        drop(begin(&server, &body, &[]).await);
        let answer = server.get(&format!("/agents/converse/c/stream{query}")).await;
        let messages = messages(&answer);
        let (shown, step) = if query.is_empty() {
            (rules::ai_sdk(&messages), "think#1")
        } else {
            (rules::ag_ui(&messages), "r:think#1")
        };
        let shown = shown.expect("the rules");
        assert_eq!((&*shown.end, &*shown.text(step)), ("finished success", "It is found\n\n\u{1F600} \"there\"."));
        if !query.is_empty() {
            assert_eq!((&messages[0]["threadId"], &messages[0]["runId"]), (&json!("c"), &json!("r")));
        }
        assert_eq!(server.get(&format!("/agents/converse/c/stream{query}")).await.status, 204, "the answer is there");
    }
    let invalid = server.get("/agents/converse/c/stream?format=agui").await;
    assert_eq!(invalid.problem(400), "invalid-query");
}

#[tokio::test]
async fn a_stop_cancels_the_answer_of_its_conversation_alone() {
    let server = server().await;
    let mut stopped = begin(&server, &ui("a", "where?", slow()), &[]).await;
    let _other = begin(&server, &ui("b", "where?", slow()), &[]).await;
    let answer = server.post("/agents/converse/a/stop", "").await;
    assert_eq!((answer.status, &answer.json()["status"]), (202, &json!("cancelling")));
    let run = answer.json()["id"].as_str().expect("an id").to_owned();
    server.until(&run, "cancelled").await;
    let mut rest = String::new();
    while let Ok(Some(chunk)) = stopped.chunk().await {
        rest.push_str(&String::from_utf8_lossy(&chunk));
    }
    assert!(rest.contains(r#""type":"abort""#), "{rest}");
    for path in ["/agents/converse/a/stop", "/agents/converse/unknown/stop"] {
        assert_eq!(server.post(path, "").await.status, 204, "nothing is being written");
    }
    let statuses: Vec<_> = runs(&server).await.iter().map(|run| run["status"].clone()).collect();
    assert_eq!(statuses, ["running", "cancelled"]);
}

#[tokio::test]
async fn a_conversation_belongs_to_the_token_that_began_it() {
    let server = with(|service| service.token("anna", "a-secret").token("ben", "b-secret")).await;
    let [anna, ben] = ["Bearer a-secret", "Bearer b-secret"].map(|token| [("authorization", token)]);
    let body = ui("c", "where?", slow());
    assert_eq!(server.post("/agents/converse", &body).await.problem(401), "unauthorized");
    let _client = begin(&server, &body, &anna).await;
    for request in ["GET /agents/converse/c/stream", "POST /agents/converse/c/stop"] {
        assert_eq!(server.ask(request, &[], "").await.problem(401), "unauthorized");
        assert_eq!(server.ask(request, &ben, "").await.status, 204, "{request}");
    }
    assert_eq!(server.ask("POST /agents/converse/c/stop", &anna, "").await.status, 202);
}

#[tokio::test]
async fn requests_that_are_not_valid_name_what_is_wrong() {
    let server = with(|service| service.max_body(2_000)).await;
    let pointer = async |body: &str| {
        let answer = server.post("/agents/converse", body).await;
        answer.problem(422);
        answer.json()["errors"][0]["pointer"].as_str().unwrap_or_default().to_owned()
    };
    assert_eq!(pointer(r#"{"id":"c","messages":[{"id":"1","role":"bot","parts":[]}]}"#).await, "#/messages/0/role");
    assert_eq!(pointer(r#"{"threadId":"t","messages":[]}"#).await, "#/runId");
    assert_eq!(pointer(r#"{"id":"c","messages":[]}"#).await, "#/messages", "the pipeline needs a prompt");
    assert_eq!(pointer("").await, "#/id");
    assert_eq!(pointer("[]").await, "");
    // The input is checked as the input of every run is.
    assert_eq!(pointer(&ui("c", "where?", json!({ "languages": 7 }))).await, "#/languages");
    let large = ui("c", &"x".repeat(3_000), json!({}));
    assert_eq!(server.post("/agents/converse", &large).await.problem(413), "too-large");
    let form = [("content-type", "text/plain")];
    assert_eq!(server.ask("POST /agents/converse", &form, &ui("c", "a", json!({}))).await.problem(415), "not-json");
    let lines = [("accept", "application/x-ndjson")];
    assert_eq!(
        server.ask("POST /agents/converse", &lines, &ui("c", "a", json!({}))).await.problem(406),
        "not-acceptable"
    );
    for request in
        ["POST /agents/narrate", "POST /agents/unknown", "GET /agents/narrate/c/stream", "POST /agents/narrate/c/stop"]
    {
        assert_eq!(server.ask(request, &[], "").await.problem(404), "unknown-pipeline", "{request}");
    }
    assert!(runs(&server).await.is_empty());
}
