//! The folder that names are relative to.

use super::failure::of_file;
use crate::{StoreError, StoreErrorKind};
use std::{
    fmt, fs, io,
    path::{Path, PathBuf},
};

/// A folder whose files have names, which are relative paths with `/`, and never leave it.
///
/// It guards against mistakes and against names from outside (a parameter, a model's answer), not against a program that changes
/// symlinks between the check of a name and its use.
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
    /// Folders that are no part of it.
    pub(super) without: Vec<PathBuf>,
}

impl Workspace {
    /// Opens a folder, and makes it where it is missing.
    ///
    /// # Errors
    /// `Invalid` where it is no folder; `ReadOnly`, `Full`.
    pub fn open(root: impl AsRef<Path>) -> Result<Self, StoreError> {
        let root = root.as_ref();
        let failed = |error| of_file(format!("the folder `{}` cannot be opened", root.display()), error);
        if root.exists() && !root.is_dir() {
            return Err(failed(io::ErrorKind::NotADirectory.into()));
        }
        fs::create_dir_all(root).map_err(failed)?;
        Ok(Self { root: root.canonicalize().map_err(failed)?, without: vec![] })
    }

    /// Leaves a folder out of what [`find`](Self::find) looks at: that of the catalog itself, say.
    #[must_use]
    pub fn ignore(mut self, folder: impl Into<PathBuf>) -> Self {
        self.without.push(folder.into());
        self
    }

    /// The folder: an absolute path without symlinks.
    #[must_use]
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// The path of a name, whether there is such a file or not.
    ///
    /// # Errors
    /// `Invalid` for a name that is empty or absolute, that has `..`, `.`, `\`, a drive letter or a NUL, or that leads out of the folder
    /// through a symlink.
    pub fn resolve(&self, name: &str) -> Result<PathBuf, StoreError> {
        self.walk(&split(name)?)
    }

    /// The path of the parts of a name, without symlinks above the last of them.
    pub(super) fn walk(&self, parts: &[&str]) -> Result<PathBuf, StoreError> {
        let mut path = self.root.clone();
        for (at, part) in parts.iter().enumerate() {
            path.push(part);
            let is_link = match path.symlink_metadata() {
                Ok(about) => about.is_symlink(),
                // Nothing is there, and so nothing below.
                Err(error) if error.kind() == io::ErrorKind::NotFound => {
                    path.extend(&parts[at + 1..]);
                    break;
                }
                Err(error) => return Err(self.cannot_read(&parts.join("/"), error)),
            };
            if is_link {
                let target = path.canonicalize().ok().filter(|target| target.starts_with(&self.root));
                let target = target.ok_or_else(|| self.leaves(&parts.join("/"), &parts[..=at].join("/")))?;
                // The last one is itself: what reads it follows it, what writes it replaces it.
                if at + 1 < parts.len() {
                    path = target;
                }
            }
        }
        Ok(path)
    }

    pub(super) fn leaves(&self, name: &str, link: &str) -> StoreError {
        let by = if name == link { "it" } else { link };
        let what =
            format!("`{name}` leads out of `{}`: {by} is a symlink to elsewhere or to nothing", self.root.display());
        StoreError::new(StoreErrorKind::Invalid, what)
    }

    pub(super) fn cannot_read(&self, name: &str, error: io::Error) -> StoreError {
        of_file(format!("cannot look at `{name}` in `{}`", self.root.display()), error)
    }
}

impl fmt::Debug for Workspace {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Workspace").field(&self.root).finish()
    }
}

/// The parts of a name, or of a pattern, which cannot leave the folder by themselves.
pub(super) fn split(name: &str) -> Result<Vec<&str>, StoreError> {
    let wrong = |why: &str| {
        let what = format!("`{}` is no name of a file: {why}", name.escape_debug());
        Err(StoreError::new(StoreErrorKind::Invalid, what))
    };
    let drive = name.as_bytes().get(1) == Some(&b':') && name.as_bytes()[0].is_ascii_alphabetic();
    // On Windows, `file:name` is a stream of a file.
    if drive || (cfg!(windows) && name.contains(':')) {
        return wrong("it is relative to the folder, without a drive");
    }
    if name.contains('\0') {
        return wrong("it has a NUL");
    }
    if name.contains('\\') {
        return wrong("its parts are divided by `/`");
    }
    if name.starts_with('/') {
        return wrong("it is relative to the folder, and this is absolute");
    }
    let parts: Vec<_> = name.split('/').collect();
    for part in &parts {
        match *part {
            "" => return wrong("it has an empty part"),
            "." | ".." => return wrong("it has no `.` and no `..`"),
            _ => {}
        }
    }
    Ok(parts)
}
