//! `try { a } else |error| { b }`.

use super::{Chain, chain::group};
use proc_macro2::{Ident, Span};
use syn::{Result, Token, parse::ParseStream, token};

/// A chain that another one stands in for where it fails.
pub(crate) struct Recover {
    /// The word itself.
    pub(crate) span: Span,
    /// What runs.
    pub(crate) body: Chain,
    /// The name of the error.
    pub(crate) error: Option<Ident>,
    /// `else`.
    pub(crate) other: Span,
    /// What runs where it failed.
    pub(crate) recovery: Chain,
}

impl Recover {
    /// Parses the whole form.
    pub(crate) fn parse(input: ParseStream<'_>) -> Result<Self> {
        let word: Token![try] = input.parse()?;
        let body = braces(input)?;
        if !input.peek(Token![else]) {
            return Err(input.error(format!("expected `else`: what runs where this fails\nhelp: `{EXAMPLE}`")));
        }
        let other: Token![else] = input.parse()?;
        let error = if input.peek(Token![|]) {
            input.parse::<Token![|]>()?;
            let error = input.parse()?;
            input.parse::<Token![|]>()?;
            Some(error)
        } else {
            None
        };
        Ok(Self { span: word.span, body, error, other: other.span, recovery: braces(input)? })
    }
}

const EXAMPLE: &str = "try { a } else |error| { b }";

fn braces(input: ParseStream<'_>) -> Result<Chain> {
    if input.peek(token::Brace) {
        return group(input);
    }
    Err(input.error(format!("expected `{{ .. }}`\nhelp: `{EXAMPLE}`")))
}
