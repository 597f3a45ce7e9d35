//! Configured, recorded and resumable runs of `runnable`'s pipelines.
//!
//! Users depend on the `runnable` crate, which re-exports this crate as `runnable::runner` (feature `runner`).
//!
//! - [`Runner`] runs pipelines: [`run`](Runner::run), [`resume`](Runner::resume) and [`fork`](Runner::fork).
//! - [`Config`] reads files and environment variables; [`RunnerBuilder`] adds what only code can supply.
//! - [`Parameters`] supplies the inputs of a pipeline by name.
//!
//! # Examples
//! ```
//! use runnable::prelude::*;
//!
//! #[task(returns = [text])]
//! async fn shout(text: String) -> String {
//!     text.to_uppercase()
//! }
//!
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let runner = Runner::builder().run_log("memory:").build().await?;
//! let output = runner.run(Shout { text: "hello".into() }).run_id("greeting").await?;
//! assert_eq!(output.text, "HELLO");
//! # Ok(())
//! # }
//! ```
#![doc = include_str!("docs/values.md")]

mod attach;
mod begin;
mod builder;
mod config;
mod definition;
mod document;
mod environment;
mod history;
mod identity;
mod json;
#[cfg(feature = "metrics")]
mod metrics;
mod options;
mod parameters;
mod pipeline;
mod recorder;
mod request;
mod runnable;
mod runner;
mod schemas;
mod shared_run;
#[cfg(feature = "opentelemetry")]
mod trace;
mod unit;
mod upkeep;

pub use builder::{BuildError, RunnerBuilder};
pub use config::{
    CatalogConfig, Config, ConfigBuilder, ConfigError, ConfigProblem, EngineConfig, EngineUrl, EventsConfig, EventsUrl,
    ExecutorConfig, HttpUrl, Location, RetryConfig, RunLogConfig, RunLogUrl, SecretProvider, SecretsConfig,
    Synchronous,
};
pub use document::FileError;
pub use environment::Environment;
#[cfg(feature = "metrics")]
pub use metrics::Metrics;
pub use parameters::Parameters;
pub use request::{Fresh, Resumed, RunRequest};
pub use runnable::Runnable;
#[cfg(feature = "schema")]
pub use runnable_core::input::{Described, EventSchema, InputSchema, NodeSchemas};
pub use runnable_core::input::{
    FromParameters, InvalidParameter, InvalidParameterKind, InvalidParameters, ParameterInfo, ParameterKind, Resources,
};
#[doc(hidden)]
pub use runnable_core::input::{Given, Origin, Source};
pub use runnable_store::Durability;
pub use runner::Runner;
#[doc(hidden)]
pub use schemas::schemas;
#[doc(hidden)]
pub use shared_run::{ItemEnd, SharedRun};
#[cfg(feature = "opentelemetry")]
#[doc(hidden)]
pub use trace::current_traceparent;

/// Items that expansions use. Not covered by semantic versioning.
#[doc(hidden)]
pub mod __private {
    pub use crate::identity::code_identity;
}
