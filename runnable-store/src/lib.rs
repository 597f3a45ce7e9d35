//! What survives a run: its log, and the files that it made.
//!
//! Users depend on the `runnable` crate, which re-exports it as `runnable::store`.

pub mod catalog;
mod error;
mod event_stream;
mod journal;
mod log_event;
mod memory;
mod records;
mod run_log;
pub mod secrets;

#[cfg(any(feature = "sqlite", feature = "postgres"))]
mod entries;
#[cfg(feature = "postgres")]
mod postgres;
#[cfg(any(feature = "sqlite", feature = "postgres"))]
mod rows;
#[cfg(feature = "sqlite")]
mod sqlite;

pub use error::{StoreError, StoreErrorKind};
pub use event_stream::{EventStream, OverflowPolicy};
pub use journal::{Durability, Journal, JournalOptions, Recording, Ticket};
pub use log_event::{LogEvent, RunEvent};
pub use memory::MemoryLog;
#[cfg(feature = "postgres")]
pub use postgres::PostgresLog;
pub use records::{
    ArtifactRecord, CodeIdentity, EventRecord, Json, NewRun, RunRecord, RunStatus, StepRecord, StepStatus, Write,
    Writes, json,
};
pub use run_log::{BoxFuture, RunFilter, RunLog};
#[cfg(feature = "sqlite")]
pub use sqlite::{SqliteLog, SqliteOptions};

/// Now, in milliseconds since the Unix epoch.
fn now() -> i64 {
    let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH);
    since.map_or(0, |since| i64::try_from(since.as_millis()).unwrap_or(i64::MAX))
}
