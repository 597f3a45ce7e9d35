//! From the lines of a definition to its pipelines and tasks.

use super::{DEEPEST, DefinitionError};

/// A pipeline or a task, as it is defined.
#[derive(Debug)]
pub(super) struct Definition {
    pub(super) name: String,
    /// The nodes of a pipeline; `None` for a task.
    pub(super) nodes: Option<Vec<Node>>,
}

/// A node of a pipeline. Nodes are in the order written, each with its depth.
#[derive(Debug, PartialEq)]
pub(super) struct Node {
    pub(super) depth: usize,
    /// The segment of its path; empty if it has none.
    pub(super) segment: String,
    pub(super) form: Form,
}

/// The form of a node.
#[derive(Debug, PartialEq)]
pub(super) enum Form {
    /// A step, by the path of its task or pipeline as written.
    Step(String),
    Group,
    Parallel,
    Race,
    Branch,
    Map,
    Match(String),
    If,
    Arm(String),
    Repeat(String, String),
    Timeout,
    Retry,
    Try,
    Else,
}

/// Returns the definitions, the first of which is the pipeline of the run. The shapes of types that follow are left out.
pub(super) fn definitions(lines: &[String]) -> Result<Vec<Definition>, DefinitionError> {
    let mut all: Vec<Definition> = vec![];
    // The composites around the next line, whose children may be arms.
    let mut arms: Vec<bool> = vec![];
    for line in lines {
        let depth = (line.len() - line.trim_start_matches(' ').len()) / 2;
        if depth == 0 {
            let Some(definition) = head(line) else { break };
            all.push(definition);
            continue;
        }
        let nodes = all.last_mut().and_then(|definition| definition.nodes.as_mut());
        let nodes = nodes.ok_or_else(|| DefinitionError::at(line, "belongs to no pipeline"))?;
        if depth > DEEPEST {
            return Err(DefinitionError::at(line, "is nested too deep"));
        }
        arms.truncate(depth);
        let text = line.trim_start_matches(' ');
        if text.starts_with("-> [") {
            continue;
        }
        let (segment, form) = match text.strip_suffix(" =>") {
            Some(title) if arms.get(depth - 1) == Some(&true) => (String::new(), Form::Arm(title.to_owned())),
            _ => node(text).ok_or_else(|| DefinitionError::at(line, "is not a node"))?,
        };
        arms.resize(depth, false);
        arms.push(matches!(form, Form::Match(_) | Form::If));
        nodes.push(Node { depth, segment, form });
    }
    if all.is_empty() { Err(DefinitionError("the definition is empty".to_owned())) } else { Ok(all) }
}

/// Returns the definition that a line begins; `None` for the shape of a type.
fn head(line: &str) -> Option<Definition> {
    let line = line.strip_prefix("once ").unwrap_or(line);
    let (word, rest) = line.split_once(' ')?;
    let (name, _) = rest.split_once('(')?;
    let nodes = match word {
        "pipeline" => Some(vec![]),
        "task" => None,
        _ => return None,
    };
    (!name.is_empty() && !name.contains(' ')).then(|| Definition { name: name.to_owned(), nodes })
}

/// Returns the segment and the form of a node.
fn node(text: &str) -> Option<(String, Form)> {
    if let Some(form) = composite(text) {
        return Some((String::new(), form));
    }
    let (segment, rest) = text.split_once(": ")?;
    let is_name = !segment.is_empty() && segment.chars().all(|c| c.is_alphanumeric() || c == '_' || c == '-');
    if !is_name {
        return None;
    }
    let form = composite(rest).or_else(|| step(rest)).or_else(|| indexed(rest))?;
    Some((segment.to_owned(), form))
}

fn composite(text: &str) -> Option<Form> {
    Some(match text {
        "group" => Form::Group,
        "parallel" => Form::Parallel,
        "race" => Form::Race,
        "branch" => Form::Branch,
        "if" => Form::If,
        "timeout" => Form::Timeout,
        "retry" => Form::Retry,
        "try" => Form::Try,
        "else" => Form::Else,
        _ if text.starts_with("else |") && text.ends_with('|') => Form::Else,
        _ => Form::Match(text.strip_prefix("match ")?.to_owned()),
    })
}

/// `path::to::task(a = b) -> [c]`
fn step(text: &str) -> Option<Form> {
    let (call, outs) = text.rsplit_once(" -> [")?;
    let (path, _) = call.split_once('(')?;
    (outs.ends_with(']') && call.ends_with(')')).then(|| Form::Step(path.to_owned()))
}

/// `map(source as item)` or `repeat(max = expression, index as name) until(condition)`
fn indexed(text: &str) -> Option<Form> {
    if text.starts_with("map(") && text.ends_with(')') {
        return Some(Form::Map);
    }
    let inner = text.strip_prefix("repeat(max = ")?.strip_suffix(')')?;
    let (max, until) = inner.split_once(") until(")?;
    let max = max.rsplit_once(", index as ").map_or(max, |(max, _)| max);
    Some(Form::Repeat(max.to_owned(), until.to_owned()))
}
