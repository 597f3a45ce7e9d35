//! The graph of a pipeline.

use crate::{Node, NodeKind};

/// The steps of a pipeline and what passes between them, known without running it.
///
/// Its nodes stand in the order in which they are written, each composite before what is in it. An edge leads from the step
/// that makes a value to the step that reads it, however many composites are between them; the edges of a pipeline that is
/// a step lead to and from the steps inside of it.
///
/// It prints as JSON and reads from it, where the feature `serde` is on (`runnable` turns it on).
///
/// # Examples
/// ```
/// use runnable::{graph::NodeKind, prelude::*};
///
/// #[task(returns = [text])]
/// async fn shout(text: String) -> String {
///     text.to_uppercase()
/// }
///
/// pipeline! {
///     fn shout_all(texts: Vec<String>) -> [shouted] {
///         map(texts as text) { shout -> [text as shouted] }
///     }
/// }
///
/// let graph = ShoutAll::graph();
/// let ids: Vec<_> = graph.nodes().iter().map(|node| node.id()).collect();
/// assert_eq!(ids, ["#input", "texts", "texts/shout", "#output"]);
/// assert_eq!(graph.node("texts").unwrap().kind(), &NodeKind::Map);
/// assert_eq!(graph.node("texts/shout").unwrap().parent(), Some("texts"));
///
/// let edges: Vec<_> = graph.edges().iter().map(|edge| (edge.from(), edge.to(), edge.names())).collect();
/// assert_eq!(edges[0], ("#input", "texts/shout", &["text".to_owned()][..]));
/// assert_eq!(edges[1], ("texts/shout", "#output", &["shouted".to_owned()][..]));
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct Graph {
    pub(crate) name: String,
    pub(crate) nodes: Vec<Node>,
    pub(crate) edges: Vec<Edge>,
}

impl Graph {
    /// The id of the node that stands for the pipeline's parameters.
    pub const INPUT: &'static str = "#input";
    /// The id of the node that stands for what the pipeline gives.
    pub const OUTPUT: &'static str = "#output";

    /// The name of the task or pipeline; `pipeline` for an expression.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// All nodes, in the order written, each composite before what is in it.
    #[must_use]
    pub fn nodes(&self) -> &[Node] {
        &self.nodes
    }

    /// All edges, in the order of the nodes that they come from.
    #[must_use]
    pub fn edges(&self) -> &[Edge] {
        &self.edges
    }

    /// The node with this id.
    #[must_use]
    pub fn node(&self, id: &str) -> Option<&Node> {
        self.nodes.iter().find(|node| node.id == id)
    }

    /// The nodes directly in this composite; with `None`, those at the top.
    pub fn children<'g>(&'g self, of: Option<&'g str>) -> impl Iterator<Item = &'g Node> {
        self.nodes.iter().filter(move |node| node.parent() == of)
    }

    /// The steps, in the order written: the nodes whose [`task`](Node::task) is one. Their ids are their paths.
    pub fn steps(&self) -> impl Iterator<Item = &Node> {
        self.nodes.iter().filter(|node| node.task().is_some())
    }

    /// The graph as a [Mermaid](https://mermaid.js.org) flowchart.
    #[must_use]
    pub fn to_mermaid(&self) -> String {
        crate::mermaid::Drawing::new(self).text()
    }

    /// What is left when nothing else is in it: the input's and the output's node are there for their edges.
    pub(crate) fn is_port(node: &Node) -> bool {
        matches!(node.kind, NodeKind::Input | NodeKind::Output)
    }
}

/// What passes from one node to another.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct Edge {
    pub(crate) from: String,
    pub(crate) to: String,
    pub(crate) kind: EdgeKind,
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Vec::is_empty"))]
    pub(crate) names: Vec<String>,
}

impl Edge {
    /// The id of the node that comes first.
    #[must_use]
    pub fn from(&self) -> &str {
        &self.from
    }

    /// The id of the node that comes after.
    #[must_use]
    pub fn to(&self) -> &str {
        &self.to
    }

    /// Why one comes after the other.
    #[must_use]
    pub fn kind(&self) -> EdgeKind {
        self.kind
    }

    /// The names that pass, as the node that reads them knows them.
    #[must_use]
    pub fn names(&self) -> &[String] {
        &self.names
    }
}

/// Why one node comes after another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum EdgeKind {
    /// It reads what the other makes.
    Data,
    /// It is written after the other, in a chain, and nothing passes between them.
    Order,
    /// It reads what the other made in the turn before, in a `repeat`.
    Back,
}
