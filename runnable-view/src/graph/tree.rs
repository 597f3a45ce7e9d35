//! The nodes of a graph by their positions.

use runnable_graph::{Graph, Node, NodeKind};
use std::collections::HashMap;

/// The nesting of a graph. Positions are those of [`Graph::nodes`].
pub(super) struct Tree<'g> {
    pub(super) graph: &'g Graph,
    pub(super) at: HashMap<&'g str, usize>,
    pub(super) parents: Vec<Option<usize>>,
    pub(super) children: Vec<Vec<usize>>,
    pub(super) top: Vec<usize>,
    /// The position of each node among its siblings.
    pub(super) place: Vec<usize>,
    pub(super) depths: Vec<usize>,
}

/// The arrangement of the nodes in a composite.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Arrangement {
    Chain,
    Row,
}

impl<'g> Tree<'g> {
    pub(super) fn new(graph: &'g Graph) -> Self {
        let nodes = graph.nodes();
        let at: HashMap<_, _> = nodes.iter().enumerate().map(|(at, node)| (node.id(), at)).collect();
        // A composite comes before its contents; another parent in JSON of somebody else is not followed.
        let parent = |(own, node): (usize, &Node)| at.get(node.parent()?).copied().filter(|parent| *parent < own);
        let parents: Vec<_> = nodes.iter().enumerate().map(parent).collect();
        let mut tree = Self {
            graph,
            at,
            children: vec![vec![]; nodes.len()],
            top: vec![],
            place: vec![],
            depths: vec![],
            parents,
        };
        for own in 0..nodes.len() {
            let parent = tree.parents.get(own).copied().flatten();
            let depth = parent.and_then(|parent| tree.depths.get(parent)).map_or(0, |depth| depth + 1);
            let siblings = match parent.and_then(|parent| tree.children.get_mut(parent)) {
                Some(children) => children,
                None => &mut tree.top,
            };
            tree.place.push(siblings.len());
            siblings.push(own);
            tree.depths.push(depth);
        }
        tree
    }

    pub(super) fn inside(&self, of: Option<usize>) -> &[usize] {
        of.map_or(Some(&self.top), |of| self.children.get(of)).map_or(&[], Vec::as_slice)
    }

    pub(super) fn parent(&self, of: usize) -> Option<usize> {
        self.parents.get(of).copied().flatten()
    }

    pub(super) fn kind(&self, of: usize) -> Option<&'g NodeKind> {
        self.graph.nodes().get(of).map(Node::kind)
    }

    pub(super) fn arrangement(&self, of: Option<usize>) -> Arrangement {
        match of.and_then(|of| self.kind(of)) {
            Some(NodeKind::Parallel | NodeKind::Race | NodeKind::Match { .. } | NodeKind::If | NodeKind::Try) => {
                Arrangement::Row
            }
            _ => Arrangement::Chain,
        }
    }

    /// Returns the innermost composite around two nodes, and the nodes directly inside that contain them; `None` if a node
    /// contains the other.
    pub(super) fn apart(&self, mut a: usize, mut b: usize) -> Option<(Option<usize>, usize, usize)> {
        let depth = |at: usize| self.depths.get(at).copied().unwrap_or(0);
        while depth(a) > depth(b) {
            a = self.parent(a)?;
        }
        while depth(b) > depth(a) {
            b = self.parent(b)?;
        }
        if a == b {
            return None;
        }
        while self.parent(a) != self.parent(b) {
            (a, b) = (self.parent(a)?, self.parent(b)?);
        }
        Some((self.parent(a), a, b))
    }
}
