//! A graph in the language of Graphviz.

use super::{picture::GraphPicture, tree::Tree};
use crate::format::escaped;
use runnable_graph::{__private::title, EdgeKind, NodeKind};
use runnable_store::StepStatus;
use std::fmt::Write as _;

impl GraphPicture<'_> {
    /// Returns the graph in the language of Graphviz.
    #[must_use]
    pub fn dot(&self) -> String {
        dot(self, &Tree::new(self.graph))
    }
}

/// Returns the picture in the language of Graphviz. Composites are clusters, and nodes are numbered.
fn dot(picture: &GraphPicture<'_>, tree: &Tree<'_>) -> String {
    let mut text = format!("digraph {} {{\n  compound=true\n  node [shape=box]\n", quoted(picture.graph.name()));
    // Nodes to open; `None` closes a cluster.
    let mut ahead: Vec<Option<usize>> = tree.top.iter().rev().copied().map(Some).collect();
    let mut depth = 1;
    while let Some(next) = ahead.pop() {
        let Some((at, node)) = next.and_then(|at| Some((at, picture.graph.nodes().get(at)?))) else {
            depth -= 1;
            let _ = writeln!(text, "{:1$}}}", "", 2 * depth);
            continue;
        };
        let label = quoted(&title(node));
        let colour =
            picture.state(node.id()).map(|state| format!(" color={}", colour(state.status()))).unwrap_or_default();
        let children = tree.inside(Some(at));
        if children.is_empty() {
            let shape = if matches!(node.kind(), NodeKind::Input | NodeKind::Output) { " shape=oval" } else { "" };
            let _ = writeln!(text, "{:1$}n{at} [label={label}{shape}{colour}]", "", 2 * depth);
            continue;
        }
        let _ = writeln!(text, "{:1$}subgraph cluster_{at} {{", "", 2 * depth);
        depth += 1;
        let _ = writeln!(text, "{:1$}label={label}{colour}", "", 2 * depth);
        ahead.push(None);
        ahead.extend(children.iter().rev().copied().map(Some));
    }
    for edge in picture.graph.edges() {
        let Some((from, to)) = tree.at.get(edge.from()).zip(tree.at.get(edge.to())) else { continue };
        let style = match edge.kind() {
            EdgeKind::Order => " style=dashed",
            EdgeKind::Back => " style=bold constraint=false",
            _ => "",
        };
        let (tail, tail_of) = leaf(tree, *from, false);
        let (head, head_of) = leaf(tree, *to, true);
        let cluster = |name: &str, of: Option<usize>| of.map(|of| format!(" {name}=cluster_{of}")).unwrap_or_default();
        let (ltail, lhead) = (cluster("ltail", tail_of), cluster("lhead", head_of));
        let _ =
            writeln!(text, "  n{tail} -> n{head} [label={}{style}{ltail}{lhead}]", quoted(&edge.names().join(", ")));
    }
    text.push_str("}\n");
    text
}

/// Returns the first or last step in a composite, and the composite; edges cannot end at a cluster.
fn leaf(tree: &Tree<'_>, at: usize, first: bool) -> (usize, Option<usize>) {
    let mut leaf = at;
    while let [begin, ..] = tree.inside(Some(leaf)) {
        leaf = if first { *begin } else { tree.inside(Some(leaf)).last().copied().unwrap_or(*begin) };
    }
    (leaf, (leaf != at).then_some(at))
}

fn colour(status: StepStatus) -> &'static str {
    match status {
        StepStatus::Succeeded => "darkgreen",
        StepStatus::Failed => "red",
        StepStatus::Running => "blue",
        StepStatus::Interrupted | StepStatus::Recovered => "orange",
        _ => "gray",
    }
}

/// Returns a quoted string, in which a backslash begins an escape.
fn quoted(text: &str) -> String {
    format!("\"{}\"", escaped(text).replace('\\', "\\\\").replace('"', "\\\""))
}
