//! The records of failed attempts at a part of a pipeline that is tried again: those of its steps are void.

use super::path::is_below;
use crate::history::assumption::without_indices;
use runnable_core::{Graph, graph::NodeKind};
use runnable_store::{ArmRecord, StepRecord, StepStatus};
use std::{
    collections::{HashMap, HashSet},
    iter,
    sync::{Arc, OnceLock},
};

/// Finds the `retry` parts of a pipeline by their paths.
#[derive(Debug, Clone)]
pub(crate) struct Retries {
    graph: Arc<Graph>,
    /// Their ids in the graph, once a step has failed.
    ids: Arc<OnceLock<HashSet<String>>>,
}

impl Retries {
    /// Returns those of this graph.
    pub(crate) fn of(graph: &Arc<Graph>) -> Self {
        Self { graph: Arc::clone(graph), ids: Arc::default() }
    }

    /// Returns whether a `retry` has this path.
    pub(super) fn contain(&self, path: &str) -> bool {
        let ids = self.ids.get_or_init(|| {
            let retries = self.graph.nodes().iter().filter(|node| matches!(node.kind(), NodeKind::Retry));
            retries.map(|retry| retry.id().to_owned()).collect()
        });
        !ids.is_empty() && ids.contains(&without_indices(path))
    }
}

/// The void records of a log: for each `retry` with a failed attempt, those below it that have a lower position.
pub(super) struct Void(HashMap<String, usize>);

impl Void {
    /// Returns the void records of all attempts. An attempt voids the records of the failed attempts before it, but continues
    /// an attempt that was interrupted or cancelled.
    pub(super) fn of(steps: &[StepRecord], retries: &Retries) -> Self {
        Self::before(steps, steps.len(), retries)
    }

    /// Returns the void records of the first `end` attempts.
    pub(super) fn before(steps: &[StepRecord], end: usize, retries: &Retries) -> Self {
        let mut all: HashMap<&str, Tries<'_>> = HashMap::new();
        for (at, step) in steps.iter().enumerate().take(end) {
            let has_failed = step.status == StepStatus::Failed;
            match all.get_mut(&*step.path) {
                Some(tries) => {
                    let next = if tries.has_failed { at } else { tries.next };
                    *tries = Tries { next, has_failed, last: step };
                }
                None if has_failed && retries.contain(&step.path) => {
                    all.insert(&step.path, Tries { next: 0, has_failed, last: step });
                }
                None => {}
            }
        }
        let first = steps.get(end);
        let next = |tries: Tries<'_>| if tries.is_over(first) { usize::MAX } else { tries.next };
        let next = all.into_iter().map(|(path, tries)| (path.to_owned(), next(tries)));
        Self(next.filter(|(_, next)| *next > 0).collect())
    }

    /// Returns whether the attempt at this position is void.
    pub(super) fn has_step(&self, path: &str, at: usize) -> bool {
        self.any(path, |retry, next| at < next && is_below(path, retry))
    }

    /// Returns whether an arm is void.
    pub(super) fn has_arm(&self, arm: &ArmRecord) -> bool {
        self.any(&arm.path, |_, next| arm.attempts <= next)
    }

    /// Checks each `retry` at a path and around it, with the position of the first attempt that counts.
    fn any(&self, path: &str, check: impl Fn(&str, usize) -> bool) -> bool {
        if self.0.is_empty() {
            return false;
        }
        let around = iter::once(path.len()).chain(path.rmatch_indices('/').map(|(end, _)| end));
        let mut around = around.filter_map(|end| path.get(..end));
        around.any(|retry| self.0.get(retry).is_some_and(|next| check(retry, *next)))
    }
}

/// The attempts of a `retry`.
struct Tries<'s> {
    /// The position of the first attempt that counts: the first after the last failed attempt, if another followed.
    next: usize,
    /// True if the last attempt has failed.
    has_failed: bool,
    last: &'s StepRecord,
}

impl Tries<'_> {
    /// Returns whether no attempt counts when this step starts, or at the end of the log.
    fn is_over(&self, first: Option<&StepRecord>) -> bool {
        // The attempt may have failed later.
        let is_before =
            |first: &StepRecord| !is_below(&first.path, &self.last.path) && self.last.ended <= Some(first.started);
        self.has_failed && first.is_none_or(is_before)
    }
}
