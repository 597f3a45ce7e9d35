//! The resources of a service.

mod accept;
mod agents;
mod cursor;
mod events;
mod fork;
mod graph;
mod health;
#[cfg(feature = "metrics")]
mod metrics;
mod multi_run_session;
mod pipelines;
mod query;
mod request;
mod router;
mod runs;
mod socket;
mod start;
mod steps;
mod table;
mod time;
mod values;

pub(super) use self::router::{router, whole_router};
