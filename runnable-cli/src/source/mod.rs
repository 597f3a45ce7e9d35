//! The runs of a log or of a service.

mod events;
mod find;
mod log;
#[cfg(feature = "url")]
mod service;

pub(crate) use events::Events;
pub(crate) use log::no_log;
#[cfg(feature = "url")]
pub(crate) use service::Service;

#[cfg(feature = "url")]
use crate::failure::Failure;
use crate::failure::Result;
use runnable_graph::Graph;
use runnable_store::{RunFilter, RunLog, RunRecord, RunStatus, RunSummary, StepFilter, StepRecord};
use runnable_view::recorded_graph;
use std::sync::Arc;

/// A place with runs.
#[derive(Debug, Clone)]
pub(crate) enum Source {
    Log(Arc<dyn RunLog>),
    #[cfg(feature = "url")]
    Service(Service),
}

impl From<Arc<dyn RunLog>> for Source {
    fn from(log: Arc<dyn RunLog>) -> Self {
        Self::Log(log)
    }
}

impl Source {
    /// Returns the name of the place in messages.
    fn name(&self) -> &'static str {
        match self {
            Self::Log(_) => "the run log",
            #[cfg(feature = "url")]
            Self::Service(_) => "the service",
        }
    }

    /// Returns the runs that a filter selects, the newest first.
    pub(crate) async fn list(&self, filter: &RunFilter) -> Result<Vec<RunSummary>> {
        match self {
            Self::Log(log) => Ok(log.list(filter).await?),
            #[cfg(feature = "url")]
            Self::Service(service) => service.list(filter).await,
        }
    }

    /// Returns a run by its whole id.
    pub(crate) async fn run(&self, id: &str) -> Result<Option<RunRecord>> {
        match self {
            Self::Log(log) => Ok(log.run(id).await?),
            #[cfg(feature = "url")]
            Self::Service(service) => service.run(id).await,
        }
    }

    /// Returns the status of a run that exists.
    pub(crate) async fn status(&self, id: &str) -> Result<Option<RunStatus>> {
        match self {
            Self::Log(log) => Ok(log.progress(id).await?.map(|progress| progress.status)),
            #[cfg(feature = "url")]
            Self::Service(service) => Ok(service.run(id).await?.map(|run| run.status)),
        }
    }

    /// Returns the graph of a run, or `None` if its definition cannot be read.
    pub(crate) async fn graph(&self, run: &RunRecord) -> Result<Option<Graph>> {
        match self {
            Self::Log(log) => Ok(recorded_graph(&**log, &run.definition_hash).await?),
            #[cfg(feature = "url")]
            Self::Service(service) => service.graph(run).await,
        }
    }

    /// Returns the attempts of a run's steps, in the order in which they started, with or without their values.
    pub(crate) async fn steps(&self, run: &str, filter: &StepFilter) -> Result<Vec<StepRecord>> {
        match self {
            Self::Log(log) => Ok(log.step_page(run, filter).await?.steps),
            #[cfg(feature = "url")]
            Self::Service(service) => service.steps(run, filter.values).await,
        }
    }

    /// Returns the events of a run after the event with the number `after`: those that are recorded or, if `follow`, also those
    /// to come.
    pub(crate) fn events<'a>(&'a self, run: &'a RunRecord, after: u64, follow: bool) -> Events<'a> {
        Events::new(self, run, after, follow)
    }

    /// Asks the owner of a running run to cancel the run.
    pub(crate) async fn cancel(&self, run: &str) -> Result<()> {
        match self {
            Self::Log(log) => Ok(log.request_cancel(run).await?),
            #[cfg(feature = "url")]
            Self::Service(service) => service.cancel(run).await,
        }
    }

    /// Returns the run log, from which runs can be deleted.
    pub(crate) fn log(&self) -> Result<&dyn RunLog> {
        match self {
            Self::Log(log) => Ok(&**log),
            #[cfg(feature = "url")]
            Self::Service(_) => Err(Failure::usage(
                "a service deletes no runs\nhelp: delete them from its run log: write `--log` instead of `--url`",
            )),
        }
    }
}
