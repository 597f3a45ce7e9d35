//! The JSON Schema of a node's input.

use runnable::runner::{InputSchema, ParameterInfo};
use schemars::JsonSchema;
use serde::Deserialize;
use serde_json::json;

#[derive(Deserialize, JsonSchema)]
#[allow(dead_code, reason = "only its schema is looked at")]
struct Limits {
    tokens: u32,
}

#[test]
fn the_schema_of_an_input_has_types_defaults_and_what_is_required() {
    let mut schema = InputSchema::new("translate");
    schema.parameter::<String>(&ParameterInfo::input("prompt", "String", false), None);
    schema.parameter::<Vec<String>>(&ParameterInfo::input("languages", "Vec<String>", true), Some(json!(["es"])));
    schema.parameter::<Option<bool>>(&ParameterInfo::input("loud", "Option<bool>", false), None);
    schema.parameter::<Limits>(&ParameterInfo::input("limits", "Limits", true), Some(json!({"tokens": 1})));
    assert_eq!(
        schema.finish().to_value(),
        json!({
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            "title": "translate",
            "type": "object",
            "properties": {
                "prompt": {"type": "string"},
                "languages": {"type": "array", "items": {"type": "string"}, "default": ["es"]},
                "loud": {"type": ["boolean", "null"]},
                "limits": {"$ref": "#/$defs/Limits", "default": {"tokens": 1}},
            },
            "required": ["prompt"],
            "additionalProperties": false,
            "$defs": {
                "Limits": {
                    "type": "object",
                    "properties": {"tokens": {"type": "integer", "format": "uint32", "minimum": 0}},
                    "required": ["tokens"],
                },
            },
        })
    );
}
