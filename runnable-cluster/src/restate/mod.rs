//! Units on Restate: a run is an invocation, and its journal is a plain sequence of parts.

mod admin;
mod http;
mod ingress;
mod live;
mod register;
mod service;

pub(crate) use self::{admin::Admin, ingress::Ingress, register::register, service::endpoint};
