//! Inputs and returns as JSON, where their types allow it.

use super::read_back::{checked_text, is_plain};
use crate::{
    hooks::{Codec, Codecs},
    id::BoxError,
    input::Shapes,
    run::Node,
    strict::{self, Refusal, Written},
};
use serde::{Serialize, de::DeserializeOwned};
use serde_json::value::RawValue;
use std::{any::Any, cell::RefCell, collections::HashMap};

/// An output that can be written as JSON and read again. Expansions implement it for outputs whose fields are `Serialize`
/// and `DeserializeOwned`. The lifetime lets a bound on a type without parameters be checked where it is used.
pub trait Recall<'r>: Sized + 'static {
    /// Writes every field.
    ///
    /// # Errors
    /// Returns an error if a field does not serialize.
    fn tell(&self, to: &mut JsonObject) -> Result<(), BoxError>;

    /// Calls `to` with each field and whether it equals the field of `other`, or `None` if its type has no `PartialEq`.
    fn compare(&self, other: &Self, to: &mut dyn FnMut(&'static str, Option<bool>));

    /// Reads every field.
    ///
    /// # Errors
    /// Returns an error if a field is missing or has another type.
    fn recall(from: &Recalled<'_>) -> Result<Self, BoxError>;

    /// Returns the output as a JSON object.
    ///
    /// # Errors
    /// Returns an error if a field does not serialize.
    fn text(&self) -> Result<String, BoxError> {
        let mut object = JsonObject::default();
        self.tell(&mut object)?;
        Ok(object.text())
    }
}

/// A node that can be recorded: the output of every step can be written as JSON and read again.
///
/// Tasks and pipelines implement it if their types do.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be recorded: the values that its steps return must be `Serialize` and `DeserializeOwned`",
    note = "derive `serde::Serialize` and `serde::Deserialize` for the types that its tasks return"
)]
pub trait Recorded: Node {
    /// Returns the output as a JSON object.
    ///
    /// # Errors
    /// Returns an error if a field of the output does not serialize.
    fn output(output: &Self::Output) -> Result<String, BoxError>;

    /// Adds the codecs of its steps.
    #[doc(hidden)]
    fn codecs(to: &mut Codecs);
}

impl Codecs {
    /// Collects the codecs of a node's steps.
    #[must_use]
    pub fn of<N: Recorded>() -> Self {
        let mut codecs = Self::default();
        N::codecs(&mut codecs);
        codecs
    }

    /// Adds the codec and the definition of the task `N`, whose output is `O`.
    pub fn task<N: Node, O: for<'r> Recall<'r>>(&mut self, definition: &'static str) {
        let codec = Codec {
            name: N::NAME,
            encode: encode::<O>,
            verify: false,
            decode: decode::<O>,
            shapes: shapes::<N, O>,
            once: definition.starts_with("once "),
        };
        self.add::<N>(codec, definition);
    }

    /// Reads every output back and compares it when it is recorded: with `verify` of all tasks, and otherwise of those whose types
    /// may read a value as another.
    #[must_use]
    pub fn verified(mut self, verify: bool) -> Self {
        for codec in self.all_mut() {
            codec.verify = verify || !is_plain(|to| (codec.shapes)(to));
        }
        self
    }

