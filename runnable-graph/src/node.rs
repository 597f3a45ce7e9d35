//! The nodes of a graph.

/// A step of a pipeline, or a composite around steps.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct Node {
    pub(crate) id: String,
    pub(crate) name: String,
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    pub(crate) parent: Option<String>,
    #[cfg_attr(feature = "serde", serde(flatten))]
    pub(crate) kind: NodeKind,
}

impl Node {
    /// Returns the unique id of the node.
    ///
    /// It is the node's path without indices, as in events (`languages/translate`). A node without a path, such as a `parallel`
    /// without a name, is numbered (`parallel#1`).
    #[must_use]
    pub fn id(&self) -> &str {
        &self.id
    }

    /// Returns the last name of the node's path, or its keyword if it has no path.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Returns the id of the composite around the node; `None` at the top.
    #[must_use]
    pub fn parent(&self) -> Option<&str> {
        self.parent.as_deref()
    }

    /// Returns the kind of the node.
    #[must_use]
    pub fn kind(&self) -> &NodeKind {
        &self.kind
    }

    /// Returns the name of the task or pipeline that this step runs; `None` for every other node.
    #[must_use]
    pub fn task(&self) -> Option<&str> {
        match &self.kind {
            NodeKind::Task { task } | NodeKind::Pipeline { task } => Some(task),
            _ => None,
        }
    }

    /// Returns `true` for a step that runs a pipeline.
    #[must_use]
    pub fn is_pipeline(&self) -> bool {
        matches!(self.kind, NodeKind::Pipeline { .. })
    }
}

/// The kind of a node.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize, serde::Deserialize),
    serde(tag = "kind", rename_all = "snake_case")
)]
#[non_exhaustive]
pub enum NodeKind {
    /// The pipeline's parameters, if anything reads them.
    Input,
    /// The pipeline's outputs.
    Output,
    /// A step that runs a task.
    #[non_exhaustive]
    Task {
        /// The task's name.
        task: String,
    },
    /// A step that runs a pipeline, and contains the nodes of that pipeline.
    #[non_exhaustive]
    Pipeline {
        /// The pipeline's name.
        task: String,
    },
    /// `{ .. }`: nodes one after the other.
    Group,
    /// `parallel { .. }`: nodes at the same time.
    Parallel,
    /// `race { .. }`: nodes at the same time, of which the first that succeeds counts.
    Race,
    /// A branch of a `parallel` or a `race`, if it has a label or more than one node.
    Branch,
    /// `map(..) { .. }`: its nodes run once for each item.
    #[non_exhaustive]
    Map {
        /// `true` if it collects the failures of its items: `on_error = collect`.
        #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "std::ops::Not::not"))]
        collects: bool,
    },
    /// `match`: one of its arms runs.
    #[non_exhaustive]
    Match {
        /// The matched expression, as written.
        scrutinee: String,
    },
    /// `if`, `if let`, `else if`, `else`: at most one of its arms runs.
    If,
    /// An arm of a `match` or an `if`.
    #[non_exhaustive]
    Arm {
        /// Its pattern with its guard, its condition, or `else`, as written.
        title: String,
    },
    /// `repeat(..) { .. } until(..)`: its nodes run until the condition holds.
    #[non_exhaustive]
    Repeat {
        /// The highest number of iterations, as written.
        max: String,
        /// The condition that ends it, as written.
        until: String,
    },
    /// `#[timeout(..)]`: the time that its nodes take together is limited.
    Timeout,
    /// `#[retry(..)]`: its nodes are tried again if one of them fails.
    Retry,
    /// `try { .. } else { .. }`: a [`Group`](Self::Group), and an [`Else`](Self::Else) that runs if the group fails.
    Try,
    /// The recovery of a `try`.
    Else,
}

impl NodeKind {
    /// Returns the keyword of the node.
    pub(crate) fn word(&self) -> &'static str {
        match self {
            Self::Input => "input",
            Self::Output => "output",
            Self::Task { .. } => "task",
            Self::Pipeline { .. } => "pipeline",
            Self::Group => "group",
            Self::Parallel => "parallel",
            Self::Race => "race",
            Self::Branch => "branch",
            Self::Map { .. } => "map",
            Self::Match { .. } => "match",
            Self::If => "if",
            Self::Arm { .. } => "arm",
            Self::Repeat { .. } => "repeat",
            Self::Timeout => "timeout",
            Self::Retry => "retry",
            Self::Try => "try",
            Self::Else => "else",
        }
    }

    /// Returns `true` if the nodes inside run one after the other.
    pub(crate) fn is_chain(&self) -> bool {
        !matches!(self, Self::Parallel | Self::Race | Self::Match { .. } | Self::If | Self::Try)
    }

    /// Returns `true` if the node decides which node runs next, and is drawn as a diamond.
    pub(crate) fn decides(&self) -> bool {
        matches!(self, Self::Match { .. } | Self::If | Self::Repeat { .. })
    }
}
