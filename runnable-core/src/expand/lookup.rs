//! A value whose methods depend on the traits of its type, without bounds in the expansion.
//!
//! Method lookup takes the methods of [`Value`] if the type allows them, and those of [`Otherwise`] if not.

use super::Keep;

/// A reference to a value.
#[derive(Debug)]
pub struct Value<'a, T: ?Sized>(pub &'a T);

/// A name in an expression: the value if the type is `Copy`, and a reference otherwise, so it never moves or clones.
impl<T: Copy> Value<'_, T> {
    /// Returns the value.
    #[must_use]
    pub fn value(&self) -> T {
        *self.0
    }
}

/// A name that a pattern binds: a reference to the value, whether or not the binding is a reference.
impl<'r, T: ?Sized> Value<'_, &'r T> {
    /// Returns the reference.
    #[must_use]
    pub fn get(&self) -> &'r T {
        self.0
    }
}

/// A reference whose value a step takes.
impl<T> Value<'_, T> {
    /// Returns a copy of the value.
    #[must_use]
    pub fn own<Reader>(&self) -> T
    where
        T: Taken<Reader>,
    {
        self.0.copy()
    }
}

/// The input of a double, if it can be copied.
impl<T: ToOwned + ?Sized> Value<'_, T> {
    /// Returns a copy.
    #[must_use]
    pub fn keep(&self) -> Option<T::Owned> {
        Some(self.0.to_owned())
    }
}

/// A value that may have `PartialEq`.
impl<T: PartialEq + ?Sized> Value<'_, T> {
    /// Returns whether the value equals another, or `None` if its type has no `PartialEq`.
    pub fn same(&self, other: &T) -> Option<bool> {
        Some(self.0 == other)
    }
}

impl<T, E> Value<'_, Result<T, E>> {
    /// True for a `Result` under any name.
    pub const IS_RESULT: bool = true;
}

/// The other half of [`Value`].
pub trait Otherwise<'a, T: ?Sized> {
    /// False: the type is not a `Result`.
    const IS_RESULT: bool = false;

    /// Returns a reference to the value.
    fn value(&self) -> &'a T;

    /// Returns a reference to the value, which is not a reference itself.
    fn get(&self) -> &'a T
    where
        T: Sized;

    /// Returns the owned form of an unsized value, such as a `str`.
    #[must_use]
    fn own<Reader>(&self) -> T::Owned
    where
        T: ToOwned;

    /// Returns `None`, as the value cannot be copied.
    fn keep(&self) -> Option<<T as Keep>::Owned>
    where
        T: Keep,
    {
        None
    }

    /// Returns `None`.
    fn same<U: ?Sized>(&self, _: &U) -> Option<bool> {
        None
    }
}

impl<'a, T: ?Sized> Otherwise<'a, T> for Value<'a, T> {
    fn value(&self) -> &'a T {
        self.0
    }

    fn get(&self) -> &'a T
    where
        T: Sized,
    {
        self.0
    }

    fn own<Reader>(&self) -> T::Owned
    where
        T: ToOwned,
    {
        self.0.to_owned()
    }
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

#[diagnostic::do_not_recommend]
impl<T: Clone, Reader> Taken<Reader> for T {
    fn copy(&self) -> Self {
        self.clone()
    }
}
