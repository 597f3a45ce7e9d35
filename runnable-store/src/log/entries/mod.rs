//! The rows of a run's log, which the SQL databases and the units of a cluster have in common.
//!
//! A row holds the entries that a run appended in one transaction, as a JSON list:
//!
//! ```json
//! ["event", at, ["path"], attempt, "type", data?]
//! ["events", at, ["path"], attempt, "type", [[at, data?]]]    consecutive events, merged by compaction
//! ["started", at, "path", attempt, inputs?]
//! ["inputs", at, "path", attempt, {"hashed": [{"name", "hash", "unordered"?, "size"}], "unchecked": ["name"]}]
//! ["arm", at, "path", choice, arm]
//! ["succeeded" | "failed" | "cancelled" | "interrupted" | "recovered", at, "path", attempt, [output?], [error?]]
//! ["put" | "get", at, "path", attempt, {"name", "hash", "size", "media_type"}]
//! ```
//!
//! `at` is a time in milliseconds since the Unix epoch.

#[cfg(any(feature = "sqlite", feature = "postgres"))]
mod check;
#[cfg(any(feature = "sqlite", feature = "postgres"))]
mod columns;
#[cfg(any(feature = "sqlite", feature = "postgres"))]
mod compact;
mod decode;
mod encode;
mod entry;
#[cfg(any(feature = "sqlite", feature = "postgres"))]
mod failure;
mod kind;
#[cfg(any(feature = "sqlite", feature = "postgres"))]
mod listing;
#[cfg(any(feature = "sqlite", feature = "postgres"))]
mod past;
#[cfg(any(feature = "sqlite", feature = "postgres"))]
mod plan;
#[cfg(any(feature = "sqlite", feature = "postgres"))]
mod read;
#[cfg(any(feature = "sqlite", feature = "postgres"))]
mod row;
#[cfg(any(feature = "sqlite", feature = "postgres"))]
mod rows;
#[cfg(any(feature = "sqlite", feature = "postgres"))]
mod tally;

#[cfg(any(feature = "sqlite", feature = "postgres"))]
pub(crate) use self::{
    check::Checker,
    columns::{count, log_row, next, optional_json, progress, run, summary},
    compact::compact,
    failure::Failure,
    listing::{Dialect, FEW, Selection, Statement, Value},
    past::Counted,
    plan::{Ended, LogEnd, OwnedRun, OwnedRuns, Plan, apply, first_rows},
    read::events,
    row::LogRow,
    rows::{RowText, RunRows},
};
pub use self::{decode::entries_from_json, encode::entries_to_json};
