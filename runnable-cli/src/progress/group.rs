//! The items of a `map`, and the iterations of a `repeat`.

use runnable_graph::{Graph, Node, NodeKind};
use std::{
    collections::{BTreeMap, HashSet},
    time::Instant,
};

/// A `map` or a `repeat` that has started. Its items are shown as a bar.
#[derive(Debug)]
pub(super) struct Group {
    pub(super) path: String,
    /// The id of its node in the graph.
    pub(super) node: String,
    pub(super) is_loop: bool,
    pub(super) started: Instant,
    /// The number of items, if it is known.
    pub(super) total: Option<usize>,
    pub(super) done: usize,
    pub(super) failed: usize,
    /// The items that have started and are not done.
    pub(super) open: BTreeMap<usize, Item>,
    pub(super) highest: usize,
    pub(super) closed: bool,
}

/// An item that has started.
#[derive(Debug, Default)]
pub(super) struct Item {
    /// The ids of its nodes that have succeeded.
    finished: HashSet<String>,
    /// The number of its steps that run.
    running: usize,
}

impl Group {
    pub(super) fn new(path: String, node: String, graph: &Graph, total: Option<usize>, started: Instant) -> Self {
        let is_loop = graph.node(&node).is_some_and(|node| matches!(node.kind(), NodeKind::Repeat { .. }));
        Self {
            path,
            node,
            is_loop,
            started,
            total: total.filter(|_| !is_loop),
            done: 0,
            failed: 0,
            open: BTreeMap::new(),
            highest: 0,
            closed: false,
        }
    }

    pub(super) fn step_started(&mut self, index: usize) {
        self.open.entry(index).or_default().running += 1;
        self.highest = self.highest.max(index + 1);
    }

    /// Counts a step that has ended; `node` is the id of its node.
    pub(super) fn step_ended(&mut self, graph: &Graph, index: usize, node: &str, succeeded: bool) {
        let Some(item) = self.open.get_mut(&index) else { return };
        item.running = item.running.saturating_sub(1);
        if succeeded {
            item.finished.insert(node.to_owned());
        }
        if item.running > 0 {
            return;
        }
        if !succeeded {
            self.failed += 1;
            self.open.remove(&index);
        } else if is_complete(graph, &self.node, &item.finished) {
            self.done += 1;
            self.open.remove(&index);
        }
    }

    /// Returns true if every item is done.
    pub(super) fn is_complete(&self) -> bool {
        self.open.is_empty() && self.total.is_some_and(|total| self.done >= total)
    }
}

/// Returns true if a pass through the body of a composite has come to its end.
fn is_complete(graph: &Graph, node: &str, finished: &HashSet<String>) -> bool {
    if finished.contains(node) {
        return true;
    }
    let Some(kind) = graph.node(node).map(Node::kind) else { return false };
    let mut inside = graph.children(Some(node)).map(|child| is_complete(graph, child.id(), finished));
    match kind {
        NodeKind::Task { .. } => false,
        NodeKind::Parallel => inside.all(|complete| complete),
        NodeKind::Match { .. } | NodeKind::If | NodeKind::Try | NodeKind::Race => inside.any(|complete| complete),
        _ => inside.last().unwrap_or(true),
    }
}
