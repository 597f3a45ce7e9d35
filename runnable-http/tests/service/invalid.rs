use super::{Server, alone, memory};
use serde_json::json;

const JSON: (&str, &str) = ("content-type", "application/json");

#[tokio::test]
async fn every_invalid_field_is_named() {
    let server = Server::start().await;
    let answer =
        server.post("/pipelines/narrate", r#"{"words":["a",7],"tome":"calm","pause_ms":-1,"a/b~c":null}"#).await;
    assert_eq!(answer.problem(422), "invalid-parameters");
    let errors = answer.json()["errors"].clone();
    let pointers: Vec<_> =
        errors.as_array().expect("a list").iter().map(|error| (&error["pointer"], &error["code"])).collect();
    let expected = [
        (json!("#/words"), json!("mistyped")),
        (json!("#/tone"), json!("missing")),
        (json!("#/pause_ms"), json!("mistyped")),
        (json!("#/tome"), json!("unknown")),
        (json!("#/a~1b~0c"), json!("unknown")),
    ];
    let expected: Vec<_> = expected.iter().map(|(pointer, code)| (pointer, code)).collect();
    let sorted = |mut all: Vec<(&serde_json::Value, &serde_json::Value)>| {
        all.sort_by_key(|(pointer, _)| pointer.to_string());
        format!("{all:?}")
    };
    assert_eq!(sorted(pointers), sorted(expected));
    let detail = errors[0]["detail"].as_str().expect("text");
    assert_eq!(detail, "expected `Vec<String>`, found a list: at `[1]`: invalid type: integer `7`, expected a string");
}

#[tokio::test]
async fn a_body_that_is_not_an_object_is_refused() {
    let server = Server::start().await;
    let deep = "[".repeat(100_000);
    for body in ["{", "[]", "7", "\"a\"", "null", "{\"words\":", "{}{}", "\u{0}", &deep] {
        assert_eq!(server.post("/pipelines/narrate", body).await.problem(422), "invalid-request", "{body:.20}");
    }
    assert_eq!(server.post("/pipelines/narrate", "").await.problem(422), "invalid-parameters");
}

#[tokio::test]
async fn a_body_of_another_type_is_refused() {
    let server = Server::start().await;
    for kind in ["text/plain", "application/x-www-form-urlencoded", "", "multipart/form-data", "application/jsonx"] {
        let answer = server.ask("POST /pipelines/narrate", &[("content-type", kind)], "{}").await;
        assert_eq!(answer.problem(415), "not-json", "{kind}");
    }
    for kind in ["application/json; charset=utf-8", "Application/JSON", "application/vnd.api+json"] {
        let answer = server.ask("POST /pipelines/local", &[("content-type", kind)], r#"{"text":"a"}"#).await;
        assert_eq!(answer.status, 200, "{kind}");
    }
}

#[tokio::test]
async fn a_body_that_is_too_large_is_refused() {
    let server = Server::start().await;
    let body = format!("{{\"text\":\"{}\"}}", "x".repeat(10 * 1024 * 1024));
    assert_eq!(server.post("/pipelines/local", &body).await.problem(413), "too-large");
    // Without a `Content-Length`, the size shows only while the body is read.
    let mut client = server.client().await;
    let head = "POST /pipelines/local HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n";
    let chunk = format!("{:x}\r\n{}\r\n", 600 * 1024, "x".repeat(600 * 1024));
    tokio::io::AsyncWriteExt::write_all(&mut client.socket, head.as_bytes()).await.expect("sent");
    for _ in 0..2 {
        let _ = tokio::io::AsyncWriteExt::write_all(&mut client.socket, chunk.as_bytes()).await;
    }
    assert_eq!(client.answer().await.problem(413), "too-large");
}

#[tokio::test]
async fn a_header_cannot_be_smuggled_into_an_answer() {
    let server = Server::start().await;
    for path in ["/runs/a%0d%0aset-cookie:%20a=b/events", "/pipelines/a%0d%0aset-cookie:%20a=b/graph"] {
        let answer = server.get(path).await;
        assert_eq!(answer.status, 404);
        assert!(!answer.headers.contains_key("set-cookie") && !answer.body.contains("set-cookie"), "{answer:?}");
    }
    for id in ["\u{7f}", "a:b:c", ":", "é:1", "x:1\u{b}"] {
        let run = server.begin("local", r#"{"text":"a"}"#).await;
        let answer = server.ask(&format!("GET /runs/{run}/events"), &[("last-event-id", id)], "").await;
        assert!(answer.status == 422 || answer.status == 400, "{id}: {answer:?}");
    }
    let key = "k".repeat(300);
    let answer = server.ask("POST /pipelines/local", &[JSON, ("idempotency-key", &key)], r#"{"text":"a"}"#).await;
    assert_eq!(answer.problem(422), "invalid-request");
}

#[tokio::test]
async fn a_head_that_is_too_large_is_refused() {
    let server = Server::start().await;
    let value = "x".repeat(200 * 1024);
    assert_eq!(server.ask("GET /runs", &[("x-large", &value)], "").await.status, 431);
    let many = vec![("x-many", "a"); 150];
    assert_eq!(server.ask("GET /runs", &many, "").await.status, 431);
    assert_eq!(server.get(&format!("/runs?before={}", "x".repeat(100 * 1024))).await.status, 414);
}

#[tokio::test(start_paused = true)]
async fn a_body_that_does_not_arrive_is_not_waited_for() {
    let server = Server::start().await;
    let mut client = server.client().await;
    let head = "POST /pipelines/local HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\ncontent-length: 9\r\n\r\n{";
    tokio::io::AsyncWriteExt::write_all(&mut client.socket, head.as_bytes()).await.expect("sent");
    assert_eq!(client.answer().await.problem(408), "too-slow");
}

#[tokio::test]
async fn an_internal_error_reveals_nothing_about_the_server() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("very-secret-place.db");
    let url = format!("sqlite:{}", path.display());
    let runner = runnable::runner::Runner::builder().run_log(&url).build().await.expect("a runner");
    let server = Server::of(runner, |service| service).await;
    server.post("/pipelines/local", r#"{"text":"a"}"#).await;
    for file in std::fs::read_dir(folder.path()).expect("a folder") {
        let file = file.expect("a file").path();
        if file.is_file() {
            std::fs::write(file, "no database at all").expect("it is damaged");
        }
    }
    let mut failed = 0;
    for path in ["/runs", "/runs/x", "/runs/x/events"] {
        let answer = server.get(path).await;
        failed += u32::from(answer.status == 500);
        assert!(!answer.body.contains("very-secret-place") && !answer.body.contains("/tmp"), "{}", answer.body);
    }
    assert!(failed > 0, "the damage was not noticed");
}

/// Stand for a body of 10 MB and for the id of another run.
const LARGE: &str = "large";
const OTHER: &str = "other";

/// Pseudo-random numbers.
pub(crate) struct Dice(pub(crate) u64);

impl Dice {
    pub(crate) fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % u64::try_from(limit).expect("small")).expect("small")
    }

    pub(crate) fn of<'a>(&mut self, all: &[&'a str]) -> &'a str {
        all[self.below(all.len())]
    }

    pub(crate) fn text(&mut self, length: usize) -> String {
        const ALL: &[&str] = &[
            "a", "7", "{", "}", "[", "]", "\"", ":", ",", "\\", "\\u0000", "\\ud800", "é", "null", "-", "e", ".",
            "words", "tone", " ",
        ];
        (0..self.below(length)).map(|_| self.of(ALL)).collect()
    }
}

