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
    note = "implement `Clone` for `{Self}`, or take it by reference (`&T`) in one of the two"
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

/// A value behind a reference, which a task takes by value.
#[diagnostic::on_unimplemented(
    message = "`{Reader}` takes `{Self}` by value, but only a reference is available here, and `{Self}` is not `Clone`",
    label = "taken by value here",
    note = "implement `Clone` for `{Self}`; or take it by reference (`&T`) in the task, or by value (`T`) in the pipeline"
)]
pub trait Taken<Reader>: Sized {
    /// A copy for the reader.
    #[must_use]
    fn copy(&self) -> Self;
}
impl<T: Clone, Reader> Taken<Reader> for T {
    fn copy(&self) -> Self {
        self.clone()
    }
}

/// A reference of which a reader wants the value.
#[derive(Debug)]
pub struct Own<'a, T: ?Sized>(pub &'a T);

impl<T> Own<'_, T> {
    /// A copy of the value.
    #[must_use]
    pub fn own<Reader>(&self) -> T
    where
        T: Taken<Reader>,
    {
        self.0.copy()
    }
}

/// The other half of [`Own`]: method lookup comes here where the value has no size, as a `str`.
pub trait ToOwn<T: ToOwned + ?Sized> {
    /// The value, owned.
    #[must_use]
    fn own<Reader>(&self) -> T::Owned;
}

impl<T: ToOwned + ?Sized> ToOwn<T> for Own<'_, T> {
    fn own<Reader>(&self) -> T::Owned {
        self.0.to_owned()
    }
}

/// An argument of a task that is tried again.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is passed to every attempt, but it is not `Clone`",
    label = "taken by value in each attempt",
    note = "implement `Clone` for `{Self}`, take it by reference (`&T`), or remove `retry`"
)]
pub trait Retried: Sized {
    /// A copy for one attempt.
    #[must_use]
    fn copy(&self) -> Self;
}
impl<T: Clone> Retried for T {
    fn copy(&self) -> Self {
        self.clone()
    }
}

/// A return of a stream, which the reader of the end event gets, too.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is both sent in the end event and returned, but it is not `Clone`",
    label = "copied out of the end event",
    note = "implement `Clone` for `{Self}`, or put it into an `Arc`"
)]
pub trait Sent: Sized {
    /// A copy for the later steps.
    #[must_use]
    fn copy(&self) -> Self;
}
impl<T: Clone> Sent for T {
    fn copy(&self) -> Self {
        self.clone()
    }
}

/// A return, copied out of the end event.
#[inline]
pub fn take<T: Sent>(value: &T) -> T {
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
pub struct Name<'a, T: ?Sized>(pub &'a T);

impl<T: Copy> Name<'_, T> {
    /// The value.
    #[must_use]
    pub fn value(&self) -> T {
        *self.0
    }
}

/// The other half of [`Name`]: method lookup comes here when the one above does not apply.
pub trait ToValue<'a, T: ?Sized> {
    /// A reference to the value.
    fn value(&self) -> &'a T;
}

impl<'a, T: ?Sized> ToValue<'a, T> for Name<'a, T> {
    fn value(&self) -> &'a T {
        self.0
    }
}

/// A name that a pattern bound: a reference to its value, whether it is one already or not.
#[derive(Debug)]
pub struct Bound<'a, T>(pub &'a T);

impl<'r, T: ?Sized> Bound<'_, &'r T> {
    /// The reference that it is.
    #[must_use]
    pub fn get(&self) -> &'r T {
        self.0
    }
}

/// The other half of [`Bound`]: method lookup comes here where the value is no reference.
pub trait ToRef<'a, T> {
    /// A reference to the value.
    fn get(&self) -> &'a T;
}

impl<'a, T> ToRef<'a, T> for Bound<'a, T> {
    fn get(&self) -> &'a T {
        self.0
    }
}

/// A type that is the same in every arm.
#[diagnostic::on_unimplemented(
    message = "a name has different types: `{First}` in one arm, and `{Self}` in another",
    label = "expected `{First}`, found `{Self}`",
    note = "return the same type in all arms, or rename one of the two: `-> [name as another_name]`"
)]
pub trait Agrees<First> {
    /// The value.
    fn agreed(self) -> First;
}
impl<T> Agrees<T> for T {
    fn agreed(self) -> T {
        self
    }
}

/// A value of one of several arms.
#[inline]
pub fn same_type<First, This: Agrees<First>>(value: This) -> First {
    value.agreed()
}

/// A type that a turn of a `repeat` hands over to the next.
#[diagnostic::on_unimplemented(
    message = "a value of this `repeat` changes its type: it is `{Before}` before an iteration, and `{Self}` after it",
    label = "expected `{Before}`, found `{Self}`",
    note = "a value that is passed to the next iteration keeps its type; rename the output: `-> [name as another_name]`"
)]
pub trait Carries<Before> {
    /// The value.
    fn carried(self) -> Before;
}
impl<T> Carries<T> for T {
    fn carried(self) -> T {
        self
    }
}

/// A value that a turn hands over to the next.
#[inline]
pub fn loop_value<Before, After: Carries<Before>>(value: After) -> Before {
    value.carried()
}

/// What a node keeps of a `&T`, where `T` can be copied.
#[derive(Debug)]
pub struct Kept<'a, T: ?Sized>(pub &'a T);

impl<T: ToOwned + ?Sized> Kept<'_, T> {
    /// A copy.
    #[must_use]
    pub fn keep(&self) -> Option<T::Owned> {
        Some(self.0.to_owned())
    }
}

/// The other half of [`Kept`]: method lookup comes here where the value cannot be copied.
pub trait KeepNothing<T: ?Sized> {
    /// Nothing.
    fn keep(&self) -> Option<<T as Keep>::Owned>
    where
        T: Keep;
}

impl<T: ?Sized> KeepNothing<T> for Kept<'_, T> {
    fn keep(&self) -> Option<<T as Keep>::Owned>
    where
        T: Keep,
    {
        None
    }
}
