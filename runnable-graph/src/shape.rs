//! The shape of a pipeline as an expansion writes it: constants that cost nothing until a graph is built.
//!
//! A macro knows the nodes of its own pipeline only. A step refers to the shape of its task or pipeline, which the compiler
//! looks up, and [`Graph::new`](crate::Graph::new) inserts the nodes of sub-pipelines.

/// The shape of a task or a pipeline.
#[derive(Debug, Clone, Copy)]
pub enum Shape<'a> {
    /// A task of this name.
    Task(&'a str),
    /// A task of this name whose effect must happen only once.
    Once(&'a str),
    /// A pipeline: its name, its nodes and the values between them.
    Pipeline(&'a str, &'a [Piece<'a>], &'a [Wire<'a>]),
}

impl Shape<'_> {
    /// Returns whether it is a task whose effect must happen only once, or has such a task.
    #[must_use]
    pub const fn has_once(&self) -> bool {
        match self {
            Self::Task(_) => false,
            Self::Once(_) => true,
            Self::Pipeline(_, pieces, _) => {
                let mut rest = *pieces;
                while let [Piece(_, _, form), others @ ..] = rest {
                    if let Form::Step(step) = form
                        && step.has_once()
                    {
                        return true;
                    }
                    rest = others;
                }
                false
            }
        }
    }
}

/// A node of a pipeline. Nodes are numbered from 1; 0 is the pipeline itself. A node comes before its contents.
#[derive(Debug, Clone, Copy)]
pub struct Piece<'a>(
    /// The number of the node around it.
    pub usize,
    /// Its segment of the path; empty if it has none.
    pub &'a str,
    /// Its kind.
    pub Form<'a>,
);

/// The kind of a node.
#[derive(Debug, Clone, Copy)]
pub enum Form<'a> {
    /// A task or a pipeline.
    Step(Shape<'a>),
    /// `{ .. }`
    Group,
    /// `parallel { .. }`
    Parallel,
    /// `race { .. }`
    Race,
    /// A branch of a `parallel` or a `race`.
    Branch,
    /// `map(..) { .. }`
    Map,
    /// `map(.., on_error = collect) { .. }`
    Collect,
    /// `match`, by its scrutinee: its children are arms.
    Match(&'a str),
    /// `if`: its children are arms.
    If,
    /// An arm, by its pattern or condition.
    Arm(&'a str),
    /// `repeat`, by its `max` and its `until`.
    Repeat(&'a str, &'a str),
    /// `#[timeout(..)]`: the time of its children is limited.
    Timeout,
    /// `#[retry(..)]`: its children are tried again.
    Retry,
    /// `try`: its children are a group and an [`Else`](Self::Else).
    Try,
    /// `else` of a `try`.
    Else,
}

/// A value that passes from a node's return to a node's parameter, both by position.
///
/// A composite may read values too, but has no positions. For the pipeline itself (0), the positions are those of its
/// parameters if a wire begins there, and those of its outputs if a wire ends there.
#[derive(Debug, Clone, Copy)]
pub enum Wire<'a> {
    /// From a return of a node to a parameter of a node: node, return, node, parameter, name.
    Data(usize, usize, usize, usize, &'a str),
    /// The same, from an iteration of a `repeat` to the next.
    Back(usize, usize, usize, usize, &'a str),
}