#[tokio::test]
async fn ten_thousand_bad_requests_are_the_clients_fault() {
    if !alone("invalid::ten_thousand_bad_requests_are_the_clients_fault") {
        return;
    }
    let server = Server::with(|service| service.max_runs(8)).await;
    let run = server.begin("local", r#"{"text":"a"}"#).await;
    let other = format!("{}:1", server.begin("local", r#"{"text":"b"}"#).await);
    let paths = [
        "/pipelines/narrate",
        "/pipelines/pour",
        "/pipelines/",
        "/pipelines",
        "/pipelines/narrate/graph",
        "/runs",
        "/runs/",
        "/runs/x",
        "/runs/%2e%2e/events",
        "/runs/RUN",
        "/runs/RUN/events",
        "/runs/RUN/cancel",
        "/runs/RUN/resume",
        "/runs/RUN/ws",
        "/ws",
        "/healthz",
        "/",
        "//",
        "/runs/%",
        "/runs/%ff/events",
        "/runs/RUN/events/more",
    ];
    let queries = [
        "",
        "?after=1",
        "?after=-1",
        "?after=",
        "?flat=x",
        "?flat=1&named=1",
        "?limit=0",
        "?limit=99999999999999999999",
        "?status=x",
        "?a=%00",
        "?%",
        "?after=1&after=2",
    ];
    let bodies = [
        "",
        "{}",
        "null",
        "[]",
        "{\"words\":1}",
        "{\"words\":[\"a\"],\"tone\":\"x\"}",
        "{\"words\":[\"a\"],\"tone\":\"loud\",\"pause_ms\":1e400}",
        "{\"chunks\":\"1\"}",
        "{\"chunks\":1.5}",
        "{\"chunks\":-0}",
        "{\"assume_done\":{\"a\":{}}}",
        "{\"assume_retry\":7}",
        "{\"words\":[\"a\"],\"tone\":\"loud\",\"tome\":1,\"__proto__\":{}}",
        "{\"text\":\"a\",\"text\":\"b\"}",
        LARGE,
    ];
    let methods = ["GET", "POST", "PUT", "DELETE", "PATCH", "OPTIONS", "HEAD", "TRACE", "BREW"];
    let (mut dice, mut before, mut counts) = (Dice(0x9e37_79b9_7f4a_7c15), 0, std::collections::BTreeMap::new());
    let mut client = server.client().await;
    for number in 0..10_000 {
        let method = if dice.below(2) == 0 { "POST" } else { dice.of(&methods) };
        let path = dice.of(&paths).replace("RUN", &run) + dice.of(&queries);
        let body = if dice.below(3) == 0 { dice.text(60) } else { dice.of(&bodies).to_owned() };
        // Rarely, since these are large.
        let body = match body.as_str() {
            LARGE if dice.below(4) == 0 => format!("{{\"text\":\"{}\"}}", "x".repeat(10 * 1024 * 1024)),
            LARGE => String::new(),
            _ => body,
        };
        let mut headers =
            vec![("content-type", dice.of(&["application/json", "application/json", "text/plain", "", "é"]))];
        for (name, values) in [
            ("last-event-id", &["", "1", "x:1", ":", "a:b:c:-1", OTHER, "a\rset-cookie: b", "\u{0}", "a\n b"][..]),
            ("prefer", &["respond-async", "wait=-1", ";;,"]),
            ("idempotency-key", &["k", "", "é", "\"quoted\"", "a\rb"]),
            ("host", &["localhost", "127.0.0.1:80", "evil.example", "", "a b"]),
            ("authorization", &["Bearer", "Basic x", "Bearer é"]),
            ("origin", &["null", "http://localhost", "http://evil", "::"]),
            ("accept", &["*/*", "application/x-ndjson", "é"]),
            ("upgrade", &["websocket", "h2c"]),
        ] {
            if dice.below(4) == 0 {
                let value = dice.of(values);
                headers.push((name, if value == OTHER { &other } else { value }));
            }
        }
        // The rest of the connection cannot be parsed after a switch of protocols or an answer to HEAD.
        client.send(&format!("{method} {path}"), &headers, &body).await;
        let (status, head) = client.head().await;
        assert!(status < 500, "{number}: {method} {path} {headers:?} `{body:.99}` gave {status}");
        assert!(!head.contains_key("set-cookie"), "{number}: {method} {path} {headers:?}");
        *counts.entry(status).or_insert(0) += 1;
        client = server.client().await;
        if number == 2_000 {
            before = memory();
        }
    }
    let grown = memory().saturating_sub(before);
    println!("{counts:?}, {grown} KiB more after the last 8,000");
    assert!(counts.keys().filter(|status| **status >= 400).count() >= 5, "{counts:?}");
    assert!(grown < 32 * 1024, "memory grew by {grown} KiB");
    assert_eq!(server.get("/healthz").await.status, 200);
}
