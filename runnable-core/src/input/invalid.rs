//! Problems with the values for the parameters of a node.

use super::origin::Origin;
use std::{error::Error as StdError, fmt};

/// All problems with the values for the parameters of a node.
///
/// `Display` writes a line for the node, and a line for each problem.
#[derive(Debug, Clone)]
pub struct InvalidParameters {
    node: &'static str,
    problems: Vec<InvalidParameter>,
}

impl InvalidParameters {
    pub(super) fn new(node: &'static str, problems: Vec<InvalidParameter>) -> Self {
        Self { node, problems }
    }

    /// Returns the name of the node.
    #[must_use]
    pub fn node(&self) -> &'static str {
        self.node
    }

    /// Returns the problems: first those of the node's parameters, in the order of its signature, then unknown names.
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

/// A problem with the value for a parameter.
#[derive(Debug, Clone)]
pub struct InvalidParameter {
    pub(super) name: String,
    pub(super) kind: InvalidParameterKind,
    pub(super) origin: Option<Origin>,
    pub(super) message: String,
}

/// The kind of an [`InvalidParameter`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum InvalidParameterKind {
    /// The parameter has neither a value nor a default.
    Missing,
    /// The value has the wrong type.
    Mistyped,
    /// The node has no parameter of this name.
    Unknown,
    /// The parameter is a resource, and no resource of its type was supplied.
    NoResource,
}

impl InvalidParameter {
    /// Returns the name of the parameter.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Returns the kind of the problem.
    #[must_use]
    pub fn kind(&self) -> InvalidParameterKind {
        self.kind
    }

    /// Returns the origin of the value, if any.
    #[must_use]
    pub fn origin(&self) -> Option<&Origin> {
        self.origin.as_ref()
    }

    /// Returns the problem and the expected type, without the name and the origin.
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
