//! Reads the past of a run, row by row.

use super::{
    read::{StepReader, arms_of_row, events},
    tally::Tally,
};
use crate::{
    error::StoreError,
    log::api::{RunPast, StepFilter},
};

/// The steps of a run, and the position in its log up to which they are counted. They are not known if the log is damaged.
#[derive(Debug, Clone)]
pub(crate) struct Counted {
    pub(crate) position: i64,
    pub(crate) tally: Option<Tally>,
}

impl Counted {
    /// Returns the count of no steps.
    pub(crate) fn new() -> Self {
        Self { position: 0, tally: Some(Tally::default()) }
    }

    /// Counts the entries of the next row.
    pub(crate) fn add(&mut self, position: i64, row: &str) {
        let tally = self.tally.take().and_then(|mut tally| tally.add_row(row).is_ok().then_some(tally));
        (self.position, self.tally) = (position, tally);
    }
}

/// Reads the past of a run from its rows, one after the other.
pub(crate) struct PastReader<'f> {
    steps: StepReader<'f>,
    past: RunPast,
    counted: Counted,
    attempts: usize,
}

impl<'f> PastReader<'f> {
    /// Returns the reader of a run without rows; `filter` selects all steps.
    pub(crate) fn new(filter: &'f StepFilter) -> Self {
        Self { steps: StepReader::new(filter), past: RunPast::default(), counted: Counted::new(), attempts: 0 }
    }

    /// Reads a row: its position, the number of the last event, the number of its events, and its entries.
    pub(crate) fn read(&mut self, (position, seq, count, row): (i64, i64, i64, String)) -> Result<(), StoreError> {
        self.steps.read(&row)?;
        arms_of_row(&row, &mut self.attempts, &mut self.past.arms)?;
        let mut all = Vec::new();
        events((seq, count), &row, 0, usize::MAX, &mut usize::MAX.clone(), &mut all)?;
        self.past.last_seq = all.last().map_or(self.past.last_seq, |event| event.seq);
        self.past.events.extend(all.into_iter().filter(|event| event.event_type.kind().is_some()));
        self.counted.add(position, &row);
        Ok(())
    }

    pub(crate) fn finish(self) -> RunPast {
        RunPast { steps: self.steps.finish().steps, counted: Some(self.counted), ..self.past }
    }
}
