//! An event as a protocol sees it.

use super::super::encode::EncodeEvent;
use runnable_core::DeclaredMeaning;
use runnable_wire::{Kind, is_reserved};
use serde::Deserialize;
use serde_json::value::RawValue;
use std::{borrow::Cow, io::Write};

/// The parts of an event, after secrets were removed and large values were marked.
#[derive(Clone, Copy)]
pub(crate) struct Seen<'a> {
    /// The id, `RUN:NUMBER`, or `RUN:gap:NUMBER` for a gap, with the number of the first event that is missing.
    pub(super) id: &'a str,
    /// The id of the run. The caller of a run may choose it.
    pub(super) run: &'a str,
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

/// The control event of a gap.
#[derive(Deserialize)]
struct Gap<'a> {
    #[serde(borrow)]
    run: Cow<'a, str>,
    #[serde(borrow)]
    data: &'a RawValue,
}

/// The data of a gap.
#[derive(Deserialize)]
struct Missed {
    from: u64,
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
        let mut data = utf8(data);
        let run = if what == What::Gap {
            let gap: Gap<'_> = serde_json::from_str(data)?;
            let Missed { from } = serde_json::from_str(gap.data.get())?;
            data = gap.data.get();
            // A buffer takes everything.
            let _ = write!(id, "{}:gap:{from}", gap.run);
            gap.run.len()
        } else {
            id.iter().rposition(|byte| *byte == b':').unwrap_or_default()
        };
        let (id, path) = (utf8(id), utf8(path));
        Ok(Some(Seen {
            id,
            run: id.get(..run).unwrap_or_default(),
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
