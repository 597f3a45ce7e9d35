//! One call of `pipeline!`: items, or a chain that is an expression.

use super::{
    chain::drain,
    foreign,
    item::{self, Item},
    tree::{Block, Chain},
};
use crate::krate::Krate;
use proc_macro2::TokenStream;
use syn::{
    Result, Token, Visibility, bracketed,
    parse::{Parse, ParseStream},
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

/// Returns `true` if an item follows: attributes and a visibility decide nothing, `fn` does.
fn begins_item(input: ParseStream<'_>) -> bool {
    let ahead = input.fork();
    let begins = |at: ParseStream<'_>| at.peek(Token![fn]) || item::qualifier(at).is_some();
    input.peek(Token![#]) || input.peek(Token![pub]) || (ahead.parse::<Visibility>().is_ok() && begins(&ahead))
}
