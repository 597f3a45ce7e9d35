//! The attempts of the steps below a `retry`, which begin anew with each of its own attempts.

use crate::id::Origin;
use std::{
    collections::HashMap,
    iter::successors,
    sync::{Mutex, MutexGuard, OnceLock, PoisonError},
};

/// Counts the attempts of the steps below each `retry` that runs.
#[derive(Default)]
pub(crate) struct Tries(OnceLock<Mutex<Groups>>);

/// The last attempt of each step, by the outermost `retry` around it.
type Groups = HashMap<Origin, HashMap<Origin, u32>>;

impl Tries {
    /// Returns whether a `retry` has begun.
    pub(super) fn any(&self) -> bool {
        self.0.get().is_some()
    }

    fn groups(&self) -> Option<MutexGuard<'_, Groups>> {
        Some(self.0.get()?.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// Begins to count the attempts below a `retry`. Returns false if another `retry` around it counts them.
    pub(super) fn begin(&self, retry: Origin) -> bool {
        let mut groups = self.0.get_or_init(Mutex::default).lock().unwrap_or_else(PoisonError::into_inner);
        let is_outermost = outermost(|around| groups.contains_key(around), &retry).is_none();
        if is_outermost {
            groups.insert(retry, HashMap::new());
        }
        is_outermost
    }

    /// Forgets the attempts below a `retry` that has ended.
    pub(crate) fn end(&self, retry: &Origin) {
        if let Some(mut groups) = self.groups() {
            groups.remove(retry);
        }
    }

    /// Returns the number of the next attempt of a step.
    pub(super) fn next(&self, step: &Origin) -> u32 {
        self.count(step, |last| last + 1)
    }

    /// Notes the number of the attempt that a step makes.
    #[cold]
    pub(crate) fn note(&self, step: &Origin, attempt: u32) {
        self.count(step, |last| attempt.max(last));
    }

    /// Changes the number of the last attempt of a step, if a `retry` is around it.
    fn count(&self, step: &Origin, change: impl FnOnce(u32) -> u32) -> u32 {
        let Some(mut groups) = self.groups() else { return 1 };
        let retry = outermost(|around| groups.contains_key(around), step);
        let steps = retry.and_then(|retry| groups.get_mut(&retry));
        steps.map_or(1, |steps| {
            let last = steps.entry(step.clone()).or_default();
            *last = change(*last);
            *last
        })
    }
}

/// Returns the outermost `retry` around a step.
fn outermost(is_group: impl Fn(&Origin) -> bool, step: &Origin) -> Option<Origin> {
    successors(step.parent(), Origin::parent).filter(is_group).last()
}
