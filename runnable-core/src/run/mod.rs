//! Runs: a node with its inputs, and its execution.

mod inline;
mod node;
mod poll;
#[cfg(feature = "runner")]
mod recorded;
mod run;
mod spawned;

pub use inline::{Inline, inline};
pub use node::{Execute, Node};
pub use run::Run;
