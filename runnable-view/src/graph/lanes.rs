//! Values that skip a step: each source has a lane in the gutter beside its chain.

use super::tree::{Arrangement, Tree};
use runnable_graph::EdgeKind;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// The values that pass inside a chain.
#[derive(Default)]
pub(super) struct Flow {
    /// The names of the values that pass to the next node, by the first node.
    pub(super) next: BTreeMap<usize, BTreeSet<String>>,
    /// The values that skip nodes, by their source.
    pub(super) buses: Vec<Bus>,
    pub(super) lanes: usize,
}

/// A value, or several, from a node to later nodes of its chain.
pub(super) struct Bus {
    pub(super) from: usize,
    pub(super) to: BTreeMap<usize, BTreeSet<String>>,
    pub(super) lane: usize,
}

/// Returns the flow of each chain, by the composite.
pub(super) fn flows(tree: &Tree<'_>) -> HashMap<Option<usize>, Flow> {
    let mut skipping: BTreeMap<(Option<usize>, usize), BTreeMap<usize, BTreeSet<String>>> = BTreeMap::new();
    let mut flows: HashMap<Option<usize>, Flow> = HashMap::new();
    for edge in tree.graph.edges().iter().filter(|edge| edge.kind() == EdgeKind::Data) {
        let ends = tree.at.get(edge.from()).zip(tree.at.get(edge.to()));
        let Some((chain, from, to)) = ends.and_then(|(from, to)| tree.apart(*from, *to)) else { continue };
        let place = |at: usize| tree.place.get(at).copied().unwrap_or(0);
        if tree.arrangement(chain) != Arrangement::Chain || place(from) >= place(to) {
            continue;
        }
        let names = edge.names().iter().cloned();
        if place(from) + 1 == place(to) {
            flows.entry(chain).or_default().next.entry(from).or_default().extend(names);
        } else {
            skipping.entry((chain, from)).or_default().entry(to).or_default().extend(names);
        }
    }
    // Sources are in the order of their chain; a lane is free again after the last target.
    let mut ends: HashMap<Option<usize>, Vec<usize>> = HashMap::new();
    for ((chain, from), to) in skipping {
        let ends = ends.entry(chain).or_default();
        let last = to.keys().next_back().copied().unwrap_or(from);
        let lane = ends.iter().position(|end| *end < from).unwrap_or(ends.len());
        match ends.get_mut(lane) {
            Some(end) => *end = last,
            None => ends.push(last),
        }
        let flow = flows.entry(chain).or_default();
        flow.lanes = ends.len();
        flow.buses.push(Bus { from, to, lane });
    }
    flows
}
