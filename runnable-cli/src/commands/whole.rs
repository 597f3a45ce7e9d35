//! A run with its steps and its graph.

use crate::{failure::Result, source::Source};
use runnable_graph::Graph;
use runnable_store::{RunRecord, StepFilter, StepRecord};
use runnable_view::Recording;
use std::time::SystemTime;

/// A run with its steps and its graph.
pub(super) struct Whole {
    pub(super) run: RunRecord,
    pub(super) steps: Vec<StepRecord>,
    pub(super) graph: Option<Graph>,
}

impl Whole {
    /// Reads a run by the start of its id.
    pub(super) async fn read(source: &Source, id: &str) -> Result<Self> {
        Self::with_steps(source, id, &StepFilter::new()).await
    }

    /// Reads a run as [`read`](Self::read) does, without the inputs and outputs of its steps: they may be large, and trees,
    /// timelines and graphs do not show them.
    pub(super) async fn outline(source: &Source, id: &str) -> Result<Self> {
        Self::with_steps(source, id, &StepFilter::new().without_values()).await
    }

    async fn with_steps(source: &Source, id: &str, filter: &StepFilter) -> Result<Self> {
        let run = source.find(id).await?;
        let (steps, graph) = (source.steps(&run.id, filter).await?, source.graph(&run).await?);
        Ok(Self { run, steps, graph })
    }

    pub(super) fn recording(&self) -> Recording<'_> {
        let recording = Recording::new(&self.run, &self.steps, SystemTime::now());
        self.graph.iter().fold(recording, Recording::graph)
    }
}
