//! `repeat(max = 5, index as turn) { a >> b } until(expr)`.

use super::{Block, Chain, chain::body};
use crate::util::suggest::did_you_mean;
use proc_macro2::{Ident, Span};
use syn::{Expr, Result, Token, ext::IdentExt as _, parenthesized, parse::ParseStream, token};

/// A chain that runs again and again.
pub(crate) struct Repeat {
    /// The word itself.
    pub(crate) word: Ident,
    /// How often it runs at most.
    pub(crate) max: Expr,
    /// The name of the turn's number.
    pub(crate) index: Option<Ident>,
    /// What runs.
    pub(crate) body: Chain,
    /// When it has run often enough.
    pub(crate) until: Expr,
}

impl Repeat {
    /// Parses the whole form; `block` is what encloses it.
    pub(crate) fn parse(input: ParseStream<'_>, block: Block) -> Result<Self> {
        let word = input.call(Ident::parse_any)?;
        let head;
        parenthesized!(head in input);
        let (max, index) = options(&head, word.span())?;
        if until(input) {
            return Err(input.error(format!("expected the steps before `until`\nhelp: `{EXAMPLE}`")));
        }
        let body = body(input, block)?;
        if !until(input) {
            return Err(input.error(format!("expected `until` and when to stop\nhelp: `{EXAMPLE}`")));
        }
        input.call(Ident::parse_any)?;
        if !input.peek(token::Paren) {
            return Err(input.error(format!("expected the condition in parentheses\nhelp: `{EXAMPLE}`")));
        }
        let condition;
        parenthesized!(condition in input);
        let until = condition.parse()?;
        if !condition.is_empty() {
            return Err(condition.error("expected `)`: `until` takes one expression"));
        }
        Ok(Self { word, max, index, body, until })
    }
}

const EXAMPLE: &str = "repeat(max = 5) { .. } until(score > 8)";

/// Whether the word follows.
fn until(input: ParseStream<'_>) -> bool {
    input.fork().call(Ident::parse_any).is_ok_and(|word| word == "until")
}

/// `max = 5, index as turn`, in any order.
fn options(head: ParseStream<'_>, word: Span) -> Result<(Expr, Option<Ident>)> {
    let (mut max, mut index) = (None, None);
    while !head.is_empty() {
        let option: Ident = head.call(Ident::parse_any)?;
        let again = if option == "max" {
            head.parse::<Token![=]>()?;
            max.replace(head.parse()?).is_some()
        } else if option == "index" {
            if !head.peek(Token![as]) {
                let message = "expected a name for the number of the turn\nhelp: `index as turn`";
                return Err(syn::Error::new(option.span(), message));
            }
            head.parse::<Token![as]>()?;
            index.replace(head.parse()?).is_some()
        } else {
            let help = match did_you_mean(&option.to_string(), ["max", "index"]) {
                Some(near) => format!("did you mean `{near}`?"),
                None => "the options of `repeat` are `max = ..` and `index as ..`".to_owned(),
            };
            let message = format!("expected an option, found `{option}`\nhelp: {help}");
            return Err(syn::Error::new(option.span(), message));
        };
        if again {
            return Err(syn::Error::new(option.span(), format!("`{option}` is given twice")));
        }
        if !head.is_empty() {
            head.parse::<Token![,]>()?;
        }
    }
    let Some(max) = max else {
        let message = "expected `max`: how often `repeat` runs at most\nhelp: `repeat(max = 5) { .. } until(..)`";
        return Err(syn::Error::new(word, message));
    };
    Ok((max, index))
}
