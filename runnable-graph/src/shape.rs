//! What an expansion knows of a pipeline: constants that cost nothing until a graph is asked for.
//!
//! A step is known by the shape of its task or pipeline, which only the compiler can look up; so the shape of a pipeline has
//! its own nodes, and [`Graph::new`](crate::Graph::new) puts those of its sub-pipelines in their place.

/// What is known of a task or a pipeline.
#[derive(Debug, Clone, Copy)]
pub enum Shape<'a> {
    /// A task of this name.
    Task(&'a str),
    /// A pipeline: its name, its nodes and what passes between them.
    Pipeline(&'a str, &'a [Piece<'a>], &'a [Wire<'a>]),
}

/// A node of a pipeline. Nodes are numbered from 1 on, 0 being the pipeline itself; a node comes before what is in it.
#[derive(Debug, Clone, Copy)]
pub struct Piece<'a>(
    /// The number of the node that it is in.
    pub usize,
    /// Its segment of the path; empty where it has none.
    pub &'a str,
    /// What it is.
    pub Form<'a>,
);

/// What a node of a pipeline is.
#[derive(Debug, Clone, Copy)]
pub enum Form<'a> {
    /// A task or a pipeline.
    Step(Shape<'a>),
    /// `{ .. }`
    Group,
    /// `parallel { .. }`
    Parallel,
    /// A branch of it.
    Branch,
    /// `map(..) { .. }`
    Map,
    /// `match`, by its scrutinee: its children are arms.
    Match(&'a str),
    /// `if`: its children are arms.
    If,
    /// An arm, by its pattern or condition.
    Arm(&'a str),
    /// `repeat`, by its `max` and its `until`.
    Repeat(&'a str, &'a str),
    /// `try`: its children are a group and an [`Else`](Self::Else).
    Try,
    /// `else` of a `try`.
    Else,
}

/// A value that passes: from a node's return to a node's parameter, both by position. A composite may read values, too; it
/// has no positions. For the pipeline itself (0), those are its parameters where a wire begins, and its outputs where one ends.
#[derive(Debug, Clone, Copy)]
pub enum Wire<'a> {
    /// From a node, its return, to a node, its parameter, by this name.
    Data(usize, usize, usize, usize, &'a str),
    /// The same, from the last turn of a `repeat` to the next.
    Back(usize, usize, usize, usize, &'a str),
}
