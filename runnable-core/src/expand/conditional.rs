//! Traits that let a generated implementation depend on the types of its fields.
//!
//! `impl Clone for Greet where Name: Clone` does not compile if `Name` is a concrete type that is not `Clone`: Rust checks
//! bounds without parameters where they are written. A bound that has a lifetime parameter, as
//! `for<'r> Name: CloneAt<'r, 0>`, is checked where the implementation is used. The number is the position of the field:
//! two fields whose types are the same would otherwise be two equal bounds, which are ambiguous.

use crate::event::{Lifecycle, WireEvent};
use serde::{Serialize, Serializer, ser::SerializeMap as _};
use std::fmt;

/// `Clone` for the field at position `I`.
pub trait CloneAt<'r, const I: usize>: Sized {
    /// Returns a copy.
    #[must_use]
    fn clone_at(&self) -> Self;
}

impl<T: Clone, const I: usize> CloneAt<'_, I> for T {
    #[inline]
    fn clone_at(&self) -> Self {
        self.clone()
    }
}

/// `Debug` for the field at position `I`.
pub trait DebugAt<'r, const I: usize> {
    /// Returns the field as a value that can be formatted.
    fn debug_at(&self) -> &dyn fmt::Debug;
}

impl<T: fmt::Debug, const I: usize> DebugAt<'_, I> for T {
    fn debug_at(&self) -> &dyn fmt::Debug {
        self
    }
}

/// `PartialEq` for the field at position `I`.
pub trait EqAt<'r, const I: usize> {
    /// Compares two fields.
    fn eq_at(&self, other: &Self) -> bool;
}

impl<T: PartialEq, const I: usize> EqAt<'_, I> for T {
    #[inline]
    fn eq_at(&self, other: &Self) -> bool {
        self == other
    }
}

/// `Serialize` for the field at position `I`.
pub trait SerializeAt<'r, const I: usize> {
    /// Serializes the field.
    ///
    /// # Errors
    /// Returns the serializer's error.
    fn serialize_at<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error>;
}

impl<T: Serialize, const I: usize> SerializeAt<'_, I> for T {
    #[inline]
    fn serialize_at<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        self.serialize(to)
    }
}

/// The field at position `I` as a value that serializes.
#[derive(Debug)]
pub struct FieldAt<'a, T, const I: usize>(pub &'a T);

impl<T, const I: usize> Serialize for FieldAt<'_, T, I>
where
    for<'r> T: SerializeAt<'r, I>,
{
    #[inline]
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        self.0.serialize_at(to)
    }
}

/// `WireEvent` for the events at position `I` of a pipeline's event enum.
pub trait WireAt<'r, const I: usize> {
    /// Returns the event's `type`.
    fn type_at(&self) -> &str;

    /// Serializes the event's fields.
    ///
    /// # Errors
    /// Returns the serializer's error.
    fn data_at<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error>;
}

impl<T: WireEvent, const I: usize> WireAt<'_, I> for T {
    fn type_at(&self) -> &str {
        self.event_type()
    }
    fn data_at<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        self.serialize_data(to)
    }
}

/// A type that equals the parameter `Ty`, for the node `Of`.
///
/// An associated type of a public type may not name a private one. It may name a parameter that a bound
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
