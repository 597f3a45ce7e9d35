//! Units on Restate: a run is an invocation, and its journal is a plain sequence of parts.

mod admin;
mod http;
mod ingress;
mod live;
mod register;
mod restate;
mod server;
mod service;

pub(crate) use self::restate::Restate;
