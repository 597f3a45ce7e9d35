//! Reads the elements of an entry.

use super::kind::EntryKind;
use crate::{
    error::{StoreError, StoreErrorKind},
    log::api::Json,
    time,
};
use serde::de::DeserializeOwned;
use serde_json::value::RawValue;
use std::{sync::Arc, time::SystemTime};

/// Returns the error for a stored value that cannot be read.
pub(super) fn damaged(source: impl std::error::Error + Send + Sync + 'static) -> StoreError {
    StoreError::new(StoreErrorKind::Corrupt, "a record of the run log cannot be read").with_source(source)
}

/// The elements of an entry, or of a merged event in it.
pub(super) struct Entry<'a>(Vec<&'a RawValue>);

/// Splits a list of entries.
pub(super) fn entries(text: &str) -> Result<Vec<Entry<'_>>, StoreError> {
    let entries: Vec<Vec<&RawValue>> = serde_json::from_str(text).map_err(damaged)?;
    Ok(entries.into_iter().map(Entry).collect())
}

/// The position of an event's data, and of the list of merged events.
pub(super) const DATA: usize = 5;

impl<'a> Entry<'a> {
    pub(super) fn element(&self, index: usize) -> Result<&'a RawValue, StoreError> {
        let element = self.0.get(index).copied();
        element.ok_or_else(|| StoreError::new(StoreErrorKind::Corrupt, "an entry of the run log is too short"))
    }

    #[cfg(any(feature = "sqlite", feature = "postgres"))]
    pub(super) fn elements(&self) -> impl Iterator<Item = &'a str> {
        self.0.iter().map(|element| element.get())
    }

    pub(super) fn get<T: DeserializeOwned>(&self, index: usize) -> Result<T, StoreError> {
        serde_json::from_str(self.element(index)?.get()).map_err(damaged)
    }

    /// Returns the kind, or `None` for a kind that only a later version knows.
    pub(super) fn kind(&self) -> Option<EntryKind> {
        EntryKind::from_name(self.0.first()?.get().trim_matches('"'))
    }

    pub(super) fn time(&self, index: usize) -> Result<SystemTime, StoreError> {
        Ok(time::from_millis(self.get(index)?))
    }

    pub(super) fn at(&self) -> Result<SystemTime, StoreError> {
        self.time(1)
    }

    pub(super) fn json(&self, index: usize) -> Option<Json> {
        self.0.get(index).map(|json| Arc::from((*json).to_owned()))
    }

    /// Returns the only value of a list that may be empty.
    pub(super) fn wrapped(&self, index: usize) -> Result<Option<Json>, StoreError> {
        let list: Vec<&RawValue> = self.list(index)?;
        Ok(list.first().map(|json| Arc::from((*json).to_owned())))
    }

    pub(super) fn list(&self, index: usize) -> Result<Vec<&'a RawValue>, StoreError> {
        serde_json::from_str(self.element(index)?.get()).map_err(damaged)
    }

    /// Returns the path and the attempt of an entry about a step.
    pub(super) fn step(&self) -> Result<(String, u32), StoreError> {
        Ok((self.get(2)?, self.get(3)?))
    }

    /// Returns the number of events in the entry.
    #[cfg(any(feature = "sqlite", feature = "postgres"))]
    pub(super) fn event_count(&self) -> Result<u64, StoreError> {
        match self.kind() {
            Some(EntryKind::Event) => Ok(1),
            Some(EntryKind::Events) => Ok(self.list(DATA)?.len() as u64),
            _ => Ok(0),
        }
    }
}
