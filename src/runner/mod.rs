//! Runs that are configured, given their parameters by name, and recorded.
//!
//! - [`Config`]: what a program leaves to its files and its environment;
//! - [`Parameters`]: the values for the inputs of a pipeline, by name.

mod config;
mod document;
mod environment;
mod nearest;
mod params;

pub use config::{
    CatalogConfig, Config, ConfigBuilder, ConfigError, ConfigProblem, Durability, ExecutorConfig, Location,
    RetryConfig, RunLogConfig, RunLogUrl, SecretProvider, SecretsConfig, Synchronous,
};
pub use document::FileError;
pub use environment::Environment;
pub use params::Parameters;
pub use runnable_core::input::{
    FromParameters, Given, InvalidParameter, InvalidParameterKind, InvalidParameters, Origin, ParameterInfo,
    ParameterKind, Resources, Source,
};
