//! Requests that a lenient server would misunderstand.

use super::{Server, client::Blocks};
use serde_json::{Value, json};

/// Returns the detail of a problem with this status and type.
async fn problem(server: &Server, request: &str, headers: &[(&str, &str)], status: u16, kind: &str) -> String {
    let answer = server.ask(request, headers, "").await;
    assert_eq!(answer.problem(status), kind, "{request} {headers:?}");
    answer.json()["detail"].as_str().expect("a detail").to_owned()
}

#[tokio::test]
async fn a_header_that_may_occur_once_is_refused_twice() {
    let server = Server::with(|service| service.token("anna", "secret")).await;
    let anna = ("authorization", "Bearer secret");
    for (name, value) in [
        ("host", "localhost"),
        ("authorization", "Bearer secret"),
        ("origin", "http://localhost"),
        ("content-type", "application/json"),
        ("last-event-id", "a:1"),
        ("idempotency-key", "k"),
    ] {
        let headers = [anna, (name, value), (name, value)];
        let detail = problem(&server, "GET /runs", &headers, 400, "repeated-header").await;
        assert_eq!(detail, format!("the request has the header `{name}` more than once"));
    }
    let other = [anna, ("host", "localhost"), ("host", "evil.example")];
    problem(&server, "POST /pipelines/local", &other, 400, "repeated-header").await;
}

#[tokio::test]
async fn an_address_with_another_host_than_the_header_is_refused() {
    for server in [Server::start().await, Server::with(|service| service.host("app.example")).await] {
        for (address, host) in [
            ("http://localhost", "127.0.0.1"),
            ("http://localhost", "localhost:81"),
            ("http://localhost:81", "localhost"),
            ("https://localhost", "localhost:80"),
            ("http://localhost", "evil.example"),
            ("http://localhost", "user@localhost"),
            ("http://localhost", ""),
        ] {
            problem(&server, &format!("GET {address}/runs"), &[("host", host)], 400, "invalid-host").await;
        }
        for (address, host) in [
            ("http://localhost", "localhost"),
            ("http://localhost", "LocalHost"),
            ("http://localhost:80", "localhost"),
            ("http://LOCALHOST", "localhost:80"),
            ("https://localhost", "localhost:443"),
        ] {
            let answer = server.ask(&format!("GET {address}/runs"), &[("host", host)], "").await;
            assert_eq!(answer.status, 200, "{address} {host}: {}", answer.body);
        }
        problem(&server, "GET http://evil.example/runs", &[("host", "evil.example")], 421, "unknown-host").await;
        problem(&server, "GET http://evil.example/runs", &[("host", "localhost")], 400, "invalid-host").await;
        problem(&server, "GET /runs", &[("host", "user@localhost")], 421, "unknown-host").await;
    }
}

#[tokio::test]
async fn a_request_without_a_host_is_refused() {
    let server = Server::start().await;
    let mut client = server.client().await;
    let head = b"GET /healthz HTTP/1.1\r\n\r\n";
    tokio::io::AsyncWriteExt::write_all(&mut client.socket, head).await.expect("it is sent");
    assert_eq!(client.answer().await.problem(400), "invalid-host");
}

/// A service in a server of your own does not know its address, and answers requests for every host.
#[tokio::test]
async fn a_service_that_answers_for_every_host_refuses_a_host_that_is_missing_or_malformed() {
    let runner = runnable::runner::Runner::builder().run_log("memory:").build().await.expect("a runner");
    let (router, _handle) = runnable_http::service(runner).into_router();
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let address = listener.local_addr().expect("an address");
    tokio::spawn(async move { axum::serve(listener, router).await });
    let answer = async |head: &str| {
        let mut client = super::Client::connect(address).await;
        tokio::io::AsyncWriteExt::write_all(&mut client.socket, head.as_bytes()).await.expect("it is sent");
        client.answer().await
    };
    for host in ["", "host: a b\r\n", "host: user@localhost\r\n", "host: a/b\r\n"] {
        let got = answer(&format!("GET /runs HTTP/1.1\r\n{host}\r\n")).await;
        assert_eq!(got.problem(400), "invalid-host", "{host}");
    }
    let twice = "GET /runs HTTP/1.1\r\nhost: a\r\nhost: b\r\n\r\n";
    assert_eq!(answer(twice).await.problem(400), "repeated-header");
    let other = "GET http://a/runs HTTP/1.1\r\nhost: b\r\n\r\n";
    assert_eq!(answer(other).await.problem(400), "invalid-host");
    for head in ["GET /runs HTTP/1.1\r\nhost: any.example\r\n\r\n", "GET http://a/runs HTTP/1.1\r\nhost: a\r\n\r\n"] {
        assert_eq!(answer(head).await.status, 200, "{head}");
    }
}

