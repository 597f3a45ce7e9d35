//! From the records of steps to a tree in the order of the log.

use super::{
    attempt::Attempt,
    axis::millis,
    counts::Counts,
    node::{NodeId, StepNode, StepShape},
    parts::Part,
    path::{Segment, segments},
};
use runnable_store::{RunRecord, RunStatus, StepRecord, StepStatus};
use std::collections::HashMap;

/// A node of the tree before it is put in order.
struct Draft<'a> {
    node: StepNode<'a>,
    children: Vec<usize>,
}

/// The node above, the name, the index, and `true` for all items of a map.
type Key<'a> = (Option<usize>, &'a str, Option<u32>, bool);

/// A tree under construction. Every path is walked once, and nothing calls itself, however deep paths are.
#[derive(Default)]
struct Drafts<'a> {
    all: Vec<Draft<'a>>,
    top: Vec<usize>,
    known: HashMap<Key<'a>, usize>,
}

/// Returns the nodes of a run's steps, each before those below.
pub(super) fn nodes<'a>(run: &RunRecord, steps: &'a [StepRecord], parts: &[Part]) -> Vec<StepNode<'a>> {
    let mut drafts = Drafts::default();
    for (position, record) in steps.iter().enumerate() {
        let at = drafts.place(&record.path, position);
        if let Some(draft) = drafts.all.get_mut(at) {
            draft.node.shape = StepShape::Step;
            draft.node.attempts.push(attempt(run, record, position, parts));
        }
    }
    let mut nodes = drafts.in_order();
    sum(&mut nodes);
    nodes
}

fn attempt<'a>(run: &RunRecord, record: &'a StepRecord, position: usize, parts: &[Part]) -> Attempt<'a> {
    let start = millis(record.started);
    let part = parts.partition_point(|part| part.start <= start).saturating_sub(1);
    let (lives, now) = parts.get(part).map_or((start, start), |part| (part.end, part.end));
    let last = part + 1 == parts.len();
    let status = match record.status {
        StepStatus::Running if run.status != RunStatus::Running || !last => StepStatus::Interrupted,
        status => status,
    };
    let end = match (status, record.ended) {
        (StepStatus::Interrupted, Some(ended)) => millis(ended).min(lives),
        (StepStatus::Running, _) | (_, None) => now,
        (_, Some(ended)) => millis(ended),
    };
    let taken = run.parent.is_some() && record.started < run.started;
    let end = if taken && record.ended.is_some() { record.ended.map_or(start, millis) } else { end };
    Attempt { record, position, status, start, end: end.max(start), part, taken }
}

impl<'a> Drafts<'a> {
    /// Returns the node of a path, which is added if it is new.
    fn place(&mut self, path: &'a str, position: usize) -> usize {
        let mut above = None;
        for Segment { name, index, to_name, to_end } in segments(path) {
            if index.is_none() {
                above = Some(self.child(above, (name, None, false), to_end, StepShape::Group, position));
                continue;
            }
            let items = self.child(above, (name, None, true), to_name, StepShape::Items, position);
            above = Some(self.child(Some(items), (name, index, false), to_end, StepShape::Item, position));
        }
        // A path has at least one segment.
        above.unwrap_or_default()
    }

    fn child(
        &mut self,
        above: Option<usize>,
        (name, index, items): (&'a str, Option<u32>, bool),
        path: &'a str,
        shape: StepShape,
        position: usize,
    ) -> usize {
        let key = (above, name, index, items);
        if let Some(known) = self.known.get(&key) {
            return *known;
        }
        let at = self.all.len();
        let (attempts, steps, items) = (Vec::new(), Counts::default(), Counts::default());
        let (parent, status) = (above, StepStatus::Succeeded);
        #[rustfmt::skip]
        let node = StepNode {
            path, name, index, shape, depth: 0, parent, end: 0, attempts, status, start: i64::MAX, stop: i64::MIN, first: position,
            steps, items, critical: false,
        };
        self.all.push(Draft { node, children: Vec::new() });
        let siblings = match above.and_then(|above| self.all.get_mut(above)) {
            Some(draft) => &mut draft.children,
            None => &mut self.top,
        };
        siblings.push(at);
        self.known.insert(key, at);
        at
    }

    /// Returns the nodes in order: items by their index, others as they started, each before those below.
    fn in_order(mut self) -> Vec<StepNode<'a>> {
        let index = |drafts: &[Draft<'a>], at: usize| drafts.get(at).and_then(|draft| draft.node.index);
        let mut nodes: Vec<StepNode<'a>> = Vec::with_capacity(self.all.len());
        // Nodes to visit, with the place of the node above; `None` closes the node.
        let mut ahead: Vec<(Option<usize>, Option<NodeId>)> = vec![];
        ahead.extend(self.top.iter().rev().map(|at| (Some(*at), None)));
        while let Some((visit, parent)) = ahead.pop() {
            let Some(at) = visit else {
                let end = nodes.len();
                if let Some(node) = parent.and_then(|at| nodes.get_mut(at)) {
                    node.end = end;
                }
                continue;
            };
            let Some(draft) = self.all.get_mut(at) else { continue };
            let mut children = std::mem::take(&mut draft.children);
            let mut node = draft.node.clone();
            children.sort_by_key(|child| index(&self.all, *child));
            node.parent = parent;
            node.depth = parent.and_then(|at| nodes.get(at)).map_or(0, |above| above.depth + 1);
            let placed = nodes.len();
            nodes.push(node);
            ahead.push((None, Some(placed)));
            ahead.extend(children.into_iter().rev().map(|child| (Some(child), Some(placed))));
        }
        nodes
    }
}

/// Adds up times and counts from below.
fn sum(nodes: &mut [StepNode<'_>]) {
    for at in (0..nodes.len()).rev() {
        let Some(node) = nodes.get_mut(at) else { continue };
        for attempt in &node.attempts {
            (node.start, node.stop) = (node.start.min(attempt.start), node.stop.max(attempt.end));
        }
        if let Some(last) = node.attempts.last() {
            node.steps.add(last.status, 1);
        }
        node.status = node.attempts.last().map_or_else(|| node.steps.status(), |last| last.status);
        let (start, stop, first, steps) = (node.start, node.stop, node.first, node.steps);
        let (status, is_item, parent) = (node.status, node.index.is_some(), node.parent);
        if let Some(above) = parent.and_then(|at| nodes.get_mut(at)) {
            (above.start, above.stop) = (above.start.min(start), above.stop.max(stop));
            above.first = above.first.min(first);
            above.steps.add_all(&steps);
            if is_item {
                above.items.add(status, 1);
            }
        }
    }
}
