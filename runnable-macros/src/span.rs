//! Names that no user code can see, located where the user wrote something.

use proc_macro2::{Ident, Span};

/// An identifier that no user code can name, located at `span` for messages.
pub(crate) fn hidden(name: &str, span: Span) -> Ident {
    Ident::new(name, Span::mixed_site().located_at(span))
}
