//! Writes of a run that are in the log.

use crate::log::api::{EventRecord, Write};

/// The effect of a committed transaction on a run.
#[derive(Default)]
pub(super) struct Committed {
    /// The number of writes.
    pub(super) writes: u64,
    /// Their size in bytes, as it was counted when they were queued.
    pub(super) bytes: usize,
    /// The events, or `None` if the run has no reader.
    pub(super) events: Option<Vec<EventRecord>>,
    pub(super) last_seq: Option<u64>,
    /// `true` if the run ended.
    pub(super) ended: bool,
}

impl Committed {
    pub(super) fn new(writes: Vec<Write>, keep_events: bool) -> Self {
        let mut committed = Self { events: keep_events.then(Vec::new), ..Self::default() };
        for write in writes {
            committed.writes += 1;
            committed.bytes += write.size();
            match write {
                Write::Event(event) => {
                    committed.last_seq = Some(event.seq);
                    if let Some(events) = &mut committed.events {
                        events.push(event);
                    }
                }
                Write::RunEnded { .. } => committed.ended = true,
                _ => {}
            }
        }
        committed
    }
}
