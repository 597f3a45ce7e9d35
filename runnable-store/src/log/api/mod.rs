//! The interface of a run log: the trait and the records.

mod records;
mod run_log;

pub use records::*;
pub use run_log::{BoxFuture, RunFilter, RunLog};
