//! The source of a service's runs.

#[cfg(feature = "cluster")]
use super::runs::ClusterRuns;
use super::runs::{Backend, LocalOptions, LocalRuns};
#[cfg(feature = "cluster")]
use runnable_cluster::Cluster;
use runnable_runner::Runner;
use std::{fmt, sync::Arc};

/// The source of a [`Service`](crate::Service)'s runs: a [`Runner`], whose runs are in this process, or with the feature `cluster`
/// a `Cluster`, whose runs are on its workers.
pub struct RunSource(Kind);

enum Kind {
    Process(Runner),
    #[cfg(feature = "cluster")]
    Cluster(Cluster),
}

impl RunSource {
    /// Returns the runner that reads inputs and knows the secrets.
    pub(super) fn runner(&self) -> &Runner {
        match &self.0 {
            Kind::Process(runner) => runner,
            #[cfg(feature = "cluster")]
            Kind::Cluster(cluster) => cluster.runner(),
        }
    }

    pub(super) fn into_backend(self, options: LocalOptions) -> Arc<dyn Backend> {
        match self.0 {
            Kind::Process(runner) => Arc::new(LocalRuns::new(runner, options)),
            #[cfg(feature = "cluster")]
            Kind::Cluster(cluster) => Arc::new(ClusterRuns::new(cluster)),
        }
    }
}

impl From<Runner> for RunSource {
    fn from(runner: Runner) -> Self {
        Self(Kind::Process(runner))
    }
}

#[cfg(feature = "cluster")]
impl From<Cluster> for RunSource {
    fn from(cluster: Cluster) -> Self {
        Self(Kind::Cluster(cluster))
    }
}

impl fmt::Debug for RunSource {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RunSource").finish_non_exhaustive()
    }
}
