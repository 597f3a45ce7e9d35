//! The edges of a graph in the making, and those that only order makes.

use crate::{Edge, EdgeKind, Node};
use std::collections::{BTreeMap, HashSet};

/// A position in [`Graph::nodes`](crate::Graph::nodes).
pub(crate) type At = usize;

/// Edges by where they lead, each with its names.
#[derive(Default)]
pub(crate) struct Edges(BTreeMap<(At, At, EdgeKind), Vec<String>>);

impl Edges {
    /// A value passes.
    pub(crate) fn data(&mut self, from: At, to: At, name: &str) {
        self.add(from, to, EdgeKind::Data, name);
    }

    /// A value passes to the next turn.
    pub(crate) fn back(&mut self, from: At, to: At, name: &str) {
        self.add(from, to, EdgeKind::Back, name);
    }

    fn add(&mut self, from: At, to: At, kind: EdgeKind, name: &str) {
        let names = self.0.entry((from, to, kind)).or_default();
        if !names.iter().any(|known| known == name) {
            names.push(name.to_owned());
        }
    }

    /// All edges, with those between nodes that follow each other and pass nothing on.
    pub(crate) fn finish(mut self, nodes: &[Node], parents: &[Option<At>]) -> Vec<Edge> {
        for (from, to) in self.following(nodes, parents) {
            self.0.entry((from, to, EdgeKind::Order)).or_default();
        }
        let id = |at: At| nodes.get(at).map(|node| node.id.clone()).unwrap_or_default();
        self.0.into_iter().map(|((from, to, kind), names)| Edge { from: id(from), to: id(to), kind, names }).collect()
    }

    /// Neighbours in a chain, of which the second reads nothing that the first makes.
    fn following(&self, nodes: &[Node], parents: &[Option<At>]) -> Vec<(At, At)> {
        let joined: HashSet<_> = self
            .0
            .keys()
            .filter(|key| key.2 == EdgeKind::Data)
            .filter_map(|key| apart(key.0, key.1, parents))
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

/// The nodes in which two nodes are, below the innermost composite that has both.
fn apart(from: At, to: At, parents: &[Option<At>]) -> Option<(At, At)> {
    let line = |at: At| {
        let mut line: Vec<_> = std::iter::successors(Some(at), |at| parents.get(*at).copied().flatten()).collect();
        line.reverse();
        line
    };
    line(from).into_iter().zip(line(to)).find(|(a, b)| a != b)
}
