//! Runs: a node with its inputs, and its execution.

mod awaited;
mod inline;
mod node;
#[cfg(feature = "runner")]
mod observed;
#[cfg(not(feature = "runner"))]
#[path = "unobserved.rs"]
mod observed;
mod poll;
mod run;
mod spawned;
mod work;

pub use awaited::Executed;
pub use inline::Inline;
#[cfg(feature = "test")]
pub(crate) use node::as_run;
pub use node::{Execute, Node};
pub use run::{Cancel, Run};
