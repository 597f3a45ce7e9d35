//! The values that the parameters of a node are taken from.

use super::{
    FromParameters,
    invalid::{InvalidParameter, InvalidParameterKind, InvalidParameters},
    origin::Origin,
    parameter::ParameterInfo,
    resources::Resources,
    shape::Shapes,
};
use serde::{
    de::{DeserializeOwned, Deserializer, Error as _, Visitor, value::Error as PlainError},
    forward_to_deserialize_any,
};
use serde_json::Value;
use std::{any::Any, collections::HashMap};

/// Values by name and resources by type, and the problems that were found with them so far.
#[derive(Debug)]
pub struct Source<'a> {
    values: HashMap<&'static str, Given>,
    resources: &'a Resources,
    problems: Vec<InvalidParameter>,
    /// The types of the node's parameters are wanted, rather than their values.
    shapes: Option<(&'static str, &'a mut Shapes)>,
}

/// A value for a parameter.
#[derive(Debug, Clone)]
pub struct Given {
    value: Result<Value, String>,
    /// The text that the value was read from, if it may be meant literally.
    text: Option<String>,
    /// The JSON that the value was read from, if it was recorded: it is exact.
    json: Option<String>,
    origin: Origin,
}

impl Given {
    /// Returns a value that came from `origin`.
    #[must_use]
    pub fn new(value: Value, origin: Origin) -> Self {
        Self { value: Ok(value), text: None, json: None, origin }
    }

    /// Returns a value that was recorded as this JSON.
    #[must_use]
    pub fn recorded(json: &str, origin: Origin) -> Self {
        let value = serde_json::from_str(json).map_err(|error| error.to_string());
        Self { value, text: None, json: Some(json.to_owned()), origin }
    }

    /// Returns a value that is `text` read as JSON or, if that fails, `text` itself. If the type of the parameter accepts
    /// only the text, that is used as well.
    #[must_use]
    pub fn literal(text: String, origin: Origin) -> Self {
        let value = serde_json::from_str(&text).unwrap_or_else(|_| Value::String(text.clone()));
        Self { value: Ok(value), text: Some(text), json: None, origin }
    }

    /// Returns a value that could not be read. `why` is the message of the problem.
    #[must_use]
    pub fn unreadable(why: String, origin: Origin) -> Self {
        Self { value: Err(why), text: None, json: None, origin }
    }

    /// Returns the origin of the value.
    #[must_use]
    pub fn origin(&self) -> &Origin {
        &self.origin
    }
}

impl<'a> Source<'a> {
    /// Returns a source without values.
    #[must_use]
    pub fn new(resources: &'a Resources) -> Self {
        Self { values: HashMap::new(), resources, problems: Vec::new(), shapes: None }
    }

    /// Returns a source that asks for the shapes of the parameters of `node`, and has no values.
    pub(crate) fn of_shapes(resources: &'a Resources, node: &'static str, shapes: &'a mut Shapes) -> Self {
        Self { shapes: Some((node, shapes)), ..Self::new(resources) }
    }

    /// Adds a value for the parameter `name`. Replaces an earlier value.
    pub fn give(&mut self, name: &'static str, value: Given) {
        self.values.insert(name, value);
    }

    /// Takes the value of a parameter. If it is missing or has the wrong type, records the problem, and returns `None`.
    pub fn take<T: DeserializeOwned>(&mut self, parameter: &ParameterInfo) -> Option<T> {
        if self.described::<T>(parameter) {
            return None;
        }
        match self.values.remove(parameter.name) {
            Some(given) => self.read(parameter, given),
            // As in serde, a type that accepts a missing value, such as `Option`, makes the parameter optional.
            None => T::deserialize(Absent).ok().or_else(|| {
                let message = format!("missing, expected `{}`", parameter.ty);
                self.record(parameter.name, InvalidParameterKind::Missing, None, message);
                None
            }),
        }
    }

