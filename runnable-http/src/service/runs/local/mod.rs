//! Runs in this process.

mod active_runs;
mod auto_resume;
mod launch;
mod local_runs;
mod workers;

pub(super) use self::active_runs::ActiveRun;
#[cfg(feature = "cluster")]
pub(super) use self::local_runs::end_reason;
pub(in crate::service) use self::local_runs::{LocalOptions, LocalRuns};
