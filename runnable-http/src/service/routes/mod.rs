//! The resources of a service.

mod cursor;
mod events;
mod multi_run_session;
mod pipelines;
mod request;
mod router;
mod runs;
mod socket;
mod values;

pub(super) use self::router::{not_found, router};
