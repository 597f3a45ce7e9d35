//! The catalog of a step.

use super::{
    blob::Blob, download::BlobStream, failure::blocking, pattern::Pattern, records::Records, store::CatalogStore,
    workspace::Workspace, workspace::split,
};
use crate::{
    error::{StoreError, StoreErrorKind},
    log::api::ArtifactRecord,
};
use bytes::{Bytes, BytesMut};
use futures_core::Stream;
use futures_util::{StreamExt, TryStreamExt, stream};
use std::{collections::BTreeMap, fmt, io, path::PathBuf, sync::Arc};

/// The number of files that a method transfers concurrently.
const CONCURRENT_FILES: usize = 4;

/// The files of a run, as an attempt of a step puts and gets them. A clone is cheap.
///
/// The name of a file is a relative path with `/`. If several steps put a file of a name, a get returns the latest.
#[derive(Clone)]
pub struct Catalog {
    inner: Arc<Inner>,
}

struct Inner {
    store: CatalogStore,
    workspace: Workspace,
    records: Arc<dyn Records>,
    step: String,
    attempt: u32,
}

impl Catalog {
    /// The maximum size in bytes of a file that [`get`](Self::get) returns: 64 MiB.
    pub const MAX_IN_MEMORY: u64 = 64 << 20;

    /// Returns the catalog of an attempt (from 1) of the step at the path `step`.
    pub fn new(
        store: CatalogStore,
        workspace: Workspace,
        records: Arc<dyn Records>,
        step: impl Into<String>,
        attempt: u32,
    ) -> Self {
        // A store inside the workspace is not a file of the run.
        let workspace = match store.root() {
            Some(root) => workspace.ignore(root),
            None => workspace,
        };
        Self { inner: Arc::new(Inner { store, workspace, records, step: step.into(), attempt }) }
    }

    /// Puts a file of the workspace.
    ///
    /// # Errors
    /// Returns an error of the kind `NotFound` if the file does not exist, `Invalid` if the name leaves the workspace, and the
    /// errors of [`CatalogStore::put_file`].
    pub async fn put(&self, name: &str) -> Result<ArtifactRecord, StoreError> {
        let blob = self.inner.store.put_file(&self.path(name).await?).await?;
        self.record(name, blob, true).await
    }

    /// Puts a content from memory under a name. The workspace does not change.
    ///
    /// # Errors
    /// Returns an error of the kind `Invalid` if the name is invalid, and the errors of [`CatalogStore::put_bytes`].
    pub async fn put_bytes(&self, name: &str, content: impl Into<Bytes>) -> Result<ArtifactRecord, StoreError> {
        split(name)?;
        let blob = self.inner.store.put_bytes(content).await?;
        self.record(name, blob, true).await
    }

    /// Puts the content of a stream under a name. The workspace does not change.
    ///
    /// # Errors
    /// Returns an error of the kind `Invalid` if the name is invalid, and the errors of [`CatalogStore::put_stream`].
    pub async fn put_stream(
        &self,
        name: &str,
        content: impl Stream<Item = io::Result<Bytes>>,
    ) -> Result<ArtifactRecord, StoreError> {
        split(name)?;
        let blob = self.inner.store.put_stream(content).await?;
        self.record(name, blob, true).await
    }

    /// Puts the files of the workspace that match at least one pattern, as [`Workspace::find`] does. The files are recorded after
    /// all of them are stored.
    ///
    /// # Errors
    /// Returns an error of the kind `NotFound`, before anything is stored, if a pattern matches no file, and the errors of
    /// [`put`](Self::put).
    pub async fn put_globs(&self, globs: &[&str]) -> Result<Vec<ArtifactRecord>, StoreError> {
        let workspace = self.inner.workspace.clone();
        let globs: Vec<_> = globs.iter().map(|glob| (*glob).to_owned()).collect();
        let found = blocking(move || workspace.find(&globs.iter().map(String::as_str).collect::<Vec<_>>())).await?;
        let puts = found.into_iter().map(|file| async move {
            let blob = self.inner.store.put_file(&file.path).await?;
            Ok::<_, StoreError>((file.name, blob))
        });
        let stored: Vec<_> = stream::iter(puts).buffered(CONCURRENT_FILES).try_collect().await?;
        let mut records = Vec::with_capacity(stored.len());
        for (name, blob) in stored {
            records.push(self.record(&name, blob, true).await?);
        }
        Ok(records)
    }

