//! The store of contents.

#[cfg(feature = "s3")]
use super::probe::Probe;
use super::{blob::Digest, failure, uploads::Uploads};
use crate::error::{StoreError, StoreErrorKind};
use object_store::{ObjectStore, ObjectStoreExt, memory::InMemory, path::Path as Location};
use std::{
    fmt,
    path::{Path, PathBuf},
    sync::Arc,
};

/// A store of contents, each kept once under its BLAKE3 hash. A clone is the same store.
///
/// Its methods must be called within a tokio runtime. Stored contents are durable: a local catalog is flushed to the disk before
/// a put returns.
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
/// assert_eq!(blob, store.put_bytes("hello").await?); // not stored again
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
    /// The address as the user wrote it, without secrets.
    name: String,
    /// The folder, if the store is on this machine.
    pub(super) root: Option<PathBuf>,
    pub(super) uploads: Uploads,
    #[cfg(feature = "s3")]
    pub(super) probe: Option<Probe>,
}

impl CatalogStore {
    /// Creates a store in memory, which is gone with its last clone.
    #[must_use]
    pub fn memory() -> Self {
        Self::new(Arc::new(InMemory::new()), "memory:".to_owned(), None)
    }

    /// Creates a store on any object store. Errors call the store `name`.
    #[must_use]
    pub fn from_object_store(objects: Arc<dyn ObjectStore>, name: impl Into<String>) -> Self {
        Self::new(objects, name.into(), None)
    }

    pub(super) fn new(objects: Arc<dyn ObjectStore>, name: String, root: Option<PathBuf>) -> Self {
        let inner = Inner {
            objects,
            name,
            root,
            uploads: Uploads::default(),
            #[cfg(feature = "s3")]
            probe: None,
        };
        Self { inner: Arc::new(inner) }
    }

    /// Sets the access for [`check`](Self::check).
    #[cfg(feature = "s3")]
    pub(super) fn with_probe(self, probe: Probe) -> Self {
        let Inner { objects, name, root, .. } = &*self.inner;
        let (objects, name, root) = (Arc::clone(objects), name.clone(), root.clone());
        Self { inner: Arc::new(Inner { objects, name, root, uploads: Uploads::default(), probe: Some(probe) }) }
    }

    /// Checks that the bucket of a catalog in S3 can be reached and read. Other catalogs are not checked.
    ///
    /// # Errors
    /// Returns an error of the kind `Unreachable` if the endpoint does not answer, `Invalid` if it refuses the key, `ReadOnly` if it
    /// does not permit the access, and `NotFound` if the bucket does not exist.
    #[cfg_attr(not(feature = "s3"), expect(clippy::unused_async, reason = "only S3 is checked"))]
    pub async fn check(&self) -> Result<(), StoreError> {
        #[cfg(feature = "s3")]
        if let Some(probe) = &self.inner.probe {
            let failed = |error: StoreError| error.context(format!("the catalog `{}` cannot be used", self.inner.name));
            probe.check().await.map_err(failed)?;
        }
        Ok(())
    }

    /// Returns the folder of the store, or `None` if the store is not a folder on this machine.
    #[must_use]
    pub fn root(&self) -> Option<&Path> {
        self.inner.root.as_deref()
    }

    /// Returns whether the store has a content.
    ///
    /// # Errors
    /// Returns an error of the kind `Invalid` if the hash is invalid, and the errors of the object store.
    pub async fn contains(&self, hash: &str) -> Result<bool, StoreError> {
        Ok(self.size_at(&Digest::parse(hash)?.location()).await?.is_some())
    }

    /// Returns the size of the object at a location, or `None` if there is no object.
    pub(super) async fn size_at(&self, location: &Location) -> Result<Option<u64>, StoreError> {
        match self.inner.objects.head(location).await {
            Ok(object) => Ok(Some(object.size)),
            Err(object_store::Error::NotFound { .. }) => Ok(None),
            Err(error) => Err(self.failed("cannot be read", error)),
        }
    }

    pub(super) fn failed(&self, problem: &str, error: object_store::Error) -> StoreError {
        failure::of_store(format!("the catalog `{}` {problem}", self.inner.name), error)
    }

    pub(super) fn error(&self, kind: StoreErrorKind, problem: impl fmt::Display) -> StoreError {
        StoreError::new(kind, format!("{problem} in the catalog `{}`", self.inner.name))
    }
}

impl fmt::Debug for CatalogStore {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("CatalogStore").field(&self.inner.name).finish()
    }
}
