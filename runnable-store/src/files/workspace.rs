//! The folder of a run's files.

use super::failure::of_file;
use crate::error::{StoreError, StoreErrorKind};
use std::{
    fmt, fs, io,
    path::{Path, PathBuf},
};

/// A folder whose files have names: relative paths with `/` that never leave the folder.
///
/// The checks guard against mistakes and against names from outside, such as a parameter or the answer of a model. They do not
/// guard against a program that changes symlinks between the check of a name and its use.
///
/// # Examples
/// ```
/// use runnable_store::catalog::Workspace;
///
/// # let folder = tempfile::tempdir().unwrap();
/// # let folder = folder.path();
/// let workspace = Workspace::open(folder)?;
/// assert!(workspace.resolve("out/report.csv")?.ends_with("out/report.csv"));
/// assert!(workspace.resolve("../report.csv").is_err());
/// # Ok::<(), runnable_store::StoreError>(())
/// ```
#[derive(Clone)]
pub struct Workspace {
    root: PathBuf,
    /// Folders inside that are not part of the workspace.
    pub(super) ignored: Vec<PathBuf>,
}

impl Workspace {
    /// Opens a folder, and creates it if it is missing.
    ///
    /// # Errors
    /// Returns an error of the kind `Invalid` if the path is not a folder, and `ReadOnly` or `Full` if the folder cannot be
    /// created.
    pub fn open(root: impl AsRef<Path>) -> Result<Self, StoreError> {
        let root = root.as_ref();
        let failed = |error| of_file(format!("the folder `{}` cannot be opened", root.display()), error);
        if root.exists() && !root.is_dir() {
            return Err(failed(io::ErrorKind::NotADirectory.into()));
        }
        fs::create_dir_all(root).map_err(failed)?;
        Ok(Self { root: root.canonicalize().map_err(failed)?, ignored: Vec::new() })
    }

    /// Excludes a folder from [`find`](Self::find), such as the folder of the catalog.
    #[must_use]
    pub fn ignore(mut self, folder: impl Into<PathBuf>) -> Self {
        self.ignored.push(folder.into());
        self
    }

    /// Returns the folder, an absolute path without symlinks.
    #[must_use]
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// Returns the path of a name. The file need not exist.
    ///
    /// # Errors
    /// Returns an error of the kind `Invalid` if the name is empty or absolute, contains `..`, `.`, `\`, a drive letter or a NUL
    /// character, or leaves the folder through a symlink.
    pub fn resolve(&self, name: &str) -> Result<PathBuf, StoreError> {
        self.walk(&split(name)?)
    }

    /// Returns the path of the parts of a name, with all symlinks but the last part resolved.
    pub(super) fn walk(&self, parts: &[&str]) -> Result<PathBuf, StoreError> {
        let mut path = self.root.clone();
        for (at, part) in parts.iter().enumerate() {
            path.push(part);
            let is_link = match path.symlink_metadata() {
                Ok(metadata) => metadata.is_symlink(),
                // Nothing exists below either, so there is no further symlink.
                Err(error) if error.kind() == io::ErrorKind::NotFound => {
                    path.extend(&parts[at + 1..]);
                    break;
                }
                Err(error) => return Err(self.cannot_read(&parts.join("/"), error)),
            };
            if is_link {
                let target = path.canonicalize().ok().filter(|target| target.starts_with(&self.root));
                let target = target.ok_or_else(|| self.leaves(&parts.join("/"), &parts[..=at].join("/")))?;
                // The last part stays as it is: reading follows the symlink, and writing replaces it.
                if at + 1 < parts.len() {
                    path = target;
                }
            }
        }
        Ok(path)
    }

    pub(super) fn leaves(&self, name: &str, link: &str) -> StoreError {
        let root = self.root.display();
        let message =
            format!("`{name}` leaves `{root}`: `{link}` is a symlink out of the folder, or to a missing file");
        StoreError::new(StoreErrorKind::Invalid, message)
    }

    pub(super) fn cannot_read(&self, name: &str, error: io::Error) -> StoreError {
        of_file(format!("cannot read `{name}` in `{}`", self.root.display()), error)
    }
}

impl fmt::Debug for Workspace {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Workspace").field(&self.root).finish()
    }
}

/// Splits a name or a pattern into its parts, which cannot leave the folder by themselves.
pub(super) fn split(name: &str) -> Result<Vec<&str>, StoreError> {
    let invalid = |problem: &str| {
        let message = format!("`{}` is not a valid file name: {problem}", name.escape_debug());
        Err(StoreError::new(StoreErrorKind::Invalid, message))
    };
    let drive = name.as_bytes().get(1) == Some(&b':') && name.as_bytes()[0].is_ascii_alphabetic();
    // On Windows, `file:name` is a stream of a file.
    if drive || (cfg!(windows) && name.contains(':')) {
        return invalid("write a path relative to the folder, without a drive");
    }
    if name.contains('\0') {
        return invalid("it contains a NUL character");
    }
    if name.contains('\\') {
        return invalid("separate its parts by `/`");
    }
    if name.starts_with('/') {
        return invalid("write a path relative to the folder, not an absolute path");
    }
    let parts: Vec<_> = name.split('/').collect();
    for part in &parts {
        match *part {
            "" => return invalid("it has an empty part"),
            "." | ".." => return invalid("it must not contain the parts `.` and `..`"),
            _ => {}
        }
    }
    Ok(parts)
}
