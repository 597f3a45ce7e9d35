//! JSON Schemas of the inputs, outputs and events of a node.

use super::{parameter::ParameterInfo, source::is_required};
use crate::{id::Error, run::Node};
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::DeserializeOwned;
use serde_json::{Map, Value, json};
use std::borrow::Cow;

/// A node whose input, output and events have JSON Schemas (2020-12). The macros implement it if all types of the node
/// implement [`JsonSchema`].
///
/// # Examples
/// ```
/// use runnable::{prelude::*, runner::Described};
///
/// #[task(returns = [length])]
/// async fn measure(text: String) -> usize {
///     text.len()
/// }
///
/// let input = Measure::input_schema();
/// assert_eq!(input.pointer("/properties/text/type"), Some(&serde_json::json!("string")));
/// let output = Measure::output_schema();
/// assert_eq!(output.get("required"), Some(&serde_json::json!(["length"])));
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` has no JSON Schema",
    note = "derive `schemars::JsonSchema` for the types of its parameters, returns and events"
)]
pub trait Described: Node {
    /// Returns the schema of the input: an object with the parameters, and no other properties.
    fn input_schema() -> Schema;

    /// Returns the schema of the output: an object with the returns.
    fn output_schema() -> Schema;

    /// Returns the schema of the events, in the flat form: `{"type":"chunk","text":".."}`. The `x-task` of each kind of event is
    /// the task that sends it.
    fn event_schema() -> Schema;
}

/// The schemas of a node whose types all have schemas.
///
/// # Examples
/// ```
/// use runnable::{
///     prelude::*,
///     runner::{FromParameters, NodeSchemas},
/// };
///
/// #[task(returns = [length])]
/// async fn measure(text: String) -> usize {
///     text.len()
/// }
///
/// // Other than `Described`, this needs no bound.
/// fn schemas<P: FromParameters>() -> Option<NodeSchemas> {
///     P::SCHEMAS
/// }
/// let input = schemas::<Measure>().map(|schemas| (schemas.input)());
/// assert_eq!(input, Some(<Measure as runnable::runner::Described>::input_schema()));
/// ```
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct NodeSchemas {
    /// Returns the schema of the input: see [`Described::input_schema`].
    pub input: fn() -> Schema,
    /// Returns the schema of the output: see [`Described::output_schema`].
    pub output: fn() -> Schema,
    /// Returns the schema of the events: see [`Described::event_schema`].
    pub events: fn() -> Schema,
}

impl NodeSchemas {
    /// Returns the schemas of a node.
    #[must_use]
    pub const fn of<N: Described>() -> Self {
        Self { input: N::input_schema, output: N::output_schema, events: N::event_schema }
    }
}

/// Events that have a JSON Schema. The macros implement it for the enums of tasks and pipelines.
pub trait EventSchema {
    /// Adds one schema for each kind of event.
    fn variants(generator: &mut SchemaGenerator, to: &mut Vec<Value>);
}

impl EventSchema for crate::event::Never {
    fn variants(_: &mut SchemaGenerator, _: &mut Vec<Value>) {}
}

impl EventSchema for crate::event::DynEvent {
    fn variants(_: &mut SchemaGenerator, to: &mut Vec<Value>) {
        to.push(json!({"type": "object", "properties": {"type": {"type": "string"}}, "required": ["type"]}));
    }
}

/// Returns the schema of the events of a node from the schemas of its kinds of events.
#[must_use]
pub fn events(node: &str, add: impl FnOnce(&mut SchemaGenerator, &mut Vec<Value>)) -> Schema {
    let (mut generator, mut variants) = (SchemaGenerator::default(), Vec::new());
    events_of(node, &mut variants, |variants| add(&mut generator, variants));
    let mut schema = Map::from_iter([("$schema".to_owned(), json!(DIALECT))]);
    if variants.is_empty() {
        schema.insert("not".to_owned(), json!({}));
    } else {
        schema.insert("anyOf".to_owned(), Value::Array(variants));
    }
    define(&mut schema, &mut generator);
    Schema::from(schema)
}

