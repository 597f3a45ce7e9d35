//! Reads contents from a catalog.

use super::{
    blob::Digest,
    chunks::{Chunks, hash},
    failure::{blocking, of_file},
    store::CatalogStore,
};
use crate::error::{StoreError, StoreErrorKind};
use bytes::Bytes;
use futures_core::{Stream, stream::BoxStream};
use futures_util::{StreamExt, stream::try_unfold};
use object_store::{GetResultPayload, ObjectStoreExt};
use std::{
    fmt,
    io::Write,
    path::{Path, PathBuf},
    pin::Pin,
    task::{Context, Poll},
};
use tempfile::NamedTempFile;

/// A content in chunks. The chunks of a local catalog have at most one megabyte.
///
/// Damage is detected at the end: use the chunks only after the stream has ended without an error.
pub struct BlobStream {
    size: u64,
    chunks: BoxStream<'static, Result<Bytes, StoreError>>,
}

impl BlobStream {
    /// Returns the size of the whole content in bytes.
    #[must_use]
    pub fn size(&self) -> u64 {
        self.size
    }
}

impl Stream for BlobStream {
    type Item = Result<Bytes, StoreError>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.chunks.poll_next_unpin(cx)
    }
}

impl fmt::Debug for BlobStream {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("BlobStream").field("size", &self.size).finish_non_exhaustive()
    }
}

/// The source of chunks.
enum ChunkSource {
    File(Chunks),
    Remote(BoxStream<'static, object_store::Result<Bytes>>, blake3::Hasher),
}

impl CatalogStore {
    /// Opens a content as a stream.
    ///
    /// # Errors
    /// Returns an error of the kind `NotFound` if the catalog has no content with this hash, and `Invalid` if the hash is
    /// invalid. The stream ends with an error of the kind `Corrupt` if the content does not match the hash.
    pub async fn open_blob(&self, hash: &str) -> Result<BlobStream, StoreError> {
        let digest = Digest::parse(hash)?;
        let found = match self.inner.objects.get(&digest.location()).await {
            Ok(found) => found,
            Err(object_store::Error::NotFound { .. }) => {
                let problem = format_args!("there is no content with the hash `{hash}`");
                return Err(self.error(StoreErrorKind::NotFound, problem));
            }
            Err(error) => return Err(self.failed("cannot be read", error)),
        };
        let size = found.meta.size;
        let source = match found.payload {
            GetResultPayload::File(file, path) => ChunkSource::File(Chunks::new(file, path)),
            GetResultPayload::Stream(stream) => ChunkSource::Remote(stream, blake3::Hasher::new()),
        };
        let store = self.clone();
        let chunks = try_unfold(source, move |source| {
            let store = store.clone();
            async move { store.next(source, digest).await }
        });
        Ok(BlobStream { size, chunks: chunks.boxed() })
    }

    /// Returns the next chunk. Compares the hashes at the end.
    async fn next(&self, source: ChunkSource, digest: Digest) -> Result<Option<(Bytes, ChunkSource)>, StoreError> {
        let found = match source {
            ChunkSource::File(chunks) => {
                let (chunks, chunk) = chunks.next().await?;
                match chunk {
                    Some(chunk) => return Ok(Some((chunk, ChunkSource::File(chunks)))),
                    None => Digest::of(chunks.hasher()),
                }
            }
            ChunkSource::Remote(mut stream, hasher) => match stream.next().await {
                Some(chunk) => {
                    let chunk = chunk.map_err(|error| self.failed("cannot be read", error))?;
                    let hasher = hash(hasher, &chunk).await?;
                    return Ok(Some((chunk, ChunkSource::Remote(stream, hasher))));
                }
                None => Digest::of(&hasher),
            },
        };
        if found == digest {
            return Ok(None);
        }
        let problem = format!("the content `{}` is damaged (its hash is now `{}`)", digest.hex(), found.hex());
        Err(self.error(StoreErrorKind::Corrupt, problem))
    }

    /// Writes a content to a file, and returns its size in bytes. Replaces an existing file, and creates the folders above.
    ///
    /// The file appears as a whole or not at all, with the permissions of any new file.
    ///
    /// # Errors
    /// Returns the errors of [`open_blob`](Self::open_blob) and of its stream, and `Full` or `ReadOnly` if the file cannot be
    /// written.
    ///
    /// # Cancel safety
    /// If the future is dropped, an existing file stays as it is.
    pub async fn get_to(&self, hash: &str, to: &Path) -> Result<u64, StoreError> {
        let mut content = self.open_blob(hash).await?;
        let failure = format!("cannot write `{}`", to.display());
        let (target, failed) = (to.to_owned(), failure.clone());
        let mut file = blocking(move || temporary(&target).map_err(|error| of_file(failed, error))).await?;
        let mut size = 0;
        while let Some(chunk) = content.next().await {
            let chunk = chunk?;
            size += chunk.len() as u64;
            let failed = failure.clone();
            let write = move || match file.write_all(&chunk) {
                Ok(()) => Ok(file),
                Err(error) => Err(of_file(failed, error)),
            };
            file = blocking(write).await?;
        }
        // On this thread: a blocking task would replace the file even if this future is dropped.
        file.persist(to).map_err(|error| of_file(failure, error.error))?;
        Ok(size)
    }
}

/// Creates a file next to `to`, on the same disk, which is deleted unless it is persisted.
fn temporary(to: &Path) -> std::io::Result<NamedTempFile> {
    let folder = to.parent().filter(|folder| !folder.as_os_str().is_empty()).map_or(PathBuf::from("."), Path::to_owned);
    std::fs::create_dir_all(&folder)?;
    let mut builder = tempfile::Builder::new();
    builder.prefix(".runnable-");
    // By default only the owner can read a temporary file; this file becomes a regular file.
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    builder.tempfile_in(folder)
}
