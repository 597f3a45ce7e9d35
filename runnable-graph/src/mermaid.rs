//! A graph as a Mermaid flowchart.
//!
//! Nodes are numbered, since a path may be a keyword of Mermaid (`end`). Text of the user appears in quotes only.

use crate::{Edge, EdgeKind, Graph, Node, NodeKind};
use std::{collections::HashMap, fmt::Write as _};

/// A chart under construction. Nodes are known by their positions in [`Graph::nodes`].
pub(crate) struct Drawing<'g> {
    graph: &'g Graph,
    numbers: HashMap<&'g str, usize>,
    /// The composite around each node.
    parents: Vec<Option<usize>>,
    /// The nodes inside each composite.
    children: HashMap<Option<usize>, Vec<usize>>,
    text: String,
}

impl<'g> Drawing<'g> {
    pub(crate) fn new(graph: &'g Graph) -> Self {
        let numbers: HashMap<_, _> = graph.nodes.iter().enumerate().map(|(at, node)| (node.id(), at)).collect();
        let parent = |node: &'g Node| node.parent().and_then(|parent| numbers.get(parent).copied());
        let parents: Vec<_> = graph.nodes.iter().map(parent).collect();
        let mut children = HashMap::<_, Vec<_>>::new();
        parents.iter().enumerate().for_each(|(at, parent)| children.entry(*parent).or_default().push(at));
        Self { graph, numbers, parents, children, text: "flowchart TD\n".to_owned() }
    }

    pub(crate) fn text(mut self) -> String {
        self.nodes(None, 1);
        self.graph.edges.iter().for_each(|edge| self.edge(edge));
        self.graph.nodes.iter().enumerate().for_each(|(at, node)| self.choices(at, node));
        self.text
    }

    fn inside(&self, of: Option<usize>) -> &[usize] {
        self.children.get(&of).map_or(&[], Vec::as_slice)
    }

    fn nodes(&mut self, of: Option<usize>, depth: usize) {
        for at in self.inside(of).to_vec() {
            if let Some(node) = self.graph.nodes.get(at) {
                self.node(at, node, depth);
            }
        }
    }

    fn node(&mut self, at: usize, node: &Node, depth: usize) {
        let text = escaped(&title(node));
        if !self.inside(Some(at)).is_empty() {
            self.line(depth, &format!("subgraph n{at}[\"{text}\"]"));
            if let Some(question) = question(node) {
                self.line(depth + 1, &format!("n{at}c{{\"{}\"}}", escaped(&question)));
            }
            self.nodes(Some(at), depth + 1);
            self.line(depth, "end");
            return;
        }
        let shape = match node.kind() {
            NodeKind::Input | NodeKind::Output => format!("n{at}([\"{text}\"])"),
            NodeKind::Task { .. } => format!("n{at}[\"{text}\"]"),
            // An empty composite: edges cannot end at an empty subgraph.
            _ => format!("n{at}(\"{text}\")"),
        };
        self.line(depth, &shape);
    }

    fn edge(&mut self, edge: &Edge) {
        let (Some(&from), Some(&to)) = (self.numbers.get(edge.from()), self.numbers.get(edge.to())) else { return };
        let choice = if self.decided_by(from, to) { "c" } else { "" };
        let arrow = match edge.kind() {
            EdgeKind::Data => "-->",
            EdgeKind::Order => "-.->",
            EdgeKind::Back => "==>",
        };
        self.arrow(&format!("n{from}"), arrow, &edge.names().join(", "), &format!("n{to}{choice}"));
    }

    /// Returns `true` if an edge leads to the diamond of the composite at its end.
    fn decided_by(&self, from: usize, to: usize) -> bool {
        let Some(node) = self.graph.nodes.get(to) else { return false };
        let drawn = node.kind.decides() && !self.inside(Some(to)).is_empty();
        // The diamond of a loop comes after its body.
        drawn && (!matches!(node.kind, NodeKind::Repeat { .. }) || self.is_inside(from, to))
    }

