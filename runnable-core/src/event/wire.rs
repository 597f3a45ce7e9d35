//! The forms of events on the wire.

use super::{
    event::{Event, Lifecycle, Outcome},
    lift::Never,
    meaning::DeclaredMeaning,
};
use crate::id::{BoxError, Origin, Segment};
use runnable_wire::{Envelope, EnvelopePath, EventId, Finished, OutcomeName, PathWriter, Timestamp};
use serde::{Serialize, Serializer, ser::SerializeStruct};
use serde_json::Result;

/// An event that can be sent over the wire. `derive(TaskEvent)` and `pipeline!` implement it if the fields implement
/// `serde::Serialize`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be serialized: one of its fields does not implement `serde::Serialize`",
    note = "derive `serde::Serialize` for the types of the event's fields"
)]
pub trait WireEvent {
    /// Returns the event's `type`.
    fn event_type(&self) -> &str;

    /// Serializes the event's fields without the `type`, as a map or a struct.
    ///
    /// # Errors
    /// Returns the errors of the serializer.
    fn serialize_data<S: Serializer>(&self, to: S) -> std::result::Result<S::Ok, S::Error>;

    /// Checks that the values which the event was made of can be recorded.
    ///
    /// # Errors
    /// Returns an error if it cannot.
    #[doc(hidden)]
    fn check(&self) -> std::result::Result<(), BoxError> {
        Ok(())
    }

    /// Appends the meanings that are declared for event types, which front ends use in the place of their conventions. The
    /// default declares none.
    fn meanings(to: &mut Vec<DeclaredMeaning>) {
        let _ = to;
    }
}

impl WireEvent for Never {
    fn event_type(&self) -> &str {
        match *self {}
    }
    fn serialize_data<S: Serializer>(&self, _: S) -> std::result::Result<S::Ok, S::Error> {
        match *self {}
    }
}

impl<E: WireEvent> WireEvent for Option<E> {
    fn event_type(&self) -> &str {
        self.as_ref().map_or("", E::event_type)
    }
    fn serialize_data<S: Serializer>(&self, to: S) -> std::result::Result<S::Ok, S::Error> {
        match self {
            Some(event) => event.serialize_data(to),
            None => to.serialize_unit(),
        }
    }
    fn check(&self) -> std::result::Result<(), BoxError> {
        self.as_ref().map_or(Ok(()), WireEvent::check)
    }
    fn meanings(to: &mut Vec<DeclaredMeaning>) {
        E::meanings(to);
    }
}

impl WireEvent for Lifecycle {
    fn event_type(&self) -> &str {
        Lifecycle::event_type(self)
    }
    fn serialize_data<S: Serializer>(&self, to: S) -> std::result::Result<S::Ok, S::Error> {
        match self {
            Self::RunStarted | Self::RunResumed | Self::StepStarted => to.serialize_struct("Nothing", 0)?.end(),
            Self::StepReset(error) => {
                let mut reset = to.serialize_struct("Reset", 1)?;
                reset.serialize_field("error", error)?;
                reset.end()
            }
            Self::StepFinished(outcome) | Self::RunFinished(outcome) => finished(outcome).serialize(to),
            Self::LoopFinished(turns) => {
                let (turns, exhausted) = (Some(turns.count), Some(turns.exhausted));
                Finished { turns, exhausted, ..Finished::new(OutcomeName::Success) }.serialize(to)
            }
        }
    }
}

fn finished(outcome: &Outcome) -> Finished<'_> {
    match outcome {
        Outcome::Failed(error) => Finished::failed(error.data()),
        Outcome::Succeeded | Outcome::Cancelled => Finished::new(outcome.wire_name()),
    }
}

/// A [`WireEvent`]'s fields, as a value.
struct Data<'a, D>(&'a D);

impl<D: WireEvent> Serialize for Data<'_, D> {
    fn serialize<S: Serializer>(&self, to: S) -> std::result::Result<S::Ok, S::Error> {
        self.0.serialize_data(to)
    }
}

