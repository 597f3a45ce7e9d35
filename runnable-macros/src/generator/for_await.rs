//! `for await pattern in stream { .. }`, which Rust does not parse.

use crate::{
    krate::Krate,
    util::{fragments::regrouped, span::hidden},
};
use proc_macro2::{Ident, Span, TokenStream, TokenTree};
use quote::{quote, quote_spanned};
use syn::{Expr, ExprForLoop, Pat, parse_quote, spanned::Spanned};

/// The attribute that marks a `for await`; `await` itself cannot be the name of an attribute.
const AWAIT: &str = "__for_await";

/// Writes each `for await` as a `for` with an attribute, which can be parsed.
pub(super) fn mark(tokens: impl IntoIterator<Item = TokenTree>) -> TokenStream {
    let mut tokens = tokens.into_iter().peekable();
    let mut marked: Vec<TokenTree> = Vec::new();
    while let Some(token) = tokens.next() {
        match token {
            TokenTree::Ident(ident) if ident == "for" => {
                if let Some(word) = tokens.next_if(|next| matches!(next, TokenTree::Ident(word) if word == "await")) {
                    let mark = Ident::new(AWAIT, word.span());
                    // An attribute comes before the label.
                    let at = marked.len() - label_at_the_end(&marked);
                    marked.splice(at..at, quote!(#[#mark]));
                }
                marked.push(ident.into());
            }
            TokenTree::Group(group) => marked.push(regrouped(&group, mark(group.stream()))),
            other => marked.push(other),
        }
    }
    marked.into_iter().collect()
}

/// Returns the number of tokens of the label at the end of `tokens`, if any.
fn label_at_the_end(tokens: &[TokenTree]) -> usize {
    match tokens {
        [.., TokenTree::Punct(quote), TokenTree::Ident(_), TokenTree::Punct(colon)]
            if quote.as_char() == '\'' && colon.as_char() == ':' =>
        {
            3
        }
        _ => 0,
    }
}

/// Returns `true` if a loop is marked, and removes the mark.
pub(super) fn take_mark(each: &mut ExprForLoop) -> bool {
    each.attrs.extract_if(.., |attribute| attribute.path().is_ident(AWAIT)).count() > 0
}

/// A loop over the items of a stream.
pub(super) fn for_await(krate: &Krate, each: &ExprForLoop) -> Expr {
    let ExprForLoop { attrs, label, pat, expr, body, .. } = each;
    let (items, item) = (hidden("__items", Span::call_site()), hidden("__item", Span::call_site()));
    // A `for` takes alternatives as they are; a `let` needs parentheses around them.
    let pat = if matches!(**pat, Pat::Or(_)) { quote!((#pat)) } else { quote!(#pat) };
    // At the expression, where the error belongs if it is not a stream.
    let next = quote_spanned! {expr.span()=>
        #krate::__private::Streams::next(::core::pin::Pin::as_mut(&mut #items)).await
    };
    parse_quote! {{
        let mut #items = ::core::pin::pin!(#expr);
        #(#attrs)*
        #label
        loop {
            let #pat = match #next {
                ::core::option::Option::Some(#item) => #item,
                ::core::option::Option::None => break,
            };
            #body
        }
    }}
}
