//! A server of recorded runs.

mod access;
mod builder;
mod connection;
mod openapi;
mod routes;
mod runs;
mod serve;
mod source;

pub use self::{
    access::Visibility,
    builder::{Service, service},
    connection::ServiceHandle,
    source::RunSource,
};
