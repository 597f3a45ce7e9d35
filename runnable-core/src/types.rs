//! Types that expansions name instead of copying the user's tokens, and what tells why one does not fit.

use std::{
    ffi::{OsStr, OsString},
    path::{Path, PathBuf},
};

/// The type of parameter `I`, without its `&`.
pub trait Param<const I: usize> {
    /// The type.
    type Ty: ?Sized;
}

/// The type of return `I`.
pub trait Returns<const I: usize> {
    /// The type.
    type Ty;
}

/// What a parameter is kept as in a node struct.
pub trait Keep {
    /// An owned form.
    type Owned;
}

impl<T> Keep for T {
    type Owned = T;
}
impl Keep for str {
    type Owned = String;
}
impl<T> Keep for [T] {
    type Owned = Vec<T>;
}
impl Keep for Path {
    type Owned = PathBuf;
}
impl Keep for OsStr {
    type Owned = OsString;
}

/// A `Result` under any alias.
pub trait Fallible {
    /// What it is when all went well.
    type Ok;
    /// What went wrong.
    type Err;
}

impl<T, E> Fallible for Result<T, E> {
    type Ok = T;
    type Err = E;
}

/// A value that two readers take.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is needed by `{First}` and again by `{Second}`, but it is not `Clone`",
    label = "taken by value here, and needed again later",
    note = "implement `Clone` for it, or let a task take it by reference (`&T`)"
)]
pub trait NeededTwice<First, Second>: Sized {
    /// A copy for the first reader.
    #[must_use]
    fn copy(&self) -> Self;
}
impl<T: Clone, First, Second> NeededTwice<First, Second> for T {
    fn copy(&self) -> Self {
        self.clone()
    }
}

/// A copy for the first of two readers.
#[inline]
pub fn duplicate<T: NeededTwice<First, Second>, First, Second>(value: &T) -> T {
    value.copy()
}

/// A written expression, as a reader.
#[derive(Debug)]
pub struct Expression;

/// A pipeline's output, as a reader.
#[derive(Debug)]
pub struct Output;

/// A name in an expression: its value where its type is `Copy`, else a reference to it. Never moves, never clones.
#[derive(Debug)]
pub struct Name<'a, T>(pub &'a T);

impl<T: Copy> Name<'_, T> {
    /// The value.
    #[must_use]
    pub fn value(&self) -> T {
        *self.0
    }
}

/// The other half of [`Name`]: method lookup comes here when the one above does not apply.
pub trait ToValue<'a, T> {
    /// A reference to the value.
    fn value(&self) -> &'a T;
}

impl<'a, T> ToValue<'a, T> for Name<'a, T> {
    fn value(&self) -> &'a T {
        self.0
    }
}
