//! A file in chunks, hashed while it is read.

use super::failure::{blocking, of_file};
use crate::{StoreError, StoreErrorKind};
use bytes::Bytes;
use std::{fs::File, io::Read, path::PathBuf};

/// What is read at once: enough that the way to the other thread and back costs little.
const CHUNK: usize = 1 << 20;

pub(super) struct Chunks {
    file: File,
    hasher: blake3::Hasher,
    read: u64,
    path: PathBuf,
}

impl Chunks {
    /// Opens a file; tells its size, too.
    pub(super) async fn open(path: PathBuf) -> Result<(Self, u64), StoreError> {
        blocking(move || {
            // A look before it is opened: to open a pipe would wait for its writer.
            let about = path.metadata().map_err(|error| of_file(format!("cannot read `{}`", path.display()), error))?;
            if !about.is_file() {
                return Err(StoreError::new(StoreErrorKind::Invalid, format!("`{}` is no file", path.display())));
            }
            let file =
                File::open(&path).map_err(|error| of_file(format!("cannot read `{}`", path.display()), error))?;
            Ok((Self::new(file, path), about.len()))
        })
        .await
    }

    pub(super) fn new(file: File, path: PathBuf) -> Self {
        Self { file, hasher: blake3::Hasher::new(), read: 0, path }
    }

    /// The next chunk; `None` at the end of the file.
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

    /// What was read so far.
    pub(super) fn read(&self) -> u64 {
        self.read
    }

    /// The hash of what was read so far.
    pub(super) fn hasher(&self) -> &blake3::Hasher {
        &self.hasher
    }
}

/// Hashes a chunk of any size without holding up the other tasks of the thread.
pub(super) async fn hash(mut hasher: blake3::Hasher, chunk: &Bytes) -> Result<blake3::Hasher, StoreError> {
    const QUICK: usize = 1 << 16;
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
