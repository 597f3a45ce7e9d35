//! Where a piece of a pipeline runs.

mod context;
mod detached;

pub use context::StepCx;
pub(crate) use context::{Host, Shared};
pub use detached::{Detached, NoContext};
pub(crate) use detached::{Site, StepSource};
