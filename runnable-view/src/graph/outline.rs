//! A graph as an outline for terminals.

use super::{picture::GraphPicture, tree::Tree};
use crate::{
    format::{escaped, shortened},
    text::TextStyle,
};
use runnable_graph::{__private::title, EdgeKind, NodeKind};
use std::{collections::HashMap, fmt::Write as _};

impl GraphPicture<'_> {
    /// Returns the graph as an outline for a terminal.
    #[must_use]
    pub fn text(&self, style: &TextStyle) -> String {
        outline(self, &Tree::new(self.graph), style)
    }
}

/// Returns the picture as an outline: a line for each node, with the values that it reads and the state of the run.
fn outline(picture: &GraphPicture<'_>, tree: &Tree<'_>, style: &TextStyle) -> String {
    let mut reads: HashMap<&str, Vec<&str>> = HashMap::new();
    for edge in picture.graph.edges().iter().filter(|edge| edge.kind() != EdgeKind::Order) {
        let names = reads.entry(edge.to()).or_default();
        for name in edge.names() {
            if !names.contains(&name.as_str()) {
                names.push(name);
            }
        }
    }
    let mut text = String::new();
    for (at, node) in picture.graph.nodes().iter().enumerate() {
        let depth = tree.depths.get(at).copied().unwrap_or(0);
        let mut line = " ".repeat((2 * depth).min(style.width / 3));
        let state = picture.state(node.id());
        if !picture.is_plain() {
            line.push_str(state.map_or(" ", |state| style.mark(state.status())));
            line.push(' ');
        }
        line.push_str(&escaped(&title(node)));
        if let NodeKind::Repeat { until, .. } = node.kind() {
            let _ = write!(line, " until {}", escaped(until));
        }
        let names = reads.get(node.id()).map(|names| escaped(&names.join(", "))).unwrap_or_default();
        if !names.is_empty() {
            let _ = write!(line, " {} {names}", style.pick("←", "<-"));
        }
        if let Some(state) = state.filter(|state| state.total() > 1) {
            let _ = write!(line, "  {}  {}", style.times(state), style.counts(state));
        }
        let line = shortened(&line, style.width, style.ascii);
        text.push_str(line.trim_end());
        text.push('\n');
    }
    text
}

impl GraphPicture<'_> {
    /// Returns `true` without a run.
    fn is_plain(&self) -> bool {
        !self.graph.nodes().iter().any(|node| self.state(node.id()).is_some())
    }
}
