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
fn the_schema_of_an_input_has_types_defaults_and_required_fields() {
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

mod nodes {
    use runnable::prelude::*;
    use schemars::JsonSchema;
    use serde::{Deserialize, Serialize};

    #[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
    pub(super) struct Page {
        url: String,
    }

    #[derive(Debug, Clone, TaskEvent)]
    pub(super) enum Token {
        Chunk { text: String, page: Page },
        Done { text: String },
    }

    #[task(returns = [text])]
    pub(super) fn generate(prompt: String) -> impl Stream<Item = Token> {
        stream! { yield Token::Chunk { text: prompt.clone(), page: Page { url: String::new() } };
        yield Token::Done { text: prompt }; }
    }

    #[task(returns = [pages])]
    pub(super) async fn search(text: &str, client: &std::sync::Arc<()>) -> Vec<Page> {
        let _ = client;
        vec![Page { url: text.to_owned() }]
    }

    pipeline! {
        /// Finds pages.
        pub(super) fn find(
            /// The *question*,
            /// in "any" language:
            ///
            ///   - as text
            prompt: String = "hello".to_owned(),
            /// A client.
            #[resource]
            client: std::sync::Arc<()>,
        ) -> [text, pages] {
            generate >> search
        }
    }
}

#[test]
fn the_docs_of_a_pipeline_and_its_parameters_are_known_at_run_time() {
    use runnable::runner::FromParameters;
    let docs = |parameters: &[ParameterInfo]| parameters.iter().map(|info| info.docs).collect::<Vec<_>>();
    assert_eq!(nodes::Find::DOCS, "Finds pages.");
    assert_eq!(docs(nodes::Find::PARAMETERS), ["The *question*,\nin \"any\" language:\n\n  - as text", "A client."]);
    assert_eq!(nodes::Search::DOCS, "");
    assert_eq!(docs(nodes::Search::PARAMETERS), ["", ""]);
}

#[test]
fn the_description_of_a_pipeline_has_its_defaults_returns_and_events() {
    use runnable::runner::Described as _;
    let input = nodes::Find::input_schema().to_value();
    assert_eq!(
        input["properties"],
        json!({"prompt": {
            "type": "string",
            "default": "hello",
            "description": "The *question*,\nin \"any\" language:\n\n  - as text",
        }}),
        "a resource is not an input"
    );
    assert_eq!(input["required"], json!([]));
    let output = nodes::Find::output_schema().to_value();
    assert_eq!(output["properties"]["pages"], json!({"type": "array", "items": {"$ref": "#/$defs/Page"}}));
    assert_eq!(output["required"], json!(["text", "pages"]));
    assert_eq!(output["$defs"]["Page"]["required"], json!(["url"]));
    let events = nodes::Find::event_schema().to_value();
    assert_eq!(
        events["anyOf"],
        json!([
            {
                "type": "object",
                "properties": {"type": {"const": "chunk"}, "text": {"type": "string"}, "page": {"$ref": "#/$defs/Page"}},
                "required": ["type", "text", "page"],
                "x-task": "generate",
            },
            {
                "type": "object",
                "properties": {"type": {"const": "done"}, "text": {"type": "string"}},
                "required": ["type", "text"],
                "x-task": "generate",
            },
        ])
    );
    assert!(events["$defs"]["Page"].is_object());
}
