//! The state of a run, shared by its reader and its steps.

use crate::{hooks::RunServices, id::LazyId, queue::Queue};
use qcell::QCellOwner;
use std::sync::OnceLock;

/// The state of a run whose events are read, shared by its reader and its steps.
pub(crate) struct RunState<R> {
    pub(crate) queue: Queue<R>,
    pub(crate) id: LazyId,
    services: OnceLock<Box<RunServices>>,
}

impl<R> RunState<R> {
    /// Returns the state of a new run, and the token that opens the inbox of its queue.
    #[inline]
    pub(crate) fn new() -> (Self, QCellOwner) {
        let (queue, token) = Queue::new();
        (Self { queue, id: LazyId::default(), services: OnceLock::new() }, token)
    }

    /// Attaches services to the run. Has no effect if it has some already.
    #[cfg(any(feature = "test", feature = "runner"))]
    pub(crate) fn attach(&self, services: RunServices) {
        let _ = self.services.set(Box::new(services));
    }

    /// Returns the services of the run. Without the features `test` and `runner` there are none, and all code that
    /// asks for them compiles to nothing.
    #[inline]
    pub(crate) fn services(&self) -> Option<&RunServices> {
        if cfg!(any(feature = "test", feature = "runner")) {
            self.services.get().map(|services| &**services)
        } else {
            None
        }
    }
}
