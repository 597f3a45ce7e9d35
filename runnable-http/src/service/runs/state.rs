//! The state that all requests share.

use super::{
    backend::Backend,
    large::LargeValues,
    pipeline::{ChatToValues, ServedPipeline},
};
use crate::service::access::{AccessPolicy, Problem};
use runnable_runner::Runner;
use runnable_store::OverflowPolicy;
use std::{collections::BTreeMap, sync::Arc, time::Duration};
use tokio_util::sync::CancellationToken;

/// The state that all requests share.
pub(in crate::service) struct ServiceState {
    pub(in crate::service) backend: Arc<dyn Backend>,
    /// Reads inputs and knows the secrets.
    pub(in crate::service) runner: Runner,
    pub(in crate::service) pipelines: BTreeMap<&'static str, ServedPipeline>,
    /// `true` if interrupted runs continue without a request.
    pub(in crate::service) resumes_interrupted: bool,
    pub(in crate::service) access: AccessPolicy,
    pub(in crate::service) limits: ServiceLimits,
    pub(in crate::service) large: LargeValues,
    /// Cancelled when the service stops: no more runs start.
    pub(in crate::service) stopping: CancellationToken,
    /// Cancelled when active runs have had their time: readers are disconnected, and runs are left to be resumed.
    pub(in crate::service) stop: CancellationToken,
}

/// The limits of a service.
#[derive(Debug, Clone, Copy)]
pub(in crate::service) struct ServiceLimits {
    /// The size of a request's body, in bytes.
    pub(in crate::service) body: usize,
    /// The size of an event's data, and of a value in the record of a run, in bytes.
    pub(in crate::service) event: usize,
    /// The number of concurrent runs.
    pub(in crate::service) runs: usize,
    /// The number of concurrent connections.
    pub(in crate::service) connections: usize,
    /// The time for which a reader may read nothing of what was sent.
    pub(in crate::service) stalled: Duration,
    /// The time without events after which a comment is sent.
    pub(in crate::service) keep_alive: Duration,
    /// The treatment of readers that are slower than their run.
    pub(in crate::service) lagging: OverflowPolicy,
}

impl Default for ServiceLimits {
    fn default() -> Self {
        Self {
            body: 1024 * 1024,
            event: 256 * 1024,
            runs: 64,
            connections: 4096,
            stalled: Duration::from_secs(30),
            keep_alive: Duration::from_secs(15),
            lagging: OverflowPolicy::Block,
        }
    }
}

impl ServiceState {
    pub(in crate::service) fn pipeline(&self, name: &str) -> Result<&ServedPipeline, Problem> {
        self.pipelines.get(name).ok_or_else(Problem::no_pipeline)
    }

    /// Returns the input that a pipeline makes of a conversation.
    pub(in crate::service) fn agent(&self, name: &str) -> Result<ChatToValues, Problem> {
        self.pipelines.get(name).and_then(|pipeline| pipeline.chat).ok_or_else(Problem::no_agent)
    }

    /// Starts what the service does without a request.
    pub(in crate::service) fn begin(self: &Arc<Self>) {
        Arc::clone(&self.backend).begin(self);
    }

    /// Stops: waits up to `drain` for active runs and leaves the others to be resumed.
    pub(in crate::service) async fn shutdown(&self, drain: Duration) {
        self.stopping.cancel();
        self.backend.drain(drain).await;
        self.stop.cancel();
        self.backend.join().await;
    }
}
