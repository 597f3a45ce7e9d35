//! `map(items as item, limit = 8) { a >> b }`.

use super::{
    chain::body,
    tree::{Block, Map, Source},
};
use crate::util::suggest::unknown_option;
use proc_macro2::Ident;
use syn::{Expr, Result, Token, ext::IdentExt as _, parenthesized, parse::ParseStream, token};

impl Map {
    /// Parses the whole `map`; `block` is what encloses it.
    pub(crate) fn parse(input: ParseStream<'_>, block: Block) -> Result<Self> {
        let span = input.call(Ident::parse_any)?.span();
        let head;
        parenthesized!(head in input);
        let source = source(&head)?;
        if let Some(Source::Name(item)) = &source
            && head.peek(Token![in])
        {
            let collection = head.fork();
            let collection = collection.parse::<Token![in]>().and_then(|_| collection.parse::<Ident>());
            let collection = collection.map_or_else(|_| "(..)".to_owned(), |name| name.to_string());
            let message =
                format!("expected `as`\nhelp: the collection comes first: `map({collection} as {item}) {{ .. }}`");
            return Err(head.error(message));
        }
        let Some(source) = source.filter(|_| head.peek(Token![as])) else {
            return Err(head.error(
                "expected `as` and a name for each item\nhelp: write `map(items as item) { .. }`; write parentheses around an \
                 expression: `map((source.items()) as item) { .. }`",
            ));
        };
        head.parse::<Token![as]>()?;
        if !head.peek(syn::Ident) {
            return Err(head.error(
                "expected a name for each item\nhelp: name the item, and take it apart in expressions: \
                 `map(rows as row) { step(key = row.0.clone()) }`",
            ));
        }
        let item = head.parse()?;
        let limit = limit(&head)?;
        if !head.is_empty() {
            return Err(head.error("expected `,` or `)`"));
        }
        let body = body(input, block)?;
        Ok(Self { span, source, item, limit, body })
    }
}

/// The collection; `None` if neither a name nor parentheses follow.
fn source(head: ParseStream<'_>) -> Result<Option<Source>> {
    if head.peek(token::Paren) {
        let written;
        parenthesized!(written in head);
        Ok(Some(Source::Written(Box::new(written.parse()?))))
    } else if head.peek(syn::Ident) {
        Ok(Some(Source::Name(head.parse()?)))
    } else {
        Ok(None)
    }
}

/// `, limit = 8`.
fn limit(head: ParseStream<'_>) -> Result<Option<Expr>> {
    let mut limit = None;
    while head.peek(Token![,]) {
        head.parse::<Token![,]>()?;
        if head.is_empty() {
            break;
        }
        if !head.peek2(Token![=]) {
            return Err(head.error(
                "expected `limit = ..`, the number of items at the same time\nhelp: write `map(items as item, limit = 8) { .. }`, with the steps in braces",
            ));
        }
        let option: Ident = head.parse()?;
        if option != "limit" {
            return Err(unknown_option(&option, "`map`", &["limit"]));
        }
        if limit.is_some() {
            return Err(syn::Error::new(option.span(), "`limit` is set twice\nhelp: remove one of the two"));
        }
        head.parse::<Token![=]>()?;
        limit = Some(head.parse()?);
    }
    Ok(limit)
}
