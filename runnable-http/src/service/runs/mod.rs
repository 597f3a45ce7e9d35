//! The runs of a service: starting, finding, following and resuming them.

mod address;
mod backend;
#[cfg(feature = "cluster")]
mod cluster;
mod conversation;
mod find;
mod graph;
mod large;
mod local;
mod log_stream;
mod pipeline;
mod sent_event;
mod start;
mod state;
mod truncate;

#[cfg(feature = "cluster")]
pub(super) use self::cluster::ClusterRuns;
pub(super) use self::{
    address::RunAddress,
    backend::Backend,
    conversation::Conversation,
    find::{all_read, cancel, visible, visible_whole},
    graph::graph_of,
    large::{LargeValues, Room, SMALL},
    local::{LocalOptions, LocalRuns},
    log_stream::LogStream,
    pipeline::{Assumptions, Launch, ServedPipeline},
    sent_event::SentEvent,
    start::{RequestedRun, check_key},
    state::{ServiceLimits, ServiceState},
    truncate::{error_or_cut, value_or_mark},
};
