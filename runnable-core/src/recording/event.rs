//! Checks events before they are sent and recorded.

use crate::{event::WireEvent, id::BoxError, strict};
use serde::{Serialize, Serializer};
use std::cell::Cell;

thread_local! {
    /// The text of the last event on this thread, kept for its memory.
    static TEXT: Cell<Vec<u8>> = const { Cell::new(Vec::new()) };
}

/// The most memory that a thread keeps.
const KEPT: usize = 64 * 1024;

/// Checks that the fields of an event are recorded as they are.
///
/// # Errors
/// Returns an error that names the event and the field which does not serialize or would not read back the same.
pub fn check_event<D: WireEvent>(event: &D) -> Result<(), BoxError> {
    let mut text = TEXT.take();
    text.clear();
    let result = strict::write(&mut text, &Fields(event));
    if text.capacity() <= KEPT {
        TEXT.set(text);
    }
    match result {
        Ok(_) => event.check(),
        Err(refusal) => Err(refusal.into()),
    }
    .map_err(|error| format!("the event `{}` is not sent: {error}", event.event_type()).into())
}

struct Fields<'e, D>(&'e D);

impl<D: WireEvent> Serialize for Fields<'_, D> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        self.0.serialize_data(to)
    }
}
