//! A directed graph and its cycles.

use std::collections::{BTreeMap, BTreeSet};

/// A directed graph of names.
#[derive(Default)]
pub(super) struct Graph {
    edges: BTreeMap<String, BTreeSet<String>>,
}

impl Graph {
    pub(super) fn add_node(&mut self, node: &str) {
        self.edges.entry(node.to_owned()).or_default();
    }

    /// Adds an edge, unless it would join a node to itself.
    pub(super) fn add_edge(&mut self, from: &str, to: &str) {
        self.add_node(from);
        self.add_node(to);
        if from != to
            && let Some(targets) = self.edges.get_mut(from)
        {
            targets.insert(to.to_owned());
        }
    }

    pub(super) fn nodes(&self) -> Vec<&str> {
        self.edges.keys().map(String::as_str).collect()
    }

    /// Returns the sets of nodes that reach each other, the largest first.
    pub(super) fn cycles(&self) -> Vec<BTreeSet<String>> {
        let reached: BTreeMap<&str, BTreeSet<&str>> =
            self.edges.keys().map(|node| (&**node, self.reached_from(node))).collect();
        let mut cycles: Vec<BTreeSet<String>> = vec![];
        for (node, targets) in &reached {
            if targets.contains(node) && !cycles.iter().any(|cycle| cycle.contains(*node)) {
                let members = targets.iter().filter(|target| reached[**target].contains(node));
                cycles.push(members.map(|&member| member.to_owned()).collect());
            }
        }
        cycles.sort_by_key(|cycle| std::cmp::Reverse(cycle.len()));
        cycles
    }

    /// Returns the nodes at the end of a path that starts at `start` and has at least one edge.
    fn reached_from(&self, start: &str) -> BTreeSet<&str> {
        let (mut reached, mut open) = (BTreeSet::new(), vec![start]);
        while let Some(node) = open.pop() {
            for target in self.edges.get(node).into_iter().flatten() {
                if reached.insert(&**target) {
                    open.push(target);
                }
            }
        }
        reached
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cycles(edges: &[(&str, &str)]) -> Vec<String> {
        let mut graph = Graph::default();
        edges.iter().for_each(|(from, to)| graph.add_edge(from, to));
        graph.cycles().into_iter().map(|cycle| cycle.into_iter().collect::<Vec<_>>().join(" ")).collect()
    }

    #[test]
    fn a_tree_has_no_cycle() {
        assert!(cycles(&[("a", "b"), ("a", "c"), ("b", "c"), ("c", "c")]).is_empty());
    }

    #[test]
    fn nodes_that_reach_each_other_are_a_cycle() {
        let edges = [("x", "y"), ("y", "x"), ("a", "b"), ("b", "c"), ("c", "a"), ("c", "b"), ("c", "x"), ("z", "a")];
        assert_eq!(cycles(&edges), ["a b c", "x y"]);
    }
}
