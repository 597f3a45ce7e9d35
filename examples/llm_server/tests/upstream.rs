//! Tests of failures of the model server, which each test plays itself.
mod support;

use llm_server::{Model, model::OpenAi};
use serde_json::{Value, json};
use std::time::{Duration, Instant};
use support::{Frames, Server, text, types, upstream::Upstream};

/// Starts a chat with a model server that the test plays.
async fn chat() -> (Upstream, Frames) {
    let upstream = Upstream::start();
    let frames = Server::start(upstream.model()).await.stream("/chat", json!({"prompt": "Hi."})).await;
    (upstream, frames)
}

fn error(frames: &[Value]) -> &str {
    frames.last().unwrap()["error"].as_str().unwrap()
}

#[tokio::test]
async fn a_request_contains_the_model_the_prompt_and_the_key() {
    let (mut upstream, _frames) = chat().await;
    let question = upstream.question().await;
    assert_eq!(question.headers["authorization"], "Bearer key");
    assert_eq!((&question.body["model"], &question.body["stream"]), (&json!("tiny"), &json!(true)));
    assert_eq!(question.body["messages"][1], json!({"role": "user", "content": "Hi."}));
}

#[tokio::test]
async fn an_answer_is_forwarded_as_it_arrives() {
    let (mut upstream, mut frames) = chat().await;
    let answer = upstream.question().await.answer();
    for text in ["Good", " ", "morning"] {
        answer.say(text).await;
        // The upstream has sent nothing else yet.
        assert_eq!(frames.next_of("chunk").await, json!({"type": "chunk", "text": text}));
    }
    answer.end_with("!").await;
    assert_eq!(frames.next_of("done").await, json!({"type": "done", "full_text": "Good morning!"}));
    assert_eq!(frames.next().await, None);
}

#[tokio::test]
async fn null_content_and_usage_are_ignored() {
    let (mut upstream, frames) = chat().await;
    let answer = upstream.question().await.answer();
    let delta =
        |delta: Value, reason: Value| json!({"choices": [{"index": 0, "delta": delta, "finish_reason": reason}]});
    answer.send(delta(json!({"role": "assistant", "content": null}), json!(null))).await;
    answer.send(delta(json!({"content": ""}), json!(null))).await;
    answer.send(delta(json!({"content": "Hello"}), json!(null))).await;
    answer.send(delta(json!({}), json!("stop"))).await;
    answer.send(json!({"choices": [], "usage": {"total_tokens": 3}})).await;
    answer.send("[DONE]").await;
    let frames = frames.rest().await;
    assert_eq!(
        frames,
        [
            json!({"type": "status", "status": "thinking", "model": "tiny"}),
            json!({"type": "chunk", "text": "Hello"}),
            json!({"type": "done", "full_text": "Hello"}),
        ]
    );
}

#[tokio::test]
async fn a_refused_request_is_not_retried() {
    for status in [400, 401, 404] {
        let (mut upstream, frames) = chat().await;
        upstream.question().await.refuse(status, "no such model, key sk-1234");
        let frames = frames.rest().await;
        assert_eq!(types(&frames), ["status", "error"]);
        let message = error(&frames);
        let expected = format!("the model's server answered {status}");
        assert!(message.starts_with(&expected) && !message.contains("sk-"), "{message}");
        assert!(!upstream.is_asked());
    }
}

#[tokio::test]
async fn a_busy_or_failing_server_is_retried() {
    for status in [429, 500, 503] {
        let (mut upstream, frames) = chat().await;
        upstream.question().await.refuse(status, "try later");
        upstream.question().await.answer().end_with("Hello").await;
        let frames = frames.rest().await;
        assert_eq!(types(&frames), ["status", "reset", "status", "chunk", "done"]);
        assert_eq!(frames.last().unwrap()["full_text"], "Hello");
    }
}

