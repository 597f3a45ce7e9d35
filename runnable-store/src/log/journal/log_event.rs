//! The items of a reader.

use crate::{
    log::api::{EventRecord, Json},
    time,
};
use runnable_wire::{Envelope, EnvelopePath, Gap, Kind, Timestamp};
use serde::{Serialize, Serializer};
use std::{sync::Arc, time::SystemTime};

/// An item of an [`EventStream`](crate::EventStream). Serializes to the native envelope.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub enum LogEvent {
    /// An event of the run.
    Event(RunEvent),
    /// Events that the reader skipped under [`OverflowPolicy::DropOldest`](crate::OverflowPolicy::DropOldest). The log has them.
    Gap {
        /// The id of the run.
        run: Arc<str>,
        /// The number of the first event that was skipped.
        from: u64,
        /// The number of the last event that was skipped.
        to: u64,
    },
}

/// An event of a run. Serializes to the native envelope.
///
/// # Examples
/// ```
/// use runnable_store::{EventRecord, RunEvent, json};
/// use std::{sync::Arc, time::UNIX_EPOCH};
///
/// let mut record = EventRecord::new(7, UNIX_EPOCH, json(r#"["fetch"]"#)?, 1, "chunk");
/// record.data = Some(json(r#"{"text":"a"}"#)?);
/// let event = RunEvent::new("r".into(), Arc::new(record));
/// let expected = concat!(
///     r#"{"v":1,"id":"r:7","seq":7,"run":"r","type":"chunk","ts":"1970-01-01T00:00:00.000Z","#,
///     r#""path":["fetch"],"attempt":1,"data":{"text":"a"}}"#,
/// );
/// assert_eq!(serde_json::to_string(&event)?, expected);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone)]
pub struct RunEvent {
    run: Arc<str>,
    record: Arc<EventRecord>,
}

impl LogEvent {
    /// Returns the event, or `None` for a gap.
    #[must_use]
    pub fn event(&self) -> Option<&RunEvent> {
        match self {
            Self::Event(event) => Some(event),
            Self::Gap { .. } => None,
        }
    }

    /// Appends the native envelope, or the control event of a gap, as one line of JSON.
    ///
    /// # Errors
    /// Returns the errors of `serde_json`, which no recorded event causes.
    pub fn write_json(&self, to: &mut Vec<u8>) -> serde_json::Result<()> {
        match self {
            Self::Event(event) => event.write_json(to),
            Self::Gap { run, from, to: last } => Gap { run, from: *from, to: *last }.write_json(to),
        }
    }
}

impl RunEvent {
    /// Returns the event of the run with this id.
    #[must_use]
    pub fn new(run: Arc<str>, record: Arc<EventRecord>) -> Self {
        Self { run, record }
    }

    /// Returns the id of the run.
    #[must_use]
    pub fn run(&self) -> &str {
        &self.run
    }

    /// Returns the number of the event in its run, from 1, without gaps.
    #[must_use]
    pub fn seq(&self) -> u64 {
        self.record.seq
    }

    /// Returns the `type` of the event.
    #[must_use]
    pub fn event_type(&self) -> &str {
        self.record.event_type.as_str()
    }

    /// Returns the kind of a lifecycle event, or `None` for a task's own event.
    #[must_use]
    pub fn kind(&self) -> Option<Kind> {
        self.record.event_type.kind()
    }

    /// Returns the time at which the event was sent.
    #[must_use]
    pub fn ts(&self) -> SystemTime {
        self.record.ts
    }

    /// Returns the path of the step as a JSON list of names; `[]` for the run itself.
    #[must_use]
    pub fn path(&self) -> &Json {
        &self.record.path
    }

    /// Returns the attempt of the step, from 1.
    #[must_use]
    pub fn attempt(&self) -> u32 {
        self.record.attempt
    }

    /// Returns the `data` of the event, or `None` if the event has no data.
    #[must_use]
    pub fn data(&self) -> Option<&Json> {
        self.record.data.as_ref()
    }

    /// Appends the native envelope as one line of JSON: the text that `serde_json::to_writer` writes, in a fraction of the time.
    ///
    /// # Errors
    /// Returns the errors of `serde_json`, which no recorded event causes.
    pub fn write_json(&self, to: &mut Vec<u8>) -> serde_json::Result<()> {
        self.with_envelope(|envelope| envelope.write_json(to))
    }

    fn with_envelope<T>(&self, write: impl FnOnce(Envelope<'_, RecordedPath<'_>, &Json>) -> T) -> T {
        let ts = Timestamp::from_millis(time::to_millis(self.record.ts));
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

impl Serialize for LogEvent {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Event(event) => event.serialize(to),
            Self::Gap { run, from, to: last } => Gap { run, from: *from, to: *last }.serialize(to),
        }
    }
}
