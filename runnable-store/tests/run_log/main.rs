//! What every run log does, and what each of them does besides.

mod conformance;
#[cfg(feature = "sqlite")]
mod following;
mod journal;
#[cfg(feature = "sqlite")]
mod processes;
#[cfg(feature = "sqlite")]
mod sqlite;
mod support;

#[cfg(feature = "postgres")]
mod postgres;
