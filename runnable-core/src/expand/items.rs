//! The source of the items of a `map`, and the error if it has none.

use super::values::Failure;
use crate::{id::Error, step::Streamed};
use futures_core::Stream;
use std::{cell::Cell, fmt};

/// The source of the items of a `map`.
///
/// Its method `items` is the method below if the source can be iterated over. If not, method lookup finds [`NoItems`]: by value
/// for a stream of results, by reference for any other stream, and by mutable reference for everything else. That requires
/// `Collection`: a bound on a function would report `Iterator`, and fail again in the body.
pub struct Source<T>(Cell<Option<T>>);

impl<T> Source<T> {
    /// Wraps a source.
    #[inline]
    pub fn new(source: T) -> Self {
        Self(Cell::new(Some(source)))
    }

    #[inline]
    fn taken(&self) -> T {
        self.0.take().unwrap_or_else(|| unreachable!("it is taken once"))
    }
}

impl<T: IntoIterator> Source<T> {
    /// Returns the collection.
    #[inline]
    pub fn items(self) -> T {
        self.taken()
    }
}

impl<T> fmt::Debug for Source<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Source")
    }
}

/// The bound that the message about a source reports.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be iterated over",
    label = "expected a collection",
    note = "`map` takes a collection, such as a `Vec`, or a `Stream`"
)]
pub trait Collection: Sized {
    /// The collection.
    type Items: IntoIterator;
}
impl<T> Collection for Vec<T> {
    type Items = Self;
}

/// The other half of [`Source`]. `C` is a collection, and `E` is the error of a stream of results.
pub trait NoItems<C, E> {
    /// The items.
    type Items
    where
        C: Collection;

    /// Returns the items of a stream.
    fn items(self) -> Self::Items
    where
        C: Collection,
        E: Failure;
}

impl<S: Stream<Item = Result<T, E>>, T, E> NoItems<Vec<T>, E> for Source<S> {
    type Items = Streamed<S, T>;

    fn items(self) -> Streamed<S, T>
    where
        E: Failure,
    {
        Streamed::new(self.taken(), |item| item.map_err(|error| Error::failed(error.boxed(), true)))
    }
}

impl<S: Stream> NoItems<Vec<S::Item>, String> for &Source<S> {
    type Items = Streamed<S, S::Item>;

    fn items(self) -> Streamed<S, S::Item> {
        Streamed::new(self.taken(), Ok)
    }
}

impl<T> NoItems<T, String> for &mut Source<T> {
    type Items
        = T::Items
    where
        T: Collection;

    fn items(self) -> T::Items
    where
        T: Collection,
    {
        unreachable!("a collection has its own `items`")
    }
}

/// An item of a `map`. The expansion takes it through a method: if the item has no type, a method call on it is not
/// another error, and suppresses those in the body.
pub trait Item: Sized {
    /// Returns the item.
    #[must_use]
    fn into_item(self) -> Self {
        self
    }

    /// Takes the item apart. rustc reports the pattern of a closure that does not match every item without a proposal of
    /// `let .. else`.
    #[inline]
    fn apart<T>(self, parts: impl FnOnce(Self) -> T) -> T {
        parts(self)
    }
}
impl<T> Item for T {}
