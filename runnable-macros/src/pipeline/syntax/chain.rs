//! `a >> b >> c`, and what every composite shares: a name, a body, its end.

use super::{
    foreign,
    outputs::Outputs,
    step::Step,
    tree::{Arm, Block, Broken, Chain, Choice, Kind, Map, Node, Parallel, Policy, Race, Recover, Repeat},
};
use proc_macro2::{Ident, TokenTree};
use syn::{
    Attribute, Result, Token, braced,
    ext::IdentExt as _,
    parse::{Parse as _, ParseBuffer, ParseStream, discouraged::Speculative as _},
    token,
};

impl Chain {
    /// Parses to the end of the chain. A mistake becomes a node, so that the rest of the pipeline is known.
    pub(crate) fn parse(input: ParseStream<'_>, block: Block) -> Self {
        let mut nodes = Vec::new();
        while !(ends(input, block) && nodes.is_empty()) {
            // Tokens that a fork discards are not reported as unexpected.
            let ahead = input.fork();
            let error = match Node::parse(&ahead, block) {
                Ok(node) => {
                    input.advance_to(&ahead);
                    nodes.push(node);
                    if input.peek(Token![>>]) && input.parse::<Token![>>]>().is_ok() {
                        continue;
                    }
                    break;
                }
                Err(error) => error,
            };
            nodes.push(broken(error, saved(&input.fork(), block)));
            while !ends(input, block) && input.parse::<TokenTree>().is_ok() {}
            break;
        }
        Self { nodes }
    }

    /// Adds the mistake that follows the last step, which is not a step itself if `foreign` is true.
    pub(super) fn ends_in(&mut self, error: syn::Error, foreign: bool) {
        if matches!(self.nodes.last(), Some(Node { kind: Kind::Broken(_), .. })) {
            return;
        }
        if foreign {
            self.nodes.pop();
        }
        self.nodes.push(broken(error, Self::default()));
    }
}

/// Returns a node that is a mistake.
pub(super) fn broken(error: syn::Error, saved: Chain) -> Node {
    Node { name: None, kind: Kind::Broken(Box::new(Broken { error, saved })), outputs: None }
}

/// Returns the steps of a node that is not complete: the step itself, or those in the braces of a composite.
fn saved(input: ParseStream<'_>, block: Block) -> Chain {
    let mut nodes = Vec::new();
    let _ = input.call(Attribute::parse_outer);
    let name = label(input).ok().flatten();
    let _ = input.call(Attribute::parse_outer);
    let composite = |word| opens(input, word, |_| true);
    if !["map", "repeat", "parallel", "race"].into_iter().any(composite)
        && let Some(step) = Step::without_bindings(&input.fork())
    {
        return Chain { nodes: vec![Node { name, kind: Kind::Step(step), outputs: None }] };
    }
    let Ok(word) = input.call(Ident::parse_any) else { return Chain::default() };
    let word = word.to_string();
    while !ends(input, block) {
        if !input.peek(token::Brace) {
            if input.parse::<TokenTree>().is_err() {
                break;
            }
            continue;
        }
        let Ok(inside) = inside(input) else { break };
        match word.as_str() {
            "match" => {
                while let (false, Ok(arm)) = (inside.is_empty(), inside.parse::<Arm>()) {
                    nodes.extend(arm.chain.nodes);
                }
            }
            "map" | "repeat" | "try" | "if" => nodes.extend(Chain::parse(&inside, Block::Braces).nodes),
            _ => {}
        }
        drain(&inside);
    }
    // Of several mistakes in one node, the first is reported.
    nodes.retain(|node| !matches!(node.kind, Kind::Broken(_)));
    Chain { nodes }
}

