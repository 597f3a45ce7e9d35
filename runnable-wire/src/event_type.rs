//! The type of an event.

use crate::{GAP, Kind};
use std::fmt;

/// The type of an event, as records have it: the kind of a lifecycle event, a control event, or the name of a task's own event.
///
/// # Examples
/// ```
/// use runnable_wire::{EventType, Kind};
///
/// assert_eq!(EventType::from("step.reset"), EventType::Lifecycle(Kind::StepReset));
/// assert_eq!(EventType::from("chunk"), EventType::Own("chunk".to_owned()));
/// assert_eq!(EventType::from("chunk").as_str(), "chunk");
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum EventType {
    /// A lifecycle event.
    Lifecycle(Kind),
    /// The control event for events that a reader has missed.
    Gap,
    /// A task's own event, or an event that this version does not know.
    Own(String),
}

impl EventType {
    /// Returns the name on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Lifecycle(kind) => kind.as_str(),
            Self::Gap => GAP,
            Self::Own(name) => name,
        }
    }

    /// Returns the kind of a lifecycle event, or `None` for other events.
    #[must_use]
    pub fn kind(&self) -> Option<Kind> {
        match self {
            Self::Lifecycle(kind) => Some(*kind),
            Self::Gap | Self::Own(_) => None,
        }
    }

    fn known(name: &str) -> Option<Self> {
        if name == GAP { Some(Self::Gap) } else { Kind::from_name(name).map(Self::Lifecycle) }
    }
}

impl From<&str> for EventType {
    fn from(name: &str) -> Self {
        Self::known(name).unwrap_or_else(|| Self::Own(name.to_owned()))
    }
}

impl From<String> for EventType {
    fn from(name: String) -> Self {
        Self::known(&name).unwrap_or(Self::Own(name))
    }
}

impl From<Kind> for EventType {
    fn from(kind: Kind) -> Self {
        Self::Lifecycle(kind)
    }
}

impl AsRef<str> for EventType {
    fn as_ref(&self) -> &str {
        self.as_str()
    }
}

impl PartialEq<str> for EventType {
    fn eq(&self, other: &str) -> bool {
        self.as_str() == other
    }
}

impl PartialEq<&str> for EventType {
    fn eq(&self, other: &&str) -> bool {
        self.as_str() == *other
    }
}

impl fmt::Display for EventType {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

/// Serializes to the name.
#[cfg(feature = "json")]
impl serde::Serialize for EventType {
    fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(self.as_str())
    }
}

#[cfg(feature = "json")]
impl<'de> serde::Deserialize<'de> for EventType {
    fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        String::deserialize(from).map(Self::from)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_is_the_type_that_prints_it() {
        for name in Kind::ALL.map(Kind::as_str).into_iter().chain([GAP, "chunk", "", "run.unknown"]) {
            for event_type in [EventType::from(name), EventType::from(name.to_owned())] {
                assert_eq!(event_type, name);
                assert_eq!(event_type.kind(), Kind::from_name(name));
                assert_eq!(event_type == EventType::Gap, name == GAP);
            }
        }
    }

    #[cfg(feature = "json")]
    #[test]
    fn a_type_is_serialised_as_its_name() {
        for name in ["step.reset", "gap", "chunk"] {
            let json = serde_json::to_string(&EventType::from(name)).unwrap();
            assert_eq!(json, format!("\"{name}\""));
            assert_eq!(serde_json::from_str::<EventType>(&json).unwrap(), name);
        }
    }
}
