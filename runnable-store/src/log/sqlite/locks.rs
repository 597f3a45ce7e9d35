//! The locks of owners: each owner locks a file beside the database, which the operating system unlocks when the process ends.

use super::file::LogFile;
use crate::error::{StoreError, StoreErrorKind};
use std::{
    collections::HashMap,
    fs::{self, File, TryLockError},
    io,
    path::PathBuf,
    sync::{Mutex, PoisonError},
};

const CANNOT_LOCK: &str = "cannot lock a file beside it";

/// The locks that this process holds for the owners of a database.
#[derive(Debug)]
pub(super) struct OwnerLocks {
    directory: PathBuf,
    held: Mutex<HashMap<String, File>>,
}

/// The state of an owner, according to its lock.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum OwnerState {
    Alive,
    Dead,
    /// The lock file is missing: the lease decides.
    Unknown,
}

impl OwnerLocks {
    pub(super) fn new(file: &LogFile) -> Self {
        let mut directory = file.path().as_os_str().to_owned();
        directory.push(".owners");
        Self { directory: directory.into(), held: Mutex::default() }
    }

    fn path(&self, owner: &str) -> PathBuf {
        self.directory.join(format!("{owner}.lock"))
    }

    /// Waits until no other process opens the database or changes its schema. Dropping the file releases the lock.
    pub(super) fn lock_schema(&self) -> io::Result<File> {
        fs::create_dir_all(&self.directory)?;
        let file = File::options().create(true).append(true).open(self.directory.join("open.lock"))?;
        file.lock()?;
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

    fn is_held(&self, owner: &str) -> bool {
        self.held.lock().unwrap_or_else(PoisonError::into_inner).contains_key(owner)
    }

    /// Returns the state of an owner. Concurrent calls do not disturb each other: the probe is a shared lock.
    pub(super) fn state(&self, log: &LogFile, owner: &str) -> Result<OwnerState, StoreError> {
        if self.is_held(owner) {
            return Ok(OwnerState::Alive);
        }
        let file = match File::open(self.path(owner)) {
            Ok(file) => file,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(OwnerState::Unknown),
            Err(error) => return Err(log.io("cannot open a file beside it", error)),
        };
        match file.try_lock_shared() {
            Ok(()) => Ok(OwnerState::Dead),
            Err(TryLockError::WouldBlock) => Ok(OwnerState::Alive),
            Err(TryLockError::Error(error)) => Err(log.io(CANNOT_LOCK, error)),
        }
    }

    /// Releases the lock of an owner in this process, or removes the lock file of a dead owner.
    pub(super) fn release(&self, owner: &str) {
        self.held.lock().unwrap_or_else(PoisonError::into_inner).remove(owner);
        // A file that stays is harmless: names of owners are unique.
        let _ = fs::remove_file(self.path(owner));
    }
}
