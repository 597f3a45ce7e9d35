//! A row of a run's log.

use super::encode::{encode, invalid};
use crate::{error::StoreError, log::api::Write};

/// The size in bytes at which a row ends. A reader that starts in the middle of a row reads the first part in vain.
pub(super) const ROW_SIZE: usize = 128 * 1024;

/// A row of a run's log.
#[derive(Debug, Default)]
pub(crate) struct LogRow {
    /// The number of the run's entries up to the end of the row.
    pub(crate) position: i64,
    /// The number of the run's last event up to the end of the row.
    pub(crate) seq: i64,
    /// The number of events in the row.
    pub(crate) events: i64,
    /// The entries: a JSON list without its closing bracket.
    pub(super) entries: Vec<u8>,
}

impl LogRow {
    /// Creates an empty row after this position.
    pub(super) fn after(position: i64, seq: i64) -> Self {
        Self { position, seq, events: 0, entries: Vec::with_capacity(512) }
    }

    pub(super) fn is_full(&self) -> bool {
        self.entries.len() >= ROW_SIZE
    }

    pub(super) fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// Appends an entry.
    pub(super) fn append(&mut self, write: &Write) -> Result<(), StoreError> {
        self.separate();
        encode(write, &mut self.entries)?;
        self.position += 1;
        if let Write::Event(_) = write {
            self.events += 1;
            self.seq += 1;
        }
        Ok(())
    }

    /// Appends an entry that is encoded already. The position stays.
    pub(super) fn append_encoded(&mut self, entry: &str) {
        self.separate();
        self.entries.extend_from_slice(entry.as_bytes());
    }

    fn separate(&mut self) {
        self.entries.push(if self.is_empty() { b'[' } else { b',' });
    }

    /// Returns the JSON list.
    pub(crate) fn into_text(mut self) -> Result<String, StoreError> {
        self.entries.push(b']');
        String::from_utf8(self.entries).map_err(invalid)
    }
}
