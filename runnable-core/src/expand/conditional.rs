//! Traits that let a generated implementation depend on the types of its fields.
//!
//! `impl Clone for Greet where Name: Clone` does not compile if `Name` is a concrete type that is not `Clone`: Rust checks
//! bounds without parameters where they are written. A bound that has a lifetime parameter, as
//! `for<'r> Name: CloneAt<'r, ()>`, is checked where the implementation is used. The last parameter is the position of the field:
//! two fields whose types are the same would otherwise be two equal bounds, which are ambiguous. It is a type, `()`, `((),)`
//! and so on, since the compiler treats each number there as a function of its own.

use crate::{
    event::{Lifecycle, WireEvent},
    id::BoxError,
};
use serde::{Serialize, Serializer, ser::SerializeMap as _};
use std::{fmt, marker::PhantomData};

/// `Clone` for the field at position `I`.
pub trait CloneAt<'r, I>: Sized {
    /// Returns a copy.
    #[must_use]
    fn clone_at(&self) -> Self;
}

impl<T: Clone, I> CloneAt<'_, I> for T {
    #[inline]
    fn clone_at(&self) -> Self {
        self.clone()
    }
}

/// `Debug` for the field at position `I`.
pub trait DebugAt<'r, I> {
    /// Returns the field as a value that can be formatted.
    fn debug_at(&self) -> &dyn fmt::Debug;
}

impl<T: fmt::Debug, I> DebugAt<'_, I> for T {
    fn debug_at(&self) -> &dyn fmt::Debug {
        self
    }
}

/// `PartialEq` for the field at position `I`.
pub trait EqAt<'r, I> {
    /// Compares two fields.
    fn eq_at(&self, other: &Self) -> bool;
}

impl<T: PartialEq, I> EqAt<'_, I> for T {
    #[inline]
    fn eq_at(&self, other: &Self) -> bool {
        self == other
    }
}

/// `Serialize` for the field at position `I`.
pub trait SerializeAt<'r, I> {
    /// Serializes the field.
    ///
    /// # Errors
    /// Returns the serializer's error.
    fn serialize_at<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error>;
}

impl<T: Serialize, I> SerializeAt<'_, I> for T {
    #[inline]
    fn serialize_at<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        self.serialize(to)
    }
}

/// The field at position `I` as a value that serializes.
#[derive(Debug)]
pub struct FieldAt<'a, T, I>(&'a T, PhantomData<I>);

impl<'a, T, I> FieldAt<'a, T, I> {
    /// Wraps a reference to the field.
    pub fn new(field: &'a T) -> Self {
        Self(field, PhantomData)
    }
}

impl<T, I> Serialize for FieldAt<'_, T, I>
where
    for<'r> T: SerializeAt<'r, I>,
{
    #[inline]
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        self.0.serialize_at(to)
    }
}

/// `WireEvent` for the events at position `I` of a pipeline's event enum.
pub trait WireAt<'r, I> {
    /// Returns the event's `type`.
    fn type_at(&self) -> &str;

    /// Serializes the event's fields.
    ///
    /// # Errors
    /// Returns the serializer's error.
    fn data_at<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error>;

    /// Checks that the event can be recorded.
    ///
    /// # Errors
    /// Returns an error if it cannot.
    fn check_at(&self) -> Result<(), BoxError>;
}

impl<T: WireEvent, I> WireAt<'_, I> for T {
    fn type_at(&self) -> &str {
        self.event_type()
    }
    fn data_at<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        self.serialize_data(to)
    }
    fn check_at(&self) -> Result<(), BoxError> {
        self.check()
    }
}

/// A type that equals the parameter `Ty`, for the node `Of`.
///
/// An associated type of a public type may not name a private type. It may name a parameter that a bound
/// `Private: Is<Node, Ty = T>` makes equal to it. `Of` keeps the bound apart from those of other nodes: inside an
/// implementation its own bounds take precedence over every other way to prove them.
pub trait Is<Of> {
    /// The type itself.
    type Ty;
}

impl<T, Of> Is<Of> for T {
    type Ty = T;
}

/// Formats a struct.
///
/// # Errors
/// Returns the formatter's error.
pub fn debug(f: &mut fmt::Formatter<'_>, name: &str, fields: &[(&str, &dyn fmt::Debug)]) -> fmt::Result {
    let mut shown = f.debug_struct(name);
    for (name, value) in fields {
        shown.field(name, value);
    }
    shown.finish()
}

/// Serializes an event of the run itself in the flat form: its `type` alone.
///
/// # Errors
/// Returns the serializer's error.
pub fn serialize_lifecycle<S: Serializer>(event: &Lifecycle, to: S) -> Result<S::Ok, S::Error> {
    let mut map = to.serialize_map(Some(1))?;
    map.serialize_entry("type", event.event_type())?;
    map.end()
}
