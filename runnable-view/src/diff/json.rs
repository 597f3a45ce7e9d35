//! The difference between two runs as JSON.

use super::{Difference, RunDiff, StepDifference, TimeDifference};
use runnable_store::{CodeIdentity, RunRecord, RunStatus};
use serde::{Serialize, Serializer};

/// A run, without its values.
#[derive(Serialize)]
struct Side<'a> {
    id: &'a str,
    pipeline: &'a str,
    definition_hash: &'a str,
    status: RunStatus,
    #[serde(skip_serializing_if = "Option::is_none")]
    code: Option<&'a CodeIdentity>,
}

impl<'a> Side<'a> {
    fn of(run: &'a RunRecord) -> Self {
        Self {
            id: &run.id,
            pipeline: &run.pipeline,
            definition_hash: &run.definition_hash,
            status: run.status,
            code: run.code.as_ref(),
        }
    }
}

#[derive(Serialize)]
struct Times<'a> {
    path: &'a str,
    before_ms: u128,
    after_ms: u128,
}

impl<'a> Times<'a> {
    fn of(times: &'a TimeDifference) -> Self {
        Self { path: &times.path, before_ms: times.before.as_millis(), after_ms: times.after.as_millis() }
    }
}

impl Serialize for RunDiff<'_, '_> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        struct Diff<'a> {
            equal: bool,
            before: Side<'a>,
            after: Side<'a>,
            input: &'a [Difference],
            first_step: Option<&'a StepDifference>,
            result: Vec<Difference>,
            removed: &'a [String],
            added: &'a [String],
            times: Vec<Times<'a>>,
        }
        let diff = Diff {
            equal: self.is_equal(),
            before: Side::of(self.before.run()),
            after: Side::of(self.after.run()),
            input: &self.input,
            first_step: self.first.as_ref(),
            result: self.results(),
            removed: &self.removed,
            added: &self.added,
            times: self.times.iter().map(Times::of).collect(),
        };
        diff.serialize(to)
    }
}
