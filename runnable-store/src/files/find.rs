//! Finds the files that match patterns.

use super::{pattern::Pattern, workspace::Workspace};
use crate::error::{StoreError, StoreErrorKind};
use std::{
    collections::BTreeMap,
    ffi::OsStr,
    io,
    path::{Path, PathBuf},
};
use walkdir::{DirEntry, WalkDir};

/// A file that [`Workspace::find`] found.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Found {
    /// The name, a relative path with `/`.
    pub name: String,
    /// The path.
    pub path: PathBuf,
}

impl Workspace {
    /// Returns the files whose names match at least one pattern, without duplicates, sorted by name.
    ///
    /// `*`, `?` and `[a-z]` match within a part of a name, `**` matches any number of parts, and `{a,b}` either alternative. As in
    /// a shell, a wildcard does not match a part that starts with a dot, so `**` skips `.git`; `.*` matches such parts. Folders
    /// that are symlinks are entered only if the pattern names them.
    ///
    /// # Errors
    /// Returns an error of the kind `NotFound` if a pattern matches no file, and `Invalid` if a pattern is invalid or leaves the
    /// workspace, or if it matches a symlink that leaves the workspace or a name that is not UTF-8.
    pub fn find(&self, globs: &[&str]) -> Result<Vec<Found>, StoreError> {
        let mut found = BTreeMap::new();
        for glob in globs {
            let pattern = Pattern::parse(glob)?;
            let start = self.walk(&pattern.fixed)?;
            let matched = if pattern.wild {
                self.search(&pattern, &start, &mut found)?
            } else if start.is_file() {
                found.insert((*glob).to_owned(), start);
                1
            } else if start.is_dir() {
                let root = self.root().display();
                let message = format!("`{glob}` in `{root}` is a folder: write `{glob}/**` for its files");
                return Err(StoreError::new(StoreErrorKind::Invalid, message));
            } else {
                0
            };
            if matched == 0 {
                let message = format!("no file matches `{glob}` in `{}`", self.root().display());
                return Err(StoreError::new(StoreErrorKind::NotFound, message));
            }
        }
        Ok(found.into_iter().map(|(name, path)| Found { name, path }).collect())
    }

    /// Adds the matching files below a folder; returns their number.
    fn search(
        &self,
        pattern: &Pattern<'_>,
        start: &Path,
        found: &mut BTreeMap<String, PathBuf>,
    ) -> Result<usize, StoreError> {
        // A folder that the pattern names may be a symlink within the workspace.
        let Ok(start) = start.canonicalize() else { return Ok(0) };
        if !start.is_dir() {
            return Ok(0);
        }
        let depth = pattern.depth.map_or(usize::MAX, |depth| depth - pattern.fixed.len());
        let walk = WalkDir::new(&start).min_depth(1).max_depth(depth).into_iter();
        let mut matched = 0;
        for entry in walk.filter_entry(|entry| self.is_visible(pattern, entry)) {
            let entry = match entry {
                Ok(entry) => entry,
                // Deleted in the meantime.
                Err(error) if error.io_error().is_some_and(|error| error.kind() == io::ErrorKind::NotFound) => continue,
                Err(error) => return Err(self.cannot_read(pattern.text, error.into())),
            };
            let below = entry.path().strip_prefix(&start).unwrap_or(entry.path());
            let name = name(&pattern.fixed, below);
            if entry.file_type().is_dir() || !pattern.matches(&name.lossy) {
                continue;
            }
            if entry.path_is_symlink() && !self.is_within(entry.path()) {
                return Err(self.leaves(&name.lossy, &name.lossy));
            }
            if !entry.path().is_file() {
                continue;
            }
            if !name.is_utf8 {
                let message = format!("the name of `{}` in `{}` is not UTF-8", name.lossy, self.root().display());
                return Err(StoreError::new(StoreErrorKind::Invalid, message));
            }
            matched += 1;
            found.insert(name.lossy, entry.into_path());
        }
        Ok(matched)
    }

    fn is_visible(&self, pattern: &Pattern<'_>, entry: &DirEntry) -> bool {
        let hidden = entry.depth() > 0 && entry.file_name().as_encoded_bytes().starts_with(b".");
        (pattern.hidden || !hidden) && !self.ignored.iter().any(|folder| entry.path() == folder)
    }

    fn is_within(&self, path: &Path) -> bool {
        path.canonicalize().is_ok_and(|target| target.starts_with(self.root()))
    }
}

/// A name for messages, and whether it is exact.
struct Name {
    lossy: String,
    is_utf8: bool,
}

fn name(fixed: &[&str], below: &Path) -> Name {
    let is_utf8 = below.to_str().is_some();
    let parts = below.iter().map(OsStr::to_string_lossy);
    let lossy: Vec<_> = fixed.iter().map(|part| (*part).into()).chain(parts).collect();
    Name { lossy: lossy.join("/"), is_utf8 }
}
