//! The runs of a log.

mod find;
mod log;

pub(crate) use log::no_log;

use crate::failure::Result;
use runnable_graph::Graph;
use runnable_store::{EventRecord, RunFilter, RunLog, RunRecord, RunSummary, StepRecord};
use runnable_view::recorded_graph;
use std::{sync::Arc, time::SystemTime};

/// A place with runs.
#[derive(Debug)]
pub(crate) struct Source(Arc<dyn RunLog>);

impl From<Arc<dyn RunLog>> for Source {
    fn from(log: Arc<dyn RunLog>) -> Self {
        Self(log)
    }
}

impl Source {
    /// Returns the runs that a filter selects, the newest first.
    pub(crate) async fn list(&self, filter: &RunFilter) -> Result<Vec<RunSummary>> {
        Ok(self.0.list(filter).await?)
    }

    /// Returns a run by its whole id.
    pub(crate) async fn run(&self, id: &str) -> Result<Option<RunRecord>> {
        Ok(self.0.run(id).await?)
    }

    /// Returns the graph of a run, or `None` if its definition cannot be read.
    pub(crate) async fn graph(&self, run: &RunRecord) -> Result<Option<Graph>> {
        Ok(recorded_graph(&*self.0, &run.definition_hash).await?)
    }

    /// Returns the attempts of a run's steps, in the order in which they started.
    pub(crate) async fn steps(&self, run: &str) -> Result<Vec<StepRecord>> {
        Ok(self.0.steps(run).await?)
    }

    /// Returns at most `limit` events of a run after the event with the number `after`.
    pub(crate) async fn events(&self, run: &str, after: u64, limit: usize) -> Result<Vec<EventRecord>> {
        Ok(self.0.events(run, after, limit).await?)
    }

    /// Deletes the runs that ended before a time; returns their ids.
    pub(crate) async fn prune(&self, before: SystemTime) -> Result<Vec<String>> {
        Ok(self.0.prune(before).await?)
    }
}
