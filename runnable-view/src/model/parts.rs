//! The parts of a run: before and after each crash or resume.

use super::axis::millis;
use runnable_store::{EventRecord, Kind, RunRecord, RunStatus, StepRecord, StepStatus};
use runnable_wire::{Finished, OutcomeName};

/// A part of a run, which one process ran without an interruption.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Part {
    /// The start, in milliseconds since the Unix epoch.
    pub start: i64,
    /// The last moment from which the log has an entry, in milliseconds since the Unix epoch.
    pub end: i64,
    /// The way in which the part ended.
    pub ended: PartEnd,
}

/// The end of a [`Part`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum PartEnd {
    /// It has not ended.
    Running,
    /// It succeeded.
    Succeeded,
    /// It failed.
    Failed,
    /// It was cancelled.
    Cancelled,
    /// Its process died.
    Died,
}

impl PartEnd {
    /// Returns the end as a phrase, such as `process died`.
    #[must_use]
    pub fn phrase(self) -> &'static str {
        match self {
            Self::Running => "running",
            Self::Succeeded => "succeeded",
            Self::Failed => "failed",
            Self::Cancelled => "cancelled",
            Self::Died => "process died",
        }
    }

    fn of(status: RunStatus) -> Self {
        match status {
            RunStatus::Succeeded => Self::Succeeded,
            RunStatus::Failed => Self::Failed,
            RunStatus::Cancelled => Self::Cancelled,
            RunStatus::Interrupted => Self::Died,
            _ => Self::Running,
        }
    }
}

/// The dead time between two parts of a run, which views cut out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Gap {
    /// The end of the part before, in milliseconds since the Unix epoch.
    pub from: i64,
    /// The start of the part after, in milliseconds since the Unix epoch.
    pub until: i64,
    /// The way in which the part before ended.
    pub ended: PartEnd,
}

/// A moment at which the run may have been resumed, and the end of the part before, if an event has it.
#[derive(Clone, Copy)]
struct Resume {
    at: i64,
    ended: Option<PartEnd>,
}

/// Returns the parts of a run.
///
/// A run is resumed at each `run.resumed`. Without events, the interrupted attempts show it: they get their end when their run is
/// resumed.
pub(super) fn parts(run: &RunRecord, steps: &[StepRecord], events: &[EventRecord], now: i64) -> Vec<Part> {
    let began = millis(run.started);
    let starts = sorted(steps.iter().map(|step| millis(step.started)));
    let resumes = merged(candidates(steps, events), &starts);
    // An interrupted attempt has the time of the resume as its end, and was not alive then.
    let ends = steps.iter().filter(|step| step.status != StepStatus::Interrupted).filter_map(|step| step.ended);
    let sent = events.iter().filter(|event| event.event_type.kind() != Some(Kind::RunResumed)).map(|event| event.ts);
    let seen = sorted(ends.chain(sent).map(millis).chain(starts.iter().copied()));
    let mut parts = Vec::with_capacity(resumes.len() + 1);
    let mut start = began;
    for resume in resumes {
        let end = last_before(&seen, resume.at).map_or(start, |last| last.clamp(start, resume.at.max(start)));
        parts.push(Part { start, end, ended: resume.ended.unwrap_or(PartEnd::Died) });
        start = resume.at.max(start);
    }
    let last = seen.last().copied().unwrap_or(start);
    let end = match (run.status, run.ended) {
        (RunStatus::Running, _) => now,
        (RunStatus::Interrupted, _) | (_, None) => last,
        (_, Some(ended)) => millis(ended),
    };
    parts.push(Part { start, end: end.max(start), ended: PartEnd::of(run.status) });
    parts
}

/// Returns the dead times between parts.
pub(super) fn gaps(parts: &[Part]) -> Vec<Gap> {
    let pairs = parts.iter().zip(parts.iter().skip(1));
    pairs.map(|(before, after)| Gap { from: before.end, until: after.start, ended: before.ended }).collect()
}

fn sorted(times: impl Iterator<Item = i64>) -> Vec<i64> {
    let mut times: Vec<_> = times.collect();
    times.sort_unstable();
    times
}

fn last_before(sorted: &[i64], at: i64) -> Option<i64> {
    sorted.get(sorted.partition_point(|time| *time < at).checked_sub(1)?).copied()
}

fn candidates(steps: &[StepRecord], events: &[EventRecord]) -> Vec<Resume> {
    let interrupted = steps.iter().filter(|step| step.status == StepStatus::Interrupted).filter_map(|step| step.ended);
    let mut all: Vec<_> = interrupted.map(|at| Resume { at: millis(at), ended: None }).collect();
    let mut finished = None;
    for event in events {
        match event.event_type.kind() {
            Some(Kind::RunFinished) => finished = outcome(event),
            Some(Kind::RunResumed) => {
                all.push(Resume { at: millis(event.ts), ended: Some(finished.take().unwrap_or(PartEnd::Died)) });
            }
            _ => {}
        }
    }
    // An event says more than an attempt of the same moment.
    all.sort_by_key(|resume| (resume.at, resume.ended.is_none()));
    all
}

fn outcome(event: &EventRecord) -> Option<PartEnd> {
    let finished: Finished<'_> = serde_json::from_str(event.data.as_ref()?.get()).ok()?;
    Some(match finished.outcome {
        OutcomeName::Success => PartEnd::Succeeded,
        OutcomeName::Failed => PartEnd::Failed,
        OutcomeName::Cancelled => PartEnd::Cancelled,
    })
}

/// Merges the signs of the same resume: those between which no attempt starts.
fn merged(candidates: Vec<Resume>, starts: &[i64]) -> Vec<Resume> {
    let mut merged: Vec<Resume> = Vec::new();
    for next in candidates {
        let begun = |before: i64| {
            starts.partition_point(|start| *start < next.at) > starts.partition_point(|start| *start < before)
        };
        match merged.last_mut() {
            Some(last) if last.ended.is_none() || next.ended.is_none() => {
                if begun(last.at) {
                    merged.push(next);
                } else {
                    last.ended = last.ended.or(next.ended);
                }
            }
            _ => merged.push(next),
        }
    }
    merged
}
