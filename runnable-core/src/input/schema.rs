//! The JSON Schema of what a node is built from.

use super::{ParameterInfo, source::is_required};
use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::de::DeserializeOwned;
use serde_json::{Map, Value, json};

/// Collects the JSON Schema (2020-12) of a node's input: an object with its parameters, and no others.
///
/// # Examples
/// ```
/// use runnable_core::input::{InputSchema, ParameterInfo};
///
/// let mut schema = InputSchema::new("translate");
/// schema.parameter::<String>(&ParameterInfo::input("prompt", "String", false), None);
/// schema.parameter::<u32>(&ParameterInfo::input("attempts", "u32", true), Some(3.into()));
/// let schema = schema.finish();
/// assert_eq!(schema.get("required"), Some(&serde_json::json!(["prompt"])));
/// ```
#[derive(Debug)]
pub struct InputSchema {
    title: &'static str,
    generator: SchemaGenerator,
    properties: Map<String, Value>,
    required: Vec<&'static str>,
}

impl InputSchema {
    /// Of the node named `title`, without a parameter yet.
    #[must_use]
    pub fn new(title: &'static str) -> Self {
        Self { title, generator: SchemaGenerator::default(), properties: Map::new(), required: Vec::new() }
    }

    /// Adds a parameter of type `T`, with its default where that is known and can be written as JSON.
    pub fn parameter<T: JsonSchema + DeserializeOwned>(&mut self, parameter: &ParameterInfo, default: Option<Value>) {
        let mut schema = self.generator.subschema_for::<T>();
        if let Some(default) = default {
            schema.insert("default".to_owned(), default);
        }
        self.properties.insert(parameter.name.to_owned(), schema.to_value());
        if !parameter.has_default && is_required::<T>() {
            self.required.push(parameter.name);
        }
    }

    /// The schema, with the definitions that those of its parameters refer to.
    #[must_use]
    pub fn finish(mut self) -> Schema {
        let mut schema = Map::from_iter([
            ("$schema".to_owned(), json!("https://json-schema.org/draft/2020-12/schema")),
            ("title".to_owned(), json!(self.title)),
            ("type".to_owned(), json!("object")),
            ("properties".to_owned(), Value::Object(self.properties)),
            ("required".to_owned(), json!(self.required)),
            ("additionalProperties".to_owned(), json!(false)),
        ]);
        let definitions = self.generator.take_definitions(true);
        if !definitions.is_empty() {
            schema.insert("$defs".to_owned(), Value::Object(definitions));
        }
        Schema::from(schema)
    }
}
