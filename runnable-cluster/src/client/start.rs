//! Starts runs.

use super::Cluster;
use crate::{
    error::{ClusterError, ClusterErrorKind},
    jetstream::Order,
    unit::Unit,
};
use runnable_core::RunId;
use runnable_runner::Runnable;
use std::{fmt, future::Future, pin::Pin};

/// A request to start a run. Await it.
#[must_use = "a run does not start until the request is awaited"]
pub struct StartRun {
    cluster: Cluster,
    unit: Result<Unit, ClusterError>,
}

/// A run that was started.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Started {
    /// The id of the run.
    pub run_id: String,
    /// False if the run had been started before.
    pub is_new: bool,
}

impl StartRun {
    pub(super) fn new<P: Runnable>(cluster: &Cluster, pipeline: &P) -> Self {
        let runner = &cluster.runner;
        let unit = runner.record_input(pipeline).map(|input| Unit {
            run: RunId::generate().to_string(),
            pipeline: P::NAME.to_owned(),
            definition: runner.definition_hash::<P>(),
            input: (*input).to_owned(),
            tag: None,
            item: None,
        });
        let unit = unit.map_err(|error| {
            let message = format!("the input of `{}` cannot be recorded", P::NAME);
            ClusterError::new(ClusterErrorKind::Invalid, message).with_source(error)
        });
        Self { cluster: cluster.clone(), unit }
    }

    /// Sets the id of the run. The default is a new ULID.
    pub fn run_id(mut self, id: impl Into<RunId>) -> Self {
        let id = id.into().to_string();
        self.unit = self.unit.and_then(|unit| {
            if id.is_empty() {
                let message = "the id of the run is empty\nhelp: leave out `run_id` for a generated id";
                return Err(ClusterError::new(ClusterErrorKind::Invalid, message));
            }
            Ok(Unit { run: id, ..unit })
        });
        self
    }

    /// Sets a tag by which the run log can be filtered.
    pub fn tag(mut self, tag: impl Into<String>) -> Self {
        self.unit = self.unit.map(|unit| Unit { tag: Some(tag.into()), ..unit });
        self
    }

    async fn start(self) -> Result<Started, ClusterError> {
        let Self { cluster, unit } = self;
        let unit = unit?;
        let (run_id, is_new) = (
            unit.run.clone(),
            match cluster.engine.events().place(&unit).await? {
                Order::New => {
                    cluster.engine.submit(&unit).await?;
                    true
                }
                Order::Known(known) => {
                    if known.pipeline != unit.pipeline || known.input.get() != unit.input.get() {
                        let message = format!(
                            "a run `{}` exists with another pipeline or another input\nhelp: choose another id",
                            unit.run
                        );
                        return Err(ClusterError::new(ClusterErrorKind::Exists, message));
                    }
                    // The first attempt may have died before it reached the engine. The run stays with the build that it began on.
                    // The engine forgets runs that have ended, and would run them again.
                    if !cluster.has_ended(&known.run).await? {
                        cluster.engine.submit(&known).await?;
                    }
                    false
                }
            },
        );
        Ok(Started { run_id, is_new })
    }
}

impl IntoFuture for StartRun {
    type Output = Result<Started, ClusterError>;
    type IntoFuture = Pin<Box<dyn Future<Output = Self::Output> + Send>>;

    fn into_future(self) -> Self::IntoFuture {
        Box::pin(self.start())
    }
}

impl fmt::Debug for StartRun {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("StartRun").finish_non_exhaustive()
    }
}