#[tokio::test]
async fn retry_after_delays_the_next_attempt() {
    for status in [429, 503] {
        let (mut upstream, frames) = chat().await;
        upstream.question().await.put_off(status, 1);
        let refused = Instant::now();
        upstream.question().await.answer().end_with("Hello").await;
        assert!(refused.elapsed() >= Duration::from_secs(1), "{status}: {:?}", refused.elapsed());
        assert_eq!(types(&frames.rest().await), ["status", "reset", "status", "chunk", "done"]);
    }
}

#[tokio::test]
async fn retry_after_delays_other_requests_too() {
    let mut upstream = Upstream::start();
    let server = Server::start(upstream.model()).await;
    let mut one = server.stream("/chat", json!({"prompt": "One."})).await;
    upstream.question().await.put_off(429, 1);
    let refused = Instant::now();
    one.next_of("reset").await;
    let _other = server.stream("/chat", json!({"prompt": "Other."})).await;
    let _both = (upstream.question().await, upstream.question().await);
    assert!(refused.elapsed() >= Duration::from_secs(1), "{:?}", refused.elapsed());
}

#[tokio::test]
async fn a_long_retry_after_fails_the_run() {
    for status in [429, 503] {
        let (mut upstream, frames) = chat().await;
        upstream.question().await.put_off(status, 3600);
        let frames = frames.rest().await;
        assert_eq!(types(&frames), ["status", "error"]);
        assert!(error(&frames).starts_with(&format!("the model's server answered {status}")));
        assert!(!upstream.is_asked());
    }
}

#[tokio::test]
async fn a_failure_during_an_answer_is_classified_by_its_code() {
    let (mut upstream, frames) = chat().await;
    let answer = upstream.question().await.answer();
    answer.say("Hel").await;
    answer.send(json!({"error": {"code": 503, "message": "overloaded"}})).await;
    let answer = upstream.question().await.answer();
    answer.send(json!({"error": {"code": 400, "message": "too long"}})).await;
    let frames = frames.rest().await;
    assert_eq!(types(&frames), ["status", "chunk", "reset", "status", "error"]);
    assert_eq!(error(&frames), "the model's server answered 400 Bad Request");
}

#[tokio::test]
async fn a_stalled_answer_is_retried() {
    let (mut upstream, mut frames) = chat().await;
    let stalled = upstream.question().await.answer();
    stalled.say("Hel").await;
    frames.next_of("chunk").await;
    tokio::time::pause();
    tokio::time::advance(Duration::from_secs(61)).await;
    tokio::time::resume();
    frames.next_of("reset").await;
    stalled.closed().await;
    upstream.question().await.answer().end_with("Hello").await;
    assert_eq!(types(&frames.rest().await), ["status", "chunk", "done"]);
}

#[tokio::test]
async fn six_truncated_answers_fail_the_run() {
    let (mut upstream, frames) = chat().await;
    for _ in 0..6 {
        let answer = upstream.question().await.answer();
        answer.say("Hel").await;
        answer.cut().await;
    }
    let frames = frames.rest().await;
    let expected = [["status", "chunk", "reset"]; 5].concat();
    assert_eq!(types(&frames), [expected, vec!["status", "chunk", "error"]].concat());
    assert_eq!(error(&frames), "the model's answer was cut off");
    assert!(!upstream.is_asked());
}

#[tokio::test]
async fn an_answer_without_its_end_counts_as_truncated() {
    let (mut upstream, mut frames) = chat().await;
    upstream.question().await.answer().say("Hel").await;
    frames.next_of("reset").await;
    upstream.question().await.answer().end_with("Hello").await;
    // The text since the reset is the whole answer.
    assert_eq!(text(&frames.rest().await, |_| true), "Hello");
}

#[tokio::test]
async fn an_answer_with_a_finish_reason_is_complete() {
    let (mut upstream, frames) = chat().await;
    let answer = upstream.question().await.answer();
    answer.say("Hello").await;
    answer.send(json!({"choices": [{"index": 0, "delta": {}, "finish_reason": "length"}]})).await;
    drop(answer);
    assert_eq!(types(&frames.rest().await), ["status", "chunk", "done"]);
}

