//! The error of a command, and its exit code.

use runnable_core::{Error, ErrorKind};
use runnable_runner::BuildError;
use runnable_store::{StoreError, StoreErrorKind};
use std::{error::Error as StdError, iter::successors};

/// The result of a command.
pub(crate) type Result<T> = std::result::Result<T, Failure>;

/// The reason for which a command fails.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Code {
    /// Nobody reads the output any more.
    BrokenPipe = 0,
    /// The run failed.
    Failed = 1,
    /// The arguments or the configuration are invalid.
    Usage = 2,
    /// The run log or the service cannot be used.
    Store = 3,
    /// The run does not exist.
    NoRun = 4,
    /// The state of the run forbids the command.
    State = 5,
    /// The run was cancelled.
    Cancelled = 130,
}

/// The error of a command. The lines of its message after the first may begin with `help: `.
#[derive(Debug)]
pub(crate) struct Failure {
    pub(crate) code: Code,
    pub(crate) message: String,
}

impl Failure {
    pub(crate) fn new(code: Code, message: impl Into<String>) -> Self {
        Self { code, message: message.into() }
    }

    pub(crate) fn usage(message: impl Into<String>) -> Self {
        Self::new(Code::Usage, message)
    }

    pub(crate) fn store(message: impl Into<String>) -> Self {
        Self::new(Code::Store, message)
    }

    /// Returns the error of a run log that cannot be opened, also if its file does not exist.
    pub(crate) fn unopened(error: &StoreError) -> Self {
        Self::store(with_causes(error))
    }

    /// Returns the error of a run that did not start or has failed.
    pub(crate) fn of_run(error: &Error) -> Self {
        if error.kind() != ErrorKind::NotStarted {
            return Self::new(Code::Failed, format!("{error:#}"));
        }
        match successors(error.source(), |&cause| cause.source()).find_map(|cause| cause.downcast_ref::<StoreError>()) {
            Some(store) => Self::from(store),
            None => Self::usage(format!("{error:#}")),
        }
    }
}

impl From<&StoreError> for Failure {
    fn from(error: &StoreError) -> Self {
        let code = match error.kind() {
            StoreErrorKind::NotFound => Code::NoRun,
            StoreErrorKind::Exists
            | StoreErrorKind::Live
            | StoreErrorKind::Changed
            | StoreErrorKind::Interrupted
            | StoreErrorKind::Invalid => Code::State,
            _ => Code::Store,
        };
        Self::new(code, with_causes(error))
    }
}

impl From<StoreError> for Failure {
    fn from(error: StoreError) -> Self {
        Self::from(&error)
    }
}

impl From<BuildError> for Failure {
    fn from(error: BuildError) -> Self {
        let mut opened = successors(error.source(), |&cause| cause.source());
        match opened.find_map(|cause| cause.downcast_ref::<StoreError>()) {
            Some(store) => Self::unopened(store),
            None => Self::usage(error.to_string()),
        }
    }
}

/// Returns the message of an error, followed by those of its causes in the same line, before the help.
fn with_causes(error: &StoreError) -> String {
    let message = error.to_string();
    let (first, rest) = message.split_once('\n').map_or((&*message, None), |(first, rest)| (first, Some(rest)));
    let mut text = first.to_owned();
    for cause in successors(error.source(), |&cause| cause.source()).map(ToString::to_string) {
        if !text.ends_with(&cause) {
            text.push_str(": ");
            text.push_str(&cause);
        }
    }
    if let Some(rest) = rest {
        text.push('\n');
        text.push_str(rest);
    }
    text
}
