//! Arguments: the tree of commands, and the flags of `run`, which depend on the pipeline.

mod flags;
mod parameter;
mod runs;
mod tree;
mod values;

pub(crate) use flags::{Events, ProgressForm, RunFlags};
pub(crate) use parameter::Flag;
#[cfg(feature = "url")]
pub(crate) use tree::BEFORE;
pub(crate) use tree::{Program, help_tree, tree};
pub(crate) use values::Values;

/// The formats of `graph`.
const FORMATS: [&str; 4] = ["text", "svg", "mermaid", "dot"];
