//! Reads from the rows of a run, which the SQL databases have in common.

use super::{
    failure::Failure,
    past::{Counted, PastReader},
    read::{StepReader, arms, artifacts},
};
use crate::{
    error::StoreError,
    log::api::{ArmRecord, ArtifactRecord, RunPast, StepFilter, StepPage},
};

/// A row of a run's log: the position, the number of the last event, the number of events and the entries.
pub(crate) type RowText = (i64, i64, i64, String);

/// A database that has the rows of runs.
pub(crate) trait RunRows: Sync {
    /// Reads the rows of a run that contain a text, one after the other. A run that does not exist has none.
    fn each_row(
        &self,
        run: &str,
        containing: Option<&str>,
        read: impl FnMut(RowText) -> Result<(), StoreError> + Send,
    ) -> impl Future<Output = Result<(), Failure>> + Send;

    /// Returns the position of the last entry of a run.
    fn end_of_log(&self, run: &str) -> impl Future<Output = Result<i64, Failure>> + Send;

    /// Returns the rows of a run.
    fn rows(&self, run: &str) -> impl Future<Output = Result<Vec<String>, Failure>> + Send {
        async {
            let mut rows = Vec::new();
            self.each_row(run, None, |(_, _, _, row)| {
                rows.push(row);
                Ok(())
            })
            .await?;
            Ok(rows)
        }
    }

    fn find_steps(&self, run: &str, filter: &StepFilter) -> impl Future<Output = Result<StepPage, Failure>> + Send {
        async {
            let mut steps = StepReader::new(filter);
            let needle = StepReader::needle(filter);
            self.each_row(run, needle.as_deref(), |(_, _, _, row)| steps.read(&row)).await?;
            Ok(steps.finish())
        }
    }

    fn find_arms(&self, run: &str) -> impl Future<Output = Result<Vec<ArmRecord>, Failure>> + Send {
        async { Ok(arms(&self.rows(run).await?)?) }
    }

    fn find_artifacts(&self, run: &str) -> impl Future<Output = Result<Vec<ArtifactRecord>, Failure>> + Send {
        async { Ok(artifacts(&self.rows(run).await?)?) }
    }

    fn find_past(&self, run: &str) -> impl Future<Output = Result<RunPast, Failure>> + Send {
        async {
            let all = StepFilter::new();
            let mut past = PastReader::new(&all);
            self.each_row(run, None, |row| past.read(row)).await?;
            Ok(past.finish())
        }
    }

    /// Counts the steps of a run, unless they were counted with its past and nothing was written since.
    fn count_steps(&self, run: &str, past: Option<&RunPast>) -> impl Future<Output = Result<Counted, Failure>> + Send {
        async move {
            if let Some(counted) = past.and_then(|past| past.counted.as_ref())
                && counted.position == self.end_of_log(run).await?
            {
                return Ok(counted.clone());
            }
            let mut counted = Counted::new();
            self.each_row(run, None, |(position, _, _, row)| {
                counted.add(position, &row);
                Ok(())
            })
            .await?;
            Ok(counted)
        }
    }
}
