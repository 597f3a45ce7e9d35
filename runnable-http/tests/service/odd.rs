//! Requests that no well-behaved client sends: each gets an answer, or the end of its connection.

use super::Server;
use std::time::Duration;
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
    time::timeout,
};

const BODY: &str = r#"{"text":"a"}"#;

/// Sends bytes, and no more. Returns the first status, and all that arrives until the server closes the connection or waits.
async fn answer(server: &Server, bytes: &[u8], ends: bool) -> (u16, String) {
    let mut socket = TcpStream::connect(server.address).await.expect("it connects");
    let _ = socket.write_all(bytes).await;
    if ends {
        let _ = socket.shutdown().await;
    }
    let (mut read, mut patience) = (Vec::new(), Duration::from_secs(30));
    while let Ok(Ok(1..)) = timeout(patience, socket.read_buf(&mut read)).await {
        patience = Duration::from_secs(1);
    }
    let text = String::from_utf8_lossy(&read).into_owned();
    let status = text.split(' ').nth(1).and_then(|status| status.parse().ok());
    (status.unwrap_or(0), text)
}

#[tokio::test]
async fn odd_requests_get_a_clear_status() {
    let server = Server::start().await;
    let run = server.begin("local", BODY).await;
    server.until(&run, "succeeded").await;
    let post = |headers: &str, body: &str| {
        format!(
            "POST /pipelines/local HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\n{headers}\r\n{body}"
        )
    };
    let get = |target: &str| format!("GET {target} HTTP/1.1\r\nhost: localhost\r\n\r\n");
    let chunked = format!("c\r\n{BODY}\r\n0\r\n\r\n");
    for (status, request) in [
        // Other versions and protocols.
        (421, "GET /runs HTTP/1.0\r\n\r\n".to_owned()),
        (200, "GET /runs HTTP/1.0\r\nhost: localhost\r\n\r\n".to_owned()),
        (400, "GET /runs\r\n\r\n".to_owned()),
        (400, "\u{16}\u{3}\u{1}\u{2}\0\u{1}\0".repeat(20)),
        (404, "OPTIONS * HTTP/1.1\r\nhost: localhost\r\n\r\n".to_owned()),
        (404, "CONNECT localhost:80 HTTP/1.1\r\nhost: localhost\r\n\r\n".to_owned()),
        // Bodies.
        (501, post("transfer-encoding: gzip, chunked\r\n", &chunked)),
        (400, post("transfer-encoding: identity\r\n", BODY)),
        (400, post("content-length: 12\r\ncontent-length: 13\r\n", BODY)),
        (400, post("content-length: +12\r\n", BODY)),
        (431, post("content-length: 18446744073709551615\r\n", BODY)),
        (413, post("expect: 100-continue\r\ncontent-length: 120000000\r\n", "")),
        (100, post("expect: 100-continue\r\ncontent-length: 12\r\n", "")),
        (400, post("transfer-encoding: chunked\r\n", &format!("zz\r\n{BODY}"))),
        (400, post("transfer-encoding: chunked\r\n", &format!("c;{}\r\n{BODY}", "x".repeat(20_000)))),
        // Heads.
        (400, "GET /runs HTTP/1.1\r\nhost: localhost\r\nx-a: b\r\n c\r\n\r\n".to_owned()),
        (400, "GET /runs HTTP/1.1\r\nhost : localhost\r\n\r\n".to_owned()),
        // Addresses.
        (404, get("/runs/%00")),
        (404, get("/runs/%00/events")),
        (200, get("/runs?pipeline=%00")),
        (400, get("/runs?before=%00")),
        (400, get(&format!("/runs?{}", (0..6000).map(|number| format!("a{number}=1&")).collect::<Vec<_>>().concat()))),
        (200, get(&format!("/runs?{}", "&".repeat(50_000)))),
        (400, get(&format!("/runs?limit={}", "%31".repeat(20_000)))),
        (400, get("/runs?limit=+5")),
    ] {
        let (got, text) = answer(&server, request.as_bytes(), false).await;
        assert_eq!(got, status, "{request:.200}: {text:.300}");
    }
    for (headers, body) in [("content-length: 50\r\n", BODY), ("transfer-encoding: chunked\r\n", "50\r\n{")] {
        let (got, text) = answer(&server, post(headers, body).as_bytes(), true).await;
        assert!(got == 400 && text.contains("the body did not arrive completely"), "{headers}: {text}");
    }
    assert_eq!(server.get("/runs").await.json()["runs"].as_array().map(Vec::len), Some(1), "no other run was started");
}

#[tokio::test]
async fn the_answer_to_a_head_has_no_body_and_the_connection_serves_the_next_request() {
    let server = Server::start().await;
    let run = server.begin("wait", "").await;
    for path in ["/runs/nope".to_owned(), "/runs?x=1".to_owned(), "/runs".to_owned(), format!("/runs/{run}/events")] {
        let host = "HTTP/1.1\r\nhost: localhost\r\n\r\n";
        let (_, text) = answer(&server, format!("HEAD {path} {host}GET /healthz {host}").as_bytes(), false).await;
        let (head, next) = text.split_once("\r\n\r\n").expect("a head");
        assert!(!head.contains("{\"") && next.starts_with("HTTP/1.1 200 OK"), "{path}: {text}");
        assert!(next.ends_with(r#"{"status":"ok"}"#), "{path}: {text}");
    }
}

#[tokio::test]
async fn connections_that_send_nothing_or_half_a_head_end_and_others_are_served_meanwhile() {
    let server = Server::start().await;
    let mut idle = vec![];
    for number in 0..200 {
        let mut socket = TcpStream::connect(server.address).await.expect("it connects");
        if number % 2 == 0 {
            socket.write_all(b"GET /runs HTTP/1.1\r\nHo").await.expect("it is sent");
        }
        idle.push(socket);
    }
    assert_eq!(server.get("/healthz").await.status, 200);
    for mut socket in idle {
        let mut rest = Vec::new();
        let read = timeout(Duration::from_mins(1), socket.read_to_end(&mut rest)).await.expect("the server closes it");
        assert!(read.is_err() || rest.is_empty() || rest.starts_with(b"HTTP/1.1 408"), "{rest:?}");
    }
}
