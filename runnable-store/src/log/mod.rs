//! Run logs: the interface, its implementations, and the journal that writes to them.
//!
//! `api` is the interface. `memory`, `sqlite` and `postgres` implement it; the databases share the format of `entries`.
//! `journal` records the runs of a process through the interface.

pub(crate) mod api;
#[cfg(any(feature = "sqlite", feature = "postgres"))]
mod clock;
pub(crate) mod entries;
pub(crate) mod journal;
pub(crate) mod memory;
#[cfg(any(feature = "sqlite", feature = "postgres"))]
mod migrations;
#[cfg(feature = "postgres")]
pub(crate) mod postgres;
#[cfg(feature = "sqlite")]
pub(crate) mod sqlite;
