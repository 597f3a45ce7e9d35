#![doc = include_str!("docs/crate.md")]

pub mod format;
mod model;
mod text;

pub use model::{Attempt, Counts, Gap, Lane, Lanes, NodeId, Part, PartEnd, Recording, RunModel, StepNode, StepShape};
pub use text::TextStyle;
