//! Writes contents to a catalog.

use super::{
    blob::{Blob, Digest},
    chunks::{Chunks, hash},
    failure::{blocking, of_file},
    store::CatalogStore,
};
use crate::error::{StoreError, StoreErrorKind};
use bytes::{Bytes, BytesMut};
use futures_core::Stream;
use futures_util::StreamExt;
use object_store::{ObjectStoreExt, PutPayload, WriteMultipart, path::Path as Location};
use std::{fs::File, io, io::Write, path::Path, pin::pin};

/// The maximum size in bytes of a content that is uploaded in one request, and the minimum size of a part of a larger content.
const PART: u64 = 8 << 20;
/// The number of parts that are uploaded concurrently.
const CONCURRENT_PARTS: usize = 4;
/// The maximum number of parts of an upload to S3.
const MAX_PARTS: u64 = 10_000;

impl CatalogStore {
    /// Stores a file.
    ///
    /// A file of more than 8 MiB is read in chunks: once to hash it, and, if its content is new, a second time to upload it.
    ///
    /// # Errors
    /// Returns an error of the kind `NotFound` if the file does not exist, `Invalid` if it is not a regular file or changes in the
    /// meantime, and `Full` or `ReadOnly` if the catalog cannot be written.
    ///
    /// # Cancel safety
    /// If the future is dropped, or the process dies, the catalog has the whole content, or nothing, under its hash.
    pub async fn put_file(&self, path: &Path) -> Result<Blob, StoreError> {
        let (mut chunks, size) = Chunks::open(path.to_owned()).await?;
        let mut small = (size <= PART).then(BytesMut::new);
        loop {
            let (next, chunk) = chunks.next().await?;
            chunks = next;
            let Some(chunk) = chunk else { break };
            // The file may grow while it is read.
            small = small.filter(|_| chunks.read() <= PART);
            if let Some(small) = &mut small {
                small.extend_from_slice(&chunk);
            }
        }
        let digest = Digest::of(chunks.hasher());
        let blob = Blob { hash: digest.hex(), size: chunks.read() };
        match small {
            Some(content) => self.put_small(digest, content.freeze()).await?,
            None => self.put_large(digest, &blob, path).await?,
        }
        Ok(blob)
    }

    /// Stores a content from memory.
    ///
    /// # Errors
    /// Returns an error of the kind `Full` or `ReadOnly` if the catalog cannot be written, and other errors of the object store.
    ///
    /// # Cancel safety
    /// As [`put_file`](Self::put_file).
    pub async fn put_bytes(&self, content: impl Into<Bytes>) -> Result<Blob, StoreError> {
        let content = content.into();
        let digest = Digest::of(&hash(blake3::Hasher::new(), &content).await?);
        let blob = Blob { hash: digest.hex(), size: content.len() as u64 };
        if blob.size <= PART {
            self.put_small(digest, content).await?;
            return Ok(blob);
        }
        let _guard = self.inner.uploads.lock(digest).await;
        let location = digest.location();
        if self.size_at(&location).await? != Some(blob.size) {
            let mut upload = self.start(&location, blob.size).await?;
            upload.put(content);
            upload.finish().await.map_err(|error| self.failed("cannot be written", error))?;
        }
        Ok(blob)
    }

    /// Stores the content of a stream. A content of more than 8 MiB is first written to a temporary file.
    ///
    /// # Errors
    /// Returns an error with the stream's own error as its source, and the errors of [`put_bytes`](Self::put_bytes).
    ///
    /// # Cancel safety
    /// As [`put_file`](Self::put_file).
    pub async fn put_stream(&self, content: impl Stream<Item = io::Result<Bytes>>) -> Result<Blob, StoreError> {
        let mut content = pin!(content);
        let mut small = BytesMut::new();
        let mut spool: Option<(File, tempfile::TempPath)> = None;
        while let Some(chunk) = content.next().await {
            small.extend_from_slice(
                &chunk.map_err(|error| of_file("a stream that was put into the catalog failed", error))?,
            );
            if small.len() as u64 > PART {
                let chunk = small.split();
                let file = spool.take();
                let spill = self.clone();
                spool = Some(blocking(move || spill.spill(file, &chunk)).await?);
            }
        }
        let Some((file, path)) = spool else { return self.put_bytes(small.freeze()).await };
        let spill = self.clone();
        let (_, path) = blocking(move || spill.spill(Some((file, path)), &small)).await?;
        self.put_file(&path).await
    }

    /// Appends to a temporary file. The file is on the disk of a local catalog, which needs space for the content anyway.
    fn spill(
        &self,
        spool: Option<(File, tempfile::TempPath)>,
        chunk: &[u8],
    ) -> Result<(File, tempfile::TempPath), StoreError> {
        let write = || {
            let (mut file, path) = match spool {
                Some(spool) => spool,
                None => match &self.inner.root {
                    Some(root) => {
                        std::fs::create_dir_all(root.join("tmp"))?;
                        tempfile::NamedTempFile::new_in(root.join("tmp"))?.into_parts()
                    }
                    None => tempfile::NamedTempFile::new()?.into_parts(),
                },
            };
            file.write_all(chunk)?;
            Ok((file, path))
        };
        write().map_err(|error| of_file("a temporary file of the catalog cannot be written", error))
    }

    async fn put_small(&self, digest: Digest, content: Bytes) -> Result<(), StoreError> {
        let _guard = self.inner.uploads.lock(digest).await;
        let location = digest.location();
        // A content of another size is damaged, and is replaced.
        if self.size_at(&location).await? == Some(content.len() as u64) {
            return Ok(());
        }
        let put = self.inner.objects.put(&location, PutPayload::from_bytes(content)).await;
        put.map(drop).map_err(|error| self.failed("cannot be written", error))
    }

    async fn put_large(&self, digest: Digest, blob: &Blob, path: &Path) -> Result<(), StoreError> {
        let _guard = self.inner.uploads.lock(digest).await;
        let location = digest.location();
        if self.size_at(&location).await? == Some(blob.size) {
            return Ok(());
        }
        let mut upload = self.start(&location, blob.size).await?;
        match self.send(&mut upload, path).await {
            Ok(sent) if sent == digest => {
                upload.finish().await.map(drop).map_err(|error| self.failed("cannot be written", error))
            }
            sent => {
                // A failure of the abort would hide the first failure.
                let _ = upload.abort().await;
                sent?;
                Err(StoreError::new(
                    StoreErrorKind::Invalid,
                    format!("`{}` changed while it was stored", path.display()),
                ))
            }
        }
    }

    async fn send(&self, upload: &mut WriteMultipart, path: &Path) -> Result<Digest, StoreError> {
        let (mut chunks, _) = Chunks::open(path.to_owned()).await?;
        loop {
            let (next, chunk) = chunks.next().await?;
            chunks = next;
            let Some(chunk) = chunk else { return Ok(Digest::of(chunks.hasher())) };
            let ready = upload.wait_for_capacity(CONCURRENT_PARTS).await;
            ready.map_err(|error| self.failed("cannot be written", error))?;
            upload.put(chunk);
        }
    }

    /// Starts an upload. The content appears at its location when the upload is finished.
    async fn start(&self, location: &Location, size: u64) -> Result<WriteMultipart, StoreError> {
        let upload = self.inner.objects.put_multipart(location).await;
        let upload = upload.map_err(|error| self.failed("cannot be written", error))?;
        let part = size.div_ceil(MAX_PARTS).next_multiple_of(1 << 20).max(PART);
        Ok(WriteMultipart::new_with_chunk_size(upload, usize::try_from(part).unwrap_or(usize::MAX)))
    }
}
