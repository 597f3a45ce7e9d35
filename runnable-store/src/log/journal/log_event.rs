//! What a reader of a run gets.

use crate::{EventRecord, Json};
use serde::{Serialize, Serializer, ser::SerializeStruct};
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
        &self.record.kind
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

impl Serialize for RunEvent {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let mut envelope = to.serialize_struct("Event", if self.data().is_some() { 9 } else { 8 })?;
        envelope.serialize_field("v", &1)?;
        envelope.serialize_field("id", &format_args!("{}:{}", self.run, self.seq()))?;
        envelope.serialize_field("seq", &self.seq())?;
        envelope.serialize_field("run", &*self.run)?;
        envelope.serialize_field("type", self.event_type())?;
        // What is before 1970 has no such text: the epoch stands for it.
        envelope
            .serialize_field("ts", &format_args!("{}", humantime::format_rfc3339_millis(self.ts().max(UNIX_EPOCH))))?;
        envelope.serialize_field("path", self.path())?;
        envelope.serialize_field("attempt", &self.attempt())?;
        if let Some(data) = self.data() {
            envelope.serialize_field("data", data)?;
        }
        envelope.end()
    }
}

#[derive(Serialize)]
struct Gap<'a> {
    v: u8,
    run: &'a str,
    r#type: &'static str,
    data: Between,
}

#[derive(Serialize)]
struct Between {
    from: u64,
    to: u64,
}

impl Serialize for LogEvent {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Event(event) => event.serialize(to),
            Self::Gap { run, from, to: last } => {
                Gap { v: 1, run, r#type: "gap", data: Between { from: *from, to: *last } }.serialize(to)
            }
        }
    }
}
