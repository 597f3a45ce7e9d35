//! The shape of a pipeline, known without running it: nodes, edges, Mermaid.
//!
//! The macros draw it into the documentation of a pipeline, and the runtime gives it to programs: both from the same
//! [`__private::Shape`]. Users reach it as `runnable::graph`.

mod edges;
mod expand;
mod graph;
mod mermaid;
mod node;
mod shape;
#[cfg(test)]
mod tests;

pub use graph::{Edge, EdgeKind, Graph};
pub use node::{Node, NodeKind};

/// What expansions write. Not covered by semantic versioning.
#[doc(hidden)]
pub mod __private {
    pub use crate::shape::{Form, Piece, Shape, Wire};
}
