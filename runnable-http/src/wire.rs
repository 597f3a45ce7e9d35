//! What an event looks like on the wire.

use runnable_core::{Event, Lifecycle, Outcome, WireEvent};
use serde::Serialize;
use serde_json::Result;

/// An event that can be sent.
pub trait Wire: Send {
    /// Its `type`.
    fn kind(&self) -> &str;

    /// Its `type` in the flat form; `None` where it has no such form.
    fn flat_kind(&self) -> Option<&str>;

    /// Writes `RUN:SEQ`; whether it has an id: control events have none.
    fn write_id(&self, to: &mut Vec<u8>) -> bool;

    /// Writes the native envelope: one line of JSON, without a line break.
    ///
    /// # Errors
    /// Its data does not serialise.
    fn write(&self, to: &mut Vec<u8>) -> Result<()>;

    /// Writes the flat form: the task's own event, as `{"type":"chunk","text":".."}`; `{"type":"reset"}` where a step is tried
    /// again, and `{"type":"error","error":".."}` where the run has failed. Nothing of any other event.
    ///
    /// # Errors
    /// Its data does not serialise.
    fn write_flat(&self, to: &mut Vec<u8>) -> Result<()>;
}

#[derive(Serialize)]
#[serde(tag = "type", rename_all = "lowercase")]
enum Control {
    Reset,
    Error { error: String },
}

impl<D: WireEvent + Send> Wire for Event<D> {
    fn kind(&self) -> &str {
        self.event_type()
    }

    fn flat_kind(&self) -> Option<&str> {
        match self.lifecycle() {
            None => Some(self.event_type()),
            Some(Lifecycle::StepReset(_)) => Some("reset"),
            Some(Lifecycle::RunFinished(Outcome::Failed(_))) => Some("error"),
            Some(_) => None,
        }
    }

    fn write_id(&self, to: &mut Vec<u8>) -> bool {
        to.extend_from_slice(self.id().as_str().as_bytes());
        true
    }

    fn write(&self, to: &mut Vec<u8>) -> Result<()> {
        self.write_json(to)
    }

    fn write_flat(&self, to: &mut Vec<u8>) -> Result<()> {
        match (self.flat(), self.lifecycle()) {
            (Some(flat), _) => serde_json::to_writer(to, &flat),
            (None, Some(Lifecycle::StepReset(_))) => serde_json::to_writer(to, &Control::Reset),
            (None, Some(Lifecycle::RunFinished(Outcome::Failed(error)))) => {
                serde_json::to_writer(to, &Control::Error { error: error.message() })
            }
            _ => Ok(()),
        }
    }
}
