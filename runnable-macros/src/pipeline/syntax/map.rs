//! `map(items as item, limit = 8) { a >> b }`.

use super::{Block, Chain, chain::body};
use crate::util::suggest::did_you_mean;
use proc_macro2::{Ident, Span};
use syn::{Expr, Result, Token, ext::IdentExt as _, parenthesized, parse::ParseStream, token};

/// A chain that runs once per item.
pub(crate) struct Map {
    /// The word itself.
    pub(crate) span: Span,
    /// Where the items come from.
    pub(crate) source: Source,
    /// The name of one item.
    pub(crate) item: Ident,
    /// How many run at a time.
    pub(crate) limit: Option<Expr>,
    /// What runs.
    pub(crate) body: Chain,
}

/// Where items come from.
pub(crate) enum Source {
    /// A name of the pipeline, or of the scope around it.
    Name(Ident),
    /// `(expression)`.
    Written(Box<Expr>),
}

impl Map {
    /// Parses the whole form; `block` is what encloses it.
    pub(crate) fn parse(input: ParseStream<'_>, block: Block) -> Result<Self> {
        let span = input.call(Ident::parse_any)?.span();
        let head;
        parenthesized!(head in input);
        let source = if head.peek(token::Paren) {
            let written;
            parenthesized!(written in head);
            Some(Source::Written(Box::new(written.parse()?)))
        } else if head.peek(syn::Ident) {
            Some(Source::Name(head.parse()?))
        } else {
            None
        };
        let Some(source) = source.filter(|_| head.peek(Token![as])) else {
            return Err(head.error(
                "expected `as` and a name for one item\nhelp: `map(items as item) { .. }`; a source that is no name takes \
                 parentheses: `map((source.items()) as item) { .. }`",
            ));
        };
        head.parse::<Token![as]>()?;
        let item = head.parse()?;
        let mut limit = None;
        while head.peek(Token![,]) {
            head.parse::<Token![,]>()?;
            if head.is_empty() {
                break;
            }
            let option: Ident = head.parse()?;
            if option != "limit" {
                let help = match did_you_mean(&option.to_string(), ["limit"]) {
                    Some(near) => format!("did you mean `{near}`?"),
                    None => "the only option of `map` is `limit`".to_owned(),
                };
                let message = format!("expected an option, found `{option}`\nhelp: {help}");
                return Err(syn::Error::new(option.span(), message));
            }
            if limit.is_some() {
                return Err(syn::Error::new(option.span(), "expected `limit` once\nhelp: remove one of the two"));
            }
            head.parse::<Token![=]>()?;
            limit = Some(head.parse()?);
        }
        if !head.is_empty() {
            return Err(head.error("expected `,` or `)`"));
        }
        let body = body(input, block)?;
        Ok(Self { span, source, item, limit, body })
    }
}
