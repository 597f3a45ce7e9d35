//! Decisions about interrupted steps.

use super::status::{is_interrupted, is_undecided};
use runnable_core::{Graph, graph::NodeKind, hooks::Codecs};
use runnable_graph::__private::did_you_mean;
use runnable_store::{StepRecord, StoreError, StoreErrorKind};
use std::{collections::HashMap, sync::Arc};

/// The user's decision about an interrupted step with `effect = "once"`.
#[derive(Debug, Clone)]
pub(crate) enum Assumption {
    /// The step took effect and returned this JSON object.
    Done(Arc<str>),
    /// The step did not take effect and may run again.
    Retry,
}

/// Checks that the steps were interrupted or ended without a result, and that the outputs are those of their tasks. `steps` are the recorded attempts.
///
/// # Errors
/// Returns an error that names the first step to which a decision does not apply.
pub(crate) fn check_assumptions(
    assumptions: &HashMap<String, Assumption>,
    steps: &[StepRecord],
    graph: &Graph,
    codecs: &Codecs,
) -> Result<(), StoreError> {
    let last: HashMap<&str, &StepRecord> = steps.iter().map(|step| (step.path.as_str(), step)).collect();
    let is_undecided = |step: &StepRecord| match task_of(graph, &step.path) {
        Some(task) if codecs.is_once(task) => is_undecided(step),
        _ => is_interrupted(step.status),
    };
    let mut sorted: Vec<_> = assumptions.iter().collect();
    sorted.sort_by_key(|(path, _)| *path);
    for (path, assumption) in sorted {
        if graph.node(&without_indices(path)).is_some_and(|node| matches!(node.kind(), NodeKind::Retry)) {
            let message = format!(
                "the step `{path}` is a `retry`, which is continued whenever its run is resumed\nhelp: remove its `assume_done` or \
                 `assume_retry`, or name an interrupted step inside"
            );
            return Err(StoreError::new(StoreErrorKind::Invalid, message));
        }
        match last.get(path.as_str()) {
            None => {
                let undecided = last.values().filter(|step| is_undecided(step)).map(|step| step.path.as_str());
                return Err(unknown(path, undecided.collect()));
            }
            Some(step) if !is_undecided(step) => {
                let message = format!(
                    "the step `{path}` was not interrupted: its last attempt has the status `{}`\nhelp: remove its \
                     `assume_done` or `assume_retry`",
                    step.status
                );
                return Err(StoreError::new(StoreErrorKind::Invalid, message));
            }
            Some(_) => {}
        }
        let task = task_of(graph, path);
        if let (Assumption::Done(output), Some(task)) = (assumption, task) {
            codecs.check(task, output).map_err(|error| {
                let message =
                    format!("the output that is assumed for the step `{path}` does not fit the task `{task}`");
                StoreError::new(StoreErrorKind::Invalid, message).with_source(error)
            })?;
        }
    }
    Ok(())
}

fn unknown(path: &str, mut interrupted: Vec<&str>) -> StoreError {
    interrupted.sort_unstable();
    let help = match did_you_mean(path, interrupted.iter().copied()) {
        Some(help) => help,
        None if interrupted.is_empty() => "no step of the run was interrupted".to_owned(),
        None => format!("these steps were interrupted: `{}`", interrupted.join("`, `")),
    };
    StoreError::new(StoreErrorKind::NotFound, format!("the run has no step `{path}`\nhelp: {help}"))
}

/// Returns the name of the task that a step runs.
pub(crate) fn task_of<'g>(graph: &'g Graph, path: &str) -> Option<&'g str> {
    graph.node(&without_indices(path))?.task()
}

/// Returns the id of a step in the graph: `languages[2]/translate` as `languages/translate`.
pub(super) fn without_indices(path: &str) -> String {
    let names = path.split('/').map(|segment| segment.split_once('[').map_or(segment, |(name, _)| name));
    names.collect::<Vec<_>>().join("/")
}
