//! The graph of a pipeline.

use crate::{Node, NodeKind};

/// The steps of a pipeline and what passes between them, known without running it.
///
/// The nodes are in the order in which they are written, each composite before its contents. An edge leads from the step that
/// makes a value to the step that reads it, regardless of the composites between them. If a step is a pipeline, edges lead to
/// and from the steps inside it.
///
/// With the feature `serde`, which `runnable` enables, a graph can be serialized and deserialized.
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
/// assert!(matches!(graph.node("texts").unwrap().kind(), NodeKind::Map { .. }));
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
    /// The id of the node that stands for the pipeline's outputs.
    pub const OUTPUT: &'static str = "#output";

    /// Returns the name of the task or pipeline; `pipeline` for an expression.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Returns all nodes in the order written, each composite before its contents.
    #[must_use]
    pub fn nodes(&self) -> &[Node] {
        &self.nodes
    }

    /// Returns all edges, in the order of the nodes that they start from.
    #[must_use]
    pub fn edges(&self) -> &[Edge] {
        &self.edges
    }

    /// Returns the node with this id.
    #[must_use]
    pub fn node(&self, id: &str) -> Option<&Node> {
        self.nodes.iter().find(|node| node.id == id)
    }

    /// Returns the nodes directly inside this composite; with `None`, those at the top.
    pub fn children<'g>(&'g self, of: Option<&'g str>) -> impl Iterator<Item = &'g Node> {
        self.nodes.iter().filter(move |node| node.parent() == of)
    }

    /// Returns the steps in the order written: the nodes that run a [`task`](Node::task). Their ids are their paths.
    pub fn steps(&self) -> impl Iterator<Item = &Node> {
        self.nodes.iter().filter(|node| node.task().is_some())
    }

    /// Returns the graph as a [Mermaid](https://mermaid.js.org) flowchart.
    #[must_use]
    pub fn to_mermaid(&self) -> String {
        crate::mermaid::Drawing::new(self).text()
    }

    /// Returns `true` for the nodes of the input and the output, which exist only for their edges.
    pub(crate) fn is_port(node: &Node) -> bool {
        matches!(node.kind, NodeKind::Input | NodeKind::Output)
    }
}

/// A connection between two nodes.
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
    /// Returns the id of the first node.
    #[must_use]
    pub fn from(&self) -> &str {
        &self.from
    }

    /// Returns the id of the second node.
    #[must_use]
    pub fn to(&self) -> &str {
        &self.to
    }

    /// Returns the reason why the second node comes after the first.
    #[must_use]
    pub fn kind(&self) -> EdgeKind {
        self.kind
    }

    /// Returns the names of the values that pass, as the second node reads them.
    #[must_use]
    pub fn names(&self) -> &[String] {
        &self.names
    }
}

/// The reason why a node comes after another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum EdgeKind {
    /// The second node reads a value that the first makes.
    Data,
    /// The second node is written after the first in a chain, and no value passes between them.
    Order,
    /// The second node reads a value that the first made in the previous iteration of a `repeat`.
    Back,
}
