//! The database file, and the failures there.

use crate::{
    error::{StoreError, StoreErrorKind},
    log::entries::Failure,
};
use std::{
    fmt, io,
    path::{Path, PathBuf},
};

/// The path of a database, for the messages of its errors.
#[derive(Debug, Clone)]
pub(super) struct LogFile(pub(super) PathBuf);

impl LogFile {
    pub(super) fn path(&self) -> &Path {
        &self.0
    }

    /// Refuses a file with several names: SQLite keeps the write-ahead log beside the name, so processes with different names
    /// would not see each other.
    pub(super) fn refuse_hard_links(&self) -> Result<(), StoreError> {
        #[cfg(unix)]
        if std::fs::metadata(&self.0)
            .is_ok_and(|file| file.is_file() && std::os::unix::fs::MetadataExt::nlink(&file) > 1)
        {
            let problem = "has several hard links, under which processes would damage it: keep a single link, or use a symbolic \
                           link or a copy";
            return Err(self.error(StoreErrorKind::Invalid, problem));
        }
        Ok(())
    }

    /// Returns an error about this file; `problem` continues the sentence.
    pub(super) fn error(&self, kind: StoreErrorKind, problem: impl fmt::Display) -> StoreError {
        StoreError::new(kind, format!("the run log `{}` {problem}", self.0.display()))
    }

    /// Returns the error for a failure of the driver, or of the data in a row.
    pub(super) fn failed(&self, failure: impl Into<Failure>) -> StoreError {
        match failure.into() {
            Failure::Store(error)
                if error.kind() == StoreErrorKind::Corrupt && !error.to_string().contains("run log `") =>
            {
                let file = format!("the run log `{}`", self.0.display());
                error.context(file).help("restore a copy, or read other runs; `check` lists what is damaged")
            }
            Failure::Store(error) => error,
            Failure::Driver(error) => {
                let code = error.as_database_error().and_then(sqlx::error::DatabaseError::code);
                let code: Option<i32> = code.and_then(|code| code.parse().ok());
                // The low byte is the primary result code.
                self.of_code(code.map_or(0, |code| code & 0xff)).with_source(error)
            }
        }
    }

    fn of_code(&self, code: i32) -> StoreError {
        use StoreErrorKind::{Busy, Corrupt, Full, Invalid, Other, ReadOnly};
        match code {
            5 | 6 => self.error(Busy, "is busy with the writes of other processes: try again"),
            8 => self.error(
                ReadOnly,
                "is read-only: allow this process to write the file and its directory, or choose another file",
            ),
            11 => self.error(Corrupt, "is damaged: restore a copy, or move the file away to start a new run log"),
            13 => self.error(
                Full,
                "cannot grow: no space is left on its device, or its page limit is reached; free space, or move the file",
            ),
            14 => self.error(Other, "cannot be opened: its directory must exist and allow this process to write files"),
            19 => self.error(Invalid, "refuses data that contradicts its contents"),
            26 => self.error(Corrupt, "is not a SQLite database: choose another file, or move this file away"),
            _ => self.error(Other, "failed"),
        }
    }

    /// Returns the error for a failure of the file system.
    pub(super) fn io(&self, problem: &str, error: io::Error) -> StoreError {
        use io::ErrorKind;
        let kind = match error.kind() {
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded => StoreErrorKind::Full,
            ErrorKind::ReadOnlyFilesystem | ErrorKind::PermissionDenied => StoreErrorKind::ReadOnly,
            _ => StoreErrorKind::Other,
        };
        self.error(kind, problem).with_source(error)
    }
}
