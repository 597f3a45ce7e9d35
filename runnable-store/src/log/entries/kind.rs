//! The kinds of entries.

use crate::log::api::StepStatus;

/// The first element of an entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum EntryKind {
    Event,
    /// Several events of a step and a type.
    Events,
    Started,
    /// The inputs of an attempt that its start does not contain.
    Inputs,
    Arm,
    Ended(StepStatus),
    Put,
    Get,
}

impl EntryKind {
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Event => "event",
            Self::Events => "events",
            Self::Started => "started",
            Self::Inputs => "inputs",
            Self::Arm => "arm",
            Self::Ended(status) => status.name(),
            Self::Put => "put",
            Self::Get => "get",
        }
    }

    /// Returns the kind with this name, or `None` for a name that only a later version knows.
    pub(super) fn from_name(name: &str) -> Option<Self> {
        let kinds = [Self::Event, Self::Events, Self::Started, Self::Inputs, Self::Arm, Self::Put, Self::Get];
        kinds.into_iter().find(|kind| kind.name() == name).or_else(|| StepStatus::from_name(name).map(Self::Ended))
    }
}
