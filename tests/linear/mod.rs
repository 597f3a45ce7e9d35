//! Whether the events of a run keep the order that its graph promises.
use runnable::{
    Event, Node, StepPath,
    graph::{EdgeKind, Graph},
};
use std::collections::HashMap;

/// When something began and ended, by its path.
#[derive(Default)]
pub(crate) struct Times(HashMap<String, Time>);

struct Time {
    /// The names of its path, and the index of each.
    segments: Vec<(&'static str, Option<usize>)>,
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
    }

    fn began(&mut self, path: &StepPath, seq: u64) {
        let segments = path.segments().iter().map(|segment| (segment.name(), segment.index())).collect();
        let old = self.0.insert(path.to_string(), Time { segments, began: seq, ended: None });
        assert!(old.is_none(), "{path} begins twice");
    }

    fn ended(&mut self, path: &StepPath, seq: u64) {
        self.0.get_mut(&path.to_string()).unwrap().ended = Some(seq);
    }

    /// How many pairs of steps an edge orders, each of which kept to it; else what did not.
    pub(crate) fn check(&self, graph: &Graph) -> Result<usize, String> {
        let mut by_id = HashMap::<String, Vec<&Time>>::new();
        for time in self.0.values() {
            let id = time.segments.iter().map(|(name, _)| *name).collect::<Vec<_>>().join("/");
            let node = graph.node(&id).ok_or_else(|| format!("the graph has no `{id}`"))?;
            // Whatever is around it begins before it and ends after it.
            let around = std::iter::successors(Some(node), |node| graph.node(node.parent()?));
            around.for_each(|node| by_id.entry(node.id().to_owned()).or_default().push(time));
        }
        let mut pairs = 0;
        for edge in graph.edges().iter().filter(|edge| edge.kind() != EdgeKind::Back) {
            // What a composite asks of its own nodes, such as `until`, is no order between steps.
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
    /// Whether two steps are in the same item of every map, and the same turn of every loop, that both are in.
    fn same_items(&self, other: &Self) -> bool {
        let common = self.segments.iter().zip(&other.segments).take_while(|(a, b)| a.0 == b.0);
        common.into_iter().all(|(a, b)| a.1 == b.1)
    }
}

/// The graph of a node at hand.
pub(crate) fn graph_of<N: Node>(_: &N) -> Graph {
    N::graph()
}
