//! The messages with events.

use runnable_store::{EventRecord, StoreError, StoreErrorKind, Write, entries_from_json, entries_to_json};
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

/// A message with events of a run. A message without events claims the run for its sender.
#[derive(Serialize, Deserialize)]
struct Batch {
    /// The number of the event before the first.
    after: u64,
    /// The events, in the format of run logs.
    events: Box<RawValue>,
}

pub(super) fn encode(events: &[EventRecord]) -> Result<Vec<u8>, StoreError> {
    let after = events.first().map_or(0, |first| first.seq.saturating_sub(1));
    let writes: Vec<_> = events.iter().cloned().map(Write::Event).collect();
    let events = RawValue::from_string(entries_to_json(&writes)?).map_err(unreadable)?;
    serde_json::to_vec(&Batch { after, events }).map_err(unreadable)
}

pub(super) fn decode(message: &[u8]) -> Result<Vec<EventRecord>, StoreError> {
    let batch: Batch = serde_json::from_slice(message).map_err(unreadable)?;
    let events = entries_from_json(batch.events.get(), batch.after)?.into_iter();
    Ok(events
        .filter_map(|write| match write {
            Write::Event(event) => Some(event),
            _ => None,
        })
        .collect())
}

fn unreadable(error: serde_json::Error) -> StoreError {
    StoreError::new(StoreErrorKind::Corrupt, "a message with events cannot be read").with_source(error)
}
