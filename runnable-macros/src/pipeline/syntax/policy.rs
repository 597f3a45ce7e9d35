//! `#[timeout("30s")]` before a node.

use super::{
    chain::broken,
    foreign,
    tree::{Block, Chain, Kind, Node, Policy},
};
use crate::util::delay::Delay;
use proc_macro2::{Ident, Span};
use syn::{Attribute, Error, Meta, Result, Token, parse::ParseStream};

impl Policy {
    /// Parses attributes and the node after them.
    pub(super) fn parse(input: ParseStream<'_>, block: Block) -> Result<Node> {
        let attrs = input.call(Attribute::parse_outer)?;
        let mut node = Node::parse(input, block)?;
        match timeout(&attrs) {
            Ok((word, timeout)) => {
                let name = node.name.take();
                Ok(Node { name, kind: Kind::Policy(Box::new(Self { word, timeout, node })), outputs: None })
            }
            // The node is as it would be without them.
            Err(error) => Ok(broken(error, Chain { nodes: vec![node] })),
        }
    }
}

/// The only policy of a node.
fn timeout(attrs: &[Attribute]) -> Result<(Ident, Delay)> {
    let mut timeout: Option<(Ident, Delay)> = None;
    for attr in attrs {
        let Some(word) = attr.path().get_ident().filter(|word| *word == "timeout").cloned() else {
            return Err(foreign::not_a_policy(attr, "a step"));
        };
        if timeout.replace((word, limit(attr)?)).is_some() {
            return Err(Error::new_spanned(attr, "`timeout` is set twice\nhelp: remove one of the two"));
        }
    }
    timeout.ok_or_else(|| Error::new(Span::call_site(), "expected `#[timeout(\"30s\")]`"))
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
