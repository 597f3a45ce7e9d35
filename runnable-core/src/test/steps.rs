//! The steps that a name in a test stands for.

use crate::graph::{Graph, Node, NodeKind};
use runnable_graph::__private::did_you_mean;

/// The steps that a name stands for.
#[derive(Debug)]
pub(super) struct Steps {
    /// Paths without indices.
    ids: Vec<String>,
    /// The index of each segment of the name, the last segment first.
    indices: Vec<Option<usize>>,
}

impl Steps {
    /// Finds the steps that `name` stands for: the step with this path, or else every step whose path ends so. An empty name
    /// stands for the run itself.
    ///
    /// # Errors
    /// Returns an error if the pipeline has no such step, or if a segment with an index is not a `map` or a `repeat`.
    pub(super) fn find(graph: &Graph, name: &str) -> Result<Self, String> {
        if name.is_empty() {
            return Ok(Self { ids: vec![String::new()], indices: Vec::new() });
        }
        let id = without_indices(name);
        let ids: Vec<_> = match graph.steps().find(|step| step.id() == id) {
            Some(step) => vec![step.id().to_owned()],
            None => graph.steps().filter(|step| is_end(&id, step)).map(|step| step.id().to_owned()).collect(),
        };
        if ids.is_empty() {
            return Err(unknown(graph, name, &id));
        }
        let indices = name.rsplit('/').map(index).collect::<Result<Vec<_>, _>>()?;
        for id in &ids {
            check_indices(graph, name, id, &indices)?;
        }
        Ok(Self { ids, indices })
    }

    /// Returns the paths of the steps, without indices.
    pub(super) fn ids(&self) -> &[String] {
        &self.ids
    }

    /// Returns true if the name has an index.
    pub(super) fn has_index(&self) -> bool {
        self.indices.iter().any(Option::is_some)
    }

    /// Returns true if the step at `path`, which has all indices, is one of these.
    pub(super) fn contain(&self, path: &str) -> bool {
        let has_index = |(segment, wanted): (&str, &Option<usize>)| {
            wanted.is_none_or(|wanted| index(segment).is_ok_and(|index| index == Some(wanted)))
        };
        self.ids.contains(&without_indices(path)) && path.rsplit('/').zip(&self.indices).all(has_index)
    }
}

/// Returns a path without the positions of `map` items and iterations: `languages[2]/translate` as `languages/translate`.
fn without_indices(path: &str) -> String {
    let names = path.split('/').map(|segment| segment.split_once('[').map_or(segment, |(name, _)| name));
    names.collect::<Vec<_>>().join("/")
}

/// Returns the index of a segment such as `languages[2]`.
fn index(segment: &str) -> Result<Option<usize>, String> {
    let Some((_, rest)) = segment.split_once('[') else { return Ok(None) };
    let index = rest.strip_suffix(']').and_then(|index| index.parse().ok());
    index.map(Some).ok_or_else(|| format!("`{segment}` is not a segment of a path; expected `name` or `name[0]`"))
}

/// Checks that the segments with an index are those of a `map` or a `repeat`. `indices` begin with the last segment.
fn check_indices(graph: &Graph, name: &str, id: &str, indices: &[Option<usize>]) -> Result<(), String> {
    let mut outer = id;
    for index in indices {
        let node = graph.node(outer);
        let is_indexed = node.is_some_and(|node| matches!(node.kind(), NodeKind::Map { .. } | NodeKind::Repeat { .. }));
        if index.is_some() && !is_indexed {
            let last = outer.rsplit('/').next().unwrap_or_default();
            return Err(format!(
                "`{name}` gives `{last}` an index, but `{last}` is not a `map` or a `repeat`\nhelp: write `{id}`"
            ));
        }
        outer = outer.rsplit_once('/').map_or("", |(outer, _)| outer);
    }
    Ok(())
}

/// Returns true if the path of `node` ends with the segments of `end`.
fn is_end(end: &str, node: &Node) -> bool {
    node.id() == end || node.id().strip_suffix(end).is_some_and(|before| before.ends_with('/'))
}

/// Explains that no step has this name, whose form without indices is `id`.
fn unknown(graph: &Graph, name: &str, id: &str) -> String {
    let composite = graph.nodes().iter().find(|node| is_end(id, node));
    let within = |composite: &Node| {
        let inside = format!("{}/", composite.id());
        graph.steps().find(|step| step.id().starts_with(&inside)).map(|step| step.id().to_owned())
    };
    if let Some(step) = composite.and_then(within) {
        return format!(
            "`{name}` is not a step of `{}`, but contains steps\nhelp: name one of these, such as `{step}`",
            graph.name()
        );
    }
    let names = graph.steps().flat_map(|step| [step.id(), step.name()]);
    let help = did_you_mean(id, names).unwrap_or_else(|| {
        let all: Vec<_> = graph.steps().map(|step| format!("`{}`", step.id())).collect();
        format!("the steps are {}", all.join(", "))
    });
    format!("`{}` has no step `{name}`\nhelp: {help}", graph.name())
}
