//! CloudEvents 1.0.

use super::{
    Protocol,
    json::Messages,
    open::name,
    seen::{Seen, What},
};
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use runnable_wire::Timestamp;

/// Each event as a `CloudEvent`. Nothing depends on earlier events, so a reader may begin anywhere.
#[derive(Debug, Default)]
pub(crate) struct CloudEvents {
    source: Last,
    event_type: Last,
    subject: Last,
}

/// The last text that was made, since most events have the run, the type and the step of the event before.
#[derive(Debug, Default)]
struct Last {
    from: String,
    made: String,
}

impl Last {
    fn of(&mut self, from: &str, make: impl FnOnce(&str) -> String) -> &str {
        if self.made.is_empty() || self.from != from {
            from.clone_into(&mut self.from);
            self.made = make(from);
        }
        &self.made
    }
}

impl Protocol for CloudEvents {
    fn event(&mut self, event: &Seen<'_>, to: &mut Messages<'_>) {
        to.object(|object| {
            object.json("specversion", r#""1.0""#);
            object.value("id", event.id).value("source", self.source.of(event.run, source));
            object.value("type", self.event_type.of(event.event_type, |kind| format!("dev.runnable.{kind}")));
            if event.path.len() > "[]".len() {
                object.value("subject", self.subject.of(event.path, name));
            }
            // The events that are missing have neither a time nor a number.
            if event.what != What::Gap {
                object.value("time", Timestamp::from_nanos(event.millis * 1_000_000).as_str());
                object.digits("sequence", event.seq).value("attempt", event.attempt);
            }
            if let Some(data) = event.data {
                object.json("datacontenttype", r#""application/json""#).json("data", data);
            }
        });
    }
}

/// Returns the address of a run.
fn source(run: &str) -> String {
    format!("/runs/{}", utf8_percent_encode(run, NON_ALPHANUMERIC))
}
