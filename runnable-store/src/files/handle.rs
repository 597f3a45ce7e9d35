//! The catalog, as a step sees it.

use super::{
    Blob, BlobStream, CatalogStore, Records, Workspace,
    failure::{blocking, of_file},
    pattern::Pattern,
    workspace::split,
};
use crate::{ArtifactRecord, StoreError, StoreErrorKind};
use bytes::{Bytes, BytesMut};
use futures_core::Stream;
use futures_util::{StreamExt, TryStreamExt, stream};
use std::{
    collections::BTreeMap,
    fmt, io,
    sync::Arc,
    time::{SystemTime, UNIX_EPOCH},
};

/// How many files of a pattern are on their way at once.
const FILES_AT_ONCE: usize = 4;

/// The files of a run, as one attempt of one of its steps puts and gets them; a handle that is cheap to clone.
///
/// A name is a relative path with `/`. What was put last under a name is what is got.
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
    /// The largest content that [`get`](Self::get) reads into memory, in bytes: 64 MiB.
    pub const MAX_IN_MEMORY: u64 = 64 << 20;

    /// The catalog of an attempt (from 1) of the step at the path `step`.
    pub fn new(
        store: CatalogStore,
        workspace: Workspace,
        records: Arc<dyn Records>,
        step: impl Into<String>,
        attempt: u32,
    ) -> Self {
        let workspace = match store.root() {
            Some(root) => workspace.ignore(root),
            None => workspace,
        };
        Self { inner: Arc::new(Inner { store, workspace, records, step: step.into(), attempt }) }
    }

    /// Stores a file of the workspace under its name.
    ///
    /// # Errors
    /// `NotFound` where there is none; `Invalid` for a name that leaves the workspace; what [`CatalogStore::put_file`] fails with.
    pub async fn put(&self, name: &str) -> Result<ArtifactRecord, StoreError> {
        let blob = self.inner.store.put_file(&self.path(name).await?).await?;
        self.record(name, blob, true).await
    }

    /// Stores what is in memory under a name. The workspace is left as it is.
    ///
    /// # Errors
    /// `Invalid` for a name that cannot be; what [`CatalogStore::put_bytes`] fails with.
    pub async fn put_bytes(&self, name: &str, content: impl Into<Bytes>) -> Result<ArtifactRecord, StoreError> {
        split(name)?;
        let blob = self.inner.store.put_bytes(content).await?;
        self.record(name, blob, true).await
    }

    /// Stores what a stream gives under a name. The workspace is left as it is.
    ///
    /// # Errors
    /// `Invalid` for a name that cannot be; what [`CatalogStore::put_stream`] fails with.
    pub async fn put_stream(
        &self,
        name: &str,
        content: impl Stream<Item = io::Result<Bytes>>,
    ) -> Result<ArtifactRecord, StoreError> {
        split(name)?;
        let blob = self.inner.store.put_stream(content).await?;
        self.record(name, blob, true).await
    }

    /// Stores the files of the workspace that match at least one of the patterns, as [`Workspace::find`] does. They are recorded when all
    /// are stored.
    ///
    /// # Errors
    /// `NotFound` for a pattern that matches nothing, before anything is stored; those of [`put`](Self::put).
    pub async fn put_globs(&self, globs: &[&str]) -> Result<Vec<ArtifactRecord>, StoreError> {
        let workspace = self.inner.workspace.clone();
        let globs: Vec<_> = globs.iter().map(|glob| (*glob).to_owned()).collect();
        let found = blocking(move || workspace.find(&globs.iter().map(String::as_str).collect::<Vec<_>>())).await?;
        let puts = found.into_iter().map(|file| async move {
            let blob = self.inner.store.put_file(&file.path).await?;
            Ok::<_, StoreError>((file.name, blob))
        });
        let stored: Vec<_> = stream::iter(puts).buffered(FILES_AT_ONCE).try_collect().await?;
        let mut records = Vec::with_capacity(stored.len());
        for (name, blob) in stored {
            records.push(self.record(&name, blob, true).await?);
        }
        Ok(records)
    }

    /// Reads a file of the run into memory.
    ///
    /// # Errors
    /// `NotFound`; `Corrupt` where its content is damaged; `Invalid` where it is larger than [`MAX_IN_MEMORY`](Self::MAX_IN_MEMORY).
    pub async fn get(&self, name: &str) -> Result<Bytes, StoreError> {
        let file = self.latest(name).await?;
        let mut content = self.inner.store.open_blob(&file.hash).await?;
        // A damaged one may have any size.
        if file.size.max(content.size()) > Self::MAX_IN_MEMORY {
            let (size, most) = (file.size.max(content.size()), Self::MAX_IN_MEMORY);
            let what = format!(
                "`{name}` has {size} bytes, and `get` reads {most} at most: use `stream` or `get_to_workspace`"
            );
            return Err(StoreError::new(StoreErrorKind::Invalid, what));
        }
        let mut whole = BytesMut::with_capacity(usize::try_from(content.size()).unwrap_or_default());
        while let Some(chunk) = content.next().await {
            whole.extend_from_slice(&chunk?);
        }
        self.record(name, Blob { hash: file.hash, size: file.size }, false).await?;
        Ok(whole.freeze())
    }

    /// Reads a file of the run as a stream.
    ///
    /// # Errors
    /// `NotFound`. The stream ends with `Corrupt` where the content is damaged.
    pub async fn stream(&self, name: &str) -> Result<BlobStream, StoreError> {
        let file = self.latest(name).await?;
        let content = self.inner.store.open_blob(&file.hash).await?;
        self.record(name, Blob { hash: file.hash, size: file.size }, false).await?;
        Ok(content)
    }

    /// Writes a file of the run to the workspace, under its name.
    ///
    /// # Errors
    /// `NotFound`; `Corrupt` where its content is damaged; `Invalid`, `Full`, `ReadOnly` where it cannot be written.
    pub async fn get_to_workspace(&self, name: &str) -> Result<ArtifactRecord, StoreError> {
        let file = self.latest(name).await?;
        self.fetch(file).await
    }

    /// Writes the files of the run that match at least one of the patterns to the workspace.
    ///
    /// # Errors
    /// `NotFound` for a pattern that matches nothing, before anything is written; those of
    /// [`get_to_workspace`](Self::get_to_workspace).
    pub async fn get_globs(&self, globs: &[&str]) -> Result<Vec<ArtifactRecord>, StoreError> {
        let files = self.files().await?;
        let mut matched = BTreeMap::new();
        for glob in globs {
            let pattern = Pattern::parse(glob)?;
            let these: Vec<_> = files.iter().filter(|(name, _)| pattern.matches(name)).collect();
            if these.is_empty() {
                let what = format!("no file of this run matches `{glob}`");
                return Err(StoreError::new(StoreErrorKind::NotFound, what));
            }
            matched.extend(these);
        }
        let gets = matched.into_values().map(|file| self.fetch(file.clone()));
        stream::iter(gets.collect::<Vec<_>>()).buffered(FILES_AT_ONCE).try_collect().await
    }

    /// The files of the run, the latest of each name, sorted by name.
    ///
    /// # Errors
    /// What the run's log fails with.
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
            StoreError::new(StoreErrorKind::NotFound, format!("this run has no file `{name}` in its catalog"))
        })
    }

    async fn fetch(&self, file: ArtifactRecord) -> Result<ArtifactRecord, StoreError> {
        let path = self.path(&file.name).await?;
        self.inner.store.get_to(&file.hash, &path).await?;
        self.record(&file.name, Blob { hash: file.hash, size: file.size }, false).await
    }

    async fn path(&self, name: &str) -> Result<std::path::PathBuf, StoreError> {
        let (workspace, name) = (self.inner.workspace.clone(), name.to_owned());
        blocking(move || workspace.resolve(&name)).await
    }

    async fn record(&self, name: &str, blob: Blob, put: bool) -> Result<ArtifactRecord, StoreError> {
        let now = SystemTime::now().duration_since(UNIX_EPOCH);
        let now = now.map_err(|error| of_file("the clock of this machine is before 1970", io::Error::other(error)))?;
        let record = ArtifactRecord {
            name: name.to_owned(),
            step: self.inner.step.clone(),
            attempt: self.inner.attempt,
            put,
            hash: blob.hash,
            size: blob.size,
            media_type: mime_guess::from_path(name).first_raw().unwrap_or("application/octet-stream").to_owned(),
            at: i64::try_from(now.as_millis()).unwrap_or(i64::MAX),
        };
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
