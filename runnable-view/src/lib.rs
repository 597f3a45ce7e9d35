#![doc = include_str!("docs/crate.md")]

mod definition;
mod diff;
pub mod format;
mod graph;
mod html;
mod model;
mod text;

pub use definition::{DefinitionError, graph_of_definition, recorded_graph};
pub use diff::RunDiff;
pub use graph::GraphPicture;
pub use model::{Attempt, Counts, Gap, Lane, Lanes, NodeId, Part, PartEnd, Recording, RunModel, StepNode, StepShape};
pub use text::TextStyle;
