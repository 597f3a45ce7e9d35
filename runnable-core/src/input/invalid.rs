//! What is wrong with the values for a node's parameters.

use super::Origin;
use std::{error::Error as StdError, fmt};

/// All that is wrong with the values for a node's parameters.
///
/// `Display` writes one line for the node and one for each problem.
#[derive(Debug, Clone)]
pub struct InvalidParameters {
    node: &'static str,
    problems: Vec<InvalidParameter>,
}

impl InvalidParameters {
    pub(super) fn new(node: &'static str, problems: Vec<InvalidParameter>) -> Self {
        Self { node, problems }
    }

    /// The name of the node.
    #[must_use]
    pub fn node(&self) -> &'static str {
        self.node
    }

    /// Each problem: first those of the node's parameters, in the order of its signature, then unknown names.
    #[must_use]
    pub fn problems(&self) -> &[InvalidParameter] {
        &self.problems
    }
}

impl fmt::Display for InvalidParameters {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "invalid parameters of `{}`:", self.node)?;
        self.problems.iter().try_for_each(|problem| write!(f, "\n  {problem}"))
    }
}

impl StdError for InvalidParameters {}

/// One thing that is wrong with the values for a node's parameters.
#[derive(Debug, Clone)]
pub struct InvalidParameter {
    pub(super) name: String,
    pub(super) kind: InvalidParameterKind,
    pub(super) origin: Option<Origin>,
    pub(super) message: String,
}

/// What is wrong with a parameter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum InvalidParameterKind {
    /// It has neither a value nor a default.
    Missing,
    /// Its value does not have its type.
    Mistyped,
    /// The node has no parameter of this name.
    Unknown,
    /// It is a resource, and there is none of its type.
    NoResource,
}

impl InvalidParameter {
    /// The name of the parameter.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// What kind of problem it is.
    #[must_use]
    pub fn kind(&self) -> InvalidParameterKind {
        self.kind
    }

    /// Where the value came from, where there is one.
    #[must_use]
    pub fn origin(&self) -> Option<&Origin> {
        self.origin.as_ref()
    }

    /// What is wrong and what was expected, without the name and the origin.
    #[must_use]
    pub fn message(&self) -> &str {
        &self.message
    }
}

impl fmt::Display for InvalidParameter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{}`", self.name)?;
        match &self.origin {
            None | Some(Origin::Code) => {}
            Some(origin) => write!(f, " ({origin})")?,
        }
        write!(f, ": {}", self.message)
    }
}
