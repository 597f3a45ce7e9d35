//! The records of runs, from the engine, the events and the run log: parts of a client that `runnable-http` uses.

use super::{Cluster, cluster::has_ended, number};
use crate::{
    error::{ClusterError, ClusterErrorKind},
    unit::{Outcome, Unit, token},
};
use runnable_runner::Runner;
use runnable_store::{EventRecord, Json, NewRun, RunFilter, RunRecord, RunStatus, StoreError};
use runnable_wire::OutcomeName;
use serde::Deserialize;
use serde_json::value::RawValue;
use std::time::{Duration, SystemTime};

/// The time in which the engine returns the end of a run that is not active. A run that has just started may not be active yet.
const STARTING: Duration = Duration::from_secs(1);

/// The data of `run.finished`.
#[derive(Deserialize)]
struct End {
    outcome: OutcomeName,
    error: Option<Box<RawValue>>,
}

#[doc(hidden)]
impl Cluster {
    /// Returns the runner that writes inputs and reads the run log.
    #[must_use]
    pub fn runner(&self) -> &Runner {
        &self.runner
    }

    /// Returns an error if the servers cannot start runs.
    ///
    /// # Errors
    /// Returns an error if a server cannot be reached.
    pub async fn check(&self) -> Result<(), ClusterError> {
        self.engine.check().await
    }

    /// Returns whether the events of a run are read from the servers. Those of an older run are in the run log.
    pub(super) async fn has_events(&self, run_id: &str) -> Result<bool, ClusterError> {
        Ok(self.engine.events().order(run_id).await?.is_some())
    }

    /// Returns the record of a run, with its values. After the last event, it waits for the end of the run's copy. The numbers of
    /// its events are their ids, or others if the events are only in the run log.
    ///
    /// # Errors
    /// Returns an error if a server or the run log cannot be read.
    pub async fn record(&self, run_id: &str) -> Result<Option<RunRecord>, ClusterError> {
        self.find(run_id, true).await
    }

    /// Returns the record of a run as [`record`](Self::record) does, and does not wait for its values.
    ///
    /// # Errors
    /// Returns an error if a server or the run log cannot be read.
    pub async fn record_state(&self, run_id: &str) -> Result<Option<RunRecord>, ClusterError> {
        self.find(run_id, false).await
    }

    async fn find(&self, run_id: &str, with_values: bool) -> Result<Option<RunRecord>, ClusterError> {
        if run_id.is_empty() {
            return Ok(None);
        }
        let Some((unit, at)) = self.engine.events().placed_at(&token(run_id)).await? else {
            return self.logged(run_id).await;
        };
        let progress = self.engine.events().progress(run_id).await?;
        if let Some(logged) = self.logged_end(run_id, progress.last).await? {
            return Ok(Some(logged));
        }
        let mut record = self.placed(&unit, at, progress.last);
        let end = progress.end.as_ref();
        if let Some(end) = end {
            self.set_end(&mut record, end);
            if !with_values {
                return Ok(Some(record));
            }
        } else if self.engine.is_active(&unit).await? {
            return Ok(Some(record));
        }
        // The run has ended, or its worker is about to report that.
        let outcome = self.engine.outcome(&unit);
        let outcome = match end {
            Some(_) => outcome.await?,
            None => match tokio::time::timeout(STARTING, outcome).await {
                Ok(outcome) => outcome?,
                Err(_) => return Ok(Some(record)),
            },
        };
        let last = self.engine.events().progress(run_id).await?.last;
        if let Some(logged) = self.logged_end(run_id, last).await? {
            return Ok(Some(logged));
        }
        record.last_seq = last;
        match outcome {
            Some(outcome) => self.set_outcome(&mut record, &outcome),
            // It was ordered, and the engine does not know it: its start was interrupted.
            None if end.is_none() => record.status = RunStatus::Interrupted,
            None => {}
        }
        Ok(Some(record))
    }

    /// Returns a run in the run log, whose events are read from there.
    async fn logged(&self, run_id: &str) -> Result<Option<RunRecord>, ClusterError> {
        let Ok(log) = self.runner.log() else { return Ok(None) };
        let mut logged = log.run(run_id).await.map_err(unreadable)?;
        if let Some(record) = &mut logged {
            record.last_seq = number::of_logged(record.last_seq);
        }
        Ok(logged)
    }

