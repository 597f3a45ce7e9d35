//! Where a piece of a pipeline runs.

mod context;
mod detached;

pub use context::Cx;
pub(crate) use context::{Host, Shared};
pub use detached::{Apart, Detached};
pub(crate) use detached::{Site, StepSource};
