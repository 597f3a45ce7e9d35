//! Identifiers that expansions make.

use crate::util::span;
use proc_macro2::{Ident, Span};

/// A variable that no user code can name; errors about it point at `span`.
pub(super) fn variable(name: &str, at: Span) -> Ident {
    match name.strip_prefix("r#") {
        Some(raw) => Ident::new_raw(raw, span::hidden("x", at).span()),
        None => span::hidden(name, at),
    }
}

/// The variable of a value of the pipeline. The names of other variables begin with `__`, but not with `__value_`.
pub(super) fn value(name: &str, at: Span) -> Ident {
    if name.starts_with("__") { variable(&format!("__value_{name}"), at) } else { variable(name, at) }
}

/// A name as user code sees it: a field, a variable of an expression.
pub(super) fn visible(name: &str, at: Span) -> Ident {
    match name.strip_prefix("r#") {
        Some(raw) => Ident::new_raw(raw, at),
        None => Ident::new(name, at),
    }
}
