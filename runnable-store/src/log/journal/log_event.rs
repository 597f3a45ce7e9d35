//! What a reader of a run gets.

use crate::{EventRecord, Json};
use runnable_wire::{Envelope, EnvelopePath, Gap, Kind, Timestamp};
use serde::{Serialize, Serializer};
use std::{
    sync::Arc,
    time::{Duration, SystemTime, UNIX_EPOCH},
};

/// What a reader of a run gets. It serialises to the native envelope, version 1.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub enum LogEvent {
    /// An event of the run.
    Event(RunEvent),
    /// Events that the reader was too slow for: [`OverflowPolicy::DropOldest`](crate::OverflowPolicy::DropOldest). They are in the log.
    Gap {
        /// The run.
        run: Arc<str>,
        /// The first that is left out.
        from: u64,
        /// The last that is left out.
        to: u64,
    },
}

/// An event of a run.
#[derive(Debug, Clone)]
pub struct RunEvent {
    run: Arc<str>,
    record: Arc<EventRecord>,
}

impl LogEvent {
    /// The event; `None` for a gap.
    #[must_use]
    pub fn event(&self) -> Option<&RunEvent> {
        match self {
            Self::Event(event) => Some(event),
            Self::Gap { .. } => None,
        }
    }
}

impl RunEvent {
    /// An event of the run with that id.
    #[must_use]
    pub fn new(run: Arc<str>, record: Arc<EventRecord>) -> Self {
        Self { run, record }
    }

    /// The run's id.
    #[must_use]
    pub fn run(&self) -> &str {
        &self.run
    }

    /// The position in the run, from 1, without holes.
    #[must_use]
    pub fn seq(&self) -> u64 {
        self.record.seq
    }

    /// Its `type`.
    #[must_use]
    pub fn event_type(&self) -> &str {
        self.record.event_type.as_str()
    }

    /// When it was sent.
    #[must_use]
    pub fn ts(&self) -> SystemTime {
        let since = Duration::from_millis(self.record.ts.unsigned_abs());
        if self.record.ts < 0 { UNIX_EPOCH - since } else { UNIX_EPOCH + since }
    }

    /// The step's path, as a JSON list of names; `[]` for the run itself.
    #[must_use]
    pub fn path(&self) -> &Json {
        &self.record.path
    }

    /// The step's attempt, from 1.
    #[must_use]
    pub fn attempt(&self) -> u32 {
        self.record.attempt
    }

    /// Its `data`; `None` where it has none.
    #[must_use]
    pub fn data(&self) -> Option<&Json> {
        self.record.data.as_ref()
    }
}

impl RunEvent {
    /// Returns the kind of a lifecycle event, or `None` for a task's own event.
    #[must_use]
    pub fn kind(&self) -> Option<Kind> {
        self.record.event_type.kind()
    }

    /// Appends the native envelope as one line of JSON: what `serde_json::to_writer` writes, in a fraction of the time.
    ///
    /// # Errors
    /// Returns the errors of `serde_json`. No recorded event causes one.
    pub fn write_json(&self, to: &mut Vec<u8>) -> serde_json::Result<()> {
        self.with_envelope(|envelope| envelope.write_json(to))
    }

    fn with_envelope<T>(&self, write: impl FnOnce(Envelope<'_, RecordedPath<'_>, &Json>) -> T) -> T {
        let ts = Timestamp::from_millis(self.record.ts);
        write(Envelope {
            run: &self.run,
            seq: self.seq(),
            event_type: self.event_type(),
            ts: ts.as_str(),
            path: RecordedPath(&self.record.path),
            attempt: self.attempt(),
            data: self.data(),
        })
    }
}

/// A path, which is recorded as JSON.
struct RecordedPath<'a>(&'a Json);

impl Serialize for RecordedPath<'_> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(to)
    }
}

impl EnvelopePath for RecordedPath<'_> {
    fn write_json(&self, to: &mut Vec<u8>) {
        to.extend_from_slice(self.0.get().as_bytes());
    }
}

impl Serialize for RunEvent {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        self.with_envelope(|envelope| envelope.serialize(to))
    }
}

impl LogEvent {
    /// Appends the native envelope, or the control event of a gap, as one line of JSON.
    ///
    /// # Errors
    /// Returns the errors of `serde_json`. No recorded event causes one.
    pub fn write_json(&self, to: &mut Vec<u8>) -> serde_json::Result<()> {
        match self {
            Self::Event(event) => event.write_json(to),
            Self::Gap { run, from, to: last } => Gap { run, from: *from, to: *last }.write_json(to),
        }
    }
}

impl Serialize for LogEvent {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Event(event) => event.serialize(to),
            Self::Gap { run, from, to: last } => Gap { run, from: *from, to: *last }.serialize(to),
        }
    }
}
