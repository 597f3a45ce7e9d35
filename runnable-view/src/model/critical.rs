//! The critical path of a run: the steps without which it would have ended earlier.
//!
//! Inside a composite, the path goes back in time: from the child that ended last to the child that ended last before that one
//! started, and so on; and the same inside each of these. A child that was cancelled because another failed ended nothing. Children of a `parallel` without a label have no path of their own, so
//! the graph is needed to separate the chains of its branches.

use super::node::{NodeId, StepNode};
use runnable_graph::Graph;
use runnable_store::StepStatus;
use std::collections::HashMap;

/// A node of the tree, or a composite of the graph without a path.
#[derive(Clone)]
struct Member {
    start: i64,
    stop: i64,
    first: usize,
    /// The node of the tree.
    node: Option<NodeId>,
    end: End,
    children: Vec<usize>,
}

/// The reason for the end of a member.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum End {
    Cancelled,
    Itself,
    Failed,
}

impl Member {
    fn of(node: &StepNode<'_>, at: Option<NodeId>) -> Self {
        Self { start: node.start, stop: node.stop, first: node.first, node: at, end: end(node), children: vec![] }
    }
}

fn end(node: &StepNode<'_>) -> End {
    match node.status {
        StepStatus::Cancelled => End::Cancelled,
        StepStatus::Failed | StepStatus::Recovered => End::Failed,
        _ => End::Itself,
    }
}

/// Marks the nodes on the critical path.
pub(super) fn mark(nodes: &mut [StepNode<'_>], graph: Option<&Graph>) {
    let (members, top) = members(nodes, graph);
    let mut ahead = vec![top];
    while let Some(siblings) = ahead.pop() {
        for at in chain(&members, siblings) {
            let Some(member) = members.get(at) else { continue };
            if let Some(node) = member.node.and_then(|node| nodes.get_mut(node)) {
                node.critical = true;
            }
            if !member.children.is_empty() {
                ahead.push(member.children.clone());
            }
        }
    }
}

/// Returns those siblings that follow each other without an overlap, from the last back to the first.
fn chain(members: &[Member], mut siblings: Vec<usize>) -> Vec<usize> {
    drop_cancelled(members, &mut siblings);
    let key = |at: &usize| members.get(*at).map(|member| (member.stop, member.first));
    siblings.sort_by_key(|at| std::cmp::Reverse(key(at)));
    let mut start = i64::MAX;
    siblings.retain(|at| {
        let Some(member) = members.get(*at) else { return false };
        let follows = member.stop <= start;
        if follows {
            start = member.start;
        }
        follows
    });
    siblings
}

/// Removes siblings that were cancelled because another failed meanwhile: nothing waited for them.
fn drop_cancelled(members: &[Member], siblings: &mut Vec<usize>) {
    let of = |at: &usize| members.get(*at);
    let mut failed: Vec<_> = siblings.iter().filter_map(of).filter(|member| member.end == End::Failed).collect();
    failed.sort_by_key(|member| member.start);
    // By start: the latest end so far.
    let mut latest = i64::MIN;
    let ends: Vec<_> = failed
        .iter()
        .map(|member| {
            latest = latest.max(member.stop);
            latest
        })
        .collect();
    siblings.retain(|at| {
        let Some(member) = of(at).filter(|member| member.end == End::Cancelled) else { return true };
        let before = failed.partition_point(|failed| failed.start <= member.stop);
        let end = before.checked_sub(1).and_then(|last| ends.get(last));
        end.is_none_or(|end| *end < member.start)
    });
}

/// Returns the nodes inside the composites of the graph, and those at the top.
fn members(nodes: &[StepNode<'_>], graph: Option<&Graph>) -> (Vec<Member>, Vec<usize>) {
    let places = graph.map(Places::new);
    let mut members: Vec<Member> = Vec::with_capacity(nodes.len());
    let mut top = vec![];
    // By the member above and the composite of the graph.
    let mut composites: HashMap<(Option<usize>, usize), usize> = HashMap::new();
    // Of each node: its member, and its place in the graph.
    let mut of: Vec<(usize, Option<usize>)> = Vec::with_capacity(nodes.len());
    for (at, node) in nodes.iter().enumerate() {
        let above = node.parent.and_then(|parent| of.get(parent)).copied();
        let around = above.and_then(|(_, place)| place);
        let is_top = node.parent.is_none();
        let place = match &places {
            // An item is at the place of its map.
            Some(_) if node.index.is_some() => around,
            Some(places) if is_top || around.is_some() => places.below(around, node.name),
            _ => None,
        };
        let mut parent = above.map(|(member, _)| member);
        let inside = places.as_ref().zip(place).filter(|_| node.index.is_none());
        for composite in inside.map(|(places, place)| places.between(around, place)).unwrap_or_default() {
            let key = (parent, composite);
            let known = composites.get(&key).copied();
            parent = Some(known.unwrap_or_else(|| {
                let new = add(&mut members, &mut top, parent, Member::of(node, None));
                composites.insert(key, new);
                new
            }));
            if let Some(member) = parent.and_then(|at| members.get_mut(at)) {
                (member.start, member.stop) = (member.start.min(node.start), member.stop.max(node.stop));
                (member.first, member.end) = (member.first.min(node.first), member.end.max(end(node)));
            }
        }
        of.push((add(&mut members, &mut top, parent, Member::of(node, Some(at))), place));
    }
    (members, top)
}

fn add(members: &mut Vec<Member>, top: &mut Vec<usize>, parent: Option<usize>, member: Member) -> usize {
    let at = members.len();
    members.push(member);
    match parent.and_then(|parent| members.get_mut(parent)) {
        Some(above) => above.children.push(at),
        None => top.push(at),
    }
    at
}

/// Finds the nodes of a graph by their paths, one name at a time.
struct Places<'g> {
    /// By the node with a path above, and the name.
    below: HashMap<(Option<usize>, &'g str), usize>,
    parents: Vec<Option<usize>>,
}

impl<'g> Places<'g> {
    fn new(graph: &'g Graph) -> Self {
        let ids: HashMap<_, _> = graph.nodes().iter().enumerate().map(|(at, node)| (node.id(), at)).collect();
        let (mut below, mut parents, mut paths) = (HashMap::new(), vec![], vec![]);
        for (at, node) in graph.nodes().iter().enumerate() {
            let parent = node.parent().and_then(|parent| ids.get(parent).copied());
            // Nodes come after the composites around them.
            let above: Option<usize> = parent.and_then(|parent| paths.get(parent).copied().flatten());
            // A node without a path has a number.
            let has_path = !node.id().contains('#');
            if has_path {
                below.insert((above, node.name()), at);
            }
            parents.push(parent);
            paths.push(if has_path { Some(at) } else { above });
        }
        Self { below, parents }
    }

    fn below(&self, above: Option<usize>, name: &str) -> Option<usize> {
        self.below.get(&(above, name)).copied()
    }

    /// Returns the composites between a node and the node with a path above, outermost first.
    fn between(&self, above: Option<usize>, node: usize) -> Vec<usize> {
        let up = |at: &usize| self.parents.get(*at).copied().flatten();
        let mut all: Vec<_> = std::iter::successors(up(&node), up).take_while(|at| Some(*at) != above).collect();
        all.reverse();
        all
    }
}
