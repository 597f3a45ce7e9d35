//! Reads and describes the configuration of a runner.

mod builder;
mod cluster;
mod cluster_url;
mod error;
mod fields;
mod layer;
mod run_log;
mod sections;
mod variables;

pub use builder::ConfigBuilder;
pub use cluster::{EngineConfig, EventsConfig};
pub use cluster_url::{EngineUrl, EventsUrl, HttpUrl};
pub use error::{ConfigError, ConfigProblem};
pub use run_log::{RunLogConfig, Synchronous};
pub use runnable_store::{Location, RunLogUrl};
pub use sections::{CatalogConfig, Config, ExecutorConfig, RetryConfig, SecretProvider, SecretsConfig};
