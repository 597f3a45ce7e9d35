//! `try { a } else |error| { b }`.

use super::{
    chain::group,
    tree::{Chain, Recover},
};
use syn::{Result, Token, parse::ParseStream, token};

impl Recover {
    /// Parses the whole `try`.
    pub(crate) fn parse(input: ParseStream<'_>) -> Result<Self> {
        let word: Token![try] = input.parse()?;
        let body = braces(input)?;
        if !input.peek(Token![else]) {
            return Err(input
                .error(format!("expected `else` and the steps that run if the `try` fails\nhelp: write `{EXAMPLE}`")));
        }
        let other: Token![else] = input.parse()?;
        let error = if input.peek(Token![|]) {
            input.parse::<Token![|]>()?;
            let error = if input.peek(Token![_]) {
                input.parse::<Token![_]>()?;
                None
            } else {
                Some(input.parse()?)
            };
            if !input.peek(Token![|]) {
                return Err(input.error(format!(
                    "expected `|` after the name of the error\nhelp: write the name alone: `{EXAMPLE}`"
                )));
            }
            input.parse::<Token![|]>()?;
            error
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
    Err(input.error(format!("expected the steps in braces\nhelp: write `{EXAMPLE}`")))
}
