//! `[run-log]`.

use super::{Location, fields};
use crate::suggest::did_you_mean;
use serde::Deserialize;
use std::{fmt, path::PathBuf, str::FromStr, time::Duration};

/// `[run-log]`: where and how runs are recorded.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case", expecting = "a section with keys and their values")]
#[non_exhaustive]
pub struct RunLogConfig {
    /// Where runs are recorded. By default they are not.
    pub url: RunLogUrl,
    /// What is durable before a run goes on. The default is [`Durability::Step`].
    pub durability: Durability,
    /// What survives a loss of power, in `SQLite`. The default is [`Synchronous::Normal`].
    pub synchronous: Synchronous,
    /// How long a process may be silent before its runs count as interrupted. The default is 10 s.
    #[serde(deserialize_with = "fields::positive_duration")]
    pub lease: Duration,
    /// How long after its end a run is compacted. Never by default.
    #[serde(deserialize_with = "fields::optional_duration")]
    pub compact_after: Option<Duration>,
    /// How long after its end a run is deleted. Never by default.
    #[serde(deserialize_with = "fields::optional_duration")]
    pub prune_after: Option<Duration>,
    /// Whether a run records the version and the commit of the code that runs. The default is true.
    pub code_identity: bool,
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
        }
    }
}

/// What is durable before a run goes on.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Durability {
    /// A step is durable before the next one begins.
    #[default]
    Step,
    /// Steps are written soon after; the last ones may be lost in a crash, and are then run again.
    Relaxed,
}

/// What survives a loss of power, in `SQLite`. Both survive the death of the process.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Synchronous {
    /// The file stays whole; the last steps may be lost.
    #[default]
    Normal,
    /// Everything; each step waits for the disk.
    Full,
}

/// Where runs are recorded.
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
    /// `none`: nowhere.
    #[default]
    None,
    /// `memory:`: in the process, and lost with it.
    Memory,
    /// `sqlite:path`, or the path alone: in a file of `SQLite`, which is made where there is none.
    Sqlite(PathBuf),
    /// `postgres://..`: in a database of Postgres.
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
            ("" | "sqlite:" | "sqlite://", _) => Err(format!("{EXPECTED}, found no path")),
            (_, Some("sqlite")) => {
                let path = text.trim_start_matches("sqlite:");
                Ok(Self::Sqlite(path.strip_prefix("//").unwrap_or(path).into()))
            }
            (_, Some("postgres" | "postgresql")) => Ok(Self::Postgres(Location::new(text))),
            // A letter and a colon are a drive, and a colon after a slash is part of a name.
            (_, Some(scheme)) if scheme.chars().all(|char| char.is_ascii_alphanumeric() || "+-.".contains(char)) => {
                let help = did_you_mean(scheme, ["memory", "sqlite", "postgres"]);
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

/// Without the password.
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
