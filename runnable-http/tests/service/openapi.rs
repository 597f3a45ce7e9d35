//! The OpenAPI document.

use super::{Client, Server, tasks};
use axum::Router;
use serde_json::{Value, json};
use std::collections::BTreeSet;

/// Returns the methods and the paths of the document.
fn operations(document: &Value) -> BTreeSet<(String, String)> {
    let paths = document["paths"].as_object().expect("paths");
    let methods = |value: &Value| value.as_object().expect("methods").keys().cloned().collect::<Vec<_>>();
    let of = |(path, value): (&String, &Value)| {
        methods(value).into_iter().map(|method| (method.to_uppercase(), path.clone())).collect::<Vec<_>>()
    };
    paths.iter().flat_map(of).collect()
}

/// Returns all references in a value.
fn references(value: &Value) -> Vec<String> {
    match value {
        Value::Object(members) => {
            let own = members.get("$ref").and_then(Value::as_str).map(ToOwned::to_owned);
            own.into_iter().chain(members.values().flat_map(references)).collect()
        }
        Value::Array(items) => items.iter().flat_map(references).collect(),
        _ => Vec::new(),
    }
}

#[tokio::test]
async fn every_resource_of_the_documentation_is_in_the_document_and_the_other_way_round() {
    let server = Server::only(runner().await, runnable_http::Service::pipeline::<tasks::Local>).await;
    let documentation = include_str!("../../src/docs/service.md");
    let (_, table) = documentation.split_once("# Resources").expect("resources");
    let (table, _) = table.split_once("\n# ").expect("other parts");
    let mut expected: BTreeSet<(String, String)> = BTreeSet::new();
    for cell in table.lines().filter_map(|line| line.strip_prefix('|')?.split('|').next()) {
        for request in cell.split('`').filter_map(|text| text.split_once(" /")) {
            let path = request.1.split('?').next().unwrap_or_default();
            let is_start = request.0 == "POST" && path.starts_with("pipelines/");
            let path = if is_start { path.replace("{name}", "local") } else { path.to_owned() };
            expected.insert((request.0.to_owned(), format!("/{path}")));
        }
    }
    expected.retain(|(_, path)| cfg!(feature = "metrics") || path != "/metrics");
    let document = server.get("/openapi.json").await.json();
    assert_eq!(operations(&document), expected);
}

#[tokio::test]
async fn every_operation_of_the_document_is_a_method_of_its_resource() {
    let server = Server::start().await;
    let document = server.get("/openapi.json").await.json();
    for (path, methods) in document["paths"].as_object().expect("paths") {
        let path = path.replace("{id}", "x").replace("{name}", "narrate").replace("{seq}", "1").replace("{chat}", "x");
        let allow = server.ask(&format!("OPTIONS {path}"), &[], "").await;
        let mut allowed: Vec<_> = allow.headers["allow"].split(',').map(str::to_lowercase).collect();
        allowed.retain(|method| method != "head");
        let mut documented: Vec<_> = methods.as_object().expect("methods").keys().cloned().collect();
        documented.sort();
        assert_eq!(allowed, documented, "{path}");
    }
}

#[tokio::test]
async fn every_reference_of_the_document_leads_to_a_component() {
    let server = Server::start().await;
    let document = server.get("/openapi.json").await.json();
    let all: BTreeSet<_> = references(&document).into_iter().collect();
    assert!(all.len() > 20, "{all:?}");
    for reference in all {
        let pointer = reference.strip_prefix('#').expect("a reference within the document");
        assert!(document.pointer(pointer).is_some(), "{reference}");
    }
}

#[tokio::test]
async fn the_body_of_a_start_has_the_schema_of_its_pipeline() {
    let server = Server::start().await;
    let document = server.get("/openapi.json").await.json();
    let body = |name: &str| {
        let schema = &document["paths"][format!("/pipelines/{name}")]["post"]["requestBody"]["content"];
        let reference = schema["application/json"]["schema"]["$ref"].as_str().expect("a reference");
        document.pointer(&reference[1..]).expect("a schema").clone()
    };
    let narrate = body("narrate");
    assert_eq!(narrate["additionalProperties"], json!(false));
    let names: Vec<_> = narrate["properties"].as_object().expect("properties").keys().collect();
    assert_eq!(names, ["pause_ms", "tone", "words"]);
    assert!(document["components"]["schemas"].get("narrate.Output").is_none(), "`Tone` has no schema");
    if cfg!(feature = "schema") {
        assert_eq!(body("local")["properties"], json!({ "text": { "type": "string" } }));
        assert_eq!(document["components"]["schemas"]["local.Output"]["required"], json!(["text"]));
    }
}

#[tokio::test]
async fn the_document_needs_a_token_if_the_service_does_and_names_it() {
    let server = Server::with(|service| service.token("anna", "secret")).await;
    assert_eq!(server.get("/openapi.json").await.problem(401), "unauthorized");
    let anna = [("authorization", "Bearer secret")];
    let document = server.ask("GET /openapi.json", &anna, "").await.json();
    assert_eq!(document["components"]["securitySchemes"]["token"], json!({ "type": "http", "scheme": "bearer" }));
    assert_eq!(document["security"], json!([{ "token": [] }]));
    assert!(document["paths"]["/runs"]["get"]["responses"].get("401").is_some());
    let health = &document["paths"]["/healthz"]["get"];
    assert_eq!((&health["security"], health["responses"].get("401")), (&json!([]), None));
    let open = Server::start().await;
    let document = open.get("/openapi.json").await.json();
    assert!(document.get("security").is_none() && document["paths"]["/runs"]["get"]["responses"].get("401").is_none());
}

#[tokio::test]
async fn the_document_of_a_nested_service_names_its_address() {
    let server = Server::start().await;
    assert_eq!(server.get("/openapi.json").await.json()["servers"], json!([{ "url": "/" }]));
    let (service, _handle) = runnable_http::service(runner().await).pipeline::<tasks::Local>().into_router();
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let address = listener.local_addr().expect("an address");
    tokio::spawn(async move { axum::serve(listener, Router::new().nest("/api/v1", service)).await });
    let answer = Client::connect(address).await.ask("GET /api/v1/openapi.json", &[], "").await;
    let document = answer.json();
    assert_eq!(document["servers"], json!([{ "url": "/api/v1" }]));
    assert!(document["paths"].get("/runs/{id}").is_some());
}

async fn runner() -> runnable::runner::Runner {
    runnable::runner::Runner::builder().run_log("memory:").build().await.expect("a runner")
}
