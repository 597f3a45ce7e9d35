//! The rows of a run: its nodes as far as they are unfolded, with chains of single nodes on one row.

use crate::{
    format::escaped,
    model::{NodeId, RunModel, StepNode, StepShape},
};
use runnable_store::StepStatus;

/// The highest number of items of a map that are all shown.
const FEW: usize = 3;
/// The highest number of items of a folded map that are shown because they need attention.
const NOTABLE: usize = 8;

/// A row of a tree or a timeline.
pub(super) struct Row {
    /// The node whose times and attempts the row has.
    pub(super) node: NodeId,
    /// The label, without control characters.
    pub(super) label: String,
    pub(super) depth: usize,
    /// The number of items that are not shown, if the row stands for these.
    pub(super) more: usize,
}

/// Returns the rows of a run.
pub(super) fn rows(model: &RunModel<'_>, unfold: bool) -> Vec<Row> {
    let mut rows = vec![];
    // Nodes with their depth; or a map with the number of its items that are not shown.
    let mut ahead: Vec<(NodeId, usize, usize)> = reversed(model, None).map(|node| (node, 0, 0)).collect();
    while let Some((at, depth, more)) = ahead.pop() {
        if more > 0 {
            rows.push(Row { node: at, label: String::new(), depth, more });
            continue;
        }
        let (at, label) = chain(model, at);
        let Some(node) = model.nodes().get(at) else { continue };
        rows.push(Row { node: at, label, depth, more: 0 });
        let children: Vec<_> = model.children(Some(at)).collect();
        if unfold || node.shape != StepShape::Items || children.len() <= FEW {
            ahead.extend(children.into_iter().rev().map(|child| (child, depth + 1, 0)));
            continue;
        }
        let is_notable = |child: &NodeId| {
            let status = model.nodes().get(*child).map(|node| node.status);
            // Siblings that a failure has cancelled are counted only.
            matches!(status, Some(StepStatus::Failed | StepStatus::Interrupted | StepStatus::Running))
        };
        let mut notable: Vec<_> = children.iter().copied().filter(is_notable).collect();
        notable.truncate(NOTABLE);
        let hidden = children.len() - notable.len();
        ahead.extend((hidden > 0 && !notable.is_empty()).then_some((at, depth + 1, hidden)));
        ahead.extend(notable.into_iter().rev().map(|child| (child, depth + 1, 0)));
    }
    rows
}

fn reversed<'m>(model: &'m RunModel<'_>, of: Option<NodeId>) -> impl Iterator<Item = NodeId> + use<'m> {
    let mut children: Vec<_> = model.children(of).collect();
    children.reverse();
    children.into_iter()
}

/// Follows single nodes without attempts, such as `[7]` with the only step `translate`. Returns the last node, and the label of
/// the whole chain.
fn chain(model: &RunModel<'_>, mut at: NodeId) -> (NodeId, String) {
    let mut label = String::new();
    loop {
        let Some(node) = model.nodes().get(at) else { return (at, label) };
        label.push_str(&escaped(&node.label()));
        let below = single(model, at, node);
        let Some(next) = below else { return (at, label) };
        label.push(if node.shape == StepShape::Item { ' ' } else { '/' });
        at = next;
    }
}

fn single(model: &RunModel<'_>, at: NodeId, node: &StepNode<'_>) -> Option<NodeId> {
    let is_link = matches!(node.shape, StepShape::Group | StepShape::Item);
    let first = at + 1;
    let child = model.nodes().get(first).filter(|child| is_link && first < node.end && child.end == node.end)?;
    debug_assert_eq!(child.parent, Some(at));
    Some(first)
}
