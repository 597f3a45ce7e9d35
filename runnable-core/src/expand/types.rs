//! Types that expansions name instead of copying the tokens of the user.

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
