//! Runs that are configured, given their parameters by name, and recorded.
//!
//! - [`Config`]: what a program leaves to its files and its environment;
//! - [`Parameters`]: the values for the inputs of a pipeline, by name.

mod attach;
mod begin;
mod builder;
mod config;
mod definition;
mod document;
mod environment;
mod history;
mod identity;
mod parameters;
mod recorder;
mod request;
mod runner;
mod suggest;

pub use builder::{BuildError, RunnerBuilder};
pub use request::{Fresh, Resumed, RunRequest, Runnable};
pub use runner::Runner;

pub use config::{
    CatalogConfig, Config, ConfigBuilder, ConfigError, ConfigProblem, Durability, ExecutorConfig, Location,
    RetryConfig, RunLogConfig, RunLogUrl, SecretProvider, SecretsConfig, Synchronous,
};
pub use document::FileError;
pub use environment::Environment;
pub use parameters::Parameters;
#[cfg(feature = "schema")]
pub use runnable_core::input::{Described, EventSchema, InputSchema};
pub use runnable_core::input::{
    FromParameters, Given, InvalidParameter, InvalidParameterKind, InvalidParameters, Origin, ParameterInfo,
    ParameterKind, Resources, Source,
};

/// What expansions call. Not covered by semantic versioning.
#[doc(hidden)]
pub mod __private {
    pub use crate::identity::code_identity;
}
