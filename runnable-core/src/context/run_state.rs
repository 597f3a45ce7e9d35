//! The state of a run, shared by its reader and its steps.

use crate::{
    access::EndingTasks,
    hooks::RunServices,
    id::LazyId,
    queue::{Queue, ReaderTime},
};
use qcell::QCellOwner;
use std::sync::{Arc, OnceLock};

/// The state of a run whose events are read, shared by its reader and its steps.
pub(crate) struct RunState<R> {
    pub(crate) queue: Queue<R>,
    pub(crate) id: LazyId,
    pub(crate) ending: EndingTasks,
    services: OnceLock<Box<RunServices>>,
    reader_time: OnceLock<Arc<ReaderTime>>,
}

impl<R> RunState<R> {
    /// Returns the state of a new run, and the token that opens the inbox of its queue.
    #[inline]
    pub(crate) fn new() -> (Self, QCellOwner) {
        let (queue, token) = Queue::new();
        let (id, ending) = (LazyId::default(), EndingTasks::default());
        (Self { queue, id, ending, services: OnceLock::new(), reader_time: OnceLock::new() }, token)
    }

    /// Returns the time of the run's reader, which is measured from now on.
    pub(crate) fn reader_time(&self) -> &Arc<ReaderTime> {
        self.reader_time.get_or_init(ReaderTime::new)
    }

    /// Returns the time of the run's reader if it is measured.
    #[inline]
    pub(crate) fn measured_reader_time(&self) -> Option<&ReaderTime> {
        self.reader_time.get().map(|time| &**time)
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
