//! Events of a run with secrets, as they leave the process.

use super::{encode::EncodeEvent, sealed::Sealed};
use runnable_core::hooks::Redact;
use runnable_wire::{Flat, Kind, is_reserved};
use serde::{Serialize, Serializer, ser::Error as _};
use serde_json::{Result, value::RawValue};
use std::{borrow::Cow, collections::HashMap};

/// An event without secrets, if the run's runner knows any.
pub(crate) struct Masked<'r, E> {
    event: E,
    redact: Option<&'r dyn Redact>,
    /// The type of the event, if that has a secret.
    event_type: Option<String>,
}

impl<'r, E: EncodeEvent> Masked<'r, E> {
    pub(crate) fn new(event: E, redact: Option<&'r dyn Redact>) -> Self {
        let own = redact.filter(|_| !is_reserved(event.event_type()));
        let event_type = own.and_then(|redact| redact.text(event.event_type()));
        Self { event, redact, event_type }
    }

    /// Returns the event as it is.
    pub(crate) fn into_inner(self) -> E {
        self.event
    }

    /// Returns data without secrets. Those of the runtime have secrets in their result alone: their errors are redacted before
    /// they are sent.
    fn data(&self, redact: &dyn Redact, data: &str) -> Option<String> {
        if !is_reserved(self.event.event_type()) {
            return redact.json(data);
        }
        replaced(data, "result", |result| redact.json(result))
    }

    /// Returns an envelope without secrets.
    fn envelope(&self, redact: &dyn Redact, envelope: &str) -> Option<String> {
        // Most events have no secret, and are searched only once.
        redact.json(envelope)?;
        let masked = replaced(envelope, "data", |data| self.data(redact, data));
        let Some(event_type) = &self.event_type else { return masked };
        let event_type = |_: &str| serde_json::to_string(event_type).ok();
        replaced(masked.as_deref().unwrap_or(envelope), "type", event_type)
    }
}

impl<E> Sealed for Masked<'_, E> {}

impl<E: EncodeEvent> EncodeEvent for Masked<'_, E> {
    fn event_type(&self) -> &str {
        self.event_type.as_deref().unwrap_or_else(|| self.event.event_type())
    }

    fn write_id(&self, to: &mut Vec<u8>) -> bool {
        self.event.write_id(to)
    }

    fn write_json(&self, to: &mut Vec<u8>) -> Result<()> {
        let start = to.len();
        self.event.write_json(to)?;
        if let Some(redact) = self.redact
            && let Some(masked) = self.envelope(redact, &String::from_utf8_lossy(&to[start..]))
        {
            to.truncate(start);
            to.extend_from_slice(masked.as_bytes());
        }
        Ok(())
    }

    fn write_path(&self, to: &mut Vec<u8>) {
        self.event.write_path(to);
    }

    fn kind(&self) -> Option<Kind> {
        self.event.kind()
    }

    fn seq(&self) -> u64 {
        self.event.seq()
    }

    fn millis(&self) -> u64 {
        self.event.millis()
    }

    fn attempt(&self) -> u32 {
        self.event.attempt()
    }

    fn write_data(&self, to: &mut Vec<u8>) -> Result<bool> {
        let start = to.len();
        let written = self.event.write_data(to)?;
        if let Some(redact) = self.redact
            && let Some(masked) = self.data(redact, &String::from_utf8_lossy(&to[start..]))
        {
            to.truncate(start);
            to.extend_from_slice(masked.as_bytes());
        }
        Ok(written)
    }

    fn flat(&self) -> Option<Flat<'_, impl Serialize>> {
        Some(match self.event.flat()? {
            Flat::Own { data, .. } => {
                Flat::Own { event_type: self.event_type(), data: MaskedData { data, redact: self.redact } }
            }
            Flat::Reset => Flat::Reset,
            Flat::Error { message, causes, truncated } => {
                let masked = |text: Cow<'_, str>| match self.redact.and_then(|redact| redact.text(&text)) {
                    Some(masked) => Cow::Owned(masked),
                    None => Cow::Owned(text.into_owned()),
                };
                Flat::Error { message: masked(message), causes: causes.into_iter().map(masked).collect(), truncated }
            }
        })
    }
}

/// The data of a task's own event.
struct MaskedData<'r, D> {
    data: D,
    redact: Option<&'r dyn Redact>,
}

impl<D: Serialize> Serialize for MaskedData<'_, D> {
    fn serialize<S: Serializer>(&self, to: S) -> std::result::Result<S::Ok, S::Error> {
        let Some(redact) = self.redact else { return self.data.serialize(to) };
        let json = serde_json::to_string(&self.data).map_err(S::Error::custom)?;
        let Some(masked) = redact.json(&json) else { return self.data.serialize(to) };
        RawValue::from_string(masked).map_err(S::Error::custom)?.serialize(to)
    }
}

/// Replaces a member of a JSON object; returns `None` if the member stays.
fn replaced(json: &str, name: &str, change: impl FnOnce(&str) -> Option<String>) -> Option<String> {
    let members: HashMap<Cow<'_, str>, &RawValue> = serde_json::from_str(json).ok()?;
    let member = members.get(name)?.get();
    // The member is a part of the text.
    let start = member.as_ptr().addr() - json.as_ptr().addr();
    Some(format!("{}{}{}", &json[..start], change(member)?, &json[start + member.len()..]))
}
