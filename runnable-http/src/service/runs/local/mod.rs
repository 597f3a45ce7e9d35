//! Runs in this process.

mod active_runs;
mod auto_resume;
mod launch;
mod local_runs;
mod workers;

pub(super) use self::active_runs::ActiveRun;
pub(in crate::service) use self::local_runs::{LocalOptions, LocalRuns};
