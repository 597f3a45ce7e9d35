//! The graph of a pipeline from its definition, as a run log has it.

mod build;
mod lines;
mod parse;

use build::Builder;
use runnable_graph::Graph;
use runnable_store::{RunLog, StoreError};
use std::{error::Error as StdError, fmt};

/// The deepest nesting that is read.
const DEEPEST: usize = 100;

/// Returns the graph of a recorded definition: the text of [`RunLog::definition`](runnable_store::RunLog::definition). It needs
/// no code of the pipeline.
///
/// The nodes are those of the pipeline's own graph. A definition has expressions as text, so the edges are only those of the
/// order of nodes.
///
/// # Errors
/// Returns an error if the text is not a definition.
///
/// # Examples
/// ```
/// let recorded = r#"["pipeline twice(n: u32) -> [n]", "  add: add(n = n) -> [n]", "  again: add(n = n) -> [n]",
///     "  -> [n]", "task add(n: u32) -> [n: u32]"]"#;
/// let graph = runnable_view::graph_of_definition(recorded)?;
/// assert_eq!(graph.steps().map(|step| step.id()).collect::<Vec<_>>(), ["add", "again"]);
/// # Ok::<(), runnable_view::DefinitionError>(())
/// ```
pub fn graph_of_definition(recorded: &str) -> Result<Graph, DefinitionError> {
    let lines: Vec<String> = serde_json::from_str(recorded)
        .map_err(|_| DefinitionError("the definition is not a list of lines".to_owned()))?;
    let definitions = parse::definitions(&lines::whole(&lines))?;
    Builder::new(&definitions).graph()
}

/// Returns the graph of the runs with this hash of their definition: the recorded graph or, if only earlier versions have recorded
/// such runs, the graph of the [definition](graph_of_definition). Returns `None` if neither is there and can be read.
///
/// # Errors
/// Returns an error if the run log cannot be read.
pub async fn recorded_graph(log: &dyn RunLog, definition_hash: &str) -> Result<Option<Graph>, StoreError> {
    let graph = log.graph(definition_hash).await?;
    if let Some(graph) = graph.and_then(|graph| serde_json::from_str(graph.get()).ok()) {
        return Ok(Some(graph));
    }
    let definition = log.definition(definition_hash).await?;
    Ok(definition.and_then(|definition| graph_of_definition(definition.get()).ok()))
}

/// The error of a definition that cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DefinitionError(String);

impl DefinitionError {
    fn at(line: &str, why: &str) -> Self {
        Self(format!("the definition has a line that {why}: `{}`", crate::format::escaped(line.trim())))
    }
}

impl fmt::Display for DefinitionError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{}\nhelp: it was recorded by another version; draw the graph with the program that recorded it",
            self.0
        )
    }
}

impl StdError for DefinitionError {}
