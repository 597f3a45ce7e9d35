//! How a content gets out.

use super::{
    blob::Digest,
    chunks::{Chunks, hash},
    failure::{blocking, of_file},
    store::CatalogStore,
};
use crate::{StoreError, StoreErrorKind};
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

/// The content of a blob, in chunks of at most about a megabyte where it is local.
///
/// What came is the blob only when the stream ended without an error: one that is damaged is known by its last bytes.
pub struct BlobStream {
    size: u64,
    chunks: BoxStream<'static, Result<Bytes, StoreError>>,
}

impl BlobStream {
    /// The size of the whole in bytes.
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

/// Where chunks come from.
enum Source {
    File(Chunks),
    Remote(BoxStream<'static, object_store::Result<Bytes>>, blake3::Hasher),
}

impl CatalogStore {
    /// Reads a content as a stream.
    ///
    /// # Errors
    /// `NotFound`; `Invalid` for what is no hash. The stream itself ends with `Corrupt` where the content is not the one of this hash.
    pub async fn open_blob(&self, hash: &str) -> Result<BlobStream, StoreError> {
        let digest = Digest::parse(hash)?;
        let found = match self.inner.objects.get(&digest.location()).await {
            Ok(found) => found,
            Err(object_store::Error::NotFound { .. }) => {
                return Err(self.error(StoreErrorKind::NotFound, format_args!("there is no content `{hash}`")));
            }
            Err(error) => return Err(self.failed("cannot be read", error)),
        };
        let size = found.meta.size;
        let source = match found.payload {
            GetResultPayload::File(file, path) => Source::File(Chunks::new(file, path)),
            GetResultPayload::Stream(stream) => Source::Remote(stream, blake3::Hasher::new()),
        };
        let store = self.clone();
        let chunks = try_unfold(source, move |source| {
            let store = store.clone();
            async move { store.next(source, digest).await }
        });
        Ok(BlobStream { size, chunks: chunks.boxed() })
    }

    /// The next chunk; at the end, whether it was all.
    async fn next(&self, source: Source, digest: Digest) -> Result<Option<(Bytes, Source)>, StoreError> {
        let found = match source {
            Source::File(chunks) => {
                let (chunks, chunk) = chunks.next().await?;
                match chunk {
                    Some(chunk) => return Ok(Some((chunk, Source::File(chunks)))),
                    None => Digest::of(chunks.hasher()),
                }
            }
            Source::Remote(mut stream, hasher) => match stream.next().await {
                Some(chunk) => {
                    let chunk = chunk.map_err(|error| self.failed("cannot be read", error))?;
                    let hasher = hash(hasher, &chunk).await?;
                    return Ok(Some((chunk, Source::Remote(stream, hasher))));
                }
                None => Digest::of(&hasher),
            },
        };
        if found == digest {
            return Ok(None);
        }
        let what = format!("the content `{}` is damaged (its hash is now `{}`)", digest.hex(), found.hex());
        Err(self.error(StoreErrorKind::Corrupt, what))
    }

    /// Writes a content to a file, replaces what is there, and makes the folders above; tells its size in bytes.
    ///
    /// The file appears whole or not at all, with the permissions of any new file.
    ///
    /// # Errors
    /// `NotFound` and `Corrupt` as [`open_blob`](Self::open_blob); `Full`, `ReadOnly`.
    ///
    /// # Cancel safety
    /// A future that is dropped leaves what was there.
    pub async fn get_to(&self, hash: &str, to: &Path) -> Result<u64, StoreError> {
        let mut content = self.open_blob(hash).await?;
        let cannot = format!("cannot write `{}`", to.display());
        let target = to.to_owned();
        let failed = cannot.clone();
        let mut file = blocking(move || temporary(&target).map_err(|error| of_file(failed, error))).await?;
        let mut size = 0;
        while let Some(chunk) = content.next().await {
            let chunk = chunk?;
            size += chunk.len() as u64;
            let failed = cannot.clone();
            let written = move || match file.write_all(&chunk) {
                Ok(()) => Ok(file),
                Err(error) => Err(of_file(failed, error)),
            };
            file = blocking(written).await?;
        }
        // Not on another thread: dropped until here, it must not happen afterwards.
        file.persist(to).map_err(|error| of_file(cannot, error.error))?;
        Ok(size)
    }
}

/// A file beside `to`, on the same disk, that is deleted unless it is kept.
fn temporary(to: &Path) -> std::io::Result<NamedTempFile> {
    let folder = to.parent().filter(|folder| !folder.as_os_str().is_empty()).map_or(PathBuf::from("."), Path::to_owned);
    std::fs::create_dir_all(&folder)?;
    let mut builder = tempfile::Builder::new();
    builder.prefix(".runnable-");
    // A temporary file is its owner's alone; this one becomes a file as any other.
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    builder.tempfile_in(folder)
}
