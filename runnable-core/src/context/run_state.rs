//! The state of a run, shared by its reader and its steps.

use crate::{
    access::EndingTasks,
    event::RunData,
    hooks::RunServices,
    id::{Error, LazyId, Origin},
    queue::{Queue, ReaderTime},
};
use qcell::QCellOwner;
use std::sync::{Arc, OnceLock, atomic::AtomicBool};

/// The state of a run whose events are read, shared by its reader and its steps.
pub(crate) struct RunState<R> {
    pub(crate) queue: Queue<R>,
    pub(crate) id: LazyId,
    pub(crate) ending: EndingTasks,
    services: OnceLock<Box<RunServices>>,
    reader_time: OnceLock<Arc<ReaderTime>>,
    /// True while the branches that lost a `race` are dropped: what they have sent is void.
    pub(super) voids: AtomicBool,
    /// The step whose event its reader could not use, and its failure. It ends the run.
    refused: OnceLock<Box<(Origin, Error)>>,
}

impl<R> RunState<R> {
    /// Returns the state of a new run, and the token that opens the inbox of its queue.
    #[inline]
    pub(crate) fn new() -> (Self, QCellOwner) {
        let (queue, token) = Queue::new();
        let (id, ending) = (LazyId::default(), EndingTasks::default());
        let (services, reader_time, refused) = (OnceLock::new(), OnceLock::new(), OnceLock::new());
        let voids = AtomicBool::new(false);
        (Self { queue, id, ending, services, reader_time, voids, refused }, token)
    }

    /// Fails a step once the run is cancelled. The first failure counts.
    #[cold]
    pub(crate) fn refuse(&self, origin: Origin, error: Error) {
        let _ = self.refused.set(Box::new((origin, error)));
    }

    /// Returns the failure of the step whose event was refused, and the step.
    #[inline]
    pub(crate) fn refused(&self) -> Option<&(Origin, Error)> {
        self.refused.get().map(|refused| &**refused)
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

/// The services of a run, as a task of its own holds them.
pub(crate) trait SharedServices: Send + Sync {
    /// Returns the services of the run.
    fn services(&self) -> Option<&RunServices>;
}

impl<R: RunData> SharedServices for RunState<R> {
    fn services(&self) -> Option<&RunServices> {
        self.services()
    }
}
