//! `race { a, b: c >> d }`.

use super::{
    chain::{drain, ends, label},
    foreign,
    tree::{Block, Branch, Chain, Contender, Race},
};
use proc_macro2::Ident;
use syn::{Result, Token, braced, ext::IdentExt as _, parse::ParseStream};

impl Race {
    /// Parses the whole `race`.
    pub(crate) fn parse(input: ParseStream<'_>) -> Result<Self> {
        let span = input.call(Ident::parse_any)?.span();
        let body;
        braced!(body in input);
        let mut branches = Vec::new();
        while !ends(&body, Block::Braces) {
            let span = body.span();
            let branch = Branch { label: label(&body)?, chain: Chain::parse(&body, Block::Braces) };
            branches.push(Contender { span, branch });
            if !body.peek(Token![,]) {
                break;
            }
            body.parse::<Token![,]>()?;
        }
        if let (false, Some(last)) = (body.is_empty(), branches.last_mut()) {
            last.branch.chain.ends_in(foreign::after_step(&body, "`,`"), foreign::is_no_step(&body));
            drain(&body);
        }
        if branches.is_empty() {
            return Err(syn::Error::new(span, "expected at least one branch\nhelp: write `race { a, b }`"));
        }
        Ok(Self { span, branches })
    }
}
