//! One call of `pipeline!`: items, or a chain that is an expression.

use super::{
    chain::drain,
    foreign,
    item::{self, Item},
    policy,
    tree::{Block, Chain},
};
use crate::krate::Krate;
use proc_macro2::{Group, Ident, TokenStream, TokenTree};
use syn::{
    Result, Token, Visibility, bracketed,
    parse::{Parse, ParseStream},
    token,
};

/// One call of `pipeline!`.
pub(crate) struct Input {
    /// The path to the `runnable` crate.
    pub(crate) krate: Krate,
    /// The pipelines.
    pub(crate) form: Form,
}

/// The outer forms.
pub(crate) enum Form {
    /// `pub fn name(..) { .. }`, one or more.
    Items(Vec<Item>),
    /// A chain that is an expression.
    Expression(Chain),
}

impl Parse for Input {
    fn parse(input: ParseStream<'_>) -> Result<Self> {
        let krate;
        bracketed!(krate in input);
        let krate = krate.parse::<TokenStream>()?.into();
        if input.is_empty() {
            return Err(input.error(
                "expected a pipeline\nhelp: write `fn name(input: Type) { a >> b }`, or the steps alone: `a >> b`",
            ));
        }
        let form = if begins_item(input) {
            let mut items = Vec::new();
            while !input.is_empty() {
                items.push(Item::parse(input)?);
            }
            Form::Items(items)
        } else {
            let mut chain = Chain::parse(input, Block::Braces);
            if !input.is_empty() {
                let is_no_step = foreign::is_no_step(input);
                chain.ends_in(foreign::after_step(input, "the end of the pipeline"), is_no_step);
                drain(input);
            }
            Form::Expression(chain)
        };
        Ok(Self { krate, form })
    }
}

/// `name(input: Type) { .. }` or `name(..) -> [..] { .. }`, without its `fn`.
fn lacks_fn(input: ParseStream<'_>) -> bool {
    let ahead = input.fork();
    let called = ahead.parse::<Ident>().is_ok() && ahead.peek(token::Paren) && ahead.parse::<TokenTree>().is_ok();
    if called && ahead.peek(Token![->]) && ahead.parse::<Token![->]>().is_ok() {
        return ahead.parse::<TokenTree>().is_ok() && ahead.peek(token::Brace);
    }
    // A word that opens a composite has its own message.
    called && ahead.peek(token::Brace) && typed(input)
}

/// Returns `true` if the parentheses after a name have a parameter with its type.
fn typed(input: ParseStream<'_>) -> bool {
    let ahead = input.fork();
    let list = ahead.parse::<Ident>().and_then(|_| ahead.parse::<Group>());
    list.is_ok_and(|list| {
        let mut trees = list.stream().into_iter();
        matches!(trees.next(), Some(TokenTree::Ident(_)))
            && matches!(trees.next(), Some(TokenTree::Punct(sign)) if sign.as_char() == ':')
    })
}

/// Returns `true` if an item follows: attributes and a visibility decide nothing, `fn` does.
fn begins_item(input: ParseStream<'_>) -> bool {
    let ahead = input.fork();
    let begins = |at: ParseStream<'_>| at.peek(Token![fn]) || item::qualifier(at).is_some() || lacks_fn(at);
    (input.peek(Token![#]) && !policy::begins_step(input))
        || input.peek(Token![pub])
        || (ahead.parse::<Visibility>().is_ok() && begins(&ahead))
}