/// A task's own event in the flat form, as [`Event::flat`] returns it.
#[derive(Debug)]
pub struct Flat<'a, D>(&'a D);

impl<D: WireEvent> Serialize for Flat<'_, D> {
    fn serialize<S: Serializer>(&self, to: S) -> std::result::Result<S::Ok, S::Error> {
        runnable_wire::Flat::Own { event_type: self.0.event_type(), data: Data(self.0) }.serialize(to)
    }
}

/// The `data` of an event's envelope, as [`Event::payload`] returns it.
#[derive(Debug)]
pub struct Payload<'a, D>(&'a Event<D>);

impl<D: WireEvent> Serialize for Payload<'_, D> {
    fn serialize<S: Serializer>(&self, to: S) -> std::result::Result<S::Ok, S::Error> {
        match (self.0.lifecycle(), self.0.result()) {
            (None, _) => self.0.data.serialize_data(to),
            (Some(_), Some(result)) => {
                Finished { result: Some(result), ..Finished::new(OutcomeName::Success) }.serialize(to)
            }
            (Some(lifecycle), None) => lifecycle.serialize_data(to),
        }
    }
}

impl<D> Event<D> {
    /// Returns the event's id, unique among the events of all runs. A reader that reconnects sends the id of the last event
    /// that it received.
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
    #[must_use]
    pub fn id(&self) -> EventId {
        self.run.with_str(|run| EventId::new(run, self.seq))
    }
}

impl<D: WireEvent> Event<D> {
    /// Returns the event's `type` on the wire, such as `run.started` or `chunk`.
    pub fn event_type(&self) -> &str {
        match self.lifecycle() {
            Some(lifecycle) => lifecycle.event_type(),
            None => self.data.event_type(),
        }
    }

    /// Returns a task's own event in the flat form, `{"type":"chunk","text":"Hola"}`, or `None` for a lifecycle event.
    pub fn flat(&self) -> Option<Flat<'_, D>> {
        self.lifecycle().is_none().then_some(Flat(&self.data))
    }

    /// Returns the `data` of the envelope, or `None` if the event has none.
    pub fn payload(&self) -> Option<Payload<'_, D>> {
        let bare =
            matches!(self.lifecycle(), Some(Lifecycle::RunStarted | Lifecycle::RunResumed | Lifecycle::StepStarted));
        (!bare).then_some(Payload(self))
    }

    /// Appends the native envelope as one line of JSON.
    ///
    /// This writes what `serde_json::to_writer` writes, in a fraction of the time, and does not allocate if the buffer has
    /// room.
    ///
    /// # Examples
    /// ```
    /// # use runnable_core::{Event, WireEvent};
    /// # fn line<D: WireEvent>(event: &Event<D>, buffer: &mut Vec<u8>) -> serde_json::Result<()> {
    /// event.write_json(buffer)?;
    /// buffer.push(b'\n');
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    /// Returns an error if the data does not serialize. Then nothing is appended.
    pub fn write_json(&self, to: &mut Vec<u8>) -> Result<()> {
        self.with_envelope(|envelope| envelope.write_json(to))
    }

    #[inline]
    fn with_envelope<T>(&self, write: impl FnOnce(Envelope<'_, &Origin, Payload<'_, D>>) -> T) -> T {
        let ts = Timestamp::from_nanos(self.ts);
        self.run.with_str(|run| {
            write(Envelope {
                run,
                seq: self.seq,
                event_type: self.event_type(),
                ts: ts.as_str(),
                path: &self.origin,
                attempt: self.attempt(),
                data: self.payload(),
            })
        })
    }
}

impl<D: WireEvent> Serialize for Event<D> {
    fn serialize<S: Serializer>(&self, to: S) -> std::result::Result<S::Ok, S::Error> {
        self.with_envelope(|envelope| envelope.serialize(to))
    }
}