    /// Returns a run in the run log that has ended, with the id of its last event.
    async fn logged_end(&self, run_id: &str, last: u64) -> Result<Option<RunRecord>, ClusterError> {
        let mut logged = self.logged(run_id).await?.filter(|record| has_ended(record.status));
        if let Some(record) = &mut logged {
            record.last_seq = last;
        }
        Ok(logged)
    }

    /// Returns whether a run has ended, as far as its events and the run log show.
    pub(super) async fn has_ended(&self, run_id: &str) -> Result<bool, ClusterError> {
        let progress = self.engine.events().progress(run_id).await?;
        Ok(progress.end.is_some() || self.logged_end(run_id, progress.last).await?.is_some())
    }

    /// Returns the record of a run that has not ended.
    fn placed(&self, unit: &Unit, at: SystemTime, last: u64) -> RunRecord {
        let (null, input) = (Json::from(RawValue::NULL.to_owned()), Json::from(unit.input.clone()));
        let mut run = NewRun::new(&*unit.run, &*unit.pipeline, &*unit.definition, null, self.runner.view(&input));
        run.tag.clone_from(&unit.tag);
        run.started = at;
        let mut record = RunRecord::from(&run);
        record.last_seq = last;
        record
    }

    /// Sets what the last event of a run says.
    fn set_end(&self, record: &mut RunRecord, end: &EventRecord) {
        let data = end.data.as_ref().and_then(|data| serde_json::from_str::<End>(data.get()).ok());
        let (outcome, error) = data.map_or((OutcomeName::Failed, None), |data| (data.outcome, data.error));
        record.status = match outcome {
            OutcomeName::Success => RunStatus::Succeeded,
            OutcomeName::Cancelled => RunStatus::Cancelled,
            OutcomeName::Failed => RunStatus::Failed,
        };
        record.ended = Some(end.ts);
        record.error = error.map(|error| self.runner.view_error(&Json::from(error)));
    }

    fn set_outcome(&self, record: &mut RunRecord, outcome: &Outcome) {
        let value = |value: &Option<Box<_>>| value.clone().map(Json::from);
        record.status = outcome.status;
        record.ended = record.ended.or_else(|| Some(SystemTime::now()));
        record.output = value(&outcome.output).map(|output| self.runner.view(&output));
        record.error = value(&outcome.error).map(|error| self.runner.view_error(&error));
    }

    /// Returns the records of runs as [`list`](Self::list) does.
    ///
    /// # Errors
    /// Returns an error if a server or the run log cannot be read.
    pub async fn records(&self, filter: &RunFilter) -> Result<Vec<RunRecord>, ClusterError> {
        let (mut records, mut ended) = (Vec::new(), filter.clone());
        if filter.selects(RunStatus::Running) {
            let active = self.engine.active().await?;
            let before = filter.before.as_deref().map(token);
            let first = match &before {
                Some(before) => active.iter().position(|key| key == before).map(|at| at + 1),
                None => Some(0),
            };
            if let Some(first) = first {
                ended.before = None;
                records = self.active_records(&active[first..], filter).await?;
            }
        }
        if records.len() < filter.limit
            && let Ok(log) = self.runner.log()
        {
            for mut run in log.runs(&ended).await.map_err(unreadable)? {
                if records.len() < filter.limit && !records.iter().any(|active| active.id == run.id) {
                    run.last_seq = if self.has_events(&run.id).await? {
                        self.engine.events().progress(&run.id).await?.last
                    } else {
                        number::of_logged(run.last_seq)
                    };
                    records.push(run);
                }
            }
        }
        Ok(records)
    }

    /// Returns the first of these active runs that the filter selects.
    async fn active_records(&self, keys: &[String], filter: &RunFilter) -> Result<Vec<RunRecord>, ClusterError> {
        let (mut records, events) = (Vec::new(), self.engine.events());
        for key in keys {
            if records.len() == filter.limit {
                break;
            }
            let Some((unit, at)) = events.placed_at(key).await? else { continue };
            let mut record = self.placed(&unit, at, 0);
            if filter.matches(&record) {
                record.last_seq = events.progress(&unit.run).await?.last;
                records.push(record);
            }
        }
        Ok(records)
    }
}

pub(super) fn unreadable(error: StoreError) -> ClusterError {
    ClusterError::new(ClusterErrorKind::Other, "the run log cannot be read").with_source(error)
}
