//! Where contents are.

use super::{address, failure, once::Once};
use crate::{StoreError, StoreErrorKind};
use object_store::{ObjectStore, memory::InMemory, path::Path as Location};
use std::{
    fmt,
    path::{Path, PathBuf},
    sync::Arc,
};

/// A store of contents, each kept once under its BLAKE3 hash; a handle that is cheap to clone.
///
/// It is used within a tokio runtime. What it stored is durable: a local catalog is flushed to the disk before a `put` ends.
///
/// # Examples
/// ```
/// use runnable_store::catalog::CatalogStore;
///
/// # async fn example() -> Result<(), runnable_store::StoreError> {
/// let store = CatalogStore::memory();
/// let blob = store.put_bytes("hello").await?;
/// assert_eq!(blob.size, 5);
/// assert_eq!(blob.hash, "ea8f163db38682925e4491c5e58d4bb3506ef8c14eb78a86e908c5624a67200f");
/// assert_eq!(blob, store.put_bytes("hello").await?); // which is not stored again
/// # Ok(())
/// # }
/// # tokio::runtime::Builder::new_current_thread().build().unwrap().block_on(example()).unwrap();
/// ```
#[derive(Clone)]
pub struct CatalogStore {
    pub(super) inner: Arc<Inner>,
}

pub(super) struct Inner {
    pub(super) objects: Arc<dyn ObjectStore>,
    /// What the user wrote, without secrets.
    pub(super) name: String,
    /// Where it is, if it is on this machine.
    pub(super) root: Option<PathBuf>,
    pub(super) once: Once,
}

impl CatalogStore {
    /// Opens a catalog by its address: a path or `file://` (made where it is missing), `memory:`, or, with the feature `s3`,
    /// `s3://bucket/prefix`, whose keys, region and endpoint are taken from the environment's `AWS_*`.
    ///
    /// # Errors
    /// `Invalid` for an address that cannot be, `ReadOnly` or `Full` where the folder cannot be made. Nothing is sent over the network.
    pub fn open(address: &str) -> Result<Self, StoreError> {
        address::open(address)
    }

    /// A catalog that is gone with its last handle.
    #[must_use]
    pub fn memory() -> Self {
        Self::new(Arc::new(InMemory::new()), "memory:".to_owned(), None)
    }

    /// A catalog over any other object store; `name` is what errors call it.
    #[must_use]
    pub fn from_object_store(objects: Arc<dyn ObjectStore>, name: impl Into<String>) -> Self {
        Self::new(objects, name.into(), None)
    }

    pub(super) fn new(objects: Arc<dyn ObjectStore>, name: String, root: Option<PathBuf>) -> Self {
        Self { inner: Arc::new(Inner { objects, name, root, once: Once::default() }) }
    }

    /// The folder that it is in, where it is on this machine.
    #[must_use]
    pub fn root(&self) -> Option<&Path> {
        self.inner.root.as_deref()
    }

    /// Tells whether it has a content.
    ///
    /// # Errors
    /// `Invalid` for what is no hash; what the store below fails with.
    pub async fn contains(&self, hash: &str) -> Result<bool, StoreError> {
        Ok(self.size_at(&super::blob::Digest::parse(hash)?.location()).await?.is_some())
    }

    /// The size of what is there; `None` where nothing is.
    pub(super) async fn size_at(&self, location: &Location) -> Result<Option<u64>, StoreError> {
        use object_store::ObjectStoreExt;
        match self.inner.objects.head(location).await {
            Ok(about) => Ok(Some(about.size)),
            Err(object_store::Error::NotFound { .. }) => Ok(None),
            Err(error) => Err(self.failed("cannot be read", error)),
        }
    }

    pub(super) fn failed(&self, what: &str, error: object_store::Error) -> StoreError {
        failure::of_store(format!("the catalog `{}` {what}", self.inner.name), error)
    }

    pub(super) fn error(&self, kind: StoreErrorKind, what: impl fmt::Display) -> StoreError {
        StoreError::new(kind, format!("{what} in the catalog `{}`", self.inner.name))
    }
}

impl fmt::Debug for CatalogStore {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("CatalogStore").field(&self.inner.name).finish()
    }
}
