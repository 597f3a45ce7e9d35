//! The configuration and its sections, except `[run-log]` and those of a cluster.

use super::{EngineConfig, EventsConfig, Location, RunLogConfig, fields};
use serde::Deserialize;
use std::{
    num::{NonZeroU32, NonZeroUsize},
    path::PathBuf,
    time::Duration,
};

#[doc = include_str!("../docs/configuration.md")]
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case", expecting = "a section with keys and their values")]
#[non_exhaustive]
pub struct Config {
    /// `[run-log]`: where and how runs are recorded.
    pub run_log: RunLogConfig,
    /// `[catalog]`: where the files of runs are stored.
    pub catalog: CatalogConfig,
    /// `[secrets]`: where secrets are looked up.
    pub secrets: SecretsConfig,
    /// `[executor]`: limits on runs.
    pub executor: ExecutorConfig,
    /// `[retry]`: defaults for tasks with `retry`.
    pub retry: RetryConfig,
    /// `[engine]`: the durable engine of a cluster.
    pub engine: EngineConfig,
    /// `[events]`: the servers that carry the events of a cluster.
    pub events: EventsConfig,
}

/// `[catalog]`: where the files of runs are stored.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case", expecting = "a section with keys and their values")]
#[non_exhaustive]
pub struct CatalogConfig {
    /// Directory or object store URL. The default is the directory `.catalog`.
    pub url: Location,
    /// Directory that file names are relative to. The default is `.`, the working directory of the process.
    #[serde(deserialize_with = "fields::path")]
    pub workspace: PathBuf,
}

impl Default for CatalogConfig {
    fn default() -> Self {
        Self { url: Location::new(".catalog"), workspace: PathBuf::from(".") }
    }
}

/// `[secrets]`: where secrets are looked up.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case", expecting = "a section with keys and their values")]
#[non_exhaustive]
pub struct SecretsConfig {
    /// Providers in the order in which they are asked; the first that has a secret wins. The default is
    /// [`SecretProvider::Env`] alone.
    #[serde(rename = "provider", deserialize_with = "fields::one_or_more")]
    pub providers: Vec<SecretProvider>,
    /// File of [`SecretProvider::Dotenv`]. The default is `.env`.
    #[serde(deserialize_with = "fields::path")]
    pub file: PathBuf,
    /// Directory of [`SecretProvider::Directory`]. The default is `/run/secrets`.
    #[serde(deserialize_with = "fields::path")]
    pub directory: PathBuf,
    /// Prefix that [`SecretProvider::Env`] adds to the name of a variable. Empty by default.
    pub prefix: String,
}

impl Default for SecretsConfig {
    fn default() -> Self {
        Self {
            providers: vec![SecretProvider::Env],
            file: PathBuf::from(".env"),
            directory: PathBuf::from("/run/secrets"),
            prefix: String::new(),
        }
    }
}

/// A place where secrets are looked up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum SecretProvider {
    /// Environment variables.
    Env,
    /// A file with lines of the form `NAME=value`.
    Dotenv,
    /// A directory with a file for each secret.
    Directory,
}

/// `[executor]`: limits on runs.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case", expecting = "a section with keys and their values")]
#[non_exhaustive]
pub struct ExecutorConfig {
    /// Number of runs that may be active at a time; further runs wait. Unlimited by default.
    #[serde(deserialize_with = "fields::optional_count")]
    pub max_runs: Option<NonZeroUsize>,
    /// Number of events that are kept in memory for readers of a recorded run that lag behind. The default is 1024.
    #[serde(deserialize_with = "fields::count")]
    pub event_capacity: NonZeroUsize,
}

impl Default for ExecutorConfig {
    fn default() -> Self {
        const CAPACITY: NonZeroUsize = NonZeroUsize::new(1024).unwrap();
        Self { max_runs: None, event_capacity: CAPACITY }
    }
}

/// `[retry]`: defaults for tasks with `retry`.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case", expecting = "a section with keys and their values")]
#[non_exhaustive]
pub struct RetryConfig {
    /// Number of attempts in all for a task that says `retry` without a number. The default is 3.
    #[serde(deserialize_with = "fields::count")]
    pub attempts: NonZeroU32,
    /// Delay before the second attempt of a task that does not set `backoff`. It doubles with each attempt, up to a
    /// minute. The default is 100 ms.
    #[serde(deserialize_with = "fields::duration")]
    pub backoff: Duration,
}

impl Default for RetryConfig {
    fn default() -> Self {
        const ATTEMPTS: NonZeroU32 = NonZeroU32::new(3).unwrap();
        Self { attempts: ATTEMPTS, backoff: Duration::from_millis(100) }
    }
}