impl EnvelopePath for &Origin {
    /// The path of a step outside of maps and loops is written once in a program, and copied from then on.
    fn write_json(&self, to: &mut Vec<u8>) {
        let Some(known) = self.known_json() else { return path(to, self) };
        let json = known.get_or_init(|| {
            let mut json = vec![];
            path(&mut json, self);
            json.into()
        });
        to.extend_from_slice(json);
    }
}

fn path(to: &mut Vec<u8>, origin: &Origin) {
    let mut path = PathWriter::new(to);
    origin.visit(|segment: Segment<'_>| path.segment(segment.name(), segment.position()));
    path.end();
}

#[cfg(test)]
mod tests {
    use super::super::LifecycleTag;
    use super::*;
    use crate::id::{Error, Place, RunId, Scope};
    use serde::ser::Error as _;

    struct Text(&'static str, Option<&'static str>);

    impl WireEvent for Text {
        fn event_type(&self) -> &str {
            self.0
        }
        fn serialize_data<S: Serializer>(&self, to: S) -> std::result::Result<S::Ok, S::Error> {
            to.serialize_str(self.1.ok_or_else(|| S::Error::custom("no text"))?)
        }
    }

    fn event(run: &str, seq: u64, origin: Origin, tag: LifecycleTag, data: Text) -> Event<Text> {
        Event { seq, ts: 1_700_000_000_123_456_789, run: RunId::from(run), origin, tag, data }
    }

    fn written(event: &Event<Text>) -> String {
        let mut buffer = b"before".to_vec();
        event.write_json(&mut buffer).unwrap();
        String::from_utf8(buffer.split_off(6)).unwrap()
    }

    #[test]
    fn an_envelope_is_written_as_serde_does() {
        static PLACES: [Place; 4] =
            [Place::new("a"), Place::indexed("über"), Place::indexed("wort"), Place::new("a \"b\"\\\n")];
        let a = Scope::ROOT.below(&PLACES[0], 0);
        let (b, quoted) = (a.below(&PLACES[1], 3), a.below(&PLACES[3], 0));
        let mut c = b.below(&PLACES[2], 70_000);
        c.attempt = 12;
        let failed = || Error::failed("a \"b\"".into(), false);
        let tags = || {
            let life = [
                Lifecycle::RunStarted,
                Lifecycle::StepStarted,
                Lifecycle::StepFinished(Outcome::Succeeded),
                Lifecycle::StepFinished(Outcome::Failed(failed())),
                Lifecycle::StepReset(failed()),
            ];
            life.map(|life| LifecycleTag::of(&life)).into_iter().chain([LifecycleTag::Nothing])
        };
        let long = "run".repeat(40);
        for scope in [Scope::ROOT, a, b, c, quoted] {
            for (run, seq) in [("run", 1), ("\"run\"\u{1}", u64::MAX), ("été\u{7f}", 10), (&*long, 99)] {
                for tag in tags() {
                    let event = event(run, seq, scope.origin(), tag, Text("ki\"nd", Some("te\nxt")));
                    // The second time its path is known.
                    let json = serde_json::to_string(&event).unwrap();
                    assert_eq!([written(&event), written(&event)], [json.clone(), json]);
                }
            }
        }
    }

    #[test]
    fn a_generated_run_is_written_as_serde_does() {
        let data = Text("chunk", Some("text"));
        let mut event = event("", 7, Scope::ROOT.origin(), LifecycleTag::Nothing, data);
        event.run = RunId::generate();
        assert_eq!(written(&event), serde_json::to_string(&event).unwrap());
    }

    #[test]
    fn an_event_whose_data_does_not_serialise_leaves_the_buffer_as_it_was() {
        let event = event("run", 1, Scope::ROOT.origin(), LifecycleTag::Nothing, Text("chunk", None));
        let mut buffer = b"before".to_vec();
        assert_eq!(event.write_json(&mut buffer).unwrap_err().to_string(), "no text");
        assert_eq!(buffer, b"before");
    }
}
