//! A language model behind HTTP: pipelines that stream its tokens as server-sent events.
//!
//! `pipelines.rs` has the tasks and pipelines, [`app`] serves them, [`cli`] runs them from the command line, and [`Model`]
//! answers them.

mod cli;
mod language;
pub mod model;
mod pipelines;
mod routes;
mod serve;

pub use cli::cli;
pub use language::{Language, Unsupported};
pub use model::Model;
pub use routes::app;
pub use serve::serve;
