//! What a graph is made of.

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
    /// What tells it from all others: for whatever has a path of its own, that path without indices
    /// (`languages/translate`), as events carry it. What has none, such as a `parallel` without a name, is numbered
    /// (`parallel#1`).
    #[must_use]
    pub fn id(&self) -> &str {
        &self.id
    }

    /// The last name of its path; where it has none, the word it is written with.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The composite that it is written in; `None` at the top.
    #[must_use]
    pub fn parent(&self) -> Option<&str> {
        self.parent.as_deref()
    }

    /// What it is.
    #[must_use]
    pub fn kind(&self) -> &NodeKind {
        &self.kind
    }

    /// The name of the task or pipeline that this step runs; `None` for every other node.
    #[must_use]
    pub fn task(&self) -> Option<&str> {
        match &self.kind {
            NodeKind::Task { task } | NodeKind::Pipeline { task } => Some(task),
            _ => None,
        }
    }

    /// Whether it is a step that runs a pipeline.
    #[must_use]
    pub fn is_pipeline(&self) -> bool {
        matches!(self.kind, NodeKind::Pipeline { .. })
    }
}

/// What a node is.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize, serde::Deserialize),
    serde(tag = "kind", rename_all = "snake_case")
)]
#[non_exhaustive]
pub enum NodeKind {
    /// The pipeline's parameters, where anything reads them.
    Input,
    /// What the pipeline gives.
    Output,
    /// A step that runs a task.
    #[non_exhaustive]
    Task {
        /// The task's name.
        task: String,
    },
    /// A step that runs a pipeline, whose own nodes are in it.
    #[non_exhaustive]
    Pipeline {
        /// The pipeline's name.
        task: String,
    },
    /// `{ .. }`: nodes one after the other.
    Group,
    /// `parallel { .. }`: nodes at the same time.
    Parallel,
    /// A branch of a `parallel`, where it has a label or more than one node.
    Branch,
    /// `map(..) { .. }`: its nodes run once for every item.
    Map,
    /// `match`: one of its arms runs.
    #[non_exhaustive]
    Match {
        /// What is matched, as written.
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
    /// `repeat(..) { .. } until(..)`: its nodes run again and again.
    #[non_exhaustive]
    Repeat {
        /// How many times at most, as written.
        max: String,
        /// When it ends, as written.
        until: String,
    },
    /// `try { .. } else { .. }`: a [`Group`](Self::Group), and an [`Else`](Self::Else) that runs where the group fails.
    Try,
    /// The recovery of a `try`.
    Else,
}

impl NodeKind {
    /// The word that it is written with.
    pub(crate) fn word(&self) -> &'static str {
        match self {
            Self::Input => "input",
            Self::Output => "output",
            Self::Task { .. } => "task",
            Self::Pipeline { .. } => "pipeline",
            Self::Group => "group",
            Self::Parallel => "parallel",
            Self::Branch => "branch",
            Self::Map => "map",
            Self::Match { .. } => "match",
            Self::If => "if",
            Self::Arm { .. } => "arm",
            Self::Repeat { .. } => "repeat",
            Self::Try => "try",
            Self::Else => "else",
        }
    }

    /// Whether what is in it runs one after the other.
    pub(crate) fn is_chain(&self) -> bool {
        !matches!(self, Self::Parallel | Self::Match { .. } | Self::If | Self::Try)
    }

    /// Whether it decides what runs next, and is drawn as a diamond.
    pub(crate) fn decides(&self) -> bool {
        matches!(self, Self::Match { .. } | Self::If | Self::Repeat { .. })
    }
}
