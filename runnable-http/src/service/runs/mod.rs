//! The runs of a service: starting, finding, following and resuming them.

mod active_runs;
mod address;
mod auto_resume;
mod find;
mod large;
mod launch;
mod log_stream;
mod pipeline;
mod sent_event;
mod start;
mod state;
mod truncate;
mod workers;

pub(super) use self::{
    active_runs::ActiveRuns,
    address::RunAddress,
    find::{all_read, cancel, check_cursor, visible, visible_whole},
    large::{LargeValues, Room, SMALL},
    launch::launch,
    log_stream::LogStream,
    pipeline::{Assumptions, Launch, ServedPipeline},
    sent_event::SentEvent,
    start::{RequestedRun, check_key},
    state::{ServiceLimits, ServiceState},
    truncate::{error_or_cut, value_or_mark},
    workers::Workers,
};
