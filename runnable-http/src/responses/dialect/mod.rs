//! The events of a run in the protocols of other front ends.
//!
//! A protocol sees one event at a time, in the order of the run, and writes any number of messages for it.

mod ag_ui;
mod ai_sdk;
mod cloud_events;
mod json;
mod meaning;
mod open;
#[cfg(test)]
#[expect(dead_code, reason = "the tests of the service use the rest")]
mod rules;
mod seen;
mod subagents;
#[cfg(test)]
mod tests;

pub use ag_ui::AgUi;
pub(crate) use ag_ui::AgUiEvents;
pub(crate) use ai_sdk::AiSdk;
pub(crate) use cloud_events::CloudEvents;

use super::encode::EncodeEvent;
use json::Messages;
use runnable_core::DeclaredMeaning;
use seen::{Scratch, Seen};
use std::fmt;

/// The messages of a protocol around which a response puts its framing.
pub(crate) trait Protocol: Send + Unpin + 'static {
    /// Writes the messages of an event, without those that end the stream.
    fn event(&mut self, event: &Seen<'_>, to: &mut Messages<'_>);

    /// Writes the messages that end the stream, after the last event. Until then the end of a run may be the end of a part:
    /// another may follow, since a run that has failed or was cancelled can be resumed.
    fn end(&mut self, to: &mut Vec<u8>) {
        let _ = to;
    }
}

/// A protocol, and the buffers in which it sees the parts of an event.
pub(crate) struct Dialect {
    protocol: Box<dyn Protocol>,
    meanings: Vec<DeclaredMeaning>,
    scratch: Scratch,
}

impl Dialect {
    pub(crate) fn new(protocol: impl Protocol, meanings: Vec<DeclaredMeaning>) -> Self {
        Self { protocol: Box::new(protocol), meanings, scratch: Scratch::default() }
    }

    /// Appends the messages of an event, each between `before` and `after`.
    pub(crate) fn event<E: EncodeEvent>(
        &mut self,
        event: &E,
        (before, after): (&'static str, &'static str),
        to: &mut Vec<u8>,
    ) -> serde_json::Result<()> {
        if let Some(seen) = self.scratch.read(event, &self.meanings)? {
            self.protocol.event(&seen, &mut Messages::new(before, after, to));
        }
        Ok(())
    }

    /// Appends the messages that end the stream.
    pub(crate) fn end(&mut self, to: &mut Vec<u8>) {
        self.protocol.end(to);
    }
}

impl fmt::Debug for Dialect {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Dialect")
    }
}
