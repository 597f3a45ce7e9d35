//! Names that no user code can see, located where the user wrote something.

use proc_macro2::{Delimiter, Group, Ident, Span, TokenStream, TokenTree};
use quote::quote_spanned;

/// An identifier that no user code can name, located at `span` for messages.
pub(crate) fn hidden(name: &str, span: Span) -> Ident {
    Ident::new(name, Span::mixed_site().located_at(span))
}

/// `struct Name { fields }` (or an `enum`), located at the name, so that rustc reports an existing type of the same name at
/// the user's token.
pub(crate) fn type_at(keyword: &str, name: &Ident, fields: TokenStream) -> TokenStream {
    let span = Span::call_site().located_at(name.span());
    let (keyword, mut body) = (Ident::new(keyword, span), Group::new(Delimiter::Brace, fields));
    body.set_span(span);
    quote_spanned!(span=> #keyword #name #body)
}

/// Tokens of ours, located where the user wrote something.
pub(crate) fn located(tokens: &TokenStream, span: Span) -> TokenStream {
    let at = |mut token: TokenTree| {
        token.set_span(token.span().located_at(span));
        token
    };
    tokens.clone().into_iter().map(at).collect()
}
