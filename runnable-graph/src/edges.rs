//! The edges of a graph under construction, including those that only the order of the nodes makes.

use crate::{Edge, EdgeKind, Node};
use std::collections::{BTreeMap, HashSet};

/// A position in [`Graph::nodes`](crate::Graph::nodes).
pub(crate) type Position = usize;

/// Edges by their ends and kind, each with its names.
#[derive(Default)]
pub(crate) struct Edges(BTreeMap<(Position, Position, EdgeKind), Vec<String>>);

impl Edges {
    /// Adds a value that passes between two nodes.
    pub(crate) fn data(&mut self, from: Position, to: Position, name: &str) {
        self.add(from, to, EdgeKind::Data, name);
    }

    /// Adds a value that passes to the next iteration.
    pub(crate) fn back(&mut self, from: Position, to: Position, name: &str) {
        self.add(from, to, EdgeKind::Back, name);
    }

    fn add(&mut self, from: Position, to: Position, kind: EdgeKind, name: &str) {
        let names = self.0.entry((from, to, kind)).or_default();
        if !names.iter().any(|known| known == name) {
            names.push(name.to_owned());
        }
    }

    /// Returns all edges, including those between consecutive nodes that pass no value.
    pub(crate) fn finish(mut self, nodes: &[Node], parents: &[Option<Position>]) -> Vec<Edge> {
        for (from, to) in self.following(nodes, parents) {
            self.0.entry((from, to, EdgeKind::Order)).or_default();
        }
        let id = |at: Position| nodes.get(at).map(|node| node.id.clone()).unwrap_or_default();
        self.0.into_iter().map(|((from, to, kind), names)| Edge { from: id(from), to: id(to), kind, names }).collect()
    }

    /// Returns consecutive nodes of a chain, if the second reads nothing that the first makes.
    fn following(&self, nodes: &[Node], parents: &[Option<Position>]) -> Vec<(Position, Position)> {
        let joined: HashSet<_> = self
            .0
            .keys()
            .filter(|key| key.2 == EdgeKind::Data)
            .filter_map(|key| below_common_parent(key.0, key.1, parents))
            .collect();
        let mut last = std::collections::HashMap::new();
        let mut pairs = vec![];
        for (at, (node, parent)) in nodes.iter().zip(parents).enumerate() {
            let chain = parent.and_then(|parent| nodes.get(parent)).is_none_or(|parent| parent.kind.is_chain());
            if crate::Graph::is_port(node) || !chain {
                continue;
            }
            if let Some(before) = last.insert(*parent, at) {
                pairs.push((before, at));
            }
        }
        pairs.retain(|pair| !joined.contains(pair));
        pairs
    }
}

/// Returns the ancestors of two nodes directly below their innermost common composite.
fn below_common_parent(from: Position, to: Position, parents: &[Option<Position>]) -> Option<(Position, Position)> {
    let line = |at: Position| {
        let mut line: Vec<_> = std::iter::successors(Some(at), |at| parents.get(*at).copied().flatten()).collect();
        line.reverse();
        line
    };
    line(from).into_iter().zip(line(to)).find(|(a, b)| a != b)
}
