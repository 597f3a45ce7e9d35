//! Clients: processes that start, follow and cancel runs.

mod cluster;
mod event;
mod list;
mod number;
mod numbered;
mod records;
mod start;

pub use self::{
    cluster::Cluster,
    event::{ClusterEvent, ClusterEvents},
    list::ClusterRun,
    start::{StartRun, Started},
};
