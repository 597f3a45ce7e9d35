//! `repeat(max = 5, index as iteration) { a >> b } until(expr)`.

use super::{
    chain::body,
    tree::{Block, Repeat},
};
use crate::util::suggest::unknown_option;
use proc_macro2::{Ident, Span};
use syn::{Expr, Result, Token, ext::IdentExt as _, parenthesized, parse::ParseStream, token};

impl Repeat {
    /// Parses the whole `repeat`; `block` is what encloses it.
    pub(crate) fn parse(input: ParseStream<'_>, block: Block) -> Result<Self> {
        let word = input.call(Ident::parse_any)?;
        let head;
        parenthesized!(head in input);
        let (max, index) = options(&head, word.span())?;
        if until(input) {
            return Err(input.error(format!("expected the steps before `until`\nhelp: write `{EXAMPLE}`")));
        }
        let body = body(input, block)?;
        if !until(input) {
            return Err(input
                .error(format!("expected `until` and the condition that ends the `repeat`\nhelp: write `{EXAMPLE}`")));
        }
        input.call(Ident::parse_any)?;
        if !input.peek(token::Paren) {
            return Err(input.error(format!("expected the condition in parentheses\nhelp: write `{EXAMPLE}`")));
        }
        let condition;
        parenthesized!(condition in input);
        let until = condition.parse()?;
        if !condition.is_empty() {
            return Err(condition.error("expected `)`\nhelp: `until` takes one expression"));
        }
        Ok(Self { word, max, index, body, until })
    }
}

const EXAMPLE: &str = "repeat(max = 5) { .. } until(score > 8)";

/// Returns `true` if the word follows.
fn until(input: ParseStream<'_>) -> bool {
    input.fork().call(Ident::parse_any).is_ok_and(|word| word == "until")
}

/// `max = 5, index as iteration`, in any order.
fn options(head: ParseStream<'_>, word: Span) -> Result<(Expr, Option<Ident>)> {
    let (mut max, mut index) = (None, None);
    while !head.is_empty() {
        if head.peek(syn::Lit) || head.peek2(Token![:]) {
            return Err(
                head.error(format!("expected `max = ..`, the highest number of iterations\nhelp: write `{EXAMPLE}`"))
            );
        }
        let option: Ident = head.call(Ident::parse_any)?;
        let again = if option == "max" {
            head.parse::<Token![=]>()?;
            max.replace(head.parse()?).is_some()
        } else if option == "index" {
            if !head.peek(Token![as]) {
                let message = "expected a name for the number of the iteration\nhelp: write `index as iteration`";
                return Err(syn::Error::new(option.span(), message));
            }
            head.parse::<Token![as]>()?;
            index.replace(head.parse()?).is_some()
        } else if option == "until" {
            let message = format!("`until` follows the steps\nhelp: write `{EXAMPLE}`");
            return Err(syn::Error::new(option.span(), message));
        } else {
            return Err(unknown_option(&option, "`repeat`", &["max", "index"]));
        };
        if again {
            return Err(syn::Error::new(
                option.span(),
                format!("`{option}` is set twice\nhelp: remove one of the two"),
            ));
        }
        if !head.is_empty() {
            head.parse::<Token![,]>()?;
        }
    }
    let Some(max) = max else {
        let message =
            "expected `max`, the highest number of iterations\nhelp: write `repeat(max = 5) { .. } until(..)`";
        return Err(syn::Error::new(word, message));
    };
    Ok((max, index))
}
