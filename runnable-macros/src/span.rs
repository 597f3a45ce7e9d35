//! Moving tokens to another span, so that an error points at what the user wrote.

use proc_macro2::{Group, Ident, Span, TokenStream, TokenTree};

/// The same tokens, every one of them (inside groups too) at `span`, which also decides how they resolve.
pub(crate) fn at(span: Span, tokens: TokenStream) -> TokenStream {
    tokens.into_iter().map(|token| tree_at(span, token)).collect()
}

/// The same tokens, located at `span` for messages, while each keeps how it resolves.
pub(crate) fn located_at(span: Span, tokens: TokenStream) -> TokenStream {
    tokens
        .into_iter()
        .map(|token| {
            let own = token.span().located_at(span);
            match token {
                TokenTree::Group(group) => {
                    let mut moved = Group::new(group.delimiter(), located_at(span, group.stream()));
                    moved.set_span(own);
                    TokenTree::Group(moved)
                }
                mut other => {
                    other.set_span(own);
                    other
                }
            }
        })
        .collect()
}

/// An identifier that no user code can name, located at `span` for messages.
pub(crate) fn hidden(name: &str, span: Span) -> Ident {
    Ident::new(name, Span::mixed_site().located_at(span))
}

/// One token tree at `span`.
fn tree_at(span: Span, token: TokenTree) -> TokenTree {
    match token {
        TokenTree::Group(group) => {
            let mut moved = Group::new(group.delimiter(), at(span, group.stream()));
            moved.set_span(span);
            TokenTree::Group(moved)
        }
        mut other => {
            other.set_span(span);
            other
        }
    }
}
