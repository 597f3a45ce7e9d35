//! The signatures of a pipeline's steps, which their hidden macros append.

use super::syntax::Chain;
use proc_macro2::{Group, Ident};
use quote::ToTokens as _;
use std::collections::HashMap;
use syn::{
    LitBool, Result, Token, braced, bracketed,
    parse::{Parse, ParseStream},
};

/// The signatures by the path of the step.
pub(super) type Signatures<'s> = HashMap<String, &'s Sig>;

/// The signature of a task or a pipeline.
pub(super) struct Sig {
    /// Its inputs.
    pub(super) params: Vec<Param>,
    /// The names that it returns.
    pub(super) returns: Vec<String>,
    /// `true` if it has events of its own.
    pub(super) events: bool,
}

impl Sig {
    /// Returns the names of its inputs.
    pub(super) fn names(&self) -> Vec<String> {
        self.params.iter().map(|param| param.name.clone()).collect()
    }
}

/// An input.
pub(super) struct Param {
    /// Its name.
    pub(super) name: String,
    /// `true` for `&T`.
    pub(super) borrowed: bool,
}

/// The signatures in the order of the paths, and the user's tokens: `@runnable [signatures] [source]`.
pub(super) struct State {
    /// One per distinct path.
    pub(super) sigs: Vec<Sig>,
    /// `[krate] tokens`.
    pub(super) source: Group,
}

impl Parse for State {
    fn parse(input: ParseStream<'_>) -> Result<Self> {
        input.parse::<Token![@]>()?;
        input.parse::<Ident>()?;
        let list;
        bracketed!(list in input);
        let mut sigs = Vec::new();
        while !list.is_empty() {
            let sig;
            braced!(sig in list);
            sigs.push(sig.parse()?);
        }
        Ok(Self { sigs, source: input.parse()? })
    }
}

impl Parse for Sig {
    fn parse(input: ParseStream<'_>) -> Result<Self> {
        let mut sig = Self { params: Vec::new(), returns: Vec::new(), events: false };
        while !input.is_empty() {
            let key: Ident = input.parse()?;
            input.parse::<Token![=]>()?;
            if key == "params" {
                let list;
                bracketed!(list in input);
                sig.params = list.parse_terminated(Param::parse, Token![,])?.into_iter().collect();
            } else if key == "returns" {
                let list;
                bracketed!(list in input);
                sig.returns = list.parse_terminated(Ident::parse, Token![,])?.iter().map(Ident::to_string).collect();
            } else if key == "events" {
                sig.events = input.parse::<LitBool>()?.value;
            } else {
                input.parse::<Ident>()?;
            }
        }
        Ok(sig)
    }
}

impl Parse for Param {
    fn parse(input: ParseStream<'_>) -> Result<Self> {
        let kind: Ident = input.parse()?;
        Ok(Self { borrowed: kind == "borrow", name: input.parse::<Ident>()?.to_string() })
    }
}

/// Returns the signatures that the hidden macros appended, by path.
pub(super) fn signatures<'s>(chain: &Chain, sigs: &'s [Sig]) -> Signatures<'s> {
    let keys = chain.paths().into_iter().map(|path| path.to_token_stream().to_string());
    keys.zip(sigs).collect()
}
