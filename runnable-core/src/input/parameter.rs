//! Descriptions of the parameters of a node.

use std::any::TypeId;

/// The description of a parameter of a node.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct ParameterInfo {
    /// The name of the parameter.
    pub name: &'static str,
    /// The type of the parameter, as the signature has it: `Vec<String>`.
    pub ty: &'static str,
    /// The source of its value.
    pub kind: ParameterKind,
    /// True if the signature has a default value.
    pub has_default: bool,
    /// The text of its doc comment in `pipeline!`; empty if it has none.
    pub docs: &'static str,
}

/// The source of a parameter's value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum ParameterKind {
    /// The value is data, from JSON, a file or the environment.
    Input,
    /// The value is a client, a pool or a similar handle. The [`Resources`](super::Resources) hold a value of this type.
    Resource(TypeId),
}

impl ParameterInfo {
    /// Describes a parameter that is data.
    #[must_use]
    pub const fn input(name: &'static str, ty: &'static str, has_default: bool) -> Self {
        Self { name, ty, kind: ParameterKind::Input, has_default, docs: "" }
    }

    /// Describes a parameter that is a resource of type `T`.
    #[must_use]
    pub const fn resource<T: 'static>(name: &'static str, ty: &'static str) -> Self {
        Self { name, ty, kind: ParameterKind::Resource(TypeId::of::<T>()), has_default: false, docs: "" }
    }

    /// Sets its documentation.
    #[must_use]
    pub const fn docs(mut self, docs: &'static str) -> Self {
        self.docs = docs;
        self
    }
}
