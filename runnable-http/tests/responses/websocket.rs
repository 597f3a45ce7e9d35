use super::{
    tasks::{Endless, Pause, Slow, Speak},
    timeless,
};
use axum::{Router, extract::ws::WebSocketUpgrade, routing::any};
use futures_util::{SinkExt, StreamExt};
use runnable::prelude::*;
use runnable_http::{RunStream, SUBPROTOCOL, WebSocket, websocket};
use serde_json::{Value, json};
use std::{
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    time::Duration,
};
use tokio::net::{TcpListener, TcpStream};
use tokio_tungstenite::{
    MaybeTlsStream, WebSocketStream, connect_async,
    tungstenite::{
        Error, Message,
        client::IntoClientRequest,
        protocol::{CloseFrame, frame::coding::CloseCode},
    },
};

pub(super) type Client = WebSocketStream<MaybeTlsStream<TcpStream>>;

/// Returns a client of a server whose handler returns the response of `make`.
pub(super) async fn connect<S: RunStream>(make: impl Fn() -> WebSocket<S> + Clone + Send + Sync + 'static) -> Client {
    let handler = move |upgrade: WebSocketUpgrade| async move { make().upgrade(upgrade) };
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let address = listener.local_addr().expect("an address");
    tokio::spawn(async move { axum::serve(listener, Router::new().route("/", any(handler))).await });
    let mut request = format!("ws://{address}/").into_client_request().expect("a request");
    request.headers_mut().insert("sec-websocket-protocol", SUBPROTOCOL.parse().expect("a header"));
    let (client, response) = connect_async(request).await.expect("it connects");
    assert_eq!(response.headers()["sec-websocket-protocol"], SUBPROTOCOL);
    client
}

async fn next(client: &mut Client) -> Message {
    tokio::time::timeout(Duration::from_secs(20), client.next()).await.expect("in time").expect("more").expect("sent")
}

async fn next_json(client: &mut Client) -> Value {
    let text = next(client).await.into_text().expect("text");
    serde_json::from_str(&text).unwrap_or_else(|_| panic!("`{text}` is not JSON"))
}

/// Returns the events up to the close, and the close code.
pub(super) async fn rest(client: &mut Client) -> (Vec<Value>, u16) {
    let mut events = vec![];
    loop {
        match next(client).await {
            Message::Close(frame) => return (events, frame.expect("a code").code.into()),
            Message::Text(text) => events.push(serde_json::from_str(&text).expect("JSON")),
            Message::Ping(_) => {}
            other => panic!("{other:?}"),
        }
    }
}

async fn send(client: &mut Client, message: Value) {
    client.send(Message::text(message.to_string())).await.expect("it is sent");
}