    /// Adds the shapes of all outputs.
    pub(crate) fn shapes(&self, to: &mut Shapes) {
        self.all().for_each(|codec| (codec.shapes)(to));
    }
}

fn shapes<N: Node, O: for<'r> Recall<'r>>(to: &mut dyn Any) {
    if let Some(shapes) = to.downcast_mut() {
        // Fails, since there is nothing to read.
        let _ = O::recall(&Recalled(Values::Shapes(N::NAME, RefCell::new(shapes))));
    }
}

fn encode<O: for<'r> Recall<'r>>(output: &dyn Any, verify: bool) -> Result<String, BoxError> {
    checked_text(output.downcast_ref::<O>().ok_or("the output has another type")?, verify)
}

fn decode<O: for<'r> Recall<'r>>(text: &str) -> Result<Box<dyn Any>, BoxError> {
    Ok(Box::new(O::recall(&Recalled::from_json(text)?)?))
}

/// Returns the input of a node as a JSON object.
///
/// # Errors
/// Returns an error if a parameter does not serialize.
pub fn input_of<N: IntoParameters>(node: &N) -> Result<String, BoxError> {
    let mut object = JsonObject::default();
    node.tell(&mut object)?;
    Ok(object.text())
}

/// Reads an output from its JSON object.
///
/// # Errors
/// Returns an error if a field is missing or has another type.
pub fn read_output<O: for<'r> Recall<'r>>(text: &str) -> Result<O, BoxError> {
    O::recall(&Recalled::from_json(text)?)
}

/// A node that can be written as the values of its parameters, without its resources.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be recorded: its parameters must be `Serialize`, or marked `#[resource]`",
    note = "derive `serde::Serialize` for the types of its parameters"
)]
pub trait IntoParameters: Node {
    /// Writes every parameter.
    ///
    /// # Errors
    /// Returns an error if a parameter does not serialize.
    fn tell(&self, to: &mut JsonObject) -> Result<(), BoxError>;

    /// Calls `to` as [`Recall::compare`] does, with each parameter.
    fn compare(&self, other: &Self, to: &mut dyn FnMut(&'static str, Option<bool>));
}

/// A JSON object under construction.
#[derive(Debug)]
pub struct JsonObject {
    text: Vec<u8>,
    /// True if a value contains a form that not every type reads back.
    pub(super) doubtful: bool,
}

impl Default for JsonObject {
    fn default() -> Self {
        Self { text: vec![b'{'], doubtful: false }
    }
}

impl JsonObject {
    /// Adds a value.
    ///
    /// # Errors
    /// Returns an error if the value does not serialize, or would not read back the same.
    pub fn add<T: Serialize + ?Sized>(&mut self, name: &'static str, value: &T) -> Result<(), BoxError> {
        Ok(self.write(name, value)?)
    }

    /// Adds a value, or nothing if that fails.
    pub(super) fn write<T: Serialize + ?Sized>(&mut self, name: &'static str, value: &T) -> Result<(), Refusal> {
        let before = self.text.len();
        if before > 1 {
            self.text.push(b',');
        }
        strict::write(&mut self.text, name)?;
        self.text.push(b':');
        match strict::write(&mut self.text, value) {
            Ok(written) => {
                self.doubtful |= written == Written::Doubtfully;
                Ok(())
            }
            Err(refusal) => {
                self.text.truncate(before);
                Err(refusal.in_field(name))
            }
        }
    }

    /// Returns the only value.
    pub(super) fn value(&self, name: &str) -> Option<&str> {
        let text = self.text.get(r#"{"":"#.len() + name.len()..)?;
        std::str::from_utf8(text).ok()
    }

    pub(super) fn text(mut self) -> String {
        self.text.push(b'}');
        String::from_utf8(self.text).unwrap_or_default()
    }
}

/// The values of a JSON object, by name.
#[derive(Debug)]
pub struct Recalled<'j>(Values<'j>);

#[derive(Debug)]
enum Values<'j> {
    Json(HashMap<&'j str, &'j RawValue>),
    /// No values: the types of the node's returns are wanted.
    Shapes(&'static str, RefCell<&'j mut Shapes>),
}

impl<'j> Recalled<'j> {
    /// Reads the values of a JSON object.
    pub(super) fn from_json(text: &'j str) -> serde_json::Result<Self> {
        serde_json::from_str(text).map(Values::Json).map(Self)
    }

    /// Reads a value.
    ///
    /// # Errors
    /// Returns an error if the value is missing or has another type.
    pub fn get<T: DeserializeOwned>(&self, name: &'static str) -> Result<T, BoxError> {
        let values = match &self.0 {
            Values::Json(values) => values,
            Values::Shapes(node, shapes) => {
                shapes.borrow_mut().trace::<T>(&format!("{node} -> {name}"));
                return Err("only the types are read".into());
            }
        };
        let text = values.get(name).map_or("null", |value| value.get());
        serde_json::from_str(text).map_err(|error| format!("`{name}` was recorded as another type: {error}").into())
    }
}
