//! Types of schemas.

use super::{
    module::{Described, module},
    schema::{Definitions, Writer},
};
use runnable_graph::Graph;
use serde_json::{Value, json};

fn ty(schema: &Value) -> String {
    let definitions = Definitions::from([("Page".to_owned(), "Page".to_owned())]);
    Writer { definitions: &definitions, indent: 0 }.ty(schema).to_string()
}

#[test]
fn every_keyword_has_its_type() {
    for (schema, expected) in [
        (json!(true), "unknown"),
        (json!(false), "never"),
        (json!({}), "unknown"),
        (json!({ "not": {} }), "never"),
        (json!({ "type": "integer", "minimum": 0 }), "number"),
        (json!({ "type": ["boolean", "null"] }), "boolean | null"),
        (json!({ "const": "a\"b" }), r#""a\"b""#),
        (json!({ "enum": ["a", 1, null, "a"] }), r#""a" | 1 | null"#),
        (json!({ "$ref": "#/$defs/Page" }), "Page"),
        (json!({ "$ref": "#/$defs/Other" }), "unknown"),
        (json!({ "anyOf": [{ "$ref": "#/$defs/Page" }, { "type": "null" }] }), "Page | null"),
        (json!({ "type": "array", "items": { "type": ["string", "null"] } }), "(string | null)[]"),
        (json!({ "type": "array", "items": { "anyOf": [{ "type": "string" }, true] } }), "unknown[]"),
        (json!({ "type": "array", "prefixItems": [{ "type": "string" }], "minItems": 1, "maxItems": 1 }), "[string]"),
        (json!({ "prefixItems": [{ "type": "string" }], "items": { "type": "number" } }), "[string, ...number[]]"),
        (json!({ "type": "object" }), "{ [name: string]: unknown }"),
        (json!({ "type": "object", "additionalProperties": { "type": "null" } }), "{ [name: string]: null }"),
        (json!({ "type": "object", "additionalProperties": false }), "{ [name: string]: never }"),
        (
            json!({ "properties": { "a-b": { "type": "string" }, "c": true }, "required": ["c"] }),
            "{\n  \"a-b\"?: string;\n  c: unknown;\n}",
        ),
        (
            json!({ "properties": { "a": { "const": 1 } }, "oneOf": [{ "$ref": "#/$defs/Page" }, { "type": "null" }] }),
            "{\n  a?: 1;\n} & (Page | null)",
        ),
        (json!({ "type": "object", "oneOf": [{ "$ref": "#/$defs/Page" }] }), "Page"),
        (
            json!({ "allOf": [{ "$ref": "#/$defs/Page" }, { "type": "object", "additionalProperties": true }] }),
            "Page & { [name: string]: unknown }",
        ),
    ] {
        assert_eq!(ty(&schema), expected, "{schema}");
    }
}

/// A comment may have anything in it, and the type beside it is still read as a whole.
#[test]
fn a_comment_ends_where_it_should() {
    let field = json!({ "description": "It's \"a */ [b", "type": "string" });
    let schema = json!({ "items": { "anyOf": [{ "properties": { "a": field } }, { "type": "null" }] } });
    assert_eq!(ty(&schema), "({\n  /** It's \"a *\\/ [b */\n  a?: string;\n} | null)[]");
}

fn described(name: &str, schemas: Value) -> Described {
    let graph =
        json!({ "name": name, "nodes": [{ "id": "a", "name": "a", "kind": "task", "task": "a" }], "edges": [] });
    let graph: Graph = serde_json::from_value(graph).unwrap();
    Described { name: name.to_owned(), docs: String::new(), graph, schemas }
}

#[test]
fn definitions_that_differ_and_names_that_are_taken_have_names_of_their_own() {
    let page =
        |ty: &str| json!({ "$ref": "#/$defs/Page", "$defs": { "Page": { "type": ty }, "Event": { "type": "null" } } });
    let same = described("same", json!({ "input": page("string"), "output": page("string"), "events": { "not": {} } }));
    let text = module(&[same]);
    assert!(text.contains("Input = Page;") && text.contains("Output = Page;"), "{text}");
    assert!(text.contains("export type Event2 = null;") && text.contains("export type Event = never;"), "{text}");
    let other =
        described("other", json!({ "input": page("string"), "output": page("number"), "events": { "not": {} } }));
    let text = module(&[other]);
    assert!(text.contains("Input = Page;") && text.contains("Output = OutputPage;"), "{text}");
    assert!(text.contains("type Page = string;") && text.contains("type OutputPage = number;"), "{text}");
}

#[test]
fn pipelines_with_names_that_only_differ_in_underscores_have_namespaces_of_their_own() {
    let text = module(&["a_b", "a__b", "1", "pipelines"].map(|name| described(name, json!({ "input": true }))));
    for namespace in ["AB", "AB2", "_1", "Pipelines2"] {
        assert!(text.contains(&format!("export namespace {namespace} {{")), "{namespace}: {text}");
    }
    assert!(text.contains(r#"  "1": { input: _1.Input;"#), "{text}");
    // Without schemas, the events of every step may be any.
    assert!(text.contains(r#"EventOf<"a", string, { [name: string]: unknown }>"#), "{text}");
}
