//! Runs that are configured, given their parameters by name, and recorded.
//!
//! - [`Config`]: what a program leaves to its files and its environment;
//! - [`Parameters`]: the values for the inputs of a pipeline, by name.

mod begin;
mod builder;
mod config;
mod definition;
mod document;
mod environment;
mod furnish;
mod handle;
mod identity;
mod keeper;
mod nearest;
mod params;
mod past;
mod start;
mod watcher;

pub use builder::{BuildError, RunnerBuilder};
pub use handle::Runner;
pub use identity::code_identity;
pub use start::{Fresh, Resumed, RunRequest, Runnable};

pub use config::{
    CatalogConfig, Config, ConfigBuilder, ConfigError, ConfigProblem, Durability, ExecutorConfig, Location,
    RetryConfig, RunLogConfig, RunLogUrl, SecretProvider, SecretsConfig, Synchronous,
};
pub use document::FileError;
pub use environment::Environment;
pub use params::Parameters;
#[cfg(feature = "schema")]
pub use runnable_core::input::{Described, EventSchema, InputSchema};
pub use runnable_core::input::{
    FromParameters, Given, InvalidParameter, InvalidParameterKind, InvalidParameters, Origin, ParameterInfo,
    ParameterKind, Resources, Source,
};
