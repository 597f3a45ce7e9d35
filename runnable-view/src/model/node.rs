//! The nodes of the tree of steps.

use super::{attempt::Attempt, counts::Counts};
use runnable_store::StepStatus;

/// A position in [`RunModel::nodes`](crate::RunModel::nodes).
pub type NodeId = usize;

/// A step, or a part of the path of steps.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct StepNode<'a> {
    /// The path, such as `languages[7]/translate`; `languages` for all items of a map.
    pub path: &'a str,
    /// The last name of the path, without an index.
    pub name: &'a str,
    /// The index, if the node is an item of a map or an iteration of a loop.
    pub index: Option<u32>,
    /// The shape.
    pub shape: StepShape,
    /// The number of nodes above.
    pub depth: usize,
    /// The node above.
    pub parent: Option<NodeId>,
    /// The position after the last node below.
    pub end: NodeId,
    /// The attempts of the step, in the order of the log; empty if the node is not a step.
    pub attempts: Vec<Attempt<'a>>,
    /// The status of the last attempt, or of the steps below.
    pub status: StepStatus,
    /// The start of the first attempt, in milliseconds since the Unix epoch.
    pub start: i64,
    /// The end of the last attempt, in milliseconds since the Unix epoch.
    pub stop: i64,
    /// The position of the first attempt in the log.
    pub first: usize,
    /// The numbers of steps at and below this node.
    pub steps: Counts,
    /// The numbers of items directly below, if the node is a map or a loop.
    pub items: Counts,
    /// `true` if the node is on the critical path.
    pub critical: bool,
}

/// The shape of a [`StepNode`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum StepShape {
    /// A step that was run.
    Step,
    /// A sub-pipeline, or a branch or group with a name.
    Group,
    /// All items of a map, or all iterations of a loop.
    Items,
    /// An item of a map, or an iteration of a loop.
    Item,
}

impl<'a> StepNode<'a> {
    /// Returns the last attempt, if the node is a step.
    #[must_use]
    pub fn last_attempt(&self) -> Option<&Attempt<'a>> {
        self.attempts.last()
    }

    /// Returns the attempt that runs after a failure, with the failed attempt before.
    pub(crate) fn retry(&self) -> Option<[&Attempt<'a>; 2]> {
        let [.., failed, last] = self.attempts.as_slice() else { return None };
        let follows = last.status == StepStatus::Running && failed.status == StepStatus::Failed;
        follows.then_some([failed, last])
    }

    /// Returns `attempt 2/3` for a step that runs again after a failure, and `3 attempts` for another step that had several.
    pub(crate) fn tries(&self) -> Option<String> {
        let Some([failed, last]) = self.retry() else {
            return (self.attempts.len() > 1).then(|| format!("{} attempts", self.attempts.len()));
        };
        let max = failed.error().and_then(|error| error.max_attempts).map_or_else(String::new, |max| format!("/{max}"));
        Some(format!("attempt {}{max}", last.record.attempt))
    }

    /// Returns the last part of the path as it is shown: `translate`, or `[7]` for an item.
    #[must_use]
    pub fn label(&self) -> String {
        self.index.map_or_else(|| self.name.to_owned(), |index| format!("[{index}]"))
    }
}
