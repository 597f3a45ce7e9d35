//! The record of an event.

use super::json::Json;
use runnable_wire::EventType;
use std::time::SystemTime;

/// A recorded event.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct EventRecord {
    /// The number of the event in its run, from 1, without gaps.
    pub seq: u64,
    /// The time at which the event was sent. Logs keep milliseconds.
    pub ts: SystemTime,
    /// The path of the step, a list of names such as `["languages[2]","translate"]`.
    pub path: Json,
    /// The attempt of the step, from 1.
    pub attempt: u32,
    /// The `type` of the event.
    pub event_type: EventType,
    /// The `data` of the event, or `None` if the event has no data.
    pub data: Option<Json>,
}

impl EventRecord {
    /// Returns the record of an event without data.
    #[must_use]
    pub fn new(seq: u64, ts: SystemTime, path: Json, attempt: u32, event_type: impl Into<EventType>) -> Self {
        Self { seq, ts, path, attempt, event_type: event_type.into(), data: None }
    }

    /// Returns the approximate size in bytes.
    pub(crate) fn size(&self) -> usize {
        let data = self.data.as_ref().map_or(0, |data| data.get().len());
        size_of::<Self>() + self.path.get().len() + self.event_type.as_str().len() + data
    }
}
