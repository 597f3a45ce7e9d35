//! The reason for the state of a run, in one line.

use super::{attempt::Attempt, node::StepNode, run::RunModel};
use crate::format::escaped;
use runnable_store::{RunStatus, StepStatus};
use runnable_wire::ErrorData;

/// The number of characters of a message that a reason shows.
const MESSAGE: usize = 120;

/// Returns the reason for the state of a run, if it needs a reason.
pub(super) fn why(model: &RunModel<'_>) -> Option<String> {
    match model.run().status {
        RunStatus::Failed => Some(failed(model)),
        RunStatus::Cancelled => {
            last(model, StepStatus::Cancelled).map(|node| format!("{}: cancelled", escaped(node.path)))
        }
        RunStatus::Interrupted => Some(match last(model, StepStatus::Interrupted) {
            Some(node) => format!("{}: the process died{}", escaped(node.path), tries(node)),
            None => "the process died between two steps".to_owned(),
        }),
        RunStatus::Running => retrying(model),
        _ => None,
    }
}

/// Returns the node of the step that made the run fail: its error is the error of the run. Of several, it is the last to end.
pub(super) fn failed_step<'m, 'a>(model: &'m RunModel<'a>) -> Option<&'m StepNode<'a>> {
    let error = model.run().error.as_ref().map(|error| error.get());
    let failed = || model.nodes().iter().filter(|node| !node.attempts.is_empty() && node.status == StepStatus::Failed);
    let same = failed().filter(|node| {
        let of = node.last_attempt().and_then(|attempt| attempt.record.error.as_ref()).map(|error| error.get());
        of.is_some() && of == error
    });
    same.max_by_key(|node| (node.stop, node.first)).or_else(|| failed().max_by_key(|node| (node.stop, node.first)))
}

fn failed(model: &RunModel<'_>) -> String {
    let of_run = model.run().error.as_ref().and_then(|error| serde_json::from_str::<ErrorData<'_>>(error.get()).ok());
    let Some(node) = failed_step(model) else {
        return of_run.map_or_else(|| "failed without a recorded error".to_owned(), |error| message(&error));
    };
    let error = node.last_attempt().and_then(Attempt::error).or(of_run);
    let text = error.map_or_else(|| "failed".to_owned(), |error| message(&error));
    format!("{}: {text}{}", escaped(node.path), tries(node))
}

fn last<'m, 'a>(model: &'m RunModel<'a>, status: StepStatus) -> Option<&'m StepNode<'a>> {
    let steps = model.nodes().iter().filter(|node| !node.attempts.is_empty() && node.status == status);
    steps.max_by_key(|node| (node.start, node.first))
}

fn retrying(model: &RunModel<'_>) -> Option<String> {
    let late = model.nodes().iter().filter_map(|node| Some((node, node.retry()?)));
    let (node, [failed, _]) = late.max_by_key(|(node, _)| (node.start, node.first))?;
    let text = failed.error().map_or_else(|| "a failure".to_owned(), |error| message(&error));
    Some(format!("{}: {} after {text}", escaped(node.path), node.tries()?))
}

fn tries(node: &StepNode<'_>) -> String {
    node.tries().map_or_else(String::new, |tries| format!(" ({tries})"))
}

/// Returns the first line of an error, which is never longer than a line of a list.
pub(crate) fn message(error: &ErrorData<'_>) -> String {
    let line = error.message.lines().map(str::trim).find(|line| !line.is_empty()).unwrap_or(&error.code);
    let mut short: String = line.chars().take(MESSAGE).collect();
    if short.len() < line.len() {
        short.push('…');
    }
    escaped(&short)
}
