//! What a user writes in `pipeline!`: one grammar production a file, each parsing itself. No name is looked up here.

mod chain;
mod choice;
mod item;
mod map;
mod outputs;
mod parallel;
mod recover;
mod repeat;
mod step;

pub(super) use chain::{Chain, Kind, Node};
pub(super) use choice::{Arm, Choice, Head};
pub(super) use item::{Item, Parameter};
pub(super) use map::{Map, Source};
pub(super) use outputs::Outputs;
pub(super) use parallel::{Branch, Parallel};
pub(super) use recover::Recover;
pub(super) use repeat::Repeat;
pub(super) use step::Step;

use proc_macro2::TokenStream;
use syn::{
    Result, Token, Visibility, bracketed,
    parse::{Parse, ParseStream},
};

/// One call of `pipeline!`.
pub(super) struct Input {
    /// The path to the `runnable` crate.
    pub(super) krate: TokenStream,
    /// What follows it.
    pub(super) form: Form,
}

/// The outer forms.
pub(super) enum Form {
    /// `pub fn name(..) { .. }`, one or more.
    Items(Vec<Item>),
    /// A chain that is an expression.
    Expression(Chain),
}

impl Parse for Input {
    fn parse(input: ParseStream<'_>) -> Result<Self> {
        let krate;
        bracketed!(krate in input);
        let krate = krate.parse()?;
        if input.is_empty() {
            return Err(input
                .error("expected a pipeline\nhelp: `fn name(input: Type) { a >> b }`, or the steps alone: `a >> b`"));
        }
        let form = if begins_item(input) {
            let mut items = Vec::new();
            while !input.is_empty() {
                items.push(input.parse()?);
            }
            Form::Items(items)
        } else {
            let chain = Chain::parse(input, Block::Braces)?;
            if !input.is_empty() {
                return Err(input.error("expected `>>` or the end of the pipeline"));
            }
            Form::Expression(chain)
        };
        Ok(Self { krate, form })
    }
}

/// Whether an item follows: attributes and a visibility decide nothing, `fn` does.
fn begins_item(input: ParseStream<'_>) -> bool {
    let ahead = input.fork();
    let begins = |at: ParseStream<'_>| at.peek(Token![fn]) || item::qualifier(at).is_some();
    input.peek(Token![#]) || input.peek(Token![pub]) || (ahead.parse::<Visibility>().is_ok() && begins(&ahead))
}

/// What encloses a chain, which decides what ends it.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Block {
    /// `{ .. }`, or nothing.
    Braces,
    /// `<..>`: a `>` ends it, while `>>` sequences.
    Angles,
}
