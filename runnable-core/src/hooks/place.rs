//! The place that a run takes among the runs of its runner.

use std::{any::Any, cell::RefCell, sync::Arc};

/// The place of a run among those that may be active at the same time.
pub type RunPlace = Arc<dyn Any + Send + Sync>;

thread_local! {
    /// The place of the run that this thread polls, or of the step that it executes.
    static CURRENT: RefCell<Option<RunPlace>> = const { RefCell::new(None) };
}

/// Returns the place of the run to which the step belongs that this thread executes. A run that the step starts shares it.
#[must_use]
pub fn current_place() -> Option<RunPlace> {
    CURRENT.with_borrow(Option::clone)
}

/// Does a part of a run's work that has a place, or work without a place of its own.
#[inline]
pub(crate) fn in_place<T>(place: Option<&RunPlace>, work: impl FnOnce() -> T) -> T {
    let Some(place) = place else { return work() };
    let _outer = Outer(CURRENT.replace(Some(Arc::clone(place))));
    work()
}

/// Restores the place of the outer run.
struct Outer(Option<RunPlace>);

impl Drop for Outer {
    fn drop(&mut self) {
        CURRENT.set(self.0.take());
    }
}
