//! The schemas of pipelines, as components of the document.

use serde_json::{Map, Value};
use std::fmt::Write;

/// The parts of a pipeline's schema, and their names among the components.
const PARTS: [(&str, &str); 3] = [("input", "Input"), ("output", "Output"), ("events", "Event")];

/// Adds the schemas of a pipeline to the components.
pub(super) fn add(components: &mut Map<String, Value>, pipeline: &str, mut schemas: Value) {
    for (part, name) in PARTS {
        let Some(mut schema) = schemas.get_mut(part).map(Value::take) else { continue };
        let key = key(pipeline, name);
        if let Some(schema) = schema.as_object_mut() {
            // The document has a dialect for all of them.
            schema.remove("$schema");
        }
        relocate(&mut schema, &format!("#/components/schemas/{key}"));
        components.insert(key, schema);
    }
}

/// Returns the reference to the schema of a pipeline's input.
pub(super) fn input(pipeline: &str) -> String {
    format!("#/components/schemas/{}", key(pipeline, "Input"))
}

/// Returns the key of a schema. Keys are ASCII; other characters are escaped, so that no two pipelines have the same.
fn key(pipeline: &str, part: &str) -> String {
    let mut key = String::new();
    for byte in pipeline.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'_' | b'-' => key.push(char::from(byte)),
            _ => drop(write!(key, ".{byte:02x}")),
        }
    }
    key + "." + part
}

/// Changes references within a schema to its place in the document.
fn relocate(schema: &mut Value, place: &str) {
    match schema {
        Value::Object(members) => {
            for (keyword, value) in members {
                match (&**keyword, value) {
                    ("$ref", Value::String(reference)) if reference.starts_with('#') => {
                        *reference = format!("{place}{}", &reference[1..]);
                    }
                    // These are values, and not schemas.
                    ("const" | "default" | "enum" | "examples", _) => {}
                    // The names in these are not keywords.
                    ("properties" | "patternProperties" | "dependentSchemas" | "$defs", Value::Object(named)) => {
                        named.values_mut().for_each(|schema| relocate(schema, place));
                    }
                    (_, value) => relocate(value, place),
                }
            }
        }
        Value::Array(items) => items.iter_mut().for_each(|item| relocate(item, place)),
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn references_within_a_schema_lead_to_its_place_in_the_document() {
        let mut components = Map::new();
        let tree = json!({
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            "properties": {
                "tree": { "$ref": "#/$defs/Tree" },
                "root": { "anyOf": [{ "$ref": "#" }, { "type": "null" }] },
                "value": { "default": { "$ref": "#/no-reference" } },
                "default": { "$ref": "#/$defs/Tree" },
            },
            "$defs": { "Tree": { "items": { "$ref": "#/$defs/Tree" } } },
        });
        add(&mut components, "grow", json!({ "output": tree }));
        let tree = json!({ "$ref": "#/components/schemas/grow.Output/$defs/Tree" });
        let root = json!({ "$ref": "#/components/schemas/grow.Output" });
        assert_eq!(
            Value::Object(components),
            json!({ "grow.Output": {
                "properties": {
                    "tree": tree,
                    "root": { "anyOf": [root, { "type": "null" }] },
                    "value": { "default": { "$ref": "#/no-reference" } },
                    "default": tree,
                },
                "$defs": { "Tree": { "items": tree } },
            } })
        );
    }

    #[test]
    fn the_keys_of_pipelines_are_ascii_and_differ() {
        let names = ["a", "A", "a.Input", "é", ".c3.a9", "a b", "a/b", "a-b", "a_b"];
        let keys: std::collections::BTreeSet<_> = names.iter().map(|name| key(name, "Input")).collect();
        assert_eq!(keys.len(), names.len(), "{keys:?}");
        let is_valid = |byte: u8| byte.is_ascii_alphanumeric() || b"._-".contains(&byte);
        assert!(keys.iter().all(|key| key.bytes().all(is_valid)), "{keys:?}");
    }
}
