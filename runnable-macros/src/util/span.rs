//! Names that no user code can see, located where the user wrote something.

use proc_macro2::{Delimiter, Group, Ident, Span, TokenStream};
use quote::quote_spanned;

/// An identifier that no user code can name, located at `span` for messages.
pub(crate) fn hidden(name: &str, span: Span) -> Ident {
    Ident::new(name, Span::mixed_site().located_at(span))
}

/// `struct Name { fields }` (or an `enum`), all of it located at the name: a type of that name that is there already is
/// blamed on the user's token.
pub(crate) fn type_at(keyword: &str, name: &Ident, fields: TokenStream) -> TokenStream {
    let span = Span::call_site().located_at(name.span());
    let (keyword, mut body) = (Ident::new(keyword, span), Group::new(Delimiter::Brace, fields));
    body.set_span(span);
    quote_spanned!(span=> #keyword #name #body)
}
