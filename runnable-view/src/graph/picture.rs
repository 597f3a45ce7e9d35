//! A graph with the state of a run.

use crate::{
    format::escaped,
    model::{Counts, RunModel},
    text::TextStyle,
};
use runnable_graph::{__private::title, Graph, NodeKind};
use std::collections::HashMap;

/// The number of characters of a title that a picture shows.
const TITLE: usize = 40;

/// The texts of a node.
#[derive(Debug, Clone, Default)]
pub(super) struct Texts {
    pub(super) title: String,
    /// A second line, such as the numbers of items.
    pub(super) note: String,
    /// The condition of a loop.
    pub(super) footer: String,
}

/// Pictures of a graph, or of a graph with the state of a run.
///
/// # Examples
/// ```
/// use runnable::prelude::*;
/// use runnable_view::GraphPicture;
///
/// #[task(returns = [text])]
/// async fn shout(text: String) -> String {
///     text.to_uppercase()
/// }
///
/// pipeline! {
///     fn twice(text: String) { shout >> again: shout }
/// }
///
/// let graph = Twice::graph();
/// assert!(GraphPicture::new(&graph).svg().starts_with("<svg "));
/// ```
#[derive(Debug, Clone)]
#[must_use]
pub struct GraphPicture<'g> {
    pub(super) graph: &'g Graph,
    /// The numbers of steps by the id of their node.
    states: HashMap<String, Counts>,
}

impl<'g> GraphPicture<'g> {
    /// Returns the pictures of a graph.
    pub fn new(graph: &'g Graph) -> Self {
        Self { graph, states: HashMap::new() }
    }

    /// Adds the state of a run: the colours of its steps, and the numbers of those that ran more than once.
    pub fn run(mut self, model: &RunModel<'_>) -> Self {
        self.states.clear();
        let mut ids: Vec<String> = Vec::with_capacity(model.nodes().len());
        for node in model.nodes() {
            let above = node.parent.and_then(|parent| ids.get(parent)).cloned().unwrap_or_default();
            let id = match node.index {
                Some(_) => above,
                None if above.is_empty() => node.name.to_owned(),
                None => format!("{above}/{}", node.name),
            };
            let state = self.states.entry(id.clone()).or_default();
            if node.shape == crate::StepShape::Items {
                state.add_all(&node.items);
            } else if node.index.is_none() {
                state.add(node.status, 1);
            }
            ids.push(id);
        }
        self
    }

    /// Returns the graph as a [Mermaid](https://mermaid.js.org) flowchart, without the state of the run.
    #[must_use]
    pub fn mermaid(&self) -> String {
        self.graph.to_mermaid()
    }

    pub(super) fn state(&self, id: &str) -> Option<&Counts> {
        self.states.get(id).filter(|state| state.total() > 0)
    }

    /// Returns the texts of all nodes.
    pub(super) fn texts(&self) -> Vec<Texts> {
        let style = TextStyle::new();
        let texts = self.graph.nodes().iter().map(|node| {
            let state = self.state(node.id()).filter(|state| state.total() > 1);
            let footer = match node.kind() {
                NodeKind::Repeat { until, .. } => format!("↺ until {until}"),
                _ => String::new(),
            };
            let note = state.map(|state| format!("{}  {}", style.times(state), style.counts(state)));
            Texts {
                title: clipped(&title(node), TITLE),
                note: note.unwrap_or_default(),
                footer: clipped(&footer, TITLE),
            }
        });
        texts.collect()
    }
}

/// Returns at most so many characters of a text on one line.
pub(super) fn clipped(text: &str, most: usize) -> String {
    let one_line: String = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let shown = escaped(&one_line);
    if shown.chars().count() <= most {
        return shown;
    }
    shown.chars().take(most.saturating_sub(1)).chain(['…']).collect()
}
