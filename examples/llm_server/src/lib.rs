//! A language model behind HTTP: pipelines that stream its tokens as server-sent events.
//!
//! `pipelines.rs` has the tasks and pipelines, [`app`] serves them, and [`Model`] answers them.

mod language;
pub mod model;
mod pipelines;
mod routes;
mod serve;

pub use language::{Language, Unsupported};
pub use model::Model;
pub use routes::app;
pub use serve::serve;
