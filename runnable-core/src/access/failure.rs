//! The failure with which a run is about to end, while the values of its steps are dropped.

use super::ending::{Panic, report};
use crate::id::{Error, Scope, StepPath};
use std::sync::{
    Mutex, PoisonError,
    atomic::{AtomicBool, Ordering},
};

/// The last failure of a step from which nothing has recovered. On its way out of the run, it drops the values of earlier steps; if
/// the drop of a value panics, this stays the failure.
#[derive(Default)]
pub(crate) struct PendingFailure {
    /// True if there is a failure. Written under the lock.
    any: AtomicBool,
    error: Mutex<Option<Error>>,
}

impl PendingFailure {
    /// Keeps the failure of a step.
    #[cold]
    pub(crate) fn set(&self, error: &Error) {
        self.replace(Some(error.clone()));
    }

    /// Forgets the failure: the run continues.
    #[inline]
    pub(crate) fn clear(&self) {
        if self.any.load(Ordering::Relaxed) {
            self.replace(None);
        }
    }

    /// Returns the failure of work that panicked at `scope`: the failure of a step in it that was on its way out, or else the panic.
    #[cold]
    pub(crate) fn or_panic(&self, scope: &Scope<'_>, panic: Panic) -> Error {
        self.or(scope, panic).unwrap_or_else(Error::panicked)
    }

    /// Returns the failure of a step at or below `scope` that was on its way out when a value panicked, or else the panic.
    #[cold]
    pub(crate) fn or(&self, scope: &Scope<'_>, panic: Panic) -> Result<Error, Panic> {
        // A step that must not continue unwinds with its error.
        let pending = self.replace(None).filter(|_| !panic.is::<Error>());
        let at = StepPath::new(scope.origin());
        match pending.filter(|error| error.path().segments().starts_with(&at.segments())) {
            Some(error) => {
                report(None, &*panic);
                Ok(error)
            }
            None => Err(panic),
        }
    }

    fn replace(&self, error: Option<Error>) -> Option<Error> {
        let mut pending = self.error.lock().unwrap_or_else(PoisonError::into_inner);
        self.any.store(error.is_some(), Ordering::Relaxed);
        std::mem::replace(&mut *pending, error)
    }
}
