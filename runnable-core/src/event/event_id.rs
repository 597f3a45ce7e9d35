//! The id of an event.

use super::event::Event;
use crate::id::text;
use arrayvec::ArrayString;
use std::fmt;

/// The id of an event, unlike that of any other: its run and its number, as `01J..:7`. Made without an allocation, unless its
/// run has a long name.
///
/// # Examples
/// ```
/// # use runnable_core::{Event, WireEvent};
/// # fn frame<D: WireEvent>(event: &Event<D>, buffer: &mut Vec<u8>) -> serde_json::Result<()> {
/// buffer.extend_from_slice(b"id: ");
/// buffer.extend_from_slice(event.id().as_str().as_bytes());
/// buffer.extend_from_slice(b"\ndata: ");
/// event.write_json(buffer)?;
/// buffer.extend_from_slice(b"\n\n");
/// # Ok(())
/// # }
/// ```
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct EventId(Text);

#[derive(Clone, PartialEq, Eq, Hash)]
enum Text {
    Short(ArrayString<64>),
    Long(Box<str>),
}

impl<D> Event<D> {
    /// Its id: what a reader that reconnects names as the last one it saw.
    #[must_use]
    pub fn id(&self) -> EventId {
        let short = self.run.with_str(|run| text::id(run, self.seq));
        EventId(match short {
            Some((id, _)) => Text::Short(id),
            None => Text::Long(format!("{}:{}", self.run, self.seq).into()),
        })
    }
}

impl EventId {
    /// Its text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match &self.0 {
            Text::Short(id) => id,
            Text::Long(id) => id,
        }
    }
}

impl AsRef<str> for EventId {
    fn as_ref(&self) -> &str {
        self.as_str()
    }
}

impl fmt::Display for EventId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl fmt::Debug for EventId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "EventId({self})")
    }
}
