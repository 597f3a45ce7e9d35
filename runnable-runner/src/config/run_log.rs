//! The section `[run-log]`.

use super::{Location, fields};
use runnable_graph::__private::did_you_mean;
use runnable_store::Durability;
use serde::Deserialize;
use std::{fmt, path::PathBuf, str::FromStr, time::Duration};

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

/// Location of a run log.
///
/// # Examples
/// ```
/// use runnable::runner::RunLogUrl;
///
/// assert_eq!("none".parse(), Ok(RunLogUrl::None));
/// assert_eq!("sqlite:runs.db".parse(), Ok(RunLogUrl::Sqlite("runs.db".into())));
/// assert_eq!("runs.db".parse(), Ok(RunLogUrl::Sqlite("runs.db".into())));
///
/// let shared: RunLogUrl = "postgres://me:secret@host/runs".parse()?;
/// assert_eq!(shared.to_string(), "postgres://me:***@host/runs");
/// # Ok::<(), String>(())
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
#[non_exhaustive]
pub enum RunLogUrl {
    /// `none`: runs are not recorded.
    #[default]
    None,
    /// `memory:`: in the memory of the process.
    Memory,
    /// `sqlite:path` or a path: in an `SQLite` file, which is created if it does not exist. Needs the feature `sqlite`.
    Sqlite(PathBuf),
    /// `postgres://..`: in a PostgreSQL database. Needs the feature `postgres`.
    Postgres(Location),
}

impl FromStr for RunLogUrl {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        const EXPECTED: &str = "expected `none`, `memory:`, `sqlite:path`, a path or `postgres://..`";
        let scheme = text.split_once(':').map(|(scheme, _)| scheme).filter(|scheme| scheme.len() > 1);
        match (text, scheme) {
            ("none", _) => Ok(Self::None),
            ("memory:", _) => Ok(Self::Memory),
            ("memory" | "sqlite::memory:", _) => Err(format!("{EXPECTED}; did you mean `memory:`?")),
            ("" | "sqlite:" | "sqlite://", _) => Err(format!("{EXPECTED}, found an empty path")),
            (_, Some("sqlite")) => {
                let path = text.trim_start_matches("sqlite:");
                Ok(Self::Sqlite(path.strip_prefix("//").unwrap_or(path).into()))
            }
            (_, Some("postgres" | "postgresql")) => Ok(Self::Postgres(Location::new(text))),
            // A single letter before a colon is a drive; a colon after a slash is part of a name.
            (_, Some(scheme)) if scheme.chars().all(|char| char.is_ascii_alphanumeric() || "+-.".contains(char)) => {
                let help = did_you_mean(scheme, ["memory", "sqlite", "postgres"]);
                let help = help.map_or_else(String::new, |help| format!("; {help}"));
                Err(format!("{EXPECTED}, found a URL of `{scheme}`{help}"))
            }
            _ => Ok(Self::Sqlite(text.into())),
        }
    }
}

impl TryFrom<String> for RunLogUrl {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        text.parse()
    }
}

/// Hides the password.
impl fmt::Display for RunLogUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::None => f.write_str("none"),
            Self::Memory => f.write_str("memory:"),
            Self::Sqlite(path) => write!(f, "sqlite:{}", path.display()),
            Self::Postgres(url) => url.fmt(f),
        }
    }
}
