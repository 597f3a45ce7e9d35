//! The shape of a pipeline, known without running it: nodes, edges, Mermaid.
//!
//! The macros draw the graph into the documentation of a pipeline, and the runtime provides it to programs. Both build it from
//! the same [`__private::Shape`]. Users reach this crate as `runnable::graph`.

mod edges;
mod expand;
mod graph;
mod mermaid;
mod node;
mod shape;
#[cfg(feature = "suggest")]
mod suggest;
#[cfg(test)]
mod tests;

pub use graph::{Edge, EdgeKind, Graph};
pub use node::{Node, NodeKind};

/// Names for expansions and for the other crates of the workspace. Not covered by semantic versioning.
#[doc(hidden)]
pub mod __private {
    #[cfg(feature = "suggest")]
    pub use crate::suggest::{did_you_mean, is_typo_of, nearest};
    pub use crate::{
        mermaid::title,
        shape::{Form, Piece, Shape, Wire},
    };
}