/// Adds the schemas of the events of a node, and its name to those that have no task yet: a pipeline is not the sender of the
/// events of its steps.
pub fn events_of(node: &str, to: &mut Vec<Value>, add: impl FnOnce(&mut Vec<Value>)) {
    let before = to.len();
    add(to);
    for schema in to.iter_mut().skip(before).filter_map(Value::as_object_mut) {
        schema.entry("x-task").or_insert_with(|| node.into());
    }
}

/// The schema of one kind of event.
#[derive(Debug)]
pub struct EventKindSchema(Map<String, Value>, Vec<&'static str>);

impl EventKindSchema {
    /// Begins the schema of events whose `type` is `name`.
    #[must_use]
    pub fn new(name: &'static str) -> Self {
        Self(Map::from_iter([("type".to_owned(), json!({"const": name}))]), vec!["type"])
    }

    /// Adds a field.
    pub fn field(&mut self, name: &'static str, schema: Schema) {
        self.0.insert(name.to_owned(), schema.to_value());
        self.1.push(name);
    }

    /// Returns the schema.
    #[must_use]
    pub fn finish(self) -> Value {
        json!({"type": "object", "properties": self.0, "required": self.1})
    }
}

const DIALECT: &str = "https://json-schema.org/draft/2020-12/schema";

fn define(schema: &mut Map<String, Value>, generator: &mut SchemaGenerator) {
    let definitions = generator.take_definitions(true);
    if !definitions.is_empty() {
        schema.insert("$defs".to_owned(), Value::Object(definitions));
    }
}

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
    /// Begins the schema of the node named `title`, without parameters.
    #[must_use]
    pub fn new(title: &'static str) -> Self {
        Self { title, generator: SchemaGenerator::default(), properties: Map::new(), required: Vec::new() }
    }

    /// Adds a parameter of type `T`, with its default if that is known and can be written as JSON.
    pub fn parameter<T: JsonSchema + DeserializeOwned>(&mut self, parameter: &ParameterInfo, default: Option<Value>) {
        let mut schema = self.generator.subschema_for::<T>();
        if let Some(default) = default {
            schema.insert("default".to_owned(), default);
        }
        if !parameter.docs.is_empty() {
            schema.insert("description".to_owned(), parameter.docs.into());
        }
        self.properties.insert(parameter.name.to_owned(), schema.to_value());
        if !parameter.has_default && is_required::<T>() {
            self.required.push(parameter.name);
        }
    }

    /// Returns the generator of the schemas of types.
    #[doc(hidden)]
    pub fn generator(&mut self) -> &mut SchemaGenerator {
        &mut self.generator
    }

    /// Adds a required property.
    #[doc(hidden)]
    pub fn property<T: JsonSchema>(&mut self, name: &'static str) {
        let schema = self.generator.subschema_for::<T>();
        self.properties.insert(name.to_owned(), schema.to_value());
        self.required.push(name);
    }

    /// The schema, with the definitions that those of its parameters refer to.
    #[must_use]
    pub fn finish(mut self) -> Schema {
        let mut schema = Map::from_iter([
            ("$schema".to_owned(), json!(DIALECT)),
            ("title".to_owned(), json!(self.title)),
            ("type".to_owned(), json!("object")),
            ("properties".to_owned(), Value::Object(self.properties)),
            ("required".to_owned(), json!(self.required)),
            ("additionalProperties".to_owned(), json!(false)),
        ]);
        define(&mut schema, &mut self.generator);
        Schema::from(schema)
    }
}

/// The form in which an error is serialized, as in the results of a `map` that collects them.
impl JsonSchema for Error {
    fn schema_name() -> Cow<'static, str> {
        "Error".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "type": "object",
            "properties": {
                "code": { "type": "string" },
                "message": { "type": "string" },
                "causes": { "type": "array", "items": { "type": "string" } },
                "retryable": { "type": "boolean" },
                "max_attempts": { "type": "integer", "minimum": 1 },
                "step": { "type": "string" },
            },
            "required": ["code", "message", "retryable"],
        })
    }
}
