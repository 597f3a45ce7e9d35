//! What SQLite's failures mean.

use crate::{StoreError, StoreErrorKind};
use std::path::{Path, PathBuf};

/// Where a store is, for its messages.
#[derive(Debug, Clone)]
pub(super) struct Place(pub(super) PathBuf);

impl Place {
    pub(super) fn path(&self) -> &Path {
        &self.0
    }

    /// A failure here, in words.
    pub(super) fn error(&self, kind: StoreErrorKind, what: impl std::fmt::Display) -> StoreError {
        StoreError::new(kind, format!("the run log `{}` {what}", self.0.display()))
    }

    /// What a failure of the driver means here.
    pub(super) fn failed(&self, error: sqlx::Error) -> StoreError {
        let code = error
            .as_database_error()
            .and_then(sqlx::error::DatabaseError::code)
            .and_then(|code| code.parse::<i32>().ok());
        self.of_code(code.map_or(0, |code| code & 0xff)).because(error)
    }

    fn of_code(&self, code: i32) -> StoreError {
        use StoreErrorKind::{Busy, Corrupt, Full, Invalid, Other, ReadOnly};
        match code {
            5 | 6 => self.error(Busy, "is kept busy by others: try again"),
            8 => self.error(
                ReadOnly,
                "can be read and not written: let this process write the file and its directory, or choose another",
            ),
            11 => self.error(Corrupt, "is damaged: restore a copy of it, or move it away to begin a new one"),
            13 => self
                .error(Full, "cannot grow: no room is left on its device (or up to its limit); free some, or move it"),
            14 => self.error(Other, "cannot be opened: its directory must exist, and let this process write files"),
            19 => self.error(Invalid, "refuses what contradicts what it holds"),
            26 => self.error(Corrupt, "is not a SQLite database: choose another file, or move this one away"),
            _ => self.error(Other, "failed"),
        }
    }

    /// What a failure of the file system means here.
    pub(super) fn io(&self, doing: &str, error: std::io::Error) -> StoreError {
        use std::io::ErrorKind;
        let kind = match error.kind() {
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded => StoreErrorKind::Full,
            ErrorKind::ReadOnlyFilesystem | ErrorKind::PermissionDenied => StoreErrorKind::ReadOnly,
            _ => StoreErrorKind::Other,
        };
        self.error(kind, doing).because(error)
    }
}
