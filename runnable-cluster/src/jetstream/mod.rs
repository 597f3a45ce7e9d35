//! The events of runs on NATS `JetStream`.
//!
//! A run has the subjects `<stream>.<run>.start`, whose only message is the order to run it, and `<stream>.<run>.events`, which
//! has one writer at a time: each message expects the number of the last. An item that runs as a unit of its own has a subject of
//! the same kind, `<stream>.<run>.items.<item>~<number>`.

mod batch;
mod connect;
mod follow;
mod orders;
mod progress;
mod publish;
mod settings;
mod subject;

pub(crate) use self::{connect::JetStream, follow::IDS, orders::Order, settings::open, subject::RequestError};
