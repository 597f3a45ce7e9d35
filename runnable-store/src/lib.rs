//! What survives a run: its log, and the files that it made.
//!
//! Users depend on the `runnable` crate, which re-exports it as `runnable::store`.

mod error;
mod files;
mod log;
pub mod secrets;

#[doc = include_str!("docs/catalog.md")]
pub mod catalog {
    pub use crate::files::{Blob, BlobStream, Catalog, CatalogStore, Found, Opened, Records, RunFiles, Workspace};
}

pub use error::{StoreError, StoreErrorKind};
pub use log::api::{
    ArtifactRecord, BoxFuture, CodeIdentity, EventRecord, Json, NewRun, RunFilter, RunLog, RunRecord, RunStatus,
    StepRecord, StepStatus, Write, Writes, json,
};
pub use log::journal::{
    Durability, EventStream, Journal, JournalOptions, LogEvent, OverflowPolicy, Recording, RunEvent, Ticket,
};
pub use log::memory::MemoryLog;
#[cfg(feature = "postgres")]
pub use log::postgres::PostgresLog;
#[cfg(feature = "sqlite")]
pub use log::sqlite::{SqliteLog, SqliteOptions};

pub use runnable_wire::{EventType, Kind};

/// Now, in milliseconds since the Unix epoch.
fn now() -> i64 {
    let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH);
    since.map_or(0, |since| i64::try_from(since.as_millis()).unwrap_or(i64::MAX))
}
