//! The collection of a `map`, and the error if it cannot be iterated over.

/// The collection of a `map`.
///
/// Its method `items` is the method below if the collection can be iterated over. If not, method lookup finds
/// [`NoItems`], which requires `Collection`: a bound on a function would report `Iterator`, and fail again in the body.
#[derive(Debug)]
pub struct Source<T>(pub T);

impl<T: IntoIterator> Source<T> {
    /// Returns the collection.
    pub fn items(self) -> T {
        self.0
    }
}

/// The bound that the message about a collection reports.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be iterated over",
    label = "expected a collection",
    note = "`map` takes a collection, such as a `Vec`"
)]
pub trait Collection: Sized {
    /// The collection.
    type Items: IntoIterator;
}
impl<T> Collection for Vec<T> {
    type Items = Self;
}

/// The other half of [`Source`].
pub trait NoItems<T> {
    /// Never called: a collection has the inherent method.
    fn items(self) -> T::Items
    where
        T: Collection;
}

impl<T> NoItems<T> for Source<T> {
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
