//! A check that the events of a run respect the order of its graph.
use runnable::{
    Event, Lifecycle, Node, StepPath,
    graph::{EdgeKind, Graph},
};
use std::collections::HashMap;

/// The beginning and end of a step or composite, by path.
#[derive(Default)]
pub(crate) struct Times(HashMap<String, Time>);

struct Time {
    /// The names of the path, with their indices.
    segments: Vec<(String, Option<usize>)>,
    began: u64,
    ended: Option<u64>,
}

impl Times {
    pub(crate) fn see<D>(&mut self, event: &Event<D>) {
        let Some(life) = event.lifecycle() else { return };
        match life.event_type() {
            "step.started" => self.began(&event.path(), event.seq()),
            "step.finished" => self.ended(&event.path(), event.seq()),
            _ => {}
        }
        if let Lifecycle::StepReset(error) = life
            && error.max_attempts().is_some()
        {
            // Its next attempt begins, with the steps below.
            let below = format!("{}/", event.path());
            self.0.retain(|path, _| !path.starts_with(&below));
        }
    }

    fn began(&mut self, path: &StepPath, seq: u64) {
        let segments = path.segments().iter().map(|segment| (segment.name().to_owned(), segment.index())).collect();
        let old = self.0.insert(path.to_string(), Time { segments, began: seq, ended: None });
        assert!(old.is_none(), "{path} began twice");
    }

    fn ended(&mut self, path: &StepPath, seq: u64) {
        self.0.get_mut(&path.to_string()).unwrap().ended = Some(seq);
    }

    /// Returns the number of pairs of steps that an edge orders, or an error for a pair in the
    /// wrong order.
    pub(crate) fn check(&self, graph: &Graph) -> Result<usize, String> {
        let mut by_id = HashMap::<String, Vec<&Time>>::new();
        for time in self.0.values() {
            let id = time.segments.iter().map(|(name, _)| name.as_str()).collect::<Vec<_>>().join("/");
            let node = graph.node(&id).ok_or_else(|| format!("the graph has no `{id}`"))?;
            // A composite begins before its contents and ends after them.
            let around = std::iter::successors(Some(node), |node| graph.node(node.parent()?));
            around.for_each(|node| by_id.entry(node.id().to_owned()).or_default().push(time));
        }
        let mut pairs = 0;
        for edge in graph.edges().iter().filter(|edge| edge.kind() != EdgeKind::Back) {
            // A value that a composite reads from its own nodes, as `until` does, implies no order
            // between steps.
            let inside = |inner: &str, outer: &str| {
                std::iter::successors(graph.node(inner), |node| graph.node(node.parent()?))
                    .any(|node| node.id() == outer)
            };
            if inside(edge.from(), edge.to()) || inside(edge.to(), edge.from()) {
                continue;
            }
            for from in by_id.get(edge.from()).into_iter().flatten() {
                for to in by_id.get(edge.to()).into_iter().flatten().filter(|to| from.same_items(to)) {
                    pairs += 1;
                    if from.ended.is_none_or(|ended| ended > to.began) {
                        return Err(format!("{edge:?}: {:?} before {:?}", to.segments, from.segments));
                    }
                }
            }
        }
        Ok(pairs)
    }
}

impl Time {
    /// Returns true if two steps are in the same item or iteration of every map and loop that
    /// contains both.
    fn same_items(&self, other: &Self) -> bool {
        let common = self.segments.iter().zip(&other.segments).take_while(|(a, b)| a.0 == b.0);
        common.into_iter().all(|(a, b)| a.1 == b.1)
    }
}

/// Returns the graph of a node.
pub(crate) fn graph_of<N: Node>(_: &N) -> Graph {
    N::graph()
}
