//! Places in a run: where a step is in the program, and which item of each `map` it belongs to.

mod origin;
mod parse;
mod place;
mod step_path;

pub(crate) use origin::{Origin, Scope};
pub use parse::ParseStepPathError;
pub use place::Place;
pub use step_path::{Segment, StepPath};
