//! What a program leaves to its files and its environment.

mod builder;
mod error;
mod fields;
mod layer;
mod location;
mod run_log;
mod secrets;

pub use builder::ConfigBuilder;
pub use error::{ConfigError, ConfigProblem};
pub use location::Location;
pub use run_log::{Durability, RunLogConfig, RunLogUrl, Synchronous};
pub use secrets::{SecretProvider, SecretsConfig};

use crate::Environment;
use serde::Deserialize;
use std::{
    num::{NonZeroU32, NonZeroUsize},
    path::{Path, PathBuf},
    time::Duration,
};

#[doc = include_str!("../docs/configuration.md")]
#[derive(Debug, Clone, Default, PartialEq, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case", expecting = "a section with keys and their values")]
#[non_exhaustive]
pub struct Config {
    /// `[run-log]`: where and how runs are recorded.
    pub run_log: RunLogConfig,
    /// `[catalog]`: where files that runs make are kept.
    pub catalog: CatalogConfig,
    /// `[secrets]`: where secrets come from.
    pub secrets: SecretsConfig,
    /// `[executor]`: what runs may take.
    pub executor: ExecutorConfig,
    /// `[retry]`: what a task's `retry` does not say.
    pub retry: RetryConfig,
}

impl Config {
    /// The defaults, the file at `path` (TOML or YAML, by the end of its name), and the variables of this process.
    ///
    /// # Errors
    /// Everything that is wrong in the file and in the variables, by file, line and key.
    pub fn from_file(path: impl AsRef<Path>) -> Result<Self, ConfigError> {
        Self::builder().file(path).environment(&Environment::process()).build()
    }

    /// The defaults and the variables of this process.
    ///
    /// # Errors
    /// Everything that is wrong in the variables.
    pub fn from_environment() -> Result<Self, ConfigError> {
        Self::builder().environment(&Environment::process()).build()
    }

    /// Starts with the defaults alone.
    pub fn builder() -> ConfigBuilder {
        ConfigBuilder::default()
    }
}

/// `[catalog]`: where files that runs make are kept.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case", expecting = "a section with keys and their values")]
#[non_exhaustive]
pub struct CatalogConfig {
    /// A folder, or the URL of an object store. The default is the folder `.catalog`.
    pub url: Location,
    /// The folder that names of files are relative to. The default is `.`, the folder that the program runs in.
    #[serde(deserialize_with = "fields::path")]
    pub workspace: PathBuf,
}

impl Default for CatalogConfig {
    fn default() -> Self {
        Self { url: Location::new(".catalog"), workspace: PathBuf::from(".") }
    }
}

/// `[executor]`: what runs may take.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case", expecting = "a section with keys and their values")]
#[non_exhaustive]
pub struct ExecutorConfig {
    /// How many runs may go on at a time; the next ones wait. Without a limit by default.
    #[serde(deserialize_with = "fields::optional_count")]
    pub max_runs: Option<NonZeroUsize>,
    /// How many events a run keeps for a reader that is behind. The default is 1024.
    #[serde(deserialize_with = "fields::count")]
    pub event_capacity: NonZeroUsize,
}

impl Default for ExecutorConfig {
    fn default() -> Self {
        const CAPACITY: NonZeroUsize = NonZeroUsize::new(1024).unwrap();
        Self { max_runs: None, event_capacity: CAPACITY }
    }
}

/// `[retry]`: what a task's `retry` does not say.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case", expecting = "a section with keys and their values")]
#[non_exhaustive]
pub struct RetryConfig {
    /// How many attempts there are in all, where a task says `retry` alone. The default is 3.
    #[serde(deserialize_with = "fields::count")]
    pub attempts: NonZeroU32,
    /// The delay before the second attempt, which then doubles up to a minute, where a task says no `backoff`. The default is
    /// 100 ms.
    #[serde(deserialize_with = "fields::duration")]
    pub backoff: Duration,
}

impl Default for RetryConfig {
    fn default() -> Self {
        const ATTEMPTS: NonZeroU32 = NonZeroU32::new(3).unwrap();
        Self { attempts: ATTEMPTS, backoff: Duration::from_millis(100) }
    }
}
