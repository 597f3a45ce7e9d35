//! The metrics of a service.

use super::Server;
use runnable::runner::Runner;
use runnable_runner::Metrics;

async fn measured() -> Server {
    let metrics = Metrics::new();
    let runner = Runner::builder().run_log("memory:").metrics(metrics).build().await.expect("a runner");
    Server::of(runner, |service| service.token("anna", "anna-secret")).await
}

const ANNA: (&str, &str) = ("authorization", "Bearer anna-secret");

#[tokio::test]
async fn the_metrics_need_a_token_and_have_the_format_that_is_accepted() {
    let server = measured().await;
    let started = server.ask("POST /pipelines/local", &[ANNA], r#"{"text":"a"}"#).await;
    assert_eq!(started.status, 200, "{}", started.body);
    for token in ["", "Bearer anna", "Basic anna-secret"] {
        let refused = server.ask("GET /metrics", &[("authorization", token)], "").await;
        assert_eq!(refused.problem(401), "unauthorized");
        assert!(!refused.body.contains("runnable_"));
    }
    // The header of Prometheus 3, then of clients that do not know the format.
    let prometheus = "application/openmetrics-text;version=1.0.0;escaping=allow-utf-8;q=0.5,text/plain;version=0.0.4;q=0.4,*/*;q=0.1";
    for (accept, expected) in [
        (prometheus, "application/openmetrics-text; version=1.0.0; charset=utf-8"),
        ("*/*", "application/openmetrics-text; version=1.0.0; charset=utf-8"),
        ("text/plain", "text/plain; version=0.0.4; charset=utf-8"),
    ] {
        let answer = server.ask("GET /metrics", &[ANNA, ("accept", accept)], "").await;
        assert_eq!((answer.status, &*answer.headers["content-type"]), (200, expected));
        assert!(
            answer.body.contains(r#"runnable_run_duration_seconds_count{pipeline="local",outcome="success"} 1"#),
            "{}",
            answer.body
        );
    }
    let refused = server.ask("GET /metrics", &[ANNA, ("accept", "application/json")], "").await;
    assert_eq!(refused.problem(406), "not-acceptable");
    assert_eq!(server.ask("GET /metrics?x=1", &[ANNA], "").await.problem(400), "invalid-query");
}

#[tokio::test]
async fn a_service_that_does_not_measure_has_no_metrics() {
    assert_eq!(Server::start().await.get("/metrics").await.problem(404), "not-measured");
}
