//! The section `[run-log]`.

use super::{RunLogUrl, fields};
use runnable_store::Durability;
use serde::Deserialize;
use std::time::Duration;

/// `[run-log]`: where and how runs are recorded.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case", expecting = "a section with keys and their values")]
#[non_exhaustive]
pub struct RunLogConfig {
    /// Location of the run log. By default runs are not recorded.
    pub url: RunLogUrl,
    /// Durability of steps. The default is [`Durability::Step`].
    #[serde(deserialize_with = "fields::durability")]
    pub durability: Durability,
    /// Protection against a loss of power, in `SQLite`. The default is [`Synchronous::Normal`].
    pub synchronous: Synchronous,
    /// Time without a sign of life after which the runs of a process count as interrupted. The default is 10 s.
    #[serde(deserialize_with = "fields::positive_duration")]
    pub lease: Duration,
    /// Time for which runs wait for a database that is busy or, in PostgreSQL, cannot be reached. The default is one minute.
    #[serde(deserialize_with = "fields::duration")]
    pub patience: Duration,
    /// Time after the end of a run at which its log is compacted, which saves space and keeps every event. Never by default.
    #[serde(deserialize_with = "fields::optional_duration")]
    pub compact_after: Option<Duration>,
    /// Time after the end of a run at which it is deleted from the log. Never by default.
    #[serde(deserialize_with = "fields::optional_duration")]
    pub prune_after: Option<Duration>,
    /// Records the version and the commit of the code with each run. The default is true.
    pub code_identity: bool,
    /// Reads each recorded input and return value back and compares it. The default is true with the feature `test`, and false
    /// otherwise.
    pub verify: bool,
}

impl Default for RunLogConfig {
    fn default() -> Self {
        Self {
            url: RunLogUrl::default(),
            durability: Durability::default(),
            synchronous: Synchronous::default(),
            lease: Duration::from_secs(10),
            patience: Duration::from_mins(1),
            compact_after: None,
            prune_after: None,
            code_identity: true,
            verify: runnable_core::recording::VERIFY,
        }
    }
}

/// Protection of recorded steps against a loss of power, in `SQLite`. Both modes survive the death of the process.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Synchronous {
    /// The file stays consistent; the last steps may be lost.
    #[default]
    Normal,
    /// No step is lost; every step waits for the disk.
    Full,
}