    fn is_inside(&self, node: usize, composite: usize) -> bool {
        let up = |at: &usize| self.parents.get(*at).copied().flatten();
        std::iter::successors(up(&node), up).any(|above| above == composite)
    }

    /// Returns `true` if the condition of a loop reads a value of this node of its body.
    fn asks_what_is_in(&self, node: usize, repeat: usize) -> bool {
        let at = |id: &str| self.numbers.get(id).copied();
        self.graph
            .edges
            .iter()
            .filter(|edge| at(edge.to()) == Some(repeat))
            .any(|edge| at(edge.from()).is_some_and(|from| from == node || self.is_inside(from, node)))
    }

    /// Draws the decisions of a composite: which arm runs, whether a loop runs again, where a failure leads.
    fn choices(&mut self, at: usize, node: &Node) {
        let children = self.inside(Some(at)).to_vec();
        let (Some(first), Some(last)) = (children.first(), children.last()) else { return };
        match node.kind() {
            NodeKind::Match { .. } | NodeKind::If => {
                children.iter().for_each(|arm| self.arrow(&format!("n{at}c"), "-->", "", &format!("n{arm}")));
            }
            NodeKind::Repeat { .. } => {
                if !self.asks_what_is_in(*last, at) {
                    self.arrow(&format!("n{last}"), "-.->", "", &format!("n{at}c"));
                }
                self.arrow(&format!("n{at}c"), "-->", "again", &format!("n{first}"));
            }
            NodeKind::Try => self.arrow(&format!("n{first}"), "-.->", "on error", &format!("n{last}")),
            _ => {}
        }
    }

    fn arrow(&mut self, from: &str, arrow: &str, label: &str, to: &str) {
        let label = if label.is_empty() { String::new() } else { format!("|\"{}\"|", escaped(label)) };
        self.line(1, &format!("{from} {arrow}{label} {to}"));
    }

    fn line(&mut self, depth: usize, text: &str) {
        let _ = writeln!(self.text, "{:1$}{text}", "", 4 * depth);
    }
}

/// Returns the title of a node: as in the source, but short.
#[must_use]
pub fn title(node: &Node) -> String {
    let name = node.name();
    let named = |what: &str| if name == node.kind.word() { what.to_owned() } else { format!("{name}: {what}") };
    match node.kind() {
        NodeKind::Task { task } | NodeKind::Pipeline { task } if task == name => name.to_owned(),
        NodeKind::Task { task } | NodeKind::Pipeline { task } => format!("{name}: {task}"),
        NodeKind::Map { collects: false } => format!("map {name}"),
        NodeKind::Map { collects: true } => format!("map {name}, collect errors"),
        NodeKind::Match { scrutinee } => named(&format!("match {scrutinee}")),
        NodeKind::Arm { title } => title.clone(),
        NodeKind::Repeat { max, .. } => named(&format!("repeat at most {max}")),
        NodeKind::If | NodeKind::Try | NodeKind::Parallel | NodeKind::Race | NodeKind::Timeout | NodeKind::Retry => {
            named(node.kind.word())
        }
        NodeKind::Input | NodeKind::Output | NodeKind::Group | NodeKind::Branch | NodeKind::Else => name.to_owned(),
    }
}

/// Returns the text of a composite's diamond.
fn question(node: &Node) -> Option<String> {
    match node.kind() {
        NodeKind::Match { scrutinee } => Some(scrutinee.clone()),
        NodeKind::If => Some("if".to_owned()),
        NodeKind::Repeat { until, .. } => Some(format!("until {until}")),
        _ => None,
    }
}

/// Escapes text inside `".."`, in which Mermaid reads entities, and markdown between backticks.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for char in text.chars() {
        match char {
            '"' => escaped.push_str("#quot;"),
            '#' => escaped.push_str("#35;"),
            '&' => escaped.push_str("#amp;"),
            '<' => escaped.push_str("#lt;"),
            '>' => escaped.push_str("#gt;"),
            '`' => escaped.push_str("#96;"),
            '\\' => escaped.push_str("#92;"),
            char if char.is_whitespace() => escaped.push(' '),
            char => escaped.push(char),
        }
    }
    escaped
}