    /// Gets a file into memory.
    ///
    /// # Errors
    /// Returns an error of the kind `NotFound` if the run has no file with this name, `Corrupt` if the content is damaged, and
    /// `Invalid` if the content is larger than [`MAX_IN_MEMORY`](Self::MAX_IN_MEMORY).
    pub async fn get(&self, name: &str) -> Result<Bytes, StoreError> {
        let file = self.latest(name).await?;
        let mut content = self.inner.store.open_blob(&file.hash).await?;
        // A damaged content may be larger than the record says.
        let (size, max) = (file.size.max(content.size()), Self::MAX_IN_MEMORY);
        if size > max {
            let message = format!(
                "`{name}` has {size} bytes, more than the limit of `get` ({max}): use `stream` or `get_to_workspace`"
            );
            return Err(StoreError::new(StoreErrorKind::Invalid, message));
        }
        let mut whole = BytesMut::with_capacity(usize::try_from(content.size()).unwrap_or_default());
        while let Some(chunk) = content.next().await {
            whole.extend_from_slice(&chunk?);
        }
        self.record(name, Blob { hash: file.hash, size: file.size }, false).await?;
        Ok(whole.freeze())
    }

    /// Gets a file as a stream.
    ///
    /// # Errors
    /// Returns an error of the kind `NotFound` if the run has no file with this name. The stream ends with an error of the kind
    /// `Corrupt` if the content is damaged.
    pub async fn stream(&self, name: &str) -> Result<BlobStream, StoreError> {
        let file = self.latest(name).await?;
        let content = self.inner.store.open_blob(&file.hash).await?;
        self.record(name, Blob { hash: file.hash, size: file.size }, false).await?;
        Ok(content)
    }

    /// Gets a file into the workspace, under its name.
    ///
    /// # Errors
    /// Returns an error of the kind `NotFound` if the run has no file with this name, `Corrupt` if the content is damaged, and
    /// `Invalid`, `Full` or `ReadOnly` if the file cannot be written.
    pub async fn get_to_workspace(&self, name: &str) -> Result<ArtifactRecord, StoreError> {
        let file = self.latest(name).await?;
        self.fetch(file).await
    }

    /// Gets the files that match at least one pattern into the workspace.
    ///
    /// # Errors
    /// Returns an error of the kind `NotFound`, before anything is written, if a pattern matches no file, and the errors of
    /// [`get_to_workspace`](Self::get_to_workspace).
    pub async fn get_globs(&self, globs: &[&str]) -> Result<Vec<ArtifactRecord>, StoreError> {
        let files = self.files().await?;
        let mut matched = BTreeMap::new();
        for glob in globs {
            let pattern = Pattern::parse(glob)?;
            let selected: Vec<_> = files.iter().filter(|(name, _)| pattern.matches(name)).collect();
            if selected.is_empty() {
                let message = format!("no file of this run matches `{glob}`");
                return Err(StoreError::new(StoreErrorKind::NotFound, message));
            }
            matched.extend(selected);
        }
        let gets = matched.into_values().map(|file| self.fetch(file.clone()));
        stream::iter(gets.collect::<Vec<_>>()).buffered(CONCURRENT_FILES).try_collect().await
    }

    /// Returns the files of the run, the latest of each name, sorted by name.
    ///
    /// # Errors
    /// Returns the errors of the run log.
    pub async fn list(&self) -> Result<Vec<ArtifactRecord>, StoreError> {
        Ok(self.files().await?.into_values().collect())
    }

    async fn files(&self) -> Result<BTreeMap<String, ArtifactRecord>, StoreError> {
        let all = self.inner.records.artifacts().await?;
        Ok(all.into_iter().filter(|file| file.put).map(|file| (file.name.clone(), file)).collect())
    }

    async fn latest(&self, name: &str) -> Result<ArtifactRecord, StoreError> {
        split(name)?;
        let all = self.inner.records.artifacts().await?;
        let latest = all.into_iter().rfind(|file| file.put && file.name == name);
        latest.ok_or_else(|| {
            let message = format!("the catalog of this run has no file `{name}`");
            StoreError::new(StoreErrorKind::NotFound, message)
        })
    }

    async fn fetch(&self, file: ArtifactRecord) -> Result<ArtifactRecord, StoreError> {
        let path = self.path(&file.name).await?;
        self.inner.store.get_to(&file.hash, &path).await?;
        self.record(&file.name, Blob { hash: file.hash, size: file.size }, false).await
    }

    async fn path(&self, name: &str) -> Result<PathBuf, StoreError> {
        let (workspace, name) = (self.inner.workspace.clone(), name.to_owned());
        blocking(move || workspace.resolve(&name)).await
    }

    async fn record(&self, name: &str, blob: Blob, put: bool) -> Result<ArtifactRecord, StoreError> {
        let mut record = ArtifactRecord::put(name, self.inner.step.clone(), self.inner.attempt, blob.hash, blob.size);
        record.put = put;
        if let Some(media_type) = mime_guess::from_path(name).first_raw() {
            media_type.clone_into(&mut record.media_type);
        }
        self.inner.records.record(record.clone()).await?;
        Ok(record)
    }
}

impl fmt::Debug for Catalog {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Inner { store, workspace, step, attempt, .. } = &*self.inner;
        f.debug_struct("Catalog")
            .field("store", store)
            .field("workspace", workspace)
            .field("step", step)
            .field("attempt", attempt)
            .finish_non_exhaustive()
    }
}
