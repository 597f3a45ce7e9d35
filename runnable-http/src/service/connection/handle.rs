//! Stopping the runs of a service.

use crate::service::runs::ServiceState;
use std::{fmt, sync::Arc, time::Duration};

/// Stops the runs of a [`Service`](crate::Service) whose routes are part of another server.
#[derive(Clone)]
pub struct ServiceHandle {
    state: Arc<ServiceState>,
    drain: Duration,
}

impl ServiceHandle {
    pub(in crate::service) fn new(state: Arc<ServiceState>, drain: Duration) -> Self {
        Self { state, drain }
    }

    /// Stops the service: starts no more runs, waits for active runs as long as [`Service::drain`](crate::Service::drain)
    /// allows, leaves the others to be resumed, and disconnects readers. The runner records nothing afterwards.
    pub async fn shutdown(&self) {
        self.state.shutdown(self.drain).await;
    }
}

impl fmt::Debug for ServiceHandle {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ServiceHandle").field("drain", &self.drain).finish_non_exhaustive()
    }
}