    /// Takes the value of a parameter, or its default if it is missing.
    pub fn take_or<T: DeserializeOwned>(
        &mut self,
        parameter: &ParameterInfo,
        default: impl FnOnce() -> T,
    ) -> Option<T> {
        if self.described::<T>(parameter) {
            return None;
        }
        match self.values.remove(parameter.name) {
            Some(given) => self.read(parameter, given),
            None => Some(default()),
        }
    }

    /// Describes the type of a parameter if only the types are wanted.
    fn described<T: DeserializeOwned>(&mut self, parameter: &ParameterInfo) -> bool {
        let Some((node, shapes)) = &mut self.shapes else { return false };
        shapes.trace::<T>(&format!("{node}({})", parameter.name));
        true
    }

    /// Returns the resource of type `T`. If it is missing, records the problem, and returns `None`.
    pub fn resource<T: Any + Clone>(&mut self, parameter: &ParameterInfo) -> Option<T> {
        let resource = self.resources.get();
        if resource.is_none() {
            let message = format!("no resource of type `{}` was supplied", parameter.ty);
            self.record(parameter.name, InvalidParameterKind::NoResource, None, message);
        }
        resource
    }

    /// Records that the node has no parameter of this name. `message` is the message of the problem.
    pub fn unknown(&mut self, name: &str, origin: Origin, message: String) {
        self.record(name, InvalidParameterKind::Unknown, Some(origin), message);
    }

    /// Builds the node.
    ///
    /// # Errors
    /// Returns all problems that were recorded.
    pub fn build<N: FromParameters>(mut self) -> Result<N, InvalidParameters> {
        // Unknown names may have been recorded before; the problems of the node's parameters come first.
        let mut unknown = std::mem::take(&mut self.problems);
        let node = N::from_parameters(&mut self);
        self.problems.append(&mut unknown);
        match node {
            Some(node) if self.problems.is_empty() => Ok(node),
            _ => Err(InvalidParameters::new(N::NAME, self.problems)),
        }
    }

    fn read<T: DeserializeOwned>(&mut self, parameter: &ParameterInfo, given: Given) -> Option<T> {
        if let Some(value) = given.json.and_then(|json| serde_json::from_str(&json).ok()) {
            return Some(value);
        }
        let message = match given.value {
            Err(why) => why,
            Ok(value) => {
                let found = kind(&value);
                match serde_path_to_error::deserialize(value) {
                    Ok(value) => return Some(value),
                    Err(error) => {
                        let literal = given.text.and_then(|text| T::deserialize(Value::String(text)).ok());
                        if literal.is_some() {
                            return literal;
                        }
                        format!("expected `{}`, found {found}: {}", parameter.ty, within(&error))
                    }
                }
            }
        };
        self.record(parameter.name, InvalidParameterKind::Mistyped, Some(given.origin), message);
        None
    }

    fn record(&mut self, name: &str, kind: InvalidParameterKind, origin: Option<Origin>, message: String) {
        self.problems.push(InvalidParameter { name: name.to_owned(), kind, origin, message });
    }
}

/// Returns the message of an error, with its path within the value.
fn within(error: &serde_path_to_error::Error<serde_json::Error>) -> String {
    match error.path().to_string() {
        path if path == "." => error.inner().to_string(),
        path => format!("at `{path}`: {}", error.inner()),
    }
}

fn kind(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "a boolean",
        Value::Number(_) => "a number",
        Value::String(_) => "a string",
        Value::Array(_) => "a list",
        Value::Object(_) => "an object",
    }
}

/// Returns whether a parameter of this type needs a value. `Option` and similar types do not.
#[cfg(feature = "schema")]
pub(super) fn is_required<T: DeserializeOwned>() -> bool {
    T::deserialize(Absent).is_err()
}

/// Deserializes a missing value.
struct Absent;

impl<'de> Deserializer<'de> for Absent {
    type Error = PlainError;

    fn deserialize_any<V: Visitor<'de>>(self, _: V) -> Result<V::Value, PlainError> {
        Err(PlainError::custom("missing"))
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, PlainError> {
        visitor.visit_none()
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit unit_struct
        newtype_struct seq tuple tuple_struct map struct enum identifier ignored_any
    }
}
