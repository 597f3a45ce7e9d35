//! Where a node's parameters are taken from.

use super::{FromParameters, InvalidParameter, InvalidParameterKind, InvalidParameters, ParameterInfo, Resources};
use serde::{
    de::{DeserializeOwned, Deserializer, Error as _, Visitor, value::Error as PlainError},
    forward_to_deserialize_any,
};
use serde_json::Value;
use std::{any::Any, collections::HashMap, fmt, path::PathBuf};

/// Values by name and resources by type, and what was found wrong with them so far.
#[derive(Debug)]
pub struct Source<'a> {
    values: HashMap<&'static str, Given>,
    resources: &'a Resources,
    problems: Vec<InvalidParameter>,
}

/// A value for a parameter.
#[derive(Debug, Clone)]
pub struct Given {
    value: Result<Value, String>,
    /// What the value was read from, where that may be meant literally.
    text: Option<String>,
    origin: Origin,
}

/// Where a value came from.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Origin {
    /// A file, and the line of the value's name in it, counted from 1, where that is known.
    File(PathBuf, Option<usize>),
    /// A variable of the environment.
    Variable(String),
    /// The program itself.
    Code,
}

impl fmt::Display for Origin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::File(path, Some(line)) => write!(f, "{}:{line}", path.display()),
            Self::File(path, None) => write!(f, "{}", path.display()),
            Self::Variable(name) => f.write_str(name),
            Self::Code => f.write_str("code"),
        }
    }
}

impl Given {
    /// `value`, which came from `origin`.
    #[must_use]
    pub fn new(value: Value, origin: Origin) -> Self {
        Self { value: Ok(value), text: None, origin }
    }

    /// What `text` says in JSON, or else `text` itself; also where the parameter's type takes the one but not the other.
    #[must_use]
    pub fn literal(text: String, origin: Origin) -> Self {
        let value = serde_json::from_str(&text).unwrap_or_else(|_| Value::String(text.clone()));
        Self { value: Ok(value), text: Some(text), origin }
    }

    /// A value that could not be read; `why` says so.
    #[must_use]
    pub fn unreadable(why: String, origin: Origin) -> Self {
        Self { value: Err(why), text: None, origin }
    }

    /// Where it came from.
    #[must_use]
    pub fn origin(&self) -> &Origin {
        &self.origin
    }
}

impl<'a> Source<'a> {
    /// Without a value yet.
    #[must_use]
    pub fn new(resources: &'a Resources) -> Self {
        Self { values: HashMap::new(), resources, problems: Vec::new() }
    }

    /// Adds a value for the parameter `name`, in place of an earlier one.
    pub fn give(&mut self, name: &'static str, value: Given) {
        self.values.insert(name, value);
    }

    /// The value of a parameter. `None`, and noted, where it is missing or has another type.
    pub fn take<T: DeserializeOwned>(&mut self, parameter: &ParameterInfo) -> Option<T> {
        match self.values.remove(parameter.name) {
            Some(given) => self.read(parameter, given),
            // As serde has it: what takes a missing value, as `Option` does, is not required.
            None => T::deserialize(Absent).ok().or_else(|| {
                let message = format!("missing, expected `{}`", parameter.ty);
                self.note(parameter.name, InvalidParameterKind::Missing, None, message);
                None
            }),
        }
    }

    /// The value of a parameter that has a default.
    pub fn take_or<T: DeserializeOwned>(
        &mut self,
        parameter: &ParameterInfo,
        default: impl FnOnce() -> T,
    ) -> Option<T> {
        match self.values.remove(parameter.name) {
            Some(given) => self.read(parameter, given),
            None => Some(default()),
        }
    }

    /// The resource of type `T`. `None`, and noted, where there is none.
    pub fn resource<T: Any + Clone>(&mut self, parameter: &ParameterInfo) -> Option<T> {
        let resource = self.resources.get();
        if resource.is_none() {
            let message = format!("no resource of type `{}` was supplied", parameter.ty);
            self.note(parameter.name, InvalidParameterKind::NoResource, None, message);
        }
        resource
    }

    /// Notes that the node takes no value of this name; `message` says why.
    pub fn unknown(&mut self, name: &str, origin: Origin, message: String) {
        self.note(name, InvalidParameterKind::Unknown, Some(origin), message);
    }

    /// Builds the node.
    ///
    /// # Errors
    /// All that was noted, where anything was.
    pub fn build<N: FromParameters>(mut self) -> Result<N, InvalidParameters> {
        // Unknown names may have been noted before; a reader looks for the node's own first.
        let mut unknown = std::mem::take(&mut self.problems);
        let node = N::from_parameters(&mut self);
        self.problems.append(&mut unknown);
        match node {
            Some(node) if self.problems.is_empty() => Ok(node),
            _ => Err(InvalidParameters::new(N::NAME, self.problems)),
        }
    }

    fn read<T: DeserializeOwned>(&mut self, parameter: &ParameterInfo, given: Given) -> Option<T> {
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
        self.note(parameter.name, InvalidParameterKind::Mistyped, Some(given.origin), message);
        None
    }

    fn note(&mut self, name: &str, kind: InvalidParameterKind, origin: Option<Origin>, message: String) {
        self.problems.push(InvalidParameter { name: name.to_owned(), kind, origin, message });
    }
}

/// An error, and where in the value it is, unless it is the whole value.
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

/// Whether a parameter of this type wants a value: all do but `Option` and what behaves like it.
#[cfg(feature = "schema")]
pub(super) fn is_required<T: DeserializeOwned>() -> bool {
    T::deserialize(Absent).is_err()
}

/// A value that is not there.
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
