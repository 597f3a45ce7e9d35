//! JSON Schemas of nodes: bounds, each of which asks a type for its part of the schema, a probe for nodes with schemas, and the macros
//! that write both.

use super::{Data, Resource};
use crate::input::{Described, EventSchema, InputSchema, NodeSchemas, ParameterInfo};
use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::{Serialize, de::DeserializeOwned};
use serde_json::Value;
use std::marker::PhantomData;

/// Finds the schemas of a node without a bound: an inherent constant exists only for nodes that have schemas, and comes before
/// the constant of a trait.
#[derive(Debug)]
pub struct Probe<N>(PhantomData<N>);

impl<N: Described> Probe<N> {
    /// The schemas of the node.
    pub const SCHEMAS: Option<NodeSchemas> = Some(NodeSchemas::of::<N>());
}

/// The constant of a node without schemas.
pub trait Undescribed {
    /// No schemas.
    const SCHEMAS: Option<NodeSchemas> = None;
}

impl<N> Undescribed for Probe<N> {}

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

/// Writes `Described` for a node.
#[doc(hidden)]
#[macro_export]
macro_rules! __schema {
    (
        $node:ident
        inputs { $($i:tt $name:literal $kind:ident $text:literal $($about:literal)? [$($default:expr)?]: $ty:ty,)* }
        returns { $($r:tt $key:literal: $returned:ty,)* }
    ) => {
        impl $crate::input::Described for $node
        where
            for<'__r> <$node as $crate::Node>::Event: $crate::__private::schema::EventSchemaAt<'__r, ()>,
            $(for<'__r> $ty: $crate::__private::schema::InputSchemaAt<'__r, $crate::__private::recording::$kind, $i>,)*
            $(for<'__r> $returned: $crate::__private::schema::OutputSchemaAt<'__r, $r>,)*
        {
            fn input_schema() -> $crate::__private::schema::schemars::Schema {
                #[allow(unused_mut)]
                let mut __schema = $crate::input::InputSchema::new(<Self as $crate::Node>::NAME);
                $(<$ty as $crate::__private::schema::InputSchemaAt<'_, $crate::__private::recording::$kind, $i>>::describe_at(
                    &mut __schema,
                    &$crate::__private::recording::$kind::info::<$ty>($name, $text, $crate::__default!(is [$($default)?]))
                        $(.docs($about))?,
                    $crate::__default!([$($default)?]),
                );)*
                __schema.finish()
            }
            fn output_schema() -> $crate::__private::schema::schemars::Schema {
                #[allow(unused_mut)]
                let mut __schema = $crate::input::InputSchema::new(<Self as $crate::Node>::NAME);
                $(<$returned as $crate::__private::schema::OutputSchemaAt<'_, $r>>::describe_at(&mut __schema, $key);)*
                __schema.finish()
            }
            fn event_schema() -> $crate::__private::schema::schemars::Schema {
                $crate::input::events(
                    <Self as $crate::Node>::NAME,
                    <<Self as $crate::Node>::Event as $crate::__private::schema::EventSchemaAt<'_, ()>>::variants_at,
                )
            }
        }
    };
}

/// Writes the constant with the schemas of a node: `None` if one of its types has no schema.
#[doc(hidden)]
#[macro_export]
macro_rules! __schemas {
    ($node:ident) => {
        const SCHEMAS: ::core::option::Option<$crate::input::NodeSchemas> = {
            #[allow(unused_imports)]
            use $crate::__private::schema::Undescribed as _;
            $crate::__private::schema::Probe::<$node>::SCHEMAS
        };
    };
}
