//! Inputs and returns as JSON, where their types allow it.

use crate::{id::BoxError, run::Node};
use serde::{Serialize, de::DeserializeOwned};
use serde_json::value::RawValue;
use std::{collections::HashMap, marker::PhantomData};

/// A struct of returns that can be written down and read again. The macros implement it where every return is `Serialize`
/// and `DeserializeOwned`.
pub trait Recall: Sized {
    /// Writes each return.
    ///
    /// # Errors
    /// A return does not serialise.
    fn tell(&self, to: &mut Told) -> Result<(), BoxError>;

    /// Reads each return.
    ///
    /// # Errors
    /// A return is missing, or has another type.
    fn recall(from: &Recalled<'_>) -> Result<Self, BoxError>;
}

/// A node whose steps all give what can be written down and read again. The macros implement it where that is so.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be recorded: the values that its steps return must be `Serialize` and `DeserializeOwned`",
    note = "derive `serde::Serialize` and `serde::Deserialize` for the types that its tasks return"
)]
pub trait Recorded: Node {
    /// Its output as a JSON object.
    ///
    /// # Errors
    /// A return does not serialise.
    fn output(output: &Self::Output) -> Result<String, BoxError>;
}

/// The input of a node as a JSON object.
///
/// # Errors
/// A parameter does not serialise.
pub fn input_of<N: IntoParameters>(node: &N) -> Result<String, BoxError> {
    let mut told = Told::default();
    node.tell(&mut told)?;
    Ok(told.text())
}

/// Returns as a JSON object.
///
/// # Errors
/// A return does not serialise.
pub fn told<T: Recall>(returns: &T) -> Result<String, BoxError> {
    let mut told = Told::default();
    returns.tell(&mut told)?;
    Ok(told.text())
}

/// A node that can be written down as the values of its parameters, without its resources. The macros implement it.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be recorded: its parameters must be `Serialize`, or marked `#[resource]`",
    note = "derive `serde::Serialize` for the types of its parameters"
)]
pub trait IntoParameters: Node {
    /// Writes each parameter.
    ///
    /// # Errors
    /// A parameter does not serialise.
    fn tell(&self, to: &mut Told) -> Result<(), BoxError>;
}

/// A JSON object that is being written.
#[derive(Debug)]
pub struct Told(Vec<u8>);

impl Default for Told {
    fn default() -> Self {
        Self(vec![b'{'])
    }
}

impl Told {
    /// Adds a value.
    ///
    /// # Errors
    /// It does not serialise.
    pub fn add<T: Serialize + ?Sized>(&mut self, name: &'static str, value: &T) -> Result<(), BoxError> {
        if self.0.len() > 1 {
            self.0.push(b',');
        }
        let defect = |error| BoxError::from(format!("`{name}` does not serialise: {error}"));
        serde_json::to_writer(&mut self.0, name).map_err(defect)?;
        self.0.push(b':');
        serde_json::to_writer(&mut self.0, value).map_err(defect)
    }

    fn text(mut self) -> String {
        self.0.push(b'}');
        String::from_utf8(self.0).unwrap_or_default()
    }
}

/// A JSON object that is being read.
#[derive(Debug)]
pub struct Recalled<'j>(HashMap<&'j str, &'j RawValue>);

impl Recalled<'_> {
    /// Reads a value.
    ///
    /// # Errors
    /// It is missing, or has another type.
    pub fn get<T: DeserializeOwned>(&self, name: &'static str) -> Result<T, BoxError> {
        let text = self.0.get(name).map_or("null", |value| value.get());
        serde_json::from_str(text).map_err(|error| format!("`{name}` was recorded as another type: {error}").into())
    }
}

/// Asks a type whether it is [`Recall`].
#[derive(Debug)]
pub struct Codec<T>(PhantomData<fn() -> T>);

impl<T> Codec<T> {
    /// Of `T`.
    #[must_use]
    pub const fn new() -> Self {
        Self(PhantomData)
    }
}

impl<T> Default for Codec<T> {
    fn default() -> Self {
        Self::new()
    }
}

impl<T: Recall> Codec<T> {
    /// The returns as text.
    ///
    /// # Errors
    /// A return does not serialise.
    pub fn encode(&self, value: &T) -> Result<String, BoxError> {
        told(value)
    }

    /// The returns out of their text.
    ///
    /// # Errors
    /// A return is missing, or has another type.
    pub fn decode(&self, text: &str) -> Result<T, BoxError> {
        T::recall(&Recalled(serde_json::from_str(text)?))
    }
}

/// The other half of [`Codec`]: method lookup comes here where `T` is not [`Recall`]. A run that is recorded has no such step.
pub trait NoCodec<T> {
    /// Nothing.
    ///
    /// # Errors
    /// Always.
    fn encode(&self, _: &T) -> Result<String, BoxError> {
        Err("the step's returns are not `Serialize` and `DeserializeOwned`".into())
    }

    /// Nothing.
    ///
    /// # Errors
    /// Always.
    fn decode(&self, _: &str) -> Result<T, BoxError> {
        Err("the step's returns are not `Serialize` and `DeserializeOwned`".into())
    }
}

impl<T> NoCodec<T> for Codec<T> {}

/// An input of a step, which may not serialise.
#[derive(Debug)]
pub struct Inputs<'a, T: ?Sized>(pub &'a T);

impl<T: Serialize + ?Sized> Inputs<'_, T> {
    /// Adds it.
    pub fn tell(&self, name: &'static str, to: &mut Told) {
        let before = to.0.len();
        if to.add(name, self.0).is_err() {
            to.0.truncate(before);
        }
    }
}

/// The other half of [`Inputs`]: method lookup comes here where the value does not serialise.
pub trait NoText {
    /// Leaves it out.
    fn tell(&self, _: &'static str, _: &mut Told) {}
}

impl<T: ?Sized> NoText for Inputs<'_, T> {}

/// The inputs of a step as text.
pub fn value_of(tell: impl FnOnce(&mut Told)) -> String {
    let mut told = Told::default();
    tell(&mut told);
    told.text()
}
