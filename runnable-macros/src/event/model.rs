//! An event enum, as `derive(TaskEvent)` reads it.

use super::meaning::{Meaning, Part};
use syn::{Ident, Type};

/// An event enum.
pub(super) struct Events {
    /// Its name.
    pub(super) name: Ident,
    /// Its variants.
    pub(super) variants: Vec<Variant>,
}

/// One kind of event.
pub(super) struct Variant {
    /// Its name in Rust.
    pub(super) name: Ident,
    /// Its name on the wire.
    pub(super) wire: String,
    /// Its meaning to front ends, if that is declared.
    pub(super) meaning: Option<&'static Meaning>,
    /// Its fields.
    pub(super) fields: Vec<Field>,
}

/// A field of an event.
pub(super) struct Field {
    /// Its name in Rust.
    pub(super) name: Ident,
    /// Its key in JSON.
    pub(super) key: String,
    /// Its type.
    pub(super) ty: Type,
    /// The part of the variant's meaning that it has.
    pub(super) part: Option<Part>,
}
