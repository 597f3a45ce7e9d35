//! `a >> b >> c`, and what a chain is made of.

use super::{Block, Choice, Map, Outputs, Parallel, Recover, Repeat, Step};
use proc_macro2::Ident;
use std::collections::HashSet;
use syn::{
    Path, Result, Token, braced,
    ext::IdentExt as _,
    parse::{Parse as _, ParseStream},
    token,
};

/// Nodes that run one after the other; none of them passes through.
pub(crate) struct Chain {
    /// In the order in which they run.
    pub(crate) nodes: Vec<Node>,
}

/// One link of a chain: `name: kind -> [outputs]`.
pub(crate) struct Node {
    /// The node's own name.
    pub(crate) name: Option<Ident>,
    /// What it does.
    pub(crate) kind: Kind,
    /// The full list of what it gives, where one is written.
    pub(crate) outputs: Option<Outputs>,
}

/// What a node does.
pub(crate) enum Kind {
    /// A task or another pipeline.
    Step(Step),
    /// Branches at the same time.
    Parallel(Parallel),
    /// A chain per item.
    Map(Map),
    /// `{ a >> b }`.
    Group(Chain),
    /// One of several chains.
    Choice(Box<Choice>),
    /// A chain that runs again and again.
    Repeat(Box<Repeat>),
    /// A chain, and what stands in for it.
    Recover(Recover),
}

impl Chain {
    /// Parses to the end of the chain.
    pub(crate) fn parse(input: ParseStream<'_>, block: Block) -> Result<Self> {
        let mut nodes = Vec::new();
        if ends(input, block) {
            return Ok(Self { nodes });
        }
        loop {
            nodes.push(Node::parse(input, block)?);
            if !input.peek(Token![>>]) {
                break;
            }
            input.parse::<Token![>>]>()?;
        }
        Ok(Self { nodes })
    }

    /// The distinct paths of all steps, in the order of their first use.
    pub(crate) fn paths(&self) -> Vec<&Path> {
        let (mut paths, mut seen) = (Vec::new(), HashSet::new());
        self.steps(&mut |step| {
            if seen.insert(step.key()) {
                paths.push(&step.path);
            }
        });
        paths
    }

    /// Visits every step, in the order in which they are written.
    pub(crate) fn steps<'c>(&'c self, visit: &mut impl FnMut(&'c Step)) {
        for node in &self.nodes {
            match &node.kind {
                Kind::Step(step) => visit(step),
                Kind::Parallel(parallel) => parallel.branches.iter().for_each(|branch| branch.chain.steps(visit)),
                Kind::Map(map) => map.body.steps(visit),
                Kind::Group(chain) => chain.steps(visit),
                Kind::Choice(choice) => choice.arms.iter().for_each(|arm| arm.chain.steps(visit)),
                Kind::Repeat(repeat) => repeat.body.steps(visit),
                Kind::Recover(recover) => {
                    recover.body.steps(visit);
                    recover.recovery.steps(visit);
                }
            }
        }
    }
}

impl Node {
    fn parse(input: ParseStream<'_>, block: Block) -> Result<Self> {
        let name = label(input)?;
        let kind = Kind::parse(input, block)?;
        let outputs = if input.peek(Token![->]) { Some(input.parse()?) } else { None };
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
        if let Some(error) = unfinished(input) {
            return Err(error);
        }
        if Step::begins(input) {
            return Step::parse(input).map(Self::Step);
        }
        Err(input.error(
            "expected a task, `parallel { .. }`, `map(items as item) { .. }`, `match`, `if`, `repeat(max = 5) { .. } until(..)`, \
             `try { .. } else |error| { .. }` or `{ .. }`",
        ))
    }
}

/// What can only be meant for a form, but is written as in Rust, or lacks its parentheses or braces.
fn unfinished(input: ParseStream<'_>) -> Option<syn::Error> {
    let word = input.fork().call(Ident::parse_any).ok()?;
    let (braces, brackets) = (input.peek2(token::Brace), input.peek2(token::Bracket));
    let help = match word.to_string().as_str() {
        "else" => "`else` stands after the braces of an `if` or a `try`: `if condition { a } else { b }`",
        "for" => "a chain that runs for each item is `map(items as item) { .. }`",
        "while" | "loop" => "a chain that runs again and again is `repeat(max = 5) { .. } until(condition)`",
        "map" if braces => "say which items: `map(items as item) { .. }`",
        "repeat" if braces => "say how often at most: `repeat(max = 5) { .. } until(condition)`",
        "parallel" if brackets => "branches stand in braces: `parallel { a, b }`",
        _ => return None,
    };
    Some(syn::Error::new(word.span(), format!("expected a step or a form, found `{word}`\nhelp: {help}")))
}

/// `{ a >> b }`.
pub(super) fn group(input: ParseStream<'_>) -> Result<Chain> {
    if !input.peek(token::Brace) {
        return Err(input.error("expected the steps in braces\nhelp: `{ a >> b }`"));
    }
    let body;
    braced!(body in input);
    let chain = Chain::parse(&body, Block::Braces)?;
    if body.peek(Token![,]) && !chain.nodes.is_empty() {
        body.parse::<Token![,]>()?;
    }
    if !body.is_empty() {
        return Err(body.error("expected `>>` or `}`\nhelp: steps follow each other as in `a >> b`"));
    }
    Ok(chain)
}

/// The chain in `<..>` or `{ .. }`.
pub(super) fn body(input: ParseStream<'_>, block: Block) -> Result<Chain> {
    if !input.peek(Token![<]) {
        return group(input);
    }
    open_angles(input, block)?;
    let chain = Chain::parse(input, Block::Angles)?;
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
            "`<..>` blocks do not nest: `>>` always sequences in them\nhelp: use braces, as in `parallel { .. }`",
        )),
    }
}

/// `name:`, where it is written; `name::` is the start of a path.
pub(super) fn label(input: ParseStream<'_>) -> Result<Option<Ident>> {
    if !(input.peek(syn::Ident) && input.peek2(Token![:]) && !input.peek2(Token![::])) {
        return Ok(None);
    }
    let name = input.parse()?;
    input.parse::<Token![:]>()?;
    Ok(Some(name))
}

/// Whether nothing more belongs to the chain.
pub(super) fn ends(input: ParseStream<'_>, block: Block) -> bool {
    let closed = block == Block::Angles && input.peek(Token![>]) && !input.peek(Token![>>]);
    input.is_empty() || input.peek(Token![,]) || closed
}

/// Whether the word `word` opens a form here; `r#word` never does.
fn opens(input: ParseStream<'_>, word: &str, then: impl Fn(ParseStream<'_>) -> bool) -> bool {
    then(input) && input.fork().call(Ident::parse_any).is_ok_and(|ident| ident == word)
}
