//! The state of a unit's log.

use super::{paths::items, writes::size};
use bytes::Bytes;
use runnable_store::{Json, NewRun, StoreError, Write};
use std::collections::HashMap;

#[derive(Default)]
pub(super) struct State {
    /// The record of the run, until it is durable.
    pub(super) created: Option<NewRun>,
    /// Entries of steps that wait for the next part.
    pub(super) entries: Vec<Write>,
    /// The size of these entries.
    pub(super) bytes: usize,
    /// The `run.finished` that waits for the record of the end.
    pub(super) held: Option<Write>,
    /// The number of the last event in a part.
    pub(super) journaled: u64,
    /// True once a part is durable: until then another worker may have the unit, whose events this worker must not publish.
    pub(super) is_confirmed: bool,
    /// The number of the last event of the unit.
    pub(super) last_event: u64,
    /// The entries that are missing of items that other units have run.
    pub(super) expected: HashMap<String, usize>,
    /// The items whose last entry waits for the next part.
    pub(super) items: Vec<String>,
    /// The end of the item of this unit, with its error.
    pub(super) item_end: Option<ItemEnd>,
    /// The steps that failed in items that other units have run, by their errors.
    pub(super) failures: HashMap<String, String>,
    /// The path of the step whose failure ended the run or the item, if no record has it.
    pub(super) failed_step: Option<String>,
    /// The reason why the run cannot continue, on any worker.
    pub(super) refused: Option<StoreError>,
}

/// The end of an item.
pub(super) enum ItemEnd {
    Succeeded,
    Failed(ItemFailure),
}

/// The failure of an item.
pub(super) struct ItemFailure {
    pub(super) error: Json,
    /// The path of the step that failed.
    pub(super) step: String,
}

/// The writes of a batch, in their places.
pub(super) struct Batch {
    /// The encoded part, and whether it is the last.
    pub(super) part: Option<(Bytes, bool)>,
    pub(super) visible: Vec<Write>,
}

impl State {
    /// Adds an entry of a step that waits for the next part.
    pub(super) fn add(&mut self, entry: &Write) {
        self.bytes += size(entry);
        self.entries.push(entry.clone());
    }

    /// Notes an entry of an item that another unit has run.
    pub(super) fn note_entry(&mut self, entry: &Write) {
        if self.expected.is_empty() {
            return;
        }
        let path = match entry {
            Write::StepStarted { path, .. }
            | Write::StepInputs { path, .. }
            | Write::StepEnded { path, .. }
            | Write::Arm { path, .. } => path,
            Write::Artifact(file) => &file.step,
            _ => return,
        };
        for item in items(path) {
            if let Some(missing) = self.expected.get_mut(item) {
                *missing -= 1;
                if *missing == 0 {
                    self.expected.remove(item);
                    self.items.push(item.to_owned());
                }
                return;
            }
        }
    }
}
