//! Who is alive: an owner holds the lock of a file beside the database, which the system lets go when its process ends.

use super::failure::Place;
use crate::{StoreError, StoreErrorKind};
use std::{
    collections::HashMap,
    fs::{self, File, TryLockError},
    io,
    path::PathBuf,
    sync::{Mutex, PoisonError},
};

/// The locks of a store's owners.
#[derive(Debug)]
pub(super) struct Owners {
    directory: PathBuf,
    held: Mutex<HashMap<String, File>>,
}

/// What its lock tells of an owner.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Life {
    Alive,
    Dead,
    /// There is no lock: its lease decides.
    Unknown,
}

impl Owners {
    pub(super) fn of(place: &Place) -> Self {
        let mut directory = place.path().as_os_str().to_owned();
        directory.push(".owners");
        Self { directory: directory.into(), held: Mutex::default() }
    }

    fn file(&self, owner: &str) -> PathBuf {
        self.directory.join(format!("{owner}.lock"))
    }

    /// Waits until nobody else opens or changes the store's schema; until the file is dropped.
    pub(super) fn alone(&self) -> io::Result<File> {
        fs::create_dir_all(&self.directory)?;
        let file = File::options().create(true).append(true).open(self.directory.join("open.lock"))?;
        file.lock()?;
        Ok(file)
    }

    /// Takes the lock of an owner of this process.
    pub(super) fn hold(&self, place: &Place, owner: &str) -> Result<(), StoreError> {
        let mut held = self.held.lock().unwrap_or_else(PoisonError::into_inner);
        if held.contains_key(owner) {
            return Ok(());
        }
        if owner.is_empty() || !owner.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
            return Err(StoreError::new(
                StoreErrorKind::Invalid,
                format!("an owner is letters and digits, and not `{owner}`"),
            ));
        }
        let take = || {
            fs::create_dir_all(&self.directory)?;
            let file = File::options().create(true).append(true).open(self.file(owner))?;
            file.try_lock().map_err(|error| match error {
                TryLockError::Error(error) => error,
                TryLockError::WouldBlock => io::Error::from(io::ErrorKind::ResourceBusy),
            })?;
            Ok(file)
        };
        let file = take().map_err(|error| place.io("cannot lock a file beside it", error))?;
        held.insert(owner.to_owned(), file);
        Ok(())
    }

    /// Whether this value holds the owner's lock.
    pub(super) fn holds(&self, owner: &str) -> bool {
        self.held.lock().unwrap_or_else(PoisonError::into_inner).contains_key(owner)
    }

    /// Looks whether an owner is alive. A look hinders no other look.
    pub(super) fn look(&self, place: &Place, owner: &str) -> Result<Life, StoreError> {
        if self.holds(owner) {
            return Ok(Life::Alive);
        }
        let file = match File::open(self.file(owner)) {
            Ok(file) => file,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Life::Unknown),
            Err(error) => return Err(place.io("cannot open a file beside it", error)),
        };
        match file.try_lock_shared() {
            Ok(()) => Ok(Life::Dead),
            Err(TryLockError::WouldBlock) => Ok(Life::Alive),
            Err(TryLockError::Error(error)) => Err(place.io("cannot lock a file beside it", error)),
        }
    }

    /// Lets go of an owner of this process, or removes what is left of a dead one.
    pub(super) fn forget(&self, owner: &str) {
        self.held.lock().unwrap_or_else(PoisonError::into_inner).remove(owner);
        // Nobody takes a file of that name again: what cannot be removed is only in the way of people.
        let _ = fs::remove_file(self.file(owner));
    }
}
