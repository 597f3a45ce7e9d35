//! The native envelope, version 1, and its flat form.

use super::{
    event::{Event, Lifecycle, Outcome},
    lift::Never,
};
use crate::id::{Error, text};
use serde::{
    Serialize, Serializer,
    ser::{SerializeMap, SerializeStruct},
};
use serde_json::Value;

/// An event that has a form on the wire. `derive(TaskEvent)` and `pipeline!` implement it where the fields serialise.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be sent: a field of it does not implement `serde::Serialize`",
    note = "derive `serde::Serialize` for the types of the event's fields"
)]
pub trait WireEvent {
    /// Its `type`.
    fn event_type(&self) -> &str;

    /// Its fields without the `type`.
    ///
    /// # Errors
    /// Those of the serializer.
    fn serialize_data<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error>;
}

impl WireEvent for Never {
    fn event_type(&self) -> &str {
        match *self {}
    }
    fn serialize_data<S: Serializer>(&self, _: S) -> Result<S::Ok, S::Error> {
        match *self {}
    }
}

impl<E: WireEvent> WireEvent for Option<E> {
    fn event_type(&self) -> &str {
        self.as_ref().map_or("", E::event_type)
    }
    fn serialize_data<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        match self {
            Some(event) => event.serialize_data(to),
            None => to.serialize_unit(),
        }
    }
}

impl WireEvent for Lifecycle {
    fn event_type(&self) -> &str {
        Lifecycle::event_type(self)
    }
    fn serialize_data<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let mut map = to.serialize_map(None)?;
        match self {
            Self::RunStarted | Self::RunResumed | Self::StepStarted => {}
            Self::StepReset(error) => map.serialize_entry("error", error)?,
            Self::StepFinished(outcome) | Self::RunFinished(outcome) => {
                map.serialize_entry("outcome", outcome.name())?;
                if let Outcome::Failed(error) = outcome {
                    map.serialize_entry("error", error)?;
                }
            }
            Self::LoopFinished(turns) => {
                map.serialize_entry("outcome", Outcome::Succeeded.name())?;
                map.serialize_entry("turns", &turns.count)?;
                map.serialize_entry("exhausted", &turns.exhausted)?;
            }
        }
        map.end()
    }
}

/// As a reader elsewhere sees it: `{"code":"failed","message":"..","retryable":false}`.
impl Serialize for Error {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let mut error = to.serialize_struct("Error", 3)?;
        error.serialize_field("code", self.kind().code())?;
        error.serialize_field("message", &self.message())?;
        error.serialize_field("retryable", &self.is_retryable())?;
        error.end()
    }
}

/// The end of a run that tells its result.
#[derive(Serialize)]
struct Success<'a> {
    outcome: &'static str,
    result: &'a Value,
}

/// A [`WireEvent`]'s fields, as a value.
struct Data<'a, D>(&'a D);

impl<D: WireEvent> Serialize for Data<'_, D> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        self.0.serialize_data(to)
    }
}

/// A task's own event in the flat form; see [`Event::flat`].
#[derive(Debug)]
pub struct Flat<'a, D>(pub(crate) &'a D);

impl<D: WireEvent> Serialize for Flat<'_, D> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        #[serde(bound = "")]
        struct Tagged<'a, D: WireEvent> {
            r#type: &'a str,
            #[serde(flatten)]
            data: Data<'a, D>,
        }
        Tagged { r#type: self.0.event_type(), data: Data(self.0) }.serialize(to)
    }
}

/// What an event carries on the wire, beside its envelope; see [`Event::payload`].
#[derive(Debug)]
pub struct Payload<'a, D>(&'a Event<D>);

impl<D: WireEvent> Serialize for Payload<'_, D> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        match (self.0.lifecycle(), self.0.result()) {
            (None, _) => self.0.data.serialize_data(to),
            (Some(_), Some(result)) => Success { outcome: "success", result }.serialize(to),
            (Some(lifecycle), None) => lifecycle.serialize_data(to),
        }
    }
}

impl<D: WireEvent> Event<D> {
    /// The `data` of the envelope; `None` where it has none.
    pub fn payload(&self) -> Option<Payload<'_, D>> {
        let bare =
            matches!(self.lifecycle(), Some(Lifecycle::RunStarted | Lifecycle::RunResumed | Lifecycle::StepStarted));
        (!bare).then_some(Payload(self))
    }
}

impl<D: WireEvent> Serialize for Event<D> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let payload = self.payload();
        let mut envelope = to.serialize_struct("Event", if payload.is_none() { 8 } else { 9 })?;
        envelope.serialize_field("v", &1)?;
        let run = self.run.with_str(|run| text::id(run, self.seq));
        match &run {
            Some((id, _)) => envelope.serialize_field("id", &**id)?,
            None => envelope.serialize_field("id", &format_args!("{}:{}", self.run, self.seq))?,
        }
        envelope.serialize_field("seq", &self.seq)?;
        match &run {
            Some((id, run)) => envelope.serialize_field("run", &id[..*run])?,
            None => envelope.serialize_field("run", &self.run)?,
        }
        envelope.serialize_field("type", self.event_type())?;
        envelope.serialize_field("ts", &*text::of_time(self.ts))?;
        envelope.serialize_field("path", &self.origin.0)?;
        envelope.serialize_field("attempt", &self.attempt())?;
        if let Some(payload) = payload {
            envelope.serialize_field("data", &payload)?;
        }
        envelope.end()
    }
}
