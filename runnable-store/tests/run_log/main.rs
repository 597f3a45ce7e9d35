//! What every run log does, and what each of them does besides.

mod conformance;
mod following;
mod journal;
mod processes;
mod sqlite;
mod support;

#[cfg(feature = "postgres")]
mod postgres;
#[cfg(feature = "postgres")]
mod server;
