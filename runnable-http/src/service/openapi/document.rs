//! The document as a whole.

use super::{
    components,
    operation::{Body, Operation},
    pipelines, problems,
};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde_json::{Map, Value, json};

/// The characters of a name that have a meaning in the path of a template.
const ESCAPED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// Returns the document of a service with these operations and pipelines. `base` is the path under which the client reaches it.
pub(in crate::service) fn document<'p>(
    base: &str,
    has_tokens: bool,
    operations: &[Operation],
    pipelines: impl Iterator<Item = (&'p str, Value)>,
) -> Value {
    let mut schemas = components::schemas();
    let names: Vec<_> = pipelines
        .map(|(name, schema)| {
            pipelines::add(&mut schemas, name, schema);
            name
        })
        .collect();
    let mut paths = Map::new();
    for operation in operations {
        if matches!(operation.body, Some(Body::Input)) {
            // Every pipeline has inputs of its own.
            for name in &names {
                let path = operation.path.replace("{name}", &utf8_percent_encode(name, ESCAPED).to_string());
                let schema = json!({ "$ref": pipelines::input(name) });
                add(&mut paths, path, operation.method, operation.object(has_tokens, Some((name, schema))));
            }
        } else {
            add(&mut paths, operation.path.to_owned(), operation.method, operation.object(has_tokens, None));
        }
    }
    let mut components = json!({ "schemas": schemas, "responses": problems::responses() });
    let mut document = json!({
        "openapi": "3.1.0",
        "info": {
            "title": "Runs of pipelines",
            "description": "Starts, follows, cancels and resumes runs.",
            "version": env!("CARGO_PKG_VERSION"),
        },
        "servers": [{ "url": if base.is_empty() { "/" } else { base } }],
        "tags": [{ "name": "pipelines" }, { "name": "agents" }, { "name": "runs" }],
        "paths": paths,
    });
    if has_tokens {
        components["securitySchemes"] = json!({ "token": { "type": "http", "scheme": "bearer" } });
        document["security"] = json!([{ "token": [] }]);
    }
    document["components"] = components;
    document
}

fn add(paths: &mut Map<String, Value>, path: String, method: &str, operation: Value) {
    if let Value::Object(methods) = paths.entry(path).or_insert_with(|| json!({})) {
        methods.insert(method.to_owned(), operation);
    }
}
