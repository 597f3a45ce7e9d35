use super::{Server, client::Answer};
use runnable_http::Visibility;

const ANNA: (&str, &str) = ("authorization", "Bearer anna-secret");
const BEN: (&str, &str) = ("authorization", "bearer  ben-secret ");

async fn server(visibility: Visibility) -> Server {
    let change = |service: runnable_http::Service| {
        service.token("anna", "anna-secret").token("ben", "ben-secret").visibility(visibility)
    };
    Server::with(change).await
}

async fn begin(server: &Server, who: (&str, &str)) -> String {
    let headers = [who, ("prefer", "respond-async")];
    let answer = server.ask("POST /pipelines/local", &headers, r#"{"text":"a"}"#).await;
    assert_eq!(answer.status, 202, "{}", answer.body);
    answer.json()["id"].as_str().expect("an id").to_owned()
}

fn count(answer: &Answer) -> usize {
    answer.json()["runs"].as_array().expect("runs").len()
}

#[tokio::test]
async fn without_a_known_token_nothing_is_revealed() {
    let server = server(Visibility::Own).await;
    let paths = [
        "GET /runs",
        "GET /runs/x",
        "GET /runs/x/events",
        "POST /runs/x/cancel",
        "POST /runs/x/resume",
        "GET /pipelines",
        "GET /pipelines/local/graph",
        "POST /pipelines/local",
    ];
    for given in [
        "",
        "Bearer",
        "Bearer ",
        "Bearer anna",
        "Bearer anna-secret2",
        "Basic anna-secret",
        "anna-secret",
        "Bearer anna-secre",
    ] {
        for path in paths {
            let answer = server.ask(path, &[("authorization", given)], "").await;
            assert_eq!(answer.problem(401), "unauthorized", "{path} {given}");
            assert_eq!(answer.headers["www-authenticate"], "Bearer");
            assert!(!answer.body.contains("anna"));
        }
    }
    assert_eq!(server.get("/healthz").await.status, 200);
    assert_eq!(server.ask("GET /runs", &[ANNA], "").await.status, 200);
}

#[tokio::test]
async fn a_run_is_seen_by_the_token_that_started_it() {
    let server = server(Visibility::Own).await;
    let run = begin(&server, ANNA).await;
    for path in ["GET /runs/RUN", "GET /runs/RUN/events", "POST /runs/RUN/cancel", "POST /runs/RUN/resume"] {
        let answer = server.ask(&path.replace("RUN", &run), &[BEN], "").await;
        assert_eq!(answer.problem(404), "unknown-run", "{path}");
    }
    assert_eq!(server.ask(&format!("GET /runs/{run}/events"), &[ANNA], "").await.status, 200);
    assert_eq!(count(&server.ask("GET /runs", &[ANNA], "").await), 1);
    assert_eq!(count(&server.ask("GET /runs", &[BEN], "").await), 0);
    for (who, tag, runs) in [(ANNA, "anna", 1), (ANNA, "ben", 0), (BEN, "anna", 0), (BEN, "ben", 0)] {
        let listed = server.ask(&format!("GET /runs?tag=token:{tag}"), &[who], "").await;
        let counted = server.ask(&format!("GET /runs/counts?tag=token:{tag}"), &[who], "").await;
        assert_eq!((count(&listed), &counted.json()["total"]), (runs, &runs.into()), "{who:?} {tag}");
    }
}

#[tokio::test]
async fn all_tokens_see_all_runs_if_the_service_is_configured_to() {
    let server = server(Visibility::All).await;
    let run = begin(&server, ANNA).await;
    assert_eq!(server.ask(&format!("GET /runs/{run}"), &[BEN], "").await.status, 200);
    assert_eq!(count(&server.ask("GET /runs", &[BEN], "").await), 1);
    assert_eq!(count(&server.ask("GET /runs?tag=token:anna", &[BEN], "").await), 1);
    assert_eq!(count(&server.ask("GET /runs?tag=token:ben", &[BEN], "").await), 0);
}

#[tokio::test]
async fn the_same_key_of_two_tokens_is_two_runs() {
    let server = server(Visibility::Own).await;
    for who in [ANNA, BEN] {
        let headers = [who, ("idempotency-key", "k")];
        let answer = server.ask("POST /pipelines/local", &headers, r#"{"text":"a"}"#).await;
        assert_eq!(answer.status, 200, "{}", answer.body);
        assert_eq!(count(&server.ask("GET /runs", &[who], "").await), 1);
    }
}

#[tokio::test]
async fn a_page_of_another_site_cannot_change_anything() {
    let server = Server::with(|service| service.allow_origin("https://app.example")).await;
    let ask = async |origin| server.ask("POST /pipelines/local", &[("origin", origin)], r#"{"text":"a"}"#).await;
    for origin in ["https://evil.example", "null", "", "http://localhost:81", "http://localhost.evil.example"] {
        assert_eq!(ask(origin).await.problem(403), "foreign-origin", "{origin}");
    }
    assert_eq!(ask("https://app.example").await.status, 200);
    assert_eq!(ask("http://localhost").await.status, 200);
    let read = server.ask("GET /runs", &[("origin", "https://evil.example")], "").await;
    assert_eq!(read.status, 200);
    assert!(!read.headers.keys().any(|name| name.starts_with("access-control")), "a page could read it");
}

/// DNS rebinding: a page's name was made to resolve to this machine, so that the browser takes the service for the page's own
/// site.
#[tokio::test]
async fn a_request_for_an_unknown_host_is_refused() {
    let server = Server::start().await;
    let status = async |host: &str, path: &str| server.ask(path, &[("host", host)], "").await;
    for host in
        ["evil.example", "evil.example:8000", "localhost.evil.example", "10.0.0.1", "", "a b", "[::2]", "0.0.0.0"]
    {
        for path in
            ["GET /runs", "GET /healthz", "GET /pipelines", "POST /pipelines/local", "GET /ws", "GET /runs/x/events"]
        {
            assert_eq!(status(host, path).await.problem(421), "unknown-host", "{host} {path}");
        }
    }
    for host in ["localhost", "LOCALHOST:1", "127.0.0.1:8000", "127.1.2.3", "[::1]:8000", "app.localhost"] {
        assert_eq!(status(host, "GET /runs").await.status, 200, "{host}");
    }
    // The header has to agree with the request line, which takes precedence.
    assert_eq!(status("localhost", "GET http://evil.example/runs").await.problem(400), "invalid-host");
    assert_eq!(status("evil.example", "GET http://evil.example/runs").await.problem(421), "unknown-host");
    let known = Server::with(|service| service.host("app.example")).await;
    assert_eq!(known.ask("GET /runs", &[("host", "App.Example:443")], "").await.status, 200);
    assert_eq!(known.ask("GET /runs", &[("host", "evil.example")], "").await.problem(421), "unknown-host");
}

#[tokio::test]
async fn a_service_is_not_public_by_default() {
    let listener = tokio::net::TcpListener::bind("0.0.0.0:0").await.expect("a port");
    let runner = runnable::runner::Runner::builder().run_log("memory:").build().await.expect("a runner");
    let error = runnable_http::service(runner.clone()).serve_on(listener, std::future::ready(())).await;
    assert_eq!(error.expect_err("it is refused").kind(), std::io::ErrorKind::InvalidInput);
    for change in [|s: runnable_http::Service| s.public(), |s: runnable_http::Service| s.token("a", "b")] {
        let listener = tokio::net::TcpListener::bind("0.0.0.0:0").await.expect("a port");
        let service = change(runnable_http::service(runner.clone()));
        service.serve_on(listener, std::future::ready(())).await.expect("it is allowed");
    }
}