#[tokio::test]
async fn an_answer_that_is_not_json_fails_the_run() {
    let (mut upstream, frames) = chat().await;
    upstream.question().await.answer().send("<html>").await;
    let frames = frames.rest().await;
    assert_eq!(types(&frames), ["status", "error"]);
    assert_eq!(error(&frames), "the model's answer cannot be read");
}

#[tokio::test]
async fn an_unreachable_server_fails_the_run_after_six_attempts() {
    let port = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    let model = Model::OpenAi(OpenAi::new(&format!("http://127.0.0.1:{port}/v1"), "tiny", None).unwrap());
    let frames = Server::start(model).await.stream("/chat", json!({"prompt": "Hi."})).await.rest().await;
    assert_eq!(
        types(&frames),
        [["status", "reset"]; 5].concat().into_iter().chain(["status", "error"]).collect::<Vec<_>>()
    );
    assert_eq!(error(&frames), format!("the model's server at http://127.0.0.1:{port} cannot be reached"));
}

#[tokio::test]
async fn an_answer_survives_a_restart_of_the_server() {
    let mut upstream = Upstream::start();
    let mut frames = Server::start(upstream.model()).await.stream("/chat", json!({"prompt": "Hi."})).await;
    let answer = upstream.question().await.answer();
    answer.say("Hel").await;
    frames.next_of("chunk").await;
    let address = upstream.address;
    drop(answer);
    upstream.stop().await;
    frames.next_of("reset").await;
    // It takes a while to load the model.
    tokio::time::sleep(Duration::from_secs(4)).await;
    let mut upstream = Upstream::start_at(address);
    upstream.question().await.answer().end_with("Hello").await;
    let frames = frames.rest().await;
    assert_eq!(*frames.last().unwrap(), json!({"type": "done", "full_text": "Hello"}));
}

#[tokio::test]
async fn a_page_instead_of_an_answer_names_the_address_and_the_variable() {
    for (kind, shown) in [("text/html; charset=utf-8", "text/html"), ("Application/JSON", "application/json")] {
        let (mut upstream, frames) = chat().await;
        upstream.question().await.send_page(kind);
        let frames = frames.rest().await;
        assert_eq!(types(&frames), ["status", "error"]);
        let expected = format!("the model's server at http://{} answered with `{shown}` instead", upstream.address);
        let message = error(&frames);
        assert!(message.starts_with(&expected) && message.contains("\nhelp: set `OPENAI_BASE_URL` to"), "{message}");
        assert!(!upstream.is_asked());
    }
}

#[tokio::test]
async fn a_client_that_disconnects_cancels_the_request() {
    let (mut upstream, frames) = chat().await;
    let question = upstream.question().await;
    drop(frames);
    question.closed().await;
}

#[tokio::test]
async fn a_client_that_disconnects_cancels_the_answer() {
    let (mut upstream, mut frames) = chat().await;
    let answer = upstream.question().await.answer();
    answer.say("Hel").await;
    frames.next_of("chunk").await;
    drop(frames);
    answer.closed().await;
}

#[tokio::test]
async fn a_client_that_disconnects_cancels_both_translations() {
    let mut upstream = Upstream::start();
    let server = Server::start(upstream.model()).await;
    let mut frames = server.stream("/chat-and-translate", json!({"prompt": "Hi."})).await;
    upstream.question().await.answer().end_with("Hello").await;
    let (one, other) = (upstream.question().await.answer(), upstream.question().await);
    one.say("Ho").await;
    frames.next_of("done").await;
    frames.next_of("chunk").await;
    drop(frames);
    one.closed().await;
    other.closed().await;
}

#[tokio::test]
async fn a_failed_translation_cancels_the_other() {
    let mut upstream = Upstream::start();
    let server = Server::start(upstream.model()).await;
    let frames = server.stream("/chat-and-translate", json!({"prompt": "Hi."})).await;
    upstream.question().await.answer().end_with("Hello").await;
    let (one, other) = (upstream.question().await.answer(), upstream.question().await);
    one.say("Ho").await;
    other.refuse(400, "no");
    one.closed().await;
    assert_eq!(error(&frames.rest().await), "the model's server answered 400 Bad Request");
}
