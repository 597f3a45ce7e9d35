//! What a `map` iterates over, and what is said where it cannot.

/// The source of a `map`.
///
/// Its `items` is the method below where the source can be iterated over. Where it cannot, method lookup comes to
/// [`NoItems`], which asks for `Collection`: a bound on a function would speak of `Iterator`, and fail again in the body.
#[derive(Debug)]
pub struct Source<T>(pub T);

impl<T: IntoIterator> Source<T> {
    /// The source itself.
    pub fn items(self) -> T {
        self.0
    }
}

/// What the message about a source asks for.
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
    /// Never called: a collection has the method above.
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

/// An item, taken by a method: the call of a method on an item that has no type is no error of its own, but keeps the
/// body quiet.
pub trait Item: Sized {
    /// The item itself.
    #[must_use]
    fn into_item(self) -> Self {
        self
    }
}
impl<T> Item for T {}
