//! The behaviour of all run logs, and of each run log alone.

mod conformance;
mod following;
mod journal;
mod locations;
mod processes;
mod read_only;
mod sqlite;
mod support;

#[cfg(feature = "postgres")]
mod bouncer;
#[cfg(feature = "postgres")]
mod postgres;
#[cfg(feature = "postgres")]
mod server;
