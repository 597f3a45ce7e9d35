//! A node from values that are known only when the program runs: JSON for its inputs, and resources by type.

mod invalid;
mod resources;
#[cfg(feature = "schema")]
mod schema;
mod source;

pub use invalid::{InvalidParameter, InvalidParameterKind, InvalidParameters};
pub use resources::Resources;
#[cfg(feature = "schema")]
pub use schema::{Described, EventSchema, InputSchema, Kind, events};
pub use source::{Given, Origin, Source};

use crate::run::Node;
use std::any::TypeId;

/// What a parameter of a node looks like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct ParameterInfo {
    /// Its name.
    pub name: &'static str,
    /// Its type, as it is written in the signature: `Vec<String>`.
    pub ty: &'static str,
    /// Where its value comes from.
    pub kind: ParameterKind,
    /// Whether the signature gives a value for where there is none.
    pub has_default: bool,
}

/// Where the value of a parameter comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum ParameterKind {
    /// It is data: from JSON, a file or the environment.
    Input,
    /// It is no data, but a client or a pool: the [`Resources`] hold one of this type.
    Resource(TypeId),
}

impl ParameterInfo {
    /// A parameter that is data.
    #[must_use]
    pub const fn input(name: &'static str, ty: &'static str, has_default: bool) -> Self {
        Self { name, ty, kind: ParameterKind::Input, has_default }
    }

    /// A parameter that is no data, of type `T`.
    #[must_use]
    pub const fn resource<T: 'static>(name: &'static str, ty: &'static str) -> Self {
        Self { name, ty, kind: ParameterKind::Resource(TypeId::of::<T>()), has_default: false }
    }
}

/// A node that can be built from values by name. The macros implement it.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be built from parameters",
    note = "derive `serde::Deserialize` for the types of its parameters; a client or a pool is marked `#[resource]` and implements `Clone`"
)]
pub trait FromParameters: Node {
    /// Its parameters, in the order of its signature.
    const PARAMETERS: &'static [ParameterInfo];

    /// Takes its parameters from `source`, which notes each that is missing or has another type; `None` where one is.
    fn from_parameters(source: &mut Source<'_>) -> Option<Self>;
}
