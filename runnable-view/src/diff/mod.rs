//! The difference between two runs.

mod json;
mod render;
mod value;

use crate::model::{RunModel, StepNode, millis_between};
use runnable_store::{Json, StepStatus};
use serde::Serialize;
use std::{collections::HashMap, time::Duration};
use value::{Difference, differences};

/// The difference between two runs of a pipeline: their inputs, their code, the first step that differs, and their times.
///
/// Serializes to an object with whole values, and times in milliseconds.
///
/// # Examples
/// ```
/// # use runnable_store::{NewRun, RunRecord, StepRecord, json};
/// # use runnable_view::{Recording, RunDiff, TextStyle};
/// # use std::time::UNIX_EPOCH;
/// # let new = NewRun::new("01JD7K", "shout", "0", json("[]")?, json("{}")?);
/// let run = RunRecord::from(&new);
/// let model = Recording::new(&run, &[], UNIX_EPOCH).model();
/// let diff = RunDiff::new(&model, &model);
/// assert!(diff.is_equal());
/// assert_eq!(diff.text(&TextStyle::new()), "the runs are equal\n");
/// # Ok::<(), runnable_store::StoreError>(())
/// ```
#[derive(Debug, Clone)]
#[must_use]
pub struct RunDiff<'m, 'a> {
    before: &'m RunModel<'a>,
    after: &'m RunModel<'a>,
    /// The inputs that differ.
    input: Vec<Difference>,
    first: Option<StepDifference>,
    removed: Vec<String>,
    added: Vec<String>,
    times: Vec<TimeDifference>,
}

/// The first step that differs.
#[derive(Debug, Clone, Serialize)]
struct StepDifference {
    path: String,
    differences: Vec<Difference>,
}

/// The times of a step in both runs.
#[derive(Debug, Clone)]
struct TimeDifference {
    path: String,
    before: Duration,
    after: Duration,
}

impl<'m, 'a> RunDiff<'m, 'a> {
    /// Compares two runs, in time in proportion to their records.
    pub fn new(before: &'m RunModel<'a>, after: &'m RunModel<'a>) -> Self {
        let steps = |model: &'m RunModel<'a>| model.nodes().iter().filter(|node| !node.attempts.is_empty());
        let old: HashMap<_, _> = steps(before).map(|node| (node.path, node)).collect();
        let new: HashMap<_, _> = steps(after).map(|node| (node.path, node)).collect();
        let missing = |model: &'m RunModel<'a>, from: &HashMap<&str, &StepNode<'a>>| {
            let missing = steps(model).filter(|node| !from.contains_key(node.path));
            missing.map(|node| node.path.to_owned()).collect::<Vec<_>>()
        };
        let mut common: Vec<_> = steps(before).filter_map(|node| Some((node, *new.get(node.path)?))).collect();
        common.sort_by_key(|(_, after)| after.first);
        let mut times: Vec<_> = common
            .iter()
            .map(|(old, new)| TimeDifference {
                path: old.path.to_owned(),
                before: before.time_of(old),
                after: after.time_of(new),
            })
            .filter(|time| time.before != time.after)
            .collect();
        times.sort_by_key(|time| std::cmp::Reverse(time.before.abs_diff(time.after)));
        Self {
            before,
            after,
            input: differences("", Some(&before.run().input), Some(&after.run().input)),
            first: common.iter().find_map(|(old, new)| step(old, new)),
            removed: missing(before, &new),
            added: missing(after, &old),
            times,
        }
    }

    /// Returns `true` if the runs have the same input, code, steps and results. Their times may differ.
    #[must_use]
    pub fn is_equal(&self) -> bool {
        let (before, after) = (self.before.run(), self.after.run());
        self.input.is_empty()
            && self.first.is_none()
            && self.removed.is_empty()
            && self.added.is_empty()
            && before.pipeline == after.pipeline
            && before.definition_hash == after.definition_hash
            && before.code == after.code
            && before.status == after.status
            && self.results().is_empty()
    }

    /// Returns the path of the first step, in the order of the second run, that ran in both runs and differs in its inputs, its
    /// status, its output or its error.
    #[must_use]
    pub fn first_step(&self) -> Option<&str> {
        self.first.as_ref().map(|first| first.path.as_str())
    }

    /// Returns the paths of the steps that ran in the first run only.
    #[must_use]
    pub fn removed(&self) -> &[String] {
        &self.removed
    }

    /// Returns the paths of the steps that ran in the second run only.
    #[must_use]
    pub fn added(&self) -> &[String] {
        &self.added
    }

    /// Returns the differences of the outputs and errors of the runs themselves.
    fn results(&self) -> Vec<Difference> {
        let (before, after) = (self.before.run(), self.after.run());
        let mut all = differences("output", before.output.as_ref(), after.output.as_ref());
        all.extend(differences("error", before.error.as_ref(), after.error.as_ref()));
        all
    }

    /// Returns the change of the whole time.
    fn change(&self) -> Duration {
        let whole = |model: &RunModel<'_>| {
            let parts = model.parts().iter().map(|part| millis_between(part.start, part.end));
            parts.fold(Duration::ZERO, Duration::saturating_add)
        };
        whole(self.before).abs_diff(whole(self.after))
    }
}

fn step(old: &StepNode<'_>, new: &StepNode<'_>) -> Option<StepDifference> {
    let (before, after) = (old.attempts.last()?.record, new.attempts.last()?.record);
    let mut all = differences("", inputs(old), inputs(new));
    for hashed in &before.hashed {
        let other = after.hashed.iter().find(|other| other.name == hashed.name);
        if let Some(other) = other.filter(|other| other.hash != hashed.hash) {
            let shown = |input: &runnable_store::HashedInput| {
                format!("{} ({})", crate::format::size(input.size), input.hash.get(..8).unwrap_or(&input.hash))
            };
            all.push(Difference {
                field: hashed.name.clone(),
                before: serde_json::to_value(hashed).ok(),
                after: serde_json::to_value(other).ok(),
                words: Some((shown(hashed), shown(other))),
            });
        }
    }
    if old.status != new.status {
        let name = |status: StepStatus| Some(status.name().into());
        all.push(Difference {
            field: "status".to_owned(),
            before: name(old.status),
            after: name(new.status),
            words: Some((old.status.to_string(), new.status.to_string())),
        });
    }
    all.extend(differences("", before.output.as_ref(), after.output.as_ref()));
    all.extend(differences("error", before.error.as_ref(), after.error.as_ref()));
    (!all.is_empty()).then(|| StepDifference { path: new.path.to_owned(), differences: all })
}

/// Returns the inputs of a step, which attempts after the first may lack.
fn inputs<'r>(node: &'r StepNode<'_>) -> Option<&'r Json> {
    node.attempts.iter().rev().find_map(|attempt| attempt.record.inputs.as_ref())
}
