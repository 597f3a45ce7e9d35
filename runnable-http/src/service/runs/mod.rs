//! The runs of a service: starting, finding, following and resuming them.

mod active_runs;
mod auto_resume;
mod find;
mod launch;
mod log_stream;
mod pipeline;
mod sent_event;
mod start;
mod state;
mod workers;

pub(super) use self::{
    active_runs::ActiveRuns,
    auto_resume::resume_all,
    find::{all_read, cancel, check_cursor, visible},
    launch::launch,
    log_stream::LogStream,
    pipeline::{Assumptions, Launch, ServedPipeline},
    sent_event::SentEvent,
    start::{RequestedRun, check_key},
    state::{ServiceLimits, ServiceState},
    workers::Workers,
};
