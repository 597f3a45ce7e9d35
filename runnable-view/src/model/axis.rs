//! The time of a run without the dead time between its parts.

use super::parts::Gap;
use std::time::{SystemTime, UNIX_EPOCH};

/// Returns the milliseconds since the Unix epoch; negative before it.
pub(crate) fn millis(time: SystemTime) -> i64 {
    let whole = |duration: std::time::Duration| i64::try_from(duration.as_millis()).unwrap_or(i64::MAX);
    match time.duration_since(UNIX_EPOCH) {
        Ok(since) => whole(since),
        Err(error) => -whole(error.duration()),
    }
}

/// Converts moments to milliseconds of work since the run started.
#[derive(Debug, Clone)]
pub(crate) struct Axis {
    start: i64,
    /// The dead times, each with the dead time before it.
    cuts: Vec<(Gap, i64)>,
}

impl Axis {
    pub(crate) fn new(start: i64, gaps: &[Gap]) -> Self {
        let mut before = 0;
        let cuts = gaps.iter().map(|gap| {
            let cut = (*gap, before);
            before = i64::saturating_add(before, gap.until.saturating_sub(gap.from).max(0));
            cut
        });
        Self { start, cuts: cuts.collect() }
    }

    /// Returns the work before a moment, in milliseconds. A moment in a dead time stands for its beginning, and a moment before
    /// the run for the start of the run.
    pub(crate) fn at(&self, moment: i64) -> i64 {
        let passed = self.cuts.partition_point(|(gap, _)| gap.from < moment);
        let dead = match passed.checked_sub(1).and_then(|last| self.cuts.get(last)) {
            Some((gap, before)) => before.saturating_add(moment.min(gap.until).saturating_sub(gap.from).max(0)),
            None => 0,
        };
        moment.saturating_sub(self.start).saturating_sub(dead).max(0)
    }
}
