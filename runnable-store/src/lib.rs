//! What survives a run: its log, and the files that it made.
//!
//! Users depend on the `runnable` crate, which re-exports it as `runnable::store`.

mod error;
mod records;
mod run_log;

pub use error::{StoreError, StoreErrorKind};
pub use records::{
    ArtifactRecord, CodeIdentity, EventRecord, Json, NewRun, RunRecord, RunStatus, StepRecord, StepStatus, Write,
};
pub use run_log::{Boxed, RunFilter, RunLog};