fn inside(input: ParseStream<'_>) -> Result<ParseBuffer<'_>> {
    let body;
    braced!(body in input);
    Ok(body)
}

/// Skips everything.
pub(super) fn drain(input: ParseStream<'_>) {
    let _ = input.parse::<proc_macro2::TokenStream>();
}

impl Node {
    pub(super) fn parse(input: ParseStream<'_>, block: Block) -> Result<Self> {
        if input.peek(Token![#]) {
            return Policy::parse(input, block);
        }
        let name = label(input)?;
        if let (Some(name), true) = (&name, input.peek(Token![#])) {
            return Err(foreign::attribute_after_name(input, name));
        }
        let kind = Kind::parse(input, block)?;
        let outputs = if input.peek(Token![->]) { Some(Outputs::parse(input)?) } else { None };
        Ok(Self { name, kind, outputs })
    }
}

impl Kind {
    fn parse(input: ParseStream<'_>, block: Block) -> Result<Self> {
        if input.peek(token::Brace) {
            return group(input).map(Self::Group);
        }
        if opens(input, "parallel", |input| input.peek2(token::Brace) || input.peek2(Token![<])) {
            return Parallel::parse(input, block).map(Self::Parallel);
        }
        if opens(input, "race", |input| input.peek2(token::Brace)) {
            return Race::parse(input).map(Self::Race);
        }
        if opens(input, "map", |input| input.peek2(token::Paren)) {
            return Map::parse(input, block).map(Self::Map);
        }
        if opens(input, "repeat", |input| input.peek2(token::Paren)) {
            return Repeat::parse(input, block).map(|repeat| Self::Repeat(Box::new(repeat)));
        }
        if input.peek(Token![match]) {
            return Choice::parse_match(input).map(|choice| Self::Choice(Box::new(choice)));
        }
        if input.peek(Token![if]) {
            return Choice::parse_if(input).map(|choice| Self::Choice(Box::new(choice)));
        }
        if input.peek(Token![try]) {
            return Recover::parse(input).map(Self::Recover);
        }
        if let Some(error) = foreign::instead_of_step(input) {
            return Err(error);
        }
        if Step::begins(input) {
            return Step::parse(input).map(Self::Step);
        }
        Err(foreign::no_step(input))
    }
}

/// `{ a >> b }`.
pub(super) fn group(input: ParseStream<'_>) -> Result<Chain> {
    if !input.peek(token::Brace) {
        return Err(input.error("expected the steps in braces\nhelp: write `{ a >> b }`"));
    }
    let body = inside(input)?;
    let mut chain = Chain::parse(&body, Block::Braces);
    if body.peek(Token![,]) && !chain.nodes.is_empty() {
        body.parse::<Token![,]>()?;
    }
    if !body.is_empty() {
        chain.ends_in(foreign::after_step(&body, "`}`"), foreign::is_no_step(&body));
        drain(&body);
    }
    Ok(chain)
}

/// The chain in `<..>` or `{ .. }`.
pub(super) fn body(input: ParseStream<'_>, block: Block) -> Result<Chain> {
    if !input.peek(Token![<]) {
        return group(input);
    }
    open_angles(input, block)?;
    let chain = Chain::parse(input, Block::Angles);
    if input.peek(Token![,]) {
        input.parse::<Token![,]>()?;
    }
    input.parse::<Token![>]>()?;
    Ok(chain)
}

/// The `<` of a block, which may not be in another such block.
pub(super) fn open_angles(input: ParseStream<'_>, block: Block) -> Result<()> {
    let open: Token![<] = input.parse()?;
    match block {
        Block::Braces => Ok(()),
        Block::Angles => Err(syn::Error::new(
            open.span,
            "a `<..>` block cannot be inside another, where `>>` always means the next step\nhelp: write braces, as in `parallel { .. }`",
        )),
    }
}

/// `name:`, if it is written; `name::` is the start of a path.
pub(super) fn label(input: ParseStream<'_>) -> Result<Option<Ident>> {
    if !(input.peek(syn::Ident) && input.peek2(Token![:]) && !input.peek2(Token![::])) {
        return Ok(None);
    }
    let name = input.parse()?;
    input.parse::<Token![:]>()?;
    Ok(Some(name))
}

/// Returns `true` if nothing more belongs to the chain.
pub(super) fn ends(input: ParseStream<'_>, block: Block) -> bool {
    let closed = block == Block::Angles && input.peek(Token![>]) && !input.peek(Token![>>]);
    input.is_empty() || input.peek(Token![,]) || closed
}

/// Returns `true` if the word `word` opens a composite here; `r#word` never does.
fn opens(input: ParseStream<'_>, word: &str, then: impl Fn(ParseStream<'_>) -> bool) -> bool {
    then(input) && input.fork().call(Ident::parse_any).is_ok_and(|ident| ident == word)
}
