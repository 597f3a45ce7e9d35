//! Emitters and cancellation tokens that end with the step that took them.

use super::{attempts::Tries, failure::PendingFailure};
use crate::{
    id::{Origin, Place, Scope},
    queue::ReaderShare,
};
use std::{
    collections::HashMap,
    iter::successors,
    sync::{
        Arc, Mutex, OnceLock, PoisonError, Weak,
        atomic::{AtomicBool, Ordering},
    },
};
use tokio_util::sync::CancellationToken;

/// An emitter's sink, which its step closes when it ends.
pub(crate) trait Close: Send + Sync {
    fn origin(&self) -> &Origin;
    fn close(&self);
}

/// Everything that ends with a step of a run, its failure, and the attempts below each `retry`. Nearly all runs leave it empty, and
/// then it costs nothing.
#[derive(Default)]
pub(crate) struct OwnedBySteps {
    own: OnceLock<Arc<Registry>>,
    /// The registry of the run, if this belongs to one of its spawned tasks.
    shared: Option<Arc<Registry>>,
}

/// The clone is for a spawned task. It shares all entries with the original.
impl Clone for OwnedBySteps {
    fn clone(&self) -> Self {
        Self { own: OnceLock::new(), shared: Some(Arc::clone(self.registry())) }
    }
}

#[derive(Default)]
struct Registry {
    /// True if the map has entries. Written under the lock.
    any: AtomicBool,
    entries: Mutex<HashMap<Origin, Vec<OwnedEntry>>>,
    /// Owned by the run, or by the spawned task.
    failure: PendingFailure,
    /// Owned by the run, or by the spawned task.
    tries: Tries,
}

enum OwnedEntry {
    Token(CancellationToken),
    Sink(Weak<dyn Close>),
    /// The reader's share of the step's time, if the step has a limit of time.
    Share(Arc<ReaderShare>),
}

impl OwnedEntry {
    fn end(self) {
        match self {
            Self::Token(token) => token.cancel(),
            Self::Sink(sink) => {
                if let Some(sink) = sink.upgrade() {
                    sink.close();
                }
            }
            Self::Share(_) => {}
        }
    }
}

impl OwnedBySteps {
    fn own(&self) -> &Arc<Registry> {
        self.own.get_or_init(Arc::default)
    }

    fn registry(&self) -> &Arc<Registry> {
        self.shared.as_ref().unwrap_or_else(|| self.own())
    }

    /// Returns the failure with which the run is about to end.
    #[cold]
    pub(crate) fn failure(&self) -> &PendingFailure {
        &self.own().failure
    }

    /// Forgets that failure: the run continues.
    pub(crate) fn clear_failure(&self) {
        if let Some(own) = self.own.get() {
            own.failure.clear();
        }
    }

    /// Begins to count the attempts of the steps below a `retry`, as [`Tries::begin`] does.
    pub(crate) fn begin_tries(&self, retry: Origin) -> bool {
        self.own().tries.begin(retry)
    }

    /// Returns the attempts of the steps below each `retry`, if a `retry` has begun.
    pub(crate) fn tries(&self) -> Option<&Tries> {
        Some(&self.own.get()?.tries).filter(|tries| tries.any())
    }

    /// Returns the place of a step that begins, at its next attempt. The run continues, so that its failure is forgotten.
    #[inline]
    pub(crate) fn begin_step<'s>(&self, around: &'s Scope<'s>, place: &'static Place) -> Scope<'s> {
        let mut at = around.below(place, 0);
        if self.own.get().is_some() {
            at.attempt = self.next_attempt(around, place);
        }
        at
    }

    /// Takes the place in parts, which then stays in registers.
    #[cold]
    fn next_attempt(&self, around: &Scope<'_>, place: &'static Place) -> u32 {
        self.clear_failure();
        self.tries().map_or(1, |tries| tries.next(&around.below(place, 0).origin()))
    }

    fn add(&self, origin: Origin, entry: OwnedEntry) {
        let registry = self.registry();
        let mut entries = registry.entries.lock().unwrap_or_else(PoisonError::into_inner);
        entries.entry(origin).or_default().push(entry);
        registry.any.store(true, Ordering::Release);
    }

    /// Returns a token that is cancelled when the step ends.
    pub(super) fn token(&self, origin: Origin) -> CancellationToken {
        let token = CancellationToken::new();
        self.add(origin, OwnedEntry::Token(token.clone()));
        token
    }

    /// Closes `sink` when its step ends.
    pub(crate) fn sink<S: Close + 'static>(&self, sink: S) -> Arc<S> {
        let origin = sink.origin().clone();
        let sink = Arc::new(sink);
        let weak: Weak<S> = Arc::downgrade(&sink);
        self.add(origin, OwnedEntry::Sink(weak));
        sink
    }

    /// Lets the emitters of the step note that they wait.
    pub(crate) fn add_share(&self, origin: Origin, share: &Arc<ReaderShare>) {
        if let Some(outer) = self.share(&origin) {
            share.set_outer(outer);
        }
        self.add(origin, OwnedEntry::Share(Arc::clone(share)));
    }

    /// Returns where the step's events note that they wait, if the step, or something around it, has a limit of time.
    pub(crate) fn share(&self, origin: &Origin) -> Option<Arc<ReaderShare>> {
        let registry = self.shared.as_ref().or_else(|| self.own.get())?;
        if !registry.any.load(Ordering::Acquire) {
            return None;
        }
        let entries = registry.entries.lock().unwrap_or_else(PoisonError::into_inner);
        let share = |entry: &OwnedEntry| match entry {
            OwnedEntry::Share(share) => Some(Arc::clone(share)),
            OwnedEntry::Token(_) | OwnedEntry::Sink(_) => None,
        };
        let mut around = successors(Some(origin.clone()), Origin::parent);
        around.find_map(|origin| entries.get(&origin)?.iter().find_map(share))
    }

    /// Returns whether any step owns anything. Like [`end`](Self::end), only the run itself asks, not its spawned tasks.
    #[inline]
    pub(crate) fn any(&self) -> bool {
        self.own.get().is_some_and(|registry| registry.any.load(Ordering::Acquire))
    }

    /// Ends everything that a step owns.
    #[cold]
    pub(crate) fn end(&self, origin: &Origin) {
        let Some(registry) = self.own.get() else { return };
        let mut entries = registry.entries.lock().unwrap_or_else(PoisonError::into_inner);
        let ended = entries.remove(origin);
        registry.any.store(!entries.is_empty(), Ordering::Release);
        // Released first: a task that this wakes may take the lock.
        drop(entries);
        ended.into_iter().flatten().for_each(OwnedEntry::end);
    }
}
