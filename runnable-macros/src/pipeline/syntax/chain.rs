//! `a >> b >> c`, and what every composite shares: a name, a body, its end.

use super::{
    outputs::Outputs,
    step::Step,
    tree::{Block, Chain, Choice, Kind, Map, Node, Parallel, Recover, Repeat},
};
use proc_macro2::Ident;
use syn::{
    Result, Token, braced,
    ext::IdentExt as _,
    parse::{Parse as _, ParseStream},
    token,
};

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
}

impl Node {
    fn parse(input: ParseStream<'_>, block: Block) -> Result<Self> {
        let name = label(input)?;
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
            "expected a step\nhelp: write the name of a task or a pipeline, `parallel { .. }`, `map(items as item) { .. }`, \
             `match`, `if`, `repeat(max = 5) { .. } until(..)`, `try { .. } else |error| { .. }` or `{ .. }`",
        ))
    }
}

/// The error for a composite that is written as in Rust, or lacks its parentheses or braces.
fn unfinished(input: ParseStream<'_>) -> Option<syn::Error> {
    let word = input.fork().call(Ident::parse_any).ok()?;
    let (braces, brackets) = (input.peek2(token::Brace), input.peek2(token::Bracket));
    let message = match word.to_string().as_str() {
        "else" => {
            "expected a step, found `else`\nhelp: write `else` directly after an `if` or a `try`: `if condition { a } else { b }`"
        }
        "for" => "expected a step, found `for`\nhelp: to run steps for each item, write `map(items as item) { .. }`",
        "while" | "loop" => {
            return Some(syn::Error::new(
                word.span(),
                format!(
                    "expected a step, found `{word}`\nhelp: to repeat steps, write `repeat(max = 5) {{ .. }} until(condition)`"
                ),
            ));
        }
        "map" if braces => "`map` needs the name of a collection\nhelp: write `map(items as item) { .. }`",
        "repeat" if braces => {
            "`repeat` needs the highest number of iterations\nhelp: write `repeat(max = 5) { .. } until(condition)`"
        }
        "let" => {
            "expected a step, found `let`\nhelp: values have names already: a step that takes `text` reads the `text` that an earlier step returns, and `step -> [text as title]` renames it"
        }
        "race" | "select" if braces => {
            return Some(syn::Error::new(
                word.span(),
                format!(
                    "`{word}` is not a form of `pipeline!`\nhelp: write a task that races its futures, or `parallel {{ a, b }}` to run all steps"
                ),
            ));
        }
        "join" | "all" | "spawn" if braces => {
            return Some(syn::Error::new(
                word.span(),
                format!("`{word}` is not a form of `pipeline!`\nhelp: write `parallel {{ a, b }}`"),
            ));
        }
        "parallel" if brackets => "expected the branches of `parallel` in braces\nhelp: write `parallel { a, b }`",
        _ => return None,
    };
    Some(syn::Error::new(word.span(), message))
}

/// `{ a >> b }`.
pub(super) fn group(input: ParseStream<'_>) -> Result<Chain> {
    if !input.peek(token::Brace) {
        return Err(input.error("expected the steps in braces\nhelp: write `{ a >> b }`"));
    }
    let body;
    braced!(body in input);
    let chain = Chain::parse(&body, Block::Braces)?;
    if body.peek(Token![,]) && !chain.nodes.is_empty() {
        body.parse::<Token![,]>()?;
    }
    if !body.is_empty() {
        return Err(after_step(&body, "`}`"));
    }
    Ok(chain)
}

/// The error for what follows a step, and is neither `>>` nor the end.
pub(super) fn after_step(input: ParseStream<'_>, end: &str) -> syn::Error {
    let method = input.peek2(syn::Ident) && (input.peek3(token::Paren) || input.peek3(Token![::]));
    if input.peek(Token![?]) {
        input.error(
            "a step has no `?`: if a step fails, so does the pipeline\nhelp: remove the `?`; to handle the error, write `try { .. } else |error| { .. }`",
        )
    } else if input.peek(Token![.]) && input.peek2(Token![await]) {
        input.error("a step has no `.await`: the pipeline awaits its steps\nhelp: remove `.await`")
    } else if input.peek(Token![.]) && method {
        input.error(
            "a step has no methods\nhelp: write its options where the task is defined: `#[task(retry(3), timeout = \"30s\")]`; to change a value, bind it: `step(name = name.len())`",
        )
    } else {
        input.error(format!("expected `>>` or {end}\nhelp: write `>>` between two steps, as in `a >> b`"))
    }
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
