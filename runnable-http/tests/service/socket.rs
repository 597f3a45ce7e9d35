use super::{Server, client::Blocks};
use futures_util::{SinkExt, StreamExt};
use serde_json::{Value, json};
use std::time::Duration;
use tokio::net::TcpStream;
use tokio_tungstenite::{
    MaybeTlsStream, WebSocketStream, connect_async,
    tungstenite::{Message, client::IntoClientRequest},
};

pub(crate) type Client = WebSocketStream<MaybeTlsStream<TcpStream>>;

pub(crate) async fn connect(server: &Server, path: &str, headers: &[(&'static str, &str)]) -> Client {
    let mut request = format!("ws://{}{path}", server.address).into_client_request().expect("a request");
    for (name, value) in headers {
        request.headers_mut().insert(*name, value.parse().expect("a header"));
    }
    connect_async(request).await.expect("it connects").0
}

/// Returns the messages up to the close, and the close code.
pub(crate) async fn rest(client: &mut Client) -> (Vec<Value>, u16) {
    let mut all = vec![];
    loop {
        let next = tokio::time::timeout(Duration::from_secs(20), client.next()).await.expect("in time");
        match next.expect("more").expect("sent") {
            Message::Close(frame) => return (all, frame.expect("a code").code.into()),
            Message::Text(text) => all.push(serde_json::from_str(&text).expect("JSON")),
            _ => {}
        }
    }
}

#[tokio::test]
async fn a_socket_gets_the_same_events_as_a_stream() {
    let server = Server::start().await;
    let run = server.begin("narrate", r#"{"words":["a","b"],"tone":"loud","pause_ms":50}"#).await;
    let mut client = connect(&server, &format!("/runs/{run}/ws"), &[]).await;
    let (live, code) = rest(&mut client).await;
    assert_eq!(code, 1000);
    let blocks = Blocks::of(&server.get(&format!("/runs/{run}/events")).await.body);
    let blocks: Vec<_> = blocks.iter().map(super::client::Block::json).collect();
    assert_eq!(live, blocks);
    let mut client = connect(&server, &format!("/runs/{run}/ws?after=3"), &[]).await;
    assert_eq!(rest(&mut client).await, (blocks[3..].to_vec(), 1000));
}

#[tokio::test]
async fn a_client_that_disconnects_does_not_end_the_run_and_a_client_that_cancels_does() {
    let server = Server::start().await;
    let run = server.begin("wait", "").await;
    let path = format!("/runs/{run}/ws");
    let mut client = connect(&server, &path, &[]).await;
    client.next().await.expect("more").expect("sent");
    drop(client);
    let mut client = connect(&server, &path, &[]).await;
    client.next().await.expect("more").expect("sent");
    client.send(Message::text(json!({ "id": 5, "op": "cancel" }).to_string())).await.expect("it is sent");
    let (messages, code) = rest(&mut client).await;
    assert!(messages.contains(&json!({ "id": 5, "ok": true })), "{messages:?}");
    assert_eq!(messages.last().expect("events")["data"], json!({ "outcome": "cancelled" }));
    assert_eq!(code, 1000);
}

#[tokio::test]
async fn a_refusal_is_a_close_code() {
    let server = Server::with(|service| service.token("anna", "secret")).await;
    let anna = ("authorization", "Bearer secret");
    let code =
        async |path: &str, headers: &[(&'static str, &str)]| rest(&mut connect(&server, path, headers).await).await.1;
    assert_eq!(code("/runs/x/ws", &[]).await, 1008);
    assert_eq!(code("/runs/x/ws", &[("authorization", "Bearer other")]).await, 1008);
    assert_eq!(code("/runs/x/ws", &[anna]).await, 4404);
    let begun = server.ask("POST /pipelines/local", &[anna, ("prefer", "respond-async")], r#"{"text":"a"}"#).await;
    let path = format!("{}/ws", begun.json()["url"].as_str().expect("an address"));
    assert_eq!(code(&format!("{path}?after=99"), &[anna]).await, 1008);
    assert_eq!(code(&path, &[anna]).await, 1000);
    let foreign =
        server.ask(&format!("GET {path}"), &[anna, ("upgrade", "websocket"), ("origin", "http://evil")], "").await;
    assert_eq!(foreign.problem(403), "foreign-origin");
    assert_eq!(server.ask(&format!("GET {path}"), &[anna], "").await.problem(426), "no-upgrade");
}
