//! An event as a protocol sees it.

use super::super::encode::EncodeEvent;
use runnable_core::DeclaredMeaning;
use runnable_wire::{Kind, is_reserved};

/// The parts of an event, after secrets were removed and large values were marked.
#[derive(Clone, Copy)]
pub(crate) struct Seen<'a> {
    /// The id, `RUN:NUMBER`; empty for a gap.
    pub(super) id: &'a str,
    pub(super) seq: u64,
    /// The time in milliseconds since the epoch.
    pub(super) millis: u64,
    pub(super) event_type: &'a str,
    pub(super) what: What,
    /// The meaning that the program declares for the type of the event.
    pub(super) declared: Option<DeclaredMeaning>,
    /// A JSON list of names.
    pub(super) path: &'a str,
    pub(super) attempt: u32,
    /// JSON.
    pub(super) data: Option<&'a str>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum What {
    Lifecycle(Kind),
    /// A task's own event.
    Own,
    /// Some events are no longer in the run log.
    Gap,
}

impl Seen<'_> {
    /// Returns the id of the run. The caller of a run may choose it.
    pub(super) fn run(&self) -> &str {
        self.id.rsplit_once(':').map_or("", |(run, _)| run)
    }
}

/// Buffers that are used again for each event.
#[derive(Debug, Default)]
pub(super) struct Scratch {
    id: Vec<u8>,
    path: Vec<u8>,
    data: Vec<u8>,
}

impl Scratch {
    /// Reads an event; returns `None` for a lifecycle event of a later version.
    pub(super) fn read<'a, E: EncodeEvent>(
        &'a mut self,
        event: &'a E,
        meanings: &[DeclaredMeaning],
    ) -> serde_json::Result<Option<Seen<'a>>> {
        let Self { id, path, data } = self;
        [&mut *id, path, data].into_iter().for_each(Vec::clear);
        let numbered = event.write_id(id);
        let what = match event.kind() {
            _ if !numbered => What::Gap,
            Some(kind) => What::Lifecycle(kind),
            None if is_reserved(event.event_type()) => return Ok(None),
            None => What::Own,
        };
        event.write_path(path);
        let has_data = event.write_data(data)?;
        let (id, path, data) = (utf8(id), utf8(path), utf8(data));
        Ok(Some(Seen {
            id,
            seq: event.seq(),
            millis: event.millis(),
            event_type: event.event_type(),
            what,
            declared: meanings.iter().find(|declared| declared.event_type == event.event_type()).copied(),
            path,
            attempt: event.attempt(),
            data: has_data.then_some(data),
        }))
    }
}

/// JSON and ids are texts.
fn utf8(text: &[u8]) -> &str {
    std::str::from_utf8(text).unwrap_or_default()
}
