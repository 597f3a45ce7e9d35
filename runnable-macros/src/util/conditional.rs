//! `#[cfg]` where it cannot be supported.

use syn::Attribute;

/// The error for a parameter that exists only under a condition.
pub(crate) const MESSAGE: &str = "a parameter cannot be conditional\nhelp: write the attribute on the whole function, once for each list of parameters";

/// Returns the first `#[cfg]` or `#[cfg_attr]`.
pub(crate) fn condition(attrs: &[Attribute]) -> Option<&Attribute> {
    attrs.iter().find(|attr| attr.path().is_ident("cfg") || attr.path().is_ident("cfg_attr"))
}