/// Waits until the run was dropped.
async fn until(dropped: &AtomicBool) {
    for _ in 0..100 {
        if dropped.load(Ordering::Relaxed) {
            return;
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    panic!("it still runs");
}

fn types(events: &[Value]) -> Vec<&str> {
    events.iter().map(|event| event["type"].as_str().expect("a type")).collect()
}

#[tokio::test]
async fn a_text_frame_is_an_envelope_and_the_last_event_is_followed_by_a_normal_close() {
    let mut client = connect(|| websocket(Speak {}.execute_streaming().run_id("r"))).await;
    let first = timeless(&next(&mut client).await.into_text().expect("text"));
    assert_eq!(first, r#"{"v":1,"id":"r:1","seq":1,"run":"r","type":"run.started","ts":"T","path":[],"attempt":1}"#);
    let (events, code) = rest(&mut client).await;
    assert_eq!(types(&events), ["step.started", "chunk", "chunk", "done", "step.finished", "run.finished"]);
    assert_eq!(code, 1000);
}

#[tokio::test]
async fn a_client_cancels_the_run() {
    let make = || websocket(Slow { finished: Arc::default(), dropped: Arc::default() }.execute_streaming());
    let mut client = connect(make).await;
    while next_json(&mut client).await["type"] != "chunk" {}
    send(&mut client, json!({ "id": "a", "op": "cancel" })).await;
    let (mut messages, code) = rest(&mut client).await;
    let answer = messages.iter().position(|message| message.get("ok").is_some()).expect("an answer");
    assert_eq!(messages.remove(answer), json!({ "id": "a", "ok": true }));
    assert_eq!(types(&messages), ["step.finished", "run.finished"]);
    assert_eq!(messages[1]["data"], json!({ "outcome": "cancelled" }));
    assert_eq!(code, 1000);
}

#[tokio::test]
async fn a_client_that_disconnects_cancels_the_run() {
    let dropped = Arc::new(AtomicBool::new(false));
    let given = Arc::clone(&dropped);
    let make = move || websocket(Endless { made: Arc::default(), dropped: Arc::clone(&given) }.execute_streaming());
    let mut client = connect(make).await;
    next_json(&mut client).await;
    assert!(!dropped.load(Ordering::Relaxed));
    drop(client);
    until(&dropped).await;
}

#[tokio::test]
async fn no_more_is_sent_than_was_granted() {
    let mut client = connect(|| websocket(Speak {}.execute_streaming()).credit(2)).await;
    assert_eq!(next_json(&mut client).await["seq"], 1);
    assert_eq!(next_json(&mut client).await["seq"], 2);
    let more = tokio::time::timeout(Duration::from_millis(200), client.next()).await;
    assert!(more.is_err(), "{more:?}");
    send(&mut client, json!({ "id": 1, "op": "credit", "n": 1 })).await;
    let (a, b) = (next_json(&mut client).await, next_json(&mut client).await);
    assert!([&a, &b].iter().any(|m| **m == json!({ "id": 1, "ok": true })), "{a} {b}");
    assert!([&a, &b].iter().any(|m| m["seq"] == 3), "{a} {b}");
    send(&mut client, json!({ "id": 2, "op": "credit", "n": 1000 })).await;
    let (messages, code) = rest(&mut client).await;
    assert_eq!(messages.iter().filter(|message| message.get("seq").is_some()).count(), 4);
    assert_eq!(code, 1000);
}

#[tokio::test]
async fn a_request_that_cannot_be_handled_gets_an_error() {
    let mut client = connect(|| websocket(Speak {}.execute_streaming()).credit(0)).await;
    send(&mut client, json!({ "id": 1, "op": "dance" })).await;
    let expected =
        json!({ "id": 1, "error": { "code": "unknown-op", "message": "expected the op `cancel` or `credit`" } });
    assert_eq!(next_json(&mut client).await, expected);
    for bad in ["", "[]", "{}", "{\"op\":\"cancel\"}", "{\"id\":{},\"op\":\"cancel\"}", "{\"id\":-1,\"op\":\"cancel\"}"]
    {
        client.send(Message::text(bad)).await.expect("it is sent");
        let answer = next_json(&mut client).await;
        assert_eq!(answer["error"]["code"], "malformed", "{bad}: {answer}");
        assert!(answer.get("id").is_none(), "{bad}: {answer}");
    }
    for bad in [json!({ "id": 7 }), json!({ "id": 7, "op": 1 }), json!({ "id": 7, "op": "credit", "n": -1 })] {
        send(&mut client, bad.clone()).await;
        let answer = next_json(&mut client).await;
        assert_eq!((&answer["id"], &answer["error"]["code"]), (&json!(7), &json!("malformed")), "{bad}: {answer}");
    }
    client.send(Message::binary(vec![1])).await.expect("it is sent");
    assert_eq!(rest(&mut client).await.1, 1003);
}

#[tokio::test]
async fn a_message_that_is_too_large_closes_the_connection() {
    let mut client = connect(|| websocket(Speak {}.execute_streaming()).credit(0)).await;
    client.send(Message::text("x".repeat(64 * 1024 + 1))).await.expect("it is sent");
    assert_eq!(rest(&mut client).await, (vec![], 1002));
}

#[tokio::test]
async fn a_client_that_reads_nothing_is_closed() {
    let dropped = Arc::new(AtomicBool::new(false));
    let given = Arc::clone(&dropped);
    let make = move || {
        let run = Endless { made: Arc::default(), dropped: Arc::clone(&given) };
        websocket(run.execute_streaming()).stalled(Duration::from_millis(200))
    };
    let client = connect(make).await;
    until(&dropped).await;
    drop(client);
}

#[tokio::test]
async fn an_idle_connection_is_pinged() {
    let make = || {
        let run = Pause { every: Duration::from_millis(700) };
        websocket(run.execute_streaming()).ping(Duration::from_millis(100))
    };
    let mut client = connect(make).await;
    let (mut pings, mut events) = (0, 0);
    loop {
        match next(&mut client).await {
            Message::Ping(_) => pings += 1,
            Message::Text(_) => events += 1,
            Message::Close(_) => break,
            other => panic!("{other:?}"),
        }
    }
    // The client's library answered the pings: the run continued to its end.
    assert_eq!(events, 7);
    assert!(pings > 3, "{pings}");
}

#[tokio::test]
async fn the_close_frame_of_a_client_is_answered_with_its_code() {
    for code in [1000, 1001, 3000, 4999] {
        let dropped = Arc::new(AtomicBool::new(false));
        let given = Arc::clone(&dropped);
        let run = move || Endless { made: Arc::default(), dropped: Arc::clone(&given) }.execute_streaming();
        let mut client = connect(move || websocket(run())).await;
        next_json(&mut client).await;
        let frame = CloseFrame { code: CloseCode::from(code), reason: "enough".into() };
        client.close(Some(frame)).await.expect("it is sent");
        let answer = loop {
            if let Message::Close(answer) = next(&mut client).await {
                break answer;
            }
        };
        assert_eq!(answer.map(|answer| u16::from(answer.code)), Some(code));
        // The server closes the connection, and the run is dropped.
        let end = tokio::time::timeout(Duration::from_secs(20), client.next()).await.expect("in time");
        assert!(matches!(end, None | Some(Err(Error::ConnectionClosed))), "{end:?}");
        until(&dropped).await;
    }
}

#[tokio::test]
async fn a_close_frame_without_a_code_is_answered_without_one() {
    let mut client = connect(|| websocket(Speak {}.execute_streaming()).credit(0)).await;
    client.close(None).await.expect("it is sent");
    assert_eq!(next(&mut client).await, Message::Close(None));
    assert!(client.next().await.is_none());
}

#[tokio::test]
async fn a_ping_is_answered_while_events_are_sent_and_while_none_are() {
    let mut client = connect(|| websocket(Speak {}.execute_streaming()).credit(0)).await;
    for number in 0..100_u8 {
        client.send(Message::Ping(vec![number; 125].into())).await.expect("it is sent");
        assert_eq!(next(&mut client).await, Message::Pong(vec![number; 125].into()));
    }
    send(&mut client, json!({ "id": 1, "op": "credit", "n": 99 })).await;
    assert_eq!(rest(&mut client).await.1, 1000);
}

#[tokio::test]
async fn the_id_of_a_request_is_short() {
    let mut client = connect(|| websocket(Speak {}.execute_streaming()).credit(0)).await;
    send(&mut client, json!({ "id": "x".repeat(257), "op": "cancel" })).await;
    let answer = next_json(&mut client).await;
    assert!(answer["error"]["code"] == "malformed" && answer.get("id").is_none(), "{answer}");
    send(&mut client, json!({ "id": "x".repeat(256), "op": "dance" })).await;
    assert_eq!(next_json(&mut client).await["id"], "x".repeat(256));
}
