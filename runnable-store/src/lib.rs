//! Run logs, the catalog of files, and secrets for runnable's pipelines.
//!
//! - A [`RunLog`] records runs, their steps and their events: [`MemoryLog`], `SqliteLog` or `PostgresLog`.
//! - The module `catalog` keeps the files that runs put and get.
//! - The module [`secrets`] finds values that must not be printed or recorded.
//!
//! Users depend on the `runnable` crate, which re-exports this crate as `runnable::store`.
//!
//! # Features
//!
//! No feature is on by default; the `runnable` crate turns on `sqlite` by default.
//!
//! | Feature    | Adds                                                              |
//! | ---------- | ----------------------------------------------------------------- |
//! | `sqlite`   | `SqliteLog`: a run log in a file                                  |
//! | `postgres` | `PostgresLog`: a run log in a database that several hosts share   |
//! | `files`    | `catalog`: files in a folder, in memory, or in any object store   |
//! | `s3`       | Catalogs at `s3://bucket/prefix`; turns on `files`                |

mod error;
#[cfg(feature = "files")]
mod files;
mod location;
mod log;
pub mod secrets;
mod time;

#[cfg(feature = "files")]
pub mod catalog {
    #![doc = include_str!("docs/catalog.md")]

    pub use crate::files::{Blob, BlobStream, Catalog, CatalogStore, Found, Opener, Records, RunFiles, Workspace};
}

pub use error::{StoreError, StoreErrorKind};
pub use location::{Location, RunLogOptions, RunLogUrl};
#[cfg(feature = "postgres")]
pub use log::postgres::{PostgresLog, PostgresOptions};
#[cfg(feature = "sqlite")]
pub use log::sqlite::{SqliteLog, SqliteOptions};
pub use log::{
    api::{
        ArmRecord, ArtifactRecord, BoxFuture, CodeIdentity, EventRecord, HashedInput, Json, NewRun, RunCounts,
        RunFailure, RunFilter, RunLog, RunPast, RunProgress, RunRecord, RunStatus, RunSummary, StepCounts, StepFilter,
        StepPage, StepRecord, StepStatus, json,
    },
    journal::{Durability, EventStream, LogEvent, OverflowPolicy, RunEvent},
    memory::MemoryLog,
};
pub use runnable_wire::{EventType, Kind};

// The runner, the service and the cluster use these items. They are not part of the public API.
#[doc(hidden)]
pub use error::fmt_with_causes;
#[doc(hidden)]
pub use location::ViewLog;
#[doc(hidden)]
pub use log::{
    api::{JsonMembers, Write, Writes},
    entries::{entries_from_json, entries_to_json},
    journal::{Journal, JournalOptions, Receipt, RunWriter},
};