#[tokio::test]
async fn an_encoded_body_is_refused_with_and_without_a_length() {
    let server = Server::start().await;
    let body = r#"{"text":"a"}"#;
    let ask = async |encoding: &str| server.ask("POST /pipelines/local", &[("content-encoding", encoding)], body).await;
    for encoding in ["gzip", "GZIP", "br", "deflate", "identity, gzip", "x", "é"] {
        let answer = ask(encoding).await;
        assert_eq!(answer.problem(415), "encoded", "{encoding}");
        assert_eq!(answer.headers["accept-encoding"], "identity");
    }
    for encoding in ["", "identity", "Identity"] {
        assert_eq!(ask(encoding).await.status, 200, "{encoding}");
    }
    let mut client = server.client().await;
    let head = "POST /pipelines/local HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\n\
                content-encoding: gzip\r\ntransfer-encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n";
    tokio::io::AsyncWriteExt::write_all(&mut client.socket, head.as_bytes()).await.expect("it is sent");
    assert_eq!(client.answer().await.problem(415), "encoded");
    // Nothing is encoded here.
    assert_eq!(server.ask("POST /pipelines/local", &[("content-encoding", "gzip")], "").await.status, 422);
}

#[tokio::test]
async fn the_character_set_of_a_body_is_utf_8() {
    let server = Server::start().await;
    let ask =
        async |kind: &str| server.ask("POST /pipelines/local", &[("content-type", kind)], r#"{"text":"a"}"#).await;
    for parameters in ["charset=latin1", "charset=utf-16", "a=b; charset=\"iso-8859-1\"", "charset="] {
        assert_eq!(ask(&format!("application/json; {parameters}")).await.problem(415), "not-json", "{parameters}");
    }
    for parameters in ["charset=utf-8", "Charset=\"UTF-8\"", "profile=\"a;charset=latin1\"", "", ";"] {
        assert_eq!(ask(&format!("application/json; {parameters}")).await.status, 200, "{parameters}");
    }
    for kind in
        ["application/+json", "application/a b+json", "application/x;+json", "text/x+json", "application/json, text/x"]
    {
        let expected = if kind == "application/+json" { 200 } else { 415 };
        assert_eq!(ask(kind).await.status, expected, "{kind}");
    }
}

#[tokio::test]
async fn the_format_that_a_client_likes_best_is_sent() {
    let server = Server::start().await;
    let run = server.begin("local", r#"{"text":"a"}"#).await;
    server.until(&run, "succeeded").await;
    for request in [format!("GET /runs/{run}/events"), "POST /pipelines/wait?after=0".to_owned()] {
        problem(&server, &request, &[("accept", "application/json")], 406, "not-acceptable").await;
    }
    assert_eq!(server.get("/runs").await.json()["runs"].as_array().map(Vec::len), Some(1), "no run was started");
    for (accept, expected) in [
        ("APPLICATION/X-NDJSON", "application/x-ndjson"),
        ("text/event-stream;q=0.2, application/x-ndjson;q=0.7", "application/x-ndjson"),
        ("text/event-stream, application/x-ndjson;q=0.9", "text/event-stream"),
        ("text/event-stream;q=0, */*", "application/x-ndjson"),
        ("*/*", "text/event-stream"),
    ] {
        let answer = server.ask(&format!("GET /runs/{run}/events"), &[("accept", accept)], "").await;
        assert_eq!((answer.status, answer.headers["content-type"].as_str()), (200, expected), "{accept}");
    }
    for path in
        ["/runs", "/pipelines", "/pipelines/local/graph", &format!("/runs/{run}"), &format!("/runs/{run}/output")]
    {
        problem(&server, &format!("GET {path}"), &[("accept", "text/html")], 406, "not-acceptable").await;
        for accept in ["application/json", "Application/*", "text/html, */*;q=0.1"] {
            assert_eq!(
                server.ask(&format!("GET {path}"), &[("accept", accept)], "").await.status,
                200,
                "{path} {accept}"
            );
        }
    }
    // A probe may ask for anything.
    assert_eq!(server.ask("GET /healthz", &[("accept", "text/html")], "").await.status, 200);
}

#[tokio::test]
async fn a_query_parameter_that_is_unknown_repeated_or_invalid_is_refused() {
    let server = Server::start().await;
    let run = server.begin("local", r#"{"text":"a"}"#).await;
    server.until(&run, "succeeded").await;
    for (request, detail) in [
        ("GET /runs?lmit=1", "unknown query parameter `lmit`; did you mean `limit`?"),
        ("GET /runs?Before=x", "unknown query parameter `Before`; did you mean `before`?"),
        (
            "GET /runs?x=1",
            "unknown query parameter `x`; the query parameters are `pipeline`, `status`, `tag`, `since`, `until`, `id`, `before`, `limit`",
        ),
        ("GET /runs?limit=1&limit=1", "the query parameter `limit` is repeated"),
        ("GET /runs?limit=0", "the query parameter `limit` must be from 1 to 500, not `0`"),
        ("GET /runs?limit=501", "the query parameter `limit` must be from 1 to 500, not `501`"),
        ("GET /runs?limit=-1", "the query parameter `limit` must be a number that is not too large, not `-1`"),
        (
            "GET /runs?status=done",
            "the query parameter `status` must be `running`, `succeeded`, `failed`, `cancelled` or `interrupted`, or several with commas in between, not `done`",
        ),
        ("GET /runs?before=x", "the query parameter `before` is not the id of a run that is visible to you"),
        ("GET /runs?before=", "the query parameter `before` is not the id of a run that is visible to you"),
        ("GET /runs/RUN?flat=1", "unknown query parameter `flat`; the resource has no query parameters"),
        ("GET /pipelines?a=1", "unknown query parameter `a`; the resource has no query parameters"),
        ("POST /runs/RUN/cancel?now=1", "unknown query parameter `now`; the resource has no query parameters"),
        ("GET /runs/RUN/events?flat=yes", "the query parameter `flat` must be `1` or `0`, not `yes`"),
        ("GET /runs/RUN/events?falt=1", "unknown query parameter `falt`; did you mean `flat`?"),
        ("GET /runs/RUN/events?flat", "write a value: `flat=..`"),
        ("GET /runs/RUN/events?after=1&flat=1&after=2", "the query parameter `after` is repeated"),
        ("GET /runs/RUN/events?after=%3", "the query has `%` without two hexadecimal digits, or is not UTF-8"),
        ("GET /runs/RUN/output?stpe=a", "unknown query parameter `stpe`; did you mean `step`?"),
        ("POST /pipelines/wait?named=2", "the query parameter `named` must be `1` or `0`, not `2`"),
    ] {
        assert_eq!(problem(&server, &request.replace("RUN", &run), &[], 400, "invalid-query").await, detail);
    }
    let long = "x".repeat(50_000);
    assert!(problem(&server, &format!("GET /runs?{long}=1"), &[], 400, "invalid-query").await.len() < 300);
    assert_eq!(server.get("/healthz?now=1").await.status, 200);
    for query in ["", "?", "?&", "?flat=0&named=false&after=0", "?%61fter=0", "?path=1"] {
        assert_eq!(server.get(&format!("/runs/{run}/events{query}")).await.status, 200, "{query}");
    }
}

#[tokio::test]
async fn a_page_of_runs_follows_a_run_that_is_visible() {
    let server = Server::with(|service| service.token("anna", "a-secret").token("ben", "b-secret")).await;
    let [anna, ben] = ["Bearer a-secret", "Bearer b-secret"].map(|token| ("authorization", token));
    let mut all = vec![];
    for number in 0..20 {
        let body = json!({ "text": number.to_string() }).to_string();
        let answer = server.ask("POST /pipelines/local", &[anna], &body).await;
        all.insert(0, Blocks::of(&answer.body)[0].json()["run"].clone());
    }
    let page = async |query: &str| -> Vec<Value> {
        let answer = server.ask(&format!("GET /runs?{query}"), &[anna], "").await.json();
        answer["runs"].as_array().expect("runs").iter().map(|run| run["id"].clone()).collect()
    };
    assert_eq!(page("limit=500").await, all);
    for limit in [1, 7, 8, 9, 19, 20] {
        assert_eq!(page(&format!("limit={limit}")).await, all[..limit]);
    }
    let third = all[2].as_str().expect("an id");
    assert_eq!(page(&format!("before={third}&limit=11")).await, all[3..14]);
    problem(&server, &format!("GET /runs?before={third}"), &[ben], 400, "invalid-query").await;
}

#[tokio::test]
async fn the_methods_of_a_resource_are_listed() {
    let server = Server::start().await;
    for (path, methods) in [
        ("/runs", "GET,HEAD"),
        ("/pipelines/local", "POST"),
        ("/runs/x/events", "GET,HEAD"),
        ("/runs/x/output", "GET,HEAD"),
        ("/runs/x/cancel", "POST"),
    ] {
        let options = server.ask(&format!("OPTIONS {path}"), &[], "").await;
        assert_eq!((options.status, options.headers["allow"].as_str()), (204, methods), "{path}");
        let refused = server.ask(&format!("DELETE {path}"), &[], "").await;
        assert_eq!(
            (refused.problem(405).as_str(), refused.headers["allow"].as_str()),
            ("no-method", methods),
            "{path}"
        );
    }
    assert_eq!(server.get("/runs/").await.problem(404), "unknown-path");
    assert_eq!(server.get("/runs//events").await.problem(404), "unknown-run");
}

#[tokio::test]
async fn escapes_in_a_path_mean_the_same_as_the_characters() {
    let server = Server::start().await;
    let answer = server.ask("POST /pipelines/loc%61l", &[("prefer", "respond-async")], r#"{"text":"a"}"#).await;
    assert_eq!(answer.status, 202);
    let run = answer.json()["id"].as_str().expect("an id").to_owned();
    assert_eq!(answer.json()["events"], format!("/runs/{run}/events"));
    server.until(&run, "succeeded").await;
    let escaped = run.bytes().fold(String::new(), |text, byte| format!("{text}%{byte:02x}"));
    assert_eq!(server.get(&format!("/runs/{escaped}/output")).await.json(), json!({ "text": "a" }));
    let head = server.client().await.ask_head(&format!("/runs/{run}/output")).await;
    assert_eq!((head.0, head.1["content-length"].as_str()), (200, "12"));
}
