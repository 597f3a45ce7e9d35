//! Reads a file in chunks, and hashes them.

use super::failure::{blocking, of_file};
use crate::error::{StoreError, StoreErrorKind};
use bytes::Bytes;
use std::{fs::File, io::Read, path::PathBuf};

/// The size of a chunk in bytes: large enough to make the change to the blocking thread cheap in comparison.
const CHUNK: usize = 1 << 20;

/// The size in bytes up to which a chunk is hashed on the async thread.
const QUICK: usize = 1 << 16;

pub(super) struct Chunks {
    file: File,
    hasher: blake3::Hasher,
    read: u64,
    path: PathBuf,
}

impl Chunks {
    /// Opens a file; returns its size, too.
    pub(super) async fn open(path: PathBuf) -> Result<(Self, u64), StoreError> {
        blocking(move || {
            let failed = |error| of_file(format!("cannot read `{}`", path.display()), error);
            // Checked before opening, because opening a pipe would wait for its writer.
            let metadata = path.metadata().map_err(failed)?;
            if !metadata.is_file() {
                let message = format!("`{}` is not a regular file", path.display());
                return Err(StoreError::new(StoreErrorKind::Invalid, message));
            }
            let file = File::open(&path).map_err(failed)?;
            Ok((Self::new(file, path), metadata.len()))
        })
        .await
    }

    pub(super) fn new(file: File, path: PathBuf) -> Self {
        Self { file, hasher: blake3::Hasher::new(), read: 0, path }
    }

    /// Returns the next chunk, or `None` at the end of the file.
    pub(super) async fn next(mut self) -> Result<(Self, Option<Bytes>), StoreError> {
        blocking(move || {
            let mut chunk = Vec::with_capacity(CHUNK);
            let read = (&mut self.file).take(CHUNK as u64).read_to_end(&mut chunk);
            read.map_err(|error| of_file(format!("cannot read `{}`", self.path.display()), error))?;
            self.hasher.update(&chunk);
            self.read += chunk.len() as u64;
            let chunk = (!chunk.is_empty()).then(|| Bytes::from(chunk));
            Ok((self, chunk))
        })
        .await
    }

    /// Returns the number of bytes read so far.
    pub(super) fn read(&self) -> u64 {
        self.read
    }

    /// Returns the hasher of the bytes read so far.
    pub(super) fn hasher(&self) -> &blake3::Hasher {
        &self.hasher
    }
}

/// Hashes a chunk of any size without blocking the other tasks of the thread.
pub(super) async fn hash(mut hasher: blake3::Hasher, chunk: &Bytes) -> Result<blake3::Hasher, StoreError> {
    if chunk.len() <= QUICK {
        hasher.update(chunk);
        return Ok(hasher);
    }
    let chunk = chunk.clone();
    blocking(move || {
        hasher.update(&chunk);
        Ok(hasher)
    })
    .await
}
