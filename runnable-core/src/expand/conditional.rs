//! Traits that let a generated implementation depend on the types of its fields.
//!
//! `impl Clone for Greet where Name: Clone` does not compile if `Name` is a concrete type that is not `Clone`: Rust checks
//! bounds without parameters where they are written. A bound that has a lifetime parameter, as
//! `for<'r> At<'r, Name, ()>: Debug`, is checked where the implementation is used. The last parameter is the position of the field:
//! two fields whose types are the same would otherwise be two equal bounds, which are ambiguous. It is a type, `()`, `((),)`
//! and so on, since the compiler treats each number there as a function of its own.

use crate::{
    event::{DeclaredMeaning, WireEvent},
    id::BoxError,
};
use serde::{Serialize, Serializer};
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

/// The field at position `I`, with the traits of its type.
pub struct At<'r, T, I>(&'r T, PhantomData<I>);

impl<'r, T, I> At<'r, T, I> {
    /// Wraps a reference to the field.
    #[inline]
    pub fn new(field: &'r T) -> Self {
        Self(field, PhantomData)
    }
}

impl<T: fmt::Debug, I> fmt::Debug for At<'_, T, I> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl<T: PartialEq, I> PartialEq for At<'_, T, I> {
    #[inline]
    fn eq(&self, other: &Self) -> bool {
        self.0 == other.0
    }
}

impl<T: Serialize, I> Serialize for At<'_, T, I> {
    #[inline]
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(to)
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

    /// Appends the declared meanings of the events.
    fn meanings_at(to: &mut Vec<DeclaredMeaning>);
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
    fn meanings_at(to: &mut Vec<DeclaredMeaning>) {
        T::meanings(to);
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
