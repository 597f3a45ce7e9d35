//! The kinds of failures.

/// The kind of a failure, as [`Error::kind`](crate::Error::kind) returns it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ErrorKind {
    /// The step returned an error.
    Failed,
    /// The step panicked.
    Panicked,
    /// The step took longer than its `timeout`.
    TimedOut,
    /// The stream of the step sent nothing for its `idle_timeout`.
    Idle,
    /// The stream of the step ended without its end event.
    NoEndEvent,
    /// The end event lacks a return, or a return has the wrong type or does not serialize.
    BadReturn,
    /// The files that the step writes could not be stored.
    NotStored,
    /// The run was cancelled.
    Cancelled,
    /// The step was interrupted in an earlier part of the run, and is not retried unless you opt in.
    Interrupted,
    /// The end of the step, or of the run, could not be recorded.
    NotRecorded,
    /// The run was resumed or forked, and differs from its record: a step has another input than recorded, another arm is
    /// taken, or a recorded step is not reached.
    Changed,
    /// The run did not start: its id is taken, its pipeline has changed, its log cannot be read, or the runner cannot be built.
    NotStarted,
}

impl ErrorKind {
    const ALL: [Self; 12] = [
        Self::Failed,
        Self::Panicked,
        Self::TimedOut,
        Self::Idle,
        Self::NoEndEvent,
        Self::BadReturn,
        Self::NotStored,
        Self::Cancelled,
        Self::Interrupted,
        Self::NotRecorded,
        Self::Changed,
        Self::NotStarted,
    ];

    /// Returns the name of the kind on the wire, such as `timed_out`.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Failed => "failed",
            Self::Panicked => "panicked",
            Self::TimedOut => "timed_out",
            Self::Idle => "idle",
            Self::NoEndEvent => "no_end_event",
            Self::BadReturn => "bad_return",
            Self::NotStored => "not_stored",
            Self::Cancelled => "cancelled",
            Self::Interrupted => "interrupted",
            Self::NotRecorded => "not_recorded",
            Self::Changed => "changed",
            Self::NotStarted => "not_started",
        }
    }

    /// Returns whether the failure ends the run even within a `try`, as it says nothing about the work of the step.
    pub(crate) fn ends_run(self) -> bool {
        matches!(self, Self::Cancelled | Self::Interrupted | Self::NotRecorded | Self::Changed)
    }

    /// Returns the kind with this name on the wire. An unknown name is [`Failed`](Self::Failed).
    #[doc(hidden)]
    #[must_use]
    pub fn from_code(code: &str) -> Self {
        Self::ALL.into_iter().find(|kind| kind.code() == code).unwrap_or(Self::Failed)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_kind_is_found_by_its_code() {
        assert!(ErrorKind::ALL.into_iter().all(|kind| ErrorKind::from_code(kind.code()) == kind));
        assert_eq!(ErrorKind::from_code("unheard_of"), ErrorKind::Failed);
    }
}
