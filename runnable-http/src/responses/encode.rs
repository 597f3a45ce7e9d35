//! Events as bytes.

use super::sealed::Sealed;
use runnable_core::{Event, Lifecycle, Outcome, WireEvent};
use runnable_wire::{Flat, Kind};
use serde::Serialize;
use serde_json::Result;
use std::time::{SystemTime, UNIX_EPOCH};

/// An event that can be written to a response.
///
/// Implemented by [`Event`] if the fields of its data implement `serde::Serialize`, and by the events that a
#[cfg_attr(feature = "service", doc = "[`Service`](crate::Service) reads from its run log.")]
#[cfg_attr(not(feature = "service"), doc = "service reads from its run log.")]
/// The trait is sealed.
pub trait EncodeEvent: Sealed + Send {
    /// Returns the event's `type`.
    fn event_type(&self) -> &str;

    /// Appends the event's id, `RUN:NUMBER`, and returns `true`; returns `false` for control events, which have none.
    fn write_id(&self, to: &mut Vec<u8>) -> bool;

    /// Appends the native envelope as one line of JSON.
    ///
    /// # Errors
    /// Returns an error if the data does not serialize.
    fn write_json(&self, to: &mut Vec<u8>) -> Result<()>;

    /// Appends the path of the event's step, a JSON list of names.
    fn write_path(&self, to: &mut Vec<u8>);

    /// Returns the kind of a lifecycle event, or `None`.
    fn kind(&self) -> Option<Kind>;

    /// Returns the number of the event in its run, from 1; 0 for control events.
    fn seq(&self) -> u64;

    /// Returns the time at which the event was sent, in milliseconds since the epoch.
    fn millis(&self) -> u64;

    /// Returns the attempt of the event's step, from 1.
    fn attempt(&self) -> u32;

    /// Appends the event's own fields as JSON and returns `true`; returns `false` for an event without any. Control events are
    /// written whole.
    ///
    /// # Errors
    /// Returns an error if the data does not serialize.
    fn write_data(&self, to: &mut Vec<u8>) -> Result<bool>;

    /// Returns the event in the flat form, or `None` if it has none.
    fn flat(&self) -> Option<Flat<'_, impl Serialize>>;
}

/// The message of a run that was cancelled, in the flat form.
pub(crate) const CANCELLED: &str = "the run was cancelled";

/// The options of the flat form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct FlatForm {
    /// `true` if events have the path of their step.
    pub(crate) paths: bool,
}

impl FlatForm {
    /// Appends an event in the flat form.
    pub(crate) fn write<E: EncodeEvent>(
        self,
        event: &E,
        flat: &Flat<'_, impl Serialize>,
        to: &mut Vec<u8>,
    ) -> Result<()> {
        if !self.paths {
            return flat.write_json(to);
        }
        let mut path = Vec::new();
        event.write_path(&mut path);
        flat.write_json_with_path(&String::from_utf8_lossy(&path), to)
    }
}

/// Returns the milliseconds since the epoch.
pub(crate) fn millis(time: SystemTime) -> u64 {
    let since = time.duration_since(UNIX_EPOCH).unwrap_or_default();
    u64::try_from(since.as_millis()).unwrap_or(u64::MAX)
}

impl<D> Sealed for Event<D> {}

impl<D: WireEvent + Send> EncodeEvent for Event<D> {
    fn event_type(&self) -> &str {
        self.event_type()
    }

    fn write_id(&self, to: &mut Vec<u8>) -> bool {
        to.extend_from_slice(self.id().as_str().as_bytes());
        true
    }

    fn write_json(&self, to: &mut Vec<u8>) -> Result<()> {
        self.write_json(to)
    }

    fn write_path(&self, to: &mut Vec<u8>) {
        // Cannot fail: a path is a list of strings, and the buffer is in memory.
        let _ = serde_json::to_writer(to, &self.path());
    }

    fn kind(&self) -> Option<Kind> {
        self.kind()
    }

    fn seq(&self) -> u64 {
        self.seq()
    }

    fn millis(&self) -> u64 {
        millis(self.ts())
    }

    fn attempt(&self) -> u32 {
        self.attempt()
    }

    fn write_data(&self, to: &mut Vec<u8>) -> Result<bool> {
        let payload = self.payload();
        payload.map_or(Ok(false), |payload| serde_json::to_writer(to, &payload).map(|()| true))
    }

    fn flat(&self) -> Option<Flat<'_, impl Serialize>> {
        match self.lifecycle() {
            None => Some(Flat::Own { event_type: self.event_type(), data: self.payload() }),
            Some(Lifecycle::StepReset(_)) => Some(Flat::Reset),
            Some(Lifecycle::RunFinished(Outcome::Failed(error))) => {
                let causes = error.causes().map(Into::into).collect();
                Some(Flat::Error { message: error.message().into(), causes, truncated: None })
            }
            Some(Lifecycle::RunFinished(Outcome::Cancelled)) => {
                Some(Flat::Error { message: CANCELLED.into(), causes: Vec::new(), truncated: None })
            }
            Some(_) => None,
        }
    }
}
