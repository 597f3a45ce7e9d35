//! Tests of each endpoint over a socket, with the scripted model.
mod support;

use llm_server::{Model, model::Scripted};
use serde_json::{Value, json};
use std::time::Duration;
use support::{Server, text, types};

const ANSWER: &str = "You said: Hello, how are you? (This is a scripted answer; no model is running.)";

async fn server() -> Server {
    Server::start(Model::Scripted(Scripted::new(Duration::from_millis(1)))).await
}

fn prompt() -> Value {
    json!({"prompt": "Hello, how are you?"})
}

#[tokio::test]
async fn root_lists_the_model_and_the_endpoints() {
    let server = server().await;
    let root: Value = reqwest::get(&server.url).await.unwrap().json().await.unwrap();
    assert_eq!((&root["status"], &root["model"]), (&json!("ok"), &json!("scripted")));
    for path in root["endpoints"].as_object().unwrap().keys() {
        // A listed endpoint exists: an empty body is unprocessable, not unknown.
        assert_eq!(server.post(path, &json!({})).await.status(), 422, "{path}");
    }
}

#[tokio::test]
async fn chat_streams_one_data_line_per_event() {
    let response = server().await.post("/chat", &prompt()).await;
    let header = |name| response.headers()[name].to_str().unwrap().to_owned();
    assert_eq!(header("content-type"), "text/event-stream");
    assert!(header("cache-control").contains("no-cache"));
    assert_eq!(header("x-accel-buffering"), "no");
    let body = response.text().await.unwrap();
    let mut blocks: Vec<_> = body.split("\n\n").collect();
    assert_eq!(blocks.pop(), Some(""), "the last block is closed");
    assert!(blocks.iter().all(|block| block.starts_with(r#"data: {"type":"#) && !block.contains('\n')), "{body}");
    assert_eq!(blocks[0], r#"data: {"type":"status","status":"thinking","model":"scripted"}"#);
    assert_eq!(blocks[1], r#"data: {"type":"chunk","text":"You "}"#);
    assert_eq!(*blocks.last().unwrap(), format!(r#"data: {{"type":"done","full_text":"{ANSWER}"}}"#));
}

#[tokio::test]
async fn chunks_add_up_to_the_full_text() {
    let frames = server().await.stream("/chat", prompt()).await.rest().await;
    assert_eq!(types(&frames), ["status", "chunk", "done"]);
    assert_eq!(text(&frames, |_| true), ANSWER);
}

#[tokio::test]
async fn a_summary_follows_the_answer() {
    let frames = server().await.stream("/chat-and-summarize", prompt()).await.rest().await;
    assert_eq!(types(&frames), ["status", "chunk", "done", "status", "chunk", "done"]);
    assert_eq!(frames.last().unwrap()["summary"], "In short: You said: Hello, how are you? ...");
}

#[tokio::test]
async fn spanish_and_french_are_streamed_concurrently() {
    let frames = server().await.stream("/chat-and-translate", prompt()).await.rest().await;
    for language in ["spanish", "french"] {
        let of = |frame: &Value| frame["language"] == language;
        assert_eq!(text(&frames, of), format!("[{language}] {ANSWER}"));
        let done = frames.iter().find(|frame| frame["type"] == "done" && of(frame)).unwrap();
        assert_eq!(done["translation"], format!("[{language}] {ANSWER}"));
    }
    let mut turns: Vec<_> = frames.iter().filter_map(|frame| frame["language"].as_str()).collect();
    turns.dedup();
    assert!(turns.len() > 4, "not concurrent: {turns:?}");
}

#[tokio::test]
async fn the_answer_is_translated_into_every_listed_language() {
    let body = json!({"prompt": "Hi.", "languages": ["german", "spanish", "german"]});
    let frames = server().await.stream("/chat-map-translate", body).await.rest().await;
    let mut languages: Vec<_> =
        frames.iter().filter(|frame| frame["type"] == "done").filter_map(|frame| frame["language"].as_str()).collect();
    languages.sort_unstable();
    assert_eq!(languages, ["german", "german", "spanish"]);
}

#[tokio::test]
async fn an_empty_list_of_languages_streams_only_the_answer() {
    let body = json!({"prompt": "Hi.", "languages": []});
    let frames = server().await.stream("/chat-map-translate", body).await.rest().await;
    assert_eq!(types(&frames), ["status", "chunk", "done"]);
}

#[tokio::test]
async fn the_answer_is_translated_only_into_the_chosen_language() {
    let body = json!({"prompt": "Hi.", "language": "French"});
    let frames = server().await.stream("/chat-conditional-translate", body).await.rest().await;
    let mut languages: Vec<_> = frames.iter().filter_map(|frame| frame["language"].as_str()).collect();
    languages.dedup();
    assert_eq!(languages, ["french"]);
}

#[tokio::test]
async fn a_missing_or_wrong_field_is_named_with_status_422() {
    let server = server().await;
    for (path, body, field) in [
        ("/chat", json!({}), "prompt"),
        ("/chat", json!({"prompt": 1}), "prompt"),
        ("/chat-map-translate", json!({"prompt": "Hi."}), "languages"),
        ("/chat-conditional-translate", json!({"prompt": "Hi."}), "language"),
    ] {
        let response = server.post(path, &body).await;
        assert_eq!(response.status(), 422, "{path}");
        let message = response.text().await.unwrap();
        assert!(message.contains(field), "{message}");
    }
}

#[tokio::test]
async fn an_unsupported_language_is_rejected_with_status_400() {
    let server = server().await;
    for (path, body) in [
        ("/chat-map-translate", json!({"prompt": "Hi.", "languages": ["french", "klingon"]})),
        ("/chat-conditional-translate", json!({"prompt": "Hi.", "language": "klingon"})),
    ] {
        let response = server.post(path, &body).await;
        assert_eq!(response.status(), 400, "{path}");
        let message = response.text().await.unwrap();
        assert_eq!(message, "unsupported language \"klingon\"\nhelp: choose `spanish`, `french` or `german`");
    }
}

#[tokio::test]
async fn concurrent_requests_keep_their_prompts() {
    let server = server().await;
    let chat = async |n: usize| {
        let frames = server.stream("/chat", json!({"prompt": format!("number {n}")})).await.rest().await;
        text(&frames, |_| true)
    };
    let texts = futures_util::future::join_all((0..20).map(chat)).await;
    for (n, text) in texts.iter().enumerate() {
        assert!(text.contains(&format!("number {n} (")), "{text}");
    }
}
