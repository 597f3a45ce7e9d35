//! A server of recorded runs.

mod access;
mod builder;
mod connection;
mod routes;
mod runs;
mod serve;

pub use self::{
    access::Visibility,
    builder::{Service, service},
    connection::ServiceHandle,
};
