//! The kinds of lifecycle events.

use std::{error::Error, fmt, str::FromStr};

/// Defines [`Kind`] from a single list, so that a new kind cannot be missing anywhere.
macro_rules! kinds {
    ($(#[$attribute:meta])* enum { $($(#[$doc:meta])* $kind:ident = $name:literal,)* }) => {
        $(#[$attribute])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum Kind {
            $($(#[$doc])* $kind,)*
        }

        impl Kind {
            /// All kinds.
            pub const ALL: [Self; [$($name),*].len()] = [$(Self::$kind),*];

            /// Returns the `type` of the event on the wire, such as `step.reset`.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self {
                    $(Self::$kind => $name,)*
                }
            }
        }
    };
}

kinds! {
    /// The kind of a lifecycle event: an event that the runtime sends, not a task.
    ///
    /// # Examples
    /// ```
    /// use runnable_wire::Kind;
    ///
    /// assert_eq!(Kind::StepReset.as_str(), "step.reset");
    /// assert_eq!("run.finished".parse(), Ok(Kind::RunFinished));
    /// assert_eq!(Kind::from_name("chunk"), None);
    /// ```
    enum {
        /// A run started. The first event of a run.
        RunStarted = "run.started",
        /// A run was resumed after it was interrupted, failed or was cancelled. The first event of
        /// the resumed part.
        RunResumed = "run.resumed",
        /// A run ended. The last event of a run, unless the run is resumed.
        RunFinished = "run.finished",
        /// An attempt of a step started.
        StepStarted = "step.started",
        /// An attempt of a step failed and another attempt starts. The earlier events of the step, and of the steps below
        /// it, are void.
        StepReset = "step.reset",
        /// A step ended.
        StepFinished = "step.finished",
    }
}

impl Kind {
    /// Returns the kind with this name, or `None` if the name is not the name of a kind.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == name)
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl AsRef<str> for Kind {
    fn as_ref(&self) -> &str {
        self.as_str()
    }
}

impl FromStr for Kind {
    type Err = UnknownKind;

    fn from_str(name: &str) -> Result<Self, UnknownKind> {
        Self::from_name(name).ok_or(UnknownKind(()))
    }
}

/// The error of parsing a [`Kind`] from a name that no kind has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnknownKind(());

impl fmt::Display for UnknownKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("expected the name of a lifecycle event, such as `step.started`")
    }
}

impl Error for UnknownKind {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_is_found_by_its_name_and_listed_once() {
        for (at, kind) in Kind::ALL.into_iter().enumerate() {
            assert_eq!(Kind::from_name(kind.as_str()), Some(kind));
            assert_eq!(kind.to_string().parse(), Ok(kind));
            assert_eq!(Kind::ALL.iter().position(|other| *other == kind), Some(at));
        }
    }

    #[test]
    fn other_names_are_not_kinds() {
        for name in ["", "run", "run.", "run.start", "Run.started", "run.started ", "gap", "chunk"] {
            assert!(name.parse::<Kind>().is_err(), "{name}");
        }
    }
}
