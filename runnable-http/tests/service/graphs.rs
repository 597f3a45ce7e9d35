//! Graphs and JSON Schemas of pipelines, and graphs of runs.

use super::Server;
use runnable::prelude::*;
use runnable_http::Service;
use serde_json::json;

#[tokio::test]
async fn the_graph_of_a_run_is_that_of_its_pipeline() {
    let server = Server::start().await;
    let run = server.begin("narrate", r#"{"words":["a"],"tone":"calm"}"#).await;
    server.until(&run, "succeeded").await;
    let graph = server.get(&format!("/runs/{run}/graph")).await;
    assert_eq!(graph.headers["content-type"], "application/json");
    assert_eq!(graph.json(), serde_json::to_value(super::tasks::Narrate::graph()).expect("it serializes"));
    assert_eq!(graph.json(), server.get("/pipelines/narrate/graph?format=json").await.json());
}

#[tokio::test]
async fn pictures_of_a_graph_have_their_media_types_and_those_of_a_run_its_state() {
    let server = Server::start().await;
    let run = server.begin("narrate", r#"{"words":["a"],"tone":"calm"}"#).await;
    server.until(&run, "succeeded").await;
    for (format, media_type, part) in [
        ("svg", "image/svg+xml", "<svg "),
        ("mermaid", "text/vnd.mermaid", "flowchart"),
        ("dot", "text/vnd.graphviz", "digraph"),
        ("text", "text/plain", "speak"),
    ] {
        let [of_run, of_pipeline] = [format!("/runs/{run}"), "/pipelines/narrate".to_owned()]
            .map(|resource| format!("{resource}/graph?format={format}"));
        for path in [&of_run, &of_pipeline] {
            let picture = server.get(path).await;
            assert_eq!(picture.headers["content-type"], format!("{media_type}; charset=utf-8"));
            assert!(picture.body.contains(part), "{path}: {}", picture.body);
            let refused = server.ask(&format!("GET {path}"), &[("accept", "application/json")], "").await;
            assert_eq!(refused.problem(406), "not-acceptable");
        }
        // Mermaid is the same text without the state.
        let differs = server.get(&of_run).await.body != server.get(&of_pipeline).await.body;
        assert_eq!(differs, format != "mermaid", "{format}");
    }
    for query in ["format=png", "format=", "format=svg&format=svg", "form=svg"] {
        let answer = server.get(&format!("/runs/{run}/graph?{query}")).await;
        assert_eq!(answer.problem(400), "invalid-query", "{query}");
    }
    assert_eq!(server.get("/runs/x/graph").await.problem(404), "unknown-run");
    assert_eq!(server.get("/pipelines/x/graph?format=svg").await.problem(404), "unknown-pipeline");
}

#[tokio::test]
async fn a_run_has_its_whole_graph_in_a_service_without_its_pipeline() {
    let server = Server::start().await;
    let run = server.begin("narrate", r#"{"words":["a"],"tone":"calm"}"#).await;
    server.until(&run, "succeeded").await;
    let other = Server::only(server.runner.clone(), Service::pipeline::<super::tasks::Local>).await;
    let graph = other.get(&format!("/runs/{run}/graph")).await.json();
    assert_eq!(graph, serde_json::to_value(super::tasks::Narrate::graph()).expect("it serializes"));
    assert_eq!(other.post(&format!("/runs/{run}/fork"), r#"{"at":"voice"}"#).await.problem(404), "unknown-pipeline");
}

#[tokio::test]
async fn the_schema_of_a_pipeline_has_its_parameters_and_the_types_that_are_known() {
    let server = Server::start().await;
    let schema = server.get("/pipelines/narrate/schema").await.json();
    // `Tone` has no schema.
    assert_eq!(
        schema,
        json!({ "input": {
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            "title": "narrate",
            "type": "object",
            "properties": {
                "words": { "$comment": "Vec<String>" },
                "tone": { "$comment": "Tone" },
                "pause_ms": { "$comment": "u64" },
            },
            "additionalProperties": false,
        } })
    );
    let schema = server.get("/pipelines/local/schema").await.json();
    if cfg!(feature = "schema") {
        assert_eq!(schema["input"]["properties"], json!({ "text": { "type": "string" } }));
        assert_eq!(schema["input"]["required"], json!(["text"]));
        assert_eq!(schema["output"]["properties"], json!({ "text": { "type": "string" } }));
        assert_eq!(schema["events"]["not"], json!({}));
    } else {
        assert_eq!(schema["input"]["properties"], json!({ "text": { "$comment": "String" } }));
    }
    assert_eq!(server.get("/pipelines/x/schema").await.problem(404), "unknown-pipeline");
    assert_eq!(server.get("/pipelines/local/schema?format=json").await.problem(400), "invalid-query");
}
