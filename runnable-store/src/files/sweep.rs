//! Removes the remains of interrupted uploads.

use super::{
    failure::{blocking, of_file},
    store::CatalogStore,
};
use crate::error::StoreError;
use std::{
    fs, io,
    path::Path,
    time::{Duration, SystemTime},
};
use walkdir::WalkDir;

impl CatalogStore {
    /// Deletes the files of interrupted uploads to which nothing was written for `age`; returns their number.
    ///
    /// Such files are never read and only take space. An upload of another process may be in progress: an `age` of an hour is
    /// safe. Only a local catalog has such files; for S3, give the bucket a lifecycle rule for incomplete multipart uploads.
    ///
    /// # Errors
    /// Returns an error of the kind `ReadOnly` if a file cannot be deleted, and other errors of the file system.
    pub async fn sweep(&self, age: Duration) -> Result<u64, StoreError> {
        let Some(root) = self.inner.root.clone() else { return Ok(0) };
        blocking(move || {
            let swept = sweep(&root, age);
            swept.map_err(|error| of_file(format!("the catalog `{}` cannot be swept", root.display()), error))
        })
        .await
    }
}

fn sweep(root: &Path, age: Duration) -> io::Result<u64> {
    let now = SystemTime::now();
    let mut swept = 0;
    for (folder, all) in [("blobs", false), ("tmp", true)] {
        let folder = root.join(folder);
        if !folder.try_exists()? {
            continue;
        }
        for entry in WalkDir::new(folder) {
            let entry = entry?;
            if !entry.file_type().is_file() || !(all || is_staged(entry.file_name().as_encoded_bytes())) {
                continue;
            }
            let written = match entry.metadata() {
                Ok(metadata) => metadata.modified()?,
                // The upload finished in the meantime.
                Err(error) if error.io_error().is_some_and(|error| error.kind() == io::ErrorKind::NotFound) => continue,
                Err(error) => return Err(error.into()),
            };
            if now.duration_since(written).is_ok_and(|since| since >= age) {
                match fs::remove_file(entry.path()) {
                    Ok(()) => swept += 1,
                    Err(error) if error.kind() == io::ErrorKind::NotFound => {}
                    Err(error) => return Err(error),
                }
            }
        }
    }
    Ok(swept)
}

/// Returns whether a file is the staging file of an upload: `object_store` writes to `name#1`, and renames the file to `name`.
fn is_staged(name: &[u8]) -> bool {
    let mut parts = name.rsplitn(2, |byte| *byte == b'#');
    let digits = parts.next().is_some_and(|digits| !digits.is_empty() && digits.iter().all(u8::is_ascii_digit));
    digits && parts.next().is_some()
}
