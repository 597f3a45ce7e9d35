#![doc = include_str!("docs/crate.md")]

mod client;
mod engine;
mod error;
mod host;
mod jetstream;
mod nats;
mod patience;
mod restate;
mod unit;
mod worker;

pub use client::{Cluster, ClusterEvent, ClusterEvents, ClusterRun, StartRun, Started};
pub use error::{ClusterError, ClusterErrorKind};
pub use worker::Worker;
