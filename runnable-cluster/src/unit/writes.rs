//! The writes of a run: their sizes and their paths.

use runnable_store::{EventRecord, Json, Kind, Write, Writes};
use std::sync::Arc;

/// The size of the entries above which a part does not wait for more, in bytes.
pub(super) const MAX_WAITING: usize = 2 * 1024 * 1024;

/// Returns whether the event is the end of the run.
pub(super) fn is_end(event: &EventRecord) -> bool {
    event.event_type.kind() == Some(Kind::RunFinished)
}

/// Returns about the size of the values of an entry, in bytes.
pub(super) fn size(write: &Write) -> usize {
    let json = |json: &Option<Json>| json.as_ref().map_or(0, |json| json.get().len());
    match write {
        Write::StepStarted { inputs, .. } => json(inputs),
        Write::StepEnded { output, error, .. } => json(output) + json(error),
        Write::Event(event) => json(&event.data),
        _ => 0,
    }
}

fn part_of(batch: &Writes) -> Writes {
    let part = Writes::new(Arc::clone(&batch.run), Vec::new());
    match batch.epoch {
        Some(epoch) => part.epoch(epoch),
        None => part,
    }
}

/// Splits writes so that each part has a size that the engine accepts, unless a single write is larger.
pub(super) fn split(batch: &Writes) -> Vec<Writes> {
    let (mut all, mut bytes) = (vec![part_of(batch)], 0);
    for write in &batch.writes {
        bytes += size(write);
        if bytes > MAX_WAITING && all.last().is_some_and(|last| !last.writes.is_empty()) {
            bytes = size(write);
            all.push(part_of(batch));
        }
        if let Some(last) = all.last_mut() {
            last.writes.push(write.clone());
        }
    }
    all
}

/// Returns the path of an event in the form of a step's path.
pub(super) fn path_of(event: &EventRecord) -> String {
    serde_json::from_str::<Vec<String>>(event.path.get()).unwrap_or_default().join("/")
}
