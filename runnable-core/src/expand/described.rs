//! Bounds for JSON Schemas: each asks a type for its part of the schema.

use super::{Data, Resource};
use crate::input::{EventSchema, InputSchema, ParameterInfo};
use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::{Serialize, de::DeserializeOwned};
use serde_json::Value;

/// The schema of the parameter at position `I`.
pub trait InputSchemaAt<'r, K, I>: Sized {
    /// Adds the parameter.
    fn describe_at(schema: &mut InputSchema, info: &ParameterInfo, default: Option<fn() -> Self>);
}

impl<T: JsonSchema + Serialize + DeserializeOwned, I> InputSchemaAt<'_, Data, I> for T {
    fn describe_at(schema: &mut InputSchema, info: &ParameterInfo, default: Option<fn() -> Self>) {
        let default = default.and_then(|default| serde_json::to_value(default()).ok());
        schema.parameter::<T>(info, default);
    }
}

impl<T, I> InputSchemaAt<'_, Resource, I> for T {
    fn describe_at(_: &mut InputSchema, _: &ParameterInfo, _: Option<fn() -> Self>) {}
}

/// The schema of the return value, or of the field of an event, at position `I`.
pub trait OutputSchemaAt<'r, I> {
    /// Adds the return value.
    fn describe_at(schema: &mut InputSchema, name: &'static str);

    /// Returns the schema of the type.
    fn schema_at(generator: &mut SchemaGenerator) -> Schema;
}

impl<T: JsonSchema, I> OutputSchemaAt<'_, I> for T {
    fn describe_at(schema: &mut InputSchema, name: &'static str) {
        schema.property::<T>(name);
    }
    fn schema_at(generator: &mut SchemaGenerator) -> Schema {
        generator.subschema_for::<T>()
    }
}

/// The schemas of the events at position `I` of a pipeline's event enum.
pub trait EventSchemaAt<'r, I> {
    /// Adds one schema for each kind of event.
    fn variants_at(generator: &mut SchemaGenerator, to: &mut Vec<Value>);
}

impl<T: EventSchema, I> EventSchemaAt<'_, I> for T {
    fn variants_at(generator: &mut SchemaGenerator, to: &mut Vec<Value>) {
        T::variants(generator, to);
    }
}
