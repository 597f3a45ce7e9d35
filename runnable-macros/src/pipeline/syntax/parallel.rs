//! `parallel { es: a, fr: b >> c }`.

use super::{
    chain::{drain, ends, label, open_angles},
    foreign,
    tree::{Block, Branch, Chain, Parallel},
};
use proc_macro2::Ident;
use syn::{Result, Token, braced, ext::IdentExt as _, parse::ParseStream};

impl Parallel {
    /// Parses the whole `parallel`; `block` is what encloses it.
    pub(crate) fn parse(input: ParseStream<'_>, block: Block) -> Result<Self> {
        let span = input.call(Ident::parse_any)?.span();
        let branches = if input.peek(Token![<]) {
            open_angles(input, block)?;
            let branches = branches(input, Block::Angles)?;
            input.parse::<Token![>]>()?;
            branches
        } else {
            let body;
            braced!(body in input);
            let mut branches = branches(&body, Block::Braces)?;
            if let (false, Some(last)) = (body.is_empty(), branches.last_mut()) {
                last.chain.ends_in(foreign::after_step(&body, "`,`"), foreign::is_no_step(&body));
                drain(&body);
            }
            branches
        };
        if branches.is_empty() {
            return Err(syn::Error::new(span, "expected at least one branch\nhelp: write `parallel { a, b }`"));
        }
        Ok(Self { branches })
    }
}

fn branches(input: ParseStream<'_>, block: Block) -> Result<Vec<Branch>> {
    let mut branches = Vec::new();
    while !ends(input, block) {
        branches.push(Branch { label: label(input)?, chain: Chain::parse(input, block) });
        if !input.peek(Token![,]) {
            break;
        }
        input.parse::<Token![,]>()?;
    }
    Ok(branches)
}
