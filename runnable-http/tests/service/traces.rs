//! The trace of a request that starts a run.

use super::{Server, alone, client::Blocks};
use opentelemetry::trace::TracerProvider as _;
use opentelemetry_sdk::trace::SdkTracerProvider;
use tracing_subscriber::layer::SubscriberExt as _;

const TRACE: &str = "0af7651916cd43dd8448eb211c80319c";

#[tokio::test]
async fn a_run_continues_the_trace_of_the_request_that_starts_it() {
    // The run is on a thread of the service, so the whole process has this subscriber.
    if !alone("traces::a_run_continues_the_trace_of_the_request_that_starts_it") {
        return;
    }
    let provider = SdkTracerProvider::builder().build();
    let layer = tracing_opentelemetry::layer().with_tracer(provider.tracer("test"));
    tracing::subscriber::set_global_default(tracing_subscriber::registry().with(layer)).expect("the only one");
    let server = Server::start().await;
    let valid = format!("00-{TRACE}-b7ad6b7169203331-01");
    for (headers, is_continued) in [
        (vec![("traceparent", &*valid)], true),
        (vec![], false),
        (vec![("traceparent", "00-what")], false),
        (vec![("traceparent", &*valid), ("traceparent", &*valid)], false),
    ] {
        let answer = server.ask("POST /pipelines/local", &headers, r#"{"text":"a"}"#).await;
        assert_eq!(answer.status, 200, "{}", answer.body);
        let started = Blocks::of(&answer.body)[0].json();
        assert_eq!(started["type"], "run.started", "{started}");
        let traceparent = started["data"]["traceparent"].as_str().expect("a place in a trace");
        let parts: Vec<_> = traceparent.split('-').collect();
        assert_eq!((parts.len(), parts[0], parts[3]), (4, "00", "01"), "{traceparent}");
        assert_eq!(parts[1] == TRACE, is_continued, "{traceparent} {headers:?}");
        assert_ne!(parts[2], "b7ad6b7169203331");
    }
}
