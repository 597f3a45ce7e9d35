//! Reads and describes the configuration of a runner.

mod builder;
mod error;
mod fields;
mod layer;
mod location;
mod run_log;
mod sections;
mod variables;

pub use builder::ConfigBuilder;
pub use error::{ConfigError, ConfigProblem};
pub use location::Location;
pub use run_log::{RunLogConfig, RunLogUrl, Synchronous};
pub use sections::{CatalogConfig, ExecutorConfig, RetryConfig, SecretProvider, SecretsConfig};

use crate::Environment;
use serde::Deserialize;
use std::path::Path;

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
}

impl Config {
    /// Reads the file at `path` (`.toml`, `.yaml` or `.yml`) and the environment variables of this process.
    ///
    /// # Errors
    /// Returns every problem in the file and the variables, with its file, line and key.
    pub fn from_file(path: impl AsRef<Path>) -> Result<Self, ConfigError> {
        Self::builder().file(path).environment(&Environment::process()).build()
    }

    /// Reads the environment variables of this process.
    ///
    /// # Errors
    /// Returns every problem in the variables.
    pub fn from_environment() -> Result<Self, ConfigError> {
        Self::builder().environment(&Environment::process()).build()
    }

    /// Starts with the defaults.
    pub fn builder() -> ConfigBuilder {
        ConfigBuilder::default()
    }
}
