//! The locks of owners: each owner locks a file beside the database, which the operating system unlocks when the process ends.
//!
//! A lock only shows sooner than the lease that a process has ended. Nothing depends on it: the files may be missing.

use super::file::LogFile;
use crate::error::{StoreError, StoreErrorKind};
use std::{
    collections::HashMap,
    fs::{self, File, TryLockError},
    io,
    path::PathBuf,
    sync::{Mutex, PoisonError},
    thread,
    time::{Duration, Instant},
};

pub(super) const CANNOT_LOCK: &str = "cannot lock a file beside it";

/// The time for which a process that changes the schema is waited for. After that, SQLite's own lock must suffice.
const SCHEMA_PATIENCE: Duration = Duration::from_secs(2);

/// The locks that this process holds for the owners of a database.
#[derive(Debug)]
pub(super) struct OwnerLocks {
    directory: PathBuf,
    held: Mutex<HashMap<String, File>>,
}

impl OwnerLocks {
    pub(super) fn new(file: &LogFile) -> Self {
        // The same directory for every symbolic link to the file.
        let path = file.path().canonicalize().unwrap_or_else(|_| file.path().to_owned());
        let mut directory = path.into_os_string();
        directory.push(".owners");
        Self { directory: directory.into(), held: Mutex::default() }
    }

    fn path(&self, owner: &str) -> PathBuf {
        self.directory.join(format!("{owner}.lock"))
    }

    /// Opens the lock of the schema. Fails if the directory of the database cannot be written.
    pub(super) fn schema(&self) -> io::Result<File> {
        fs::create_dir_all(&self.directory)?;
        File::options().create(true).append(true).open(self.directory.join("open.lock"))
    }

    /// Waits while another process creates the database or changes its schema, but not for long: that process may be suspended.
    /// Dropping the file releases the lock.
    pub(super) fn lock_schema(file: File) -> io::Result<File> {
        let deadline = Instant::now() + SCHEMA_PATIENCE;
        while let Err(error) = file.try_lock() {
            match error {
                TryLockError::Error(error) => return Err(error),
                TryLockError::WouldBlock if Instant::now() >= deadline => break,
                TryLockError::WouldBlock => thread::sleep(Duration::from_millis(10)),
            }
        }
        Ok(file)
    }

    /// Takes the lock of an owner in this process.
    pub(super) fn lock(&self, log: &LogFile, owner: &str) -> Result<(), StoreError> {
        let mut held = self.held.lock().unwrap_or_else(PoisonError::into_inner);
        if held.contains_key(owner) {
            return Ok(());
        }
        // The name of an owner becomes the name of a file.
        if owner.is_empty() || !owner.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
            return Err(StoreError::new(
                StoreErrorKind::Invalid,
                format!("the owner `{owner}` is invalid: use ASCII letters and digits"),
            ));
        }
        let lock = || {
            fs::create_dir_all(&self.directory)?;
            let file = File::options().create(true).append(true).open(self.path(owner))?;
            file.try_lock().map_err(|error| match error {
                TryLockError::Error(error) => error,
                TryLockError::WouldBlock => io::Error::from(io::ErrorKind::ResourceBusy),
            })?;
            Ok(file)
        };
        let file = lock().map_err(|error| log.io(CANNOT_LOCK, error))?;
        held.insert(owner.to_owned(), file);
        Ok(())
    }

    /// Returns whether an owner is in this process.
    pub(super) fn is_held(&self, owner: &str) -> bool {
        self.held.lock().unwrap_or_else(PoisonError::into_inner).contains_key(owner)
    }

    /// Returns whether an owner in another process has ended, as far as its lock shows that: the file is there, and free.
    /// Concurrent calls do not disturb each other: the probe is a shared lock.
    pub(super) fn is_free(&self, owner: &str) -> bool {
        File::open(self.path(owner)).is_ok_and(|file| file.try_lock_shared().is_ok())
    }

    /// Releases the locks of all owners in this process: none of them writes any more.
    pub(super) fn release_all(&self) {
        self.held.lock().unwrap_or_else(PoisonError::into_inner).clear();
    }

    /// Releases the lock of an owner in this process, or removes the lock file of a dead owner.
    pub(super) fn release(&self, owner: &str) {
        self.held.lock().unwrap_or_else(PoisonError::into_inner).remove(owner);
        // A file that stays is harmless: names of owners are unique.
        let _ = fs::remove_file(self.path(owner));
    }
}
