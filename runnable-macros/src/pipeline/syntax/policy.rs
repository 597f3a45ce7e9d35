//! `#[retry(3)] #[timeout("30s")]` before a node.

use super::{
    chain::broken,
    foreign,
    tree::{Block, Chain, Kind, Node, Policy, Rule},
};
use crate::util::{
    delay::Delay,
    errors::Errors,
    retry::{self, Retry},
};
use proc_macro2::{Delimiter, Group, Ident, TokenStream};
use quote::{ToTokens as _, quote};
use syn::{
    Attribute, Error, MacroDelimiter, Meta, Result, Token,
    parse::{ParseStream, Parser as _},
};

impl Policy {
    /// Parses attributes and the node after them. The first attribute is the outermost policy.
    pub(super) fn parse(input: ParseStream<'_>, block: Block) -> Result<Node> {
        let attrs = input.call(Attribute::parse_outer)?;
        let mut node = Node::parse(input, block)?;
        match rules(&attrs) {
            Ok(rules) => {
                let name = node.name.take();
                for (at, (word, rule)) in rules.into_iter().enumerate().rev() {
                    let policy = Self { word, rule, within: at > 0, node };
                    node = Node { name: None, kind: Kind::Policy(Box::new(policy)), outputs: None };
                }
                Ok(Node { name, ..node })
            }
            // The node is as it would be without them.
            Err(error) => Ok(broken(error, Chain { nodes: vec![node] })),
        }
    }
}

/// The policies of a node, each once.
fn rules(attrs: &[Attribute]) -> Result<Vec<(Ident, Rule)>> {
    let mut rules: Vec<(Ident, Rule)> = Vec::new();
    for attr in attrs {
        let Some(word) = attr.path().get_ident().filter(|_| foreign::is_policy(attr)).cloned() else {
            return Err(foreign::not_a_policy(attr, "a step"));
        };
        let rule = if word == "retry" { Rule::Retry(retry(attr, &word)?) } else { Rule::Timeout(limit(attr)?) };
        if rules.iter().any(|(other, _)| *other == word) {
            return Err(Error::new_spanned(attr, format!("`{word}` is set twice\nhelp: remove one of the two")));
        }
        rules.push((word, rule));
    }
    Ok(rules)
}

/// The options after `retry`, as in `#[task(retry(3))]`.
fn retry(attr: &Attribute, word: &Ident) -> Result<Retry> {
    let rest: TokenStream = match &attr.meta {
        Meta::Path(_) => TokenStream::new(),
        Meta::List(list) => {
            let (delimiter, span) = match &list.delimiter {
                MacroDelimiter::Paren(paren) => (Delimiter::Parenthesis, paren.span),
                MacroDelimiter::Brace(brace) => (Delimiter::Brace, brace.span),
                MacroDelimiter::Bracket(bracket) => (Delimiter::Bracket, bracket.span),
            };
            let mut group = Group::new(delimiter, list.tokens.clone());
            group.set_span(span.join());
            group.into_token_stream()
        }
        Meta::NameValue(pair) => {
            let (equals, value) = (pair.eq_token, &pair.value);
            quote!(#equals #value)
        }
    };
    let mut errors = Errors::new();
    let parsed = (|input: ParseStream<'_>| retry::parse(word, input, &mut errors)).parse2(rest);
    let retry = errors.absorb(parsed).flatten();
    errors.finish()?;
    retry.ok_or_else(|| Error::new_spanned(attr, "expected `#[retry(3)]`"))
}

/// The limit in the parentheses of `timeout`.
fn limit(attr: &Attribute) -> Result<Delay> {
    let Meta::List(list) = &attr.meta else {
        let message = "expected the limit in parentheses\nhelp: write `#[timeout(\"30s\")]`";
        return Err(Error::new_spanned(&attr.meta, message));
    };
    if list.tokens.is_empty() {
        return Err(Error::new_spanned(list, "expected a duration\nhelp: write `#[timeout(\"30s\")]`"));
    }
    list.parse_args_with(|input: ParseStream<'_>| {
        let limit = Delay::parse(input, "a duration", |time| format!("#[timeout(\"{time}\")]"))?;
        if input.is_empty() { Ok(limit) } else { Err(input.error("expected `)`\nhelp: `timeout` takes one duration")) }
    })
}

/// Returns `true` if policies follow, and not the attributes of an item.
pub(super) fn begins_step(input: ParseStream<'_>) -> bool {
    let ahead = input.fork();
    let Ok(attrs) = ahead.call(Attribute::parse_outer) else { return false };
    !attrs.is_empty() && attrs.iter().all(foreign::is_policy) && !ahead.peek(Token![pub]) && !ahead.peek(Token![fn])
}
