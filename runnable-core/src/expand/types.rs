//! Types that expansions name instead of copying the tokens of the user, and traits whose messages explain a mismatch.

use std::{
    ffi::{OsStr, OsString},
    path::{Path, PathBuf},
};

/// The type of the return at position `I`.
pub trait Returns<I> {
    /// The type.
    type Ty;
}

/// The owned form of a parameter, which the node struct has as its field.
pub trait Keep {
    /// The owned form.
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

/// A `Result` under any alias. The constant `CHECK` fails for other types; the missing trait is then not another error.
pub trait Fallible<const CHECK: usize = 0> {
    /// The type of `Ok`.
    type Ok;
    /// The type of `Err`.
    type Err;

    /// Returns the `Result`.
    ///
    /// # Errors
    /// Returns its error.
    fn result(self) -> Result<Self::Ok, Self::Err>;
}

impl<T, E, const CHECK: usize> Fallible<CHECK> for Result<T, E> {
    type Ok = T;
    type Err = E;

    fn result(self) -> Self {
        self
    }
}

/// Implements `Returns` for an element of a tuple, which an alias of `Result` hides.
macro_rules! element {
    (($($element:ident)*) $at:ty, $ty:ident) => {
        impl<$($element),*> Returns<$at> for ($($element),*) {
            type Ty = $ty;
        }
    };
}
macro_rules! elements {
    ($($tuple:tt: $($at:ty => $ty:ident),*;)*) => {
        $($(element! { $tuple $at, $ty })*)*
    };
}

elements! {
    (A B): () => A, ((),) => B;
    (A B C): () => A, ((),) => B, (((),),) => C;
    (A B C D): () => A, ((),) => B, (((),),) => C, ((((),),),) => D;
    (A B C D E): () => A, ((),) => B, (((),),) => C, ((((),),),) => D, (((((),),),),) => E;
    (A B C D E F): () => A, ((),) => B, (((),),) => C, ((((),),),) => D, (((((),),),),) => E, ((((((),),),),),) => F;
}

/// A value that two steps take.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is needed by `{First}` and again by `{Second}`, but it is not `Clone`",
    label = "taken by value here, and needed again later",
    note = "implement `Clone` for `{Self}`, or take it by reference (`&T`) in one of the two"
)]
pub trait NeededTwice<First, Second>: Sized {
    /// Returns a copy for the first step.
    #[must_use]
    fn copy(&self) -> Self;
}
impl<T: Clone, First, Second> NeededTwice<First, Second> for T {
    fn copy(&self) -> Self {
        self.clone()
    }
}

/// Returns a copy for the first of two steps.
#[inline]
pub fn duplicate<T: NeededTwice<First, Second>, First, Second>(value: &T) -> T {
    value.copy()
}

/// A value behind a reference that a task takes by value.
#[diagnostic::on_unimplemented(
    message = "`{Reader}` takes `{Self}` by value, but only a reference is available here, and `{Self}` is not `Clone`",
    label = "taken by value here",
    note = "implement `Clone` for `{Self}`; or take it by reference (`&T`) in the task, or by value (`T`) in the pipeline"
)]
pub trait Taken<Reader>: Sized {
    /// Returns a copy for the task.
    #[must_use]
    fn copy(&self) -> Self;
}
impl<T: Clone, Reader> Taken<Reader> for T {
    fn copy(&self) -> Self {
        self.clone()
    }
}

/// A reference whose value a step takes.
#[derive(Debug)]
pub struct Own<'a, T: ?Sized>(pub &'a T);

impl<T> Own<'_, T> {
    /// Returns a copy of the value.
    #[must_use]
    pub fn own<Reader>(&self) -> T
    where
        T: Taken<Reader>,
    {
        self.0.copy()
    }
}

/// The other half of [`Own`]: method lookup finds this if the value is unsized, such as a `str`.
pub trait ToOwn<T: ToOwned + ?Sized> {
    /// Returns the owned form of the value.
    #[must_use]
    fn own<Reader>(&self) -> T::Owned;
}

impl<T: ToOwned + ?Sized> ToOwn<T> for Own<'_, T> {
    fn own<Reader>(&self) -> T::Owned {
        self.0.to_owned()
    }
}

/// An argument of a task with a `retry`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is passed to every attempt, but it is not `Clone`",
    label = "taken by value in each attempt",
    note = "implement `Clone` for `{Self}`, take it by reference (`&T`), or remove `retry`"
)]
pub trait Retried: Sized {
    /// Returns a copy for an attempt.
    #[must_use]
    fn copy(&self) -> Self;
}
impl<T: Clone> Retried for T {
    fn copy(&self) -> Self {
        self.clone()
    }
}

/// A return of a stream task. The reader of the end event gets it as well.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is both sent in the end event and returned, but it is not `Clone`",
    label = "copied out of the end event",
    note = "implement `Clone` for `{Self}`, or put it into an `Arc`"
)]
pub trait Sent: Sized {
    /// Returns a copy for the later steps.
    #[must_use]
    fn copy(&self) -> Self;
}
impl<T: Clone> Sent for T {
    fn copy(&self) -> Self {
        self.clone()
    }
}

/// Copies a return out of the end event.
#[inline]
pub fn take<T: Sent>(value: &T) -> T {
    value.copy()
}

/// A written expression, as the reader of a value in messages.
#[derive(Debug)]
pub struct Expression;

/// The output of a pipeline, as the reader of a value in messages.
#[derive(Debug)]
pub struct Output;

/// A name in an expression. It is the value if the type is `Copy`, and a reference otherwise, so it never moves or clones.
#[derive(Debug)]
pub struct Name<'a, T: ?Sized>(pub &'a T);

impl<T: Copy> Name<'_, T> {
    /// Returns the value.
    #[must_use]
    pub fn value(&self) -> T {
        *self.0
    }
}

impl<T, E> Name<'_, Result<T, E>> {
    /// True for a `Result` under any name.
    pub const IS_RESULT: bool = true;
}

/// The other half of [`Name`]: lookup finds this if the type is not `Copy`, or if it is not a `Result`.
pub trait ToValue<'a, T: ?Sized> {
    /// False: the type is not a `Result`.
    const IS_RESULT: bool = false;

    /// Returns a reference to the value.
    fn value(&self) -> &'a T;
}

impl<'a, T: ?Sized> ToValue<'a, T> for Name<'a, T> {
    fn value(&self) -> &'a T {
        self.0
    }
}

/// A name that a pattern binds. It is a reference to the value, whether or not the binding is a reference.
#[derive(Debug)]
pub struct Bound<'a, T>(pub &'a T);

impl<'r, T: ?Sized> Bound<'_, &'r T> {
    /// Returns the reference.
    #[must_use]
    pub fn get(&self) -> &'r T {
        self.0
    }
}

/// The other half of [`Bound`]: method lookup finds this if the value is not a reference.
pub trait ToRef<'a, T> {
    /// Returns a reference to the value.
    fn get(&self) -> &'a T;
}

impl<'a, T> ToRef<'a, T> for Bound<'a, T> {
    fn get(&self) -> &'a T {
        self.0
    }
}

/// A type that must be the same in every arm.
#[diagnostic::on_unimplemented(
    message = "a name has different types: `{First}` in one arm, and `{Self}` in another",
    label = "expected `{First}`, found `{Self}`",
    note = "return the same type in all arms, or rename one of the two: `-> [name as another_name]`"
)]
pub trait Agrees<First> {
    /// Returns the value.
    fn agreed(self) -> First;
}
impl<T> Agrees<T> for T {
    fn agreed(self) -> T {
        self
    }
}

/// Checks the type of a value that several arms give.
#[inline]
pub fn same_type<First, This: Agrees<First>>(value: This) -> First {
    value.agreed()
}

/// The type of a value that a turn of a `repeat` passes to the next turn.
#[diagnostic::on_unimplemented(
    message = "a value of this `repeat` changes its type: it is `{Before}` before an iteration, and `{Self}` after it",
    label = "expected `{Before}`, found `{Self}`",
    note = "a value that is passed to the next iteration keeps its type; rename the output: `-> [name as another_name]`"
)]
pub trait Carries<Before> {
    /// Returns the value.
    fn carried(self) -> Before;
}
impl<T> Carries<T> for T {
    fn carried(self) -> T {
        self
    }
}

/// Checks the type of a value that a turn passes to the next turn.
#[inline]
pub fn loop_value<Before, After: Carries<Before>>(value: After) -> Before {
    value.carried()
}

/// The owned form of a `&T`, if `T` can be copied.
#[derive(Debug)]
pub struct Kept<'a, T: ?Sized>(pub &'a T);

impl<T: ToOwned + ?Sized> Kept<'_, T> {
    /// Returns a copy.
    #[must_use]
    pub fn keep(&self) -> Option<T::Owned> {
        Some(self.0.to_owned())
    }
}

/// The other half of [`Kept`]: method lookup finds this if the value cannot be copied.
pub trait KeepNothing<T: ?Sized> {
    /// Returns `None`.
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
