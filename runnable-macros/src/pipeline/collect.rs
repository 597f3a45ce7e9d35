//! The first half of `pipeline!`: which steps there are, and the chain of their hidden macros.

use super::{
    failed,
    model::Sig,
    syntax::{Chain, Form, Input},
};
use proc_macro2::TokenStream;
use quote::{ToTokens as _, quote};
use std::collections::HashMap;
use syn::Path;

/// Signatures by the path of the step.
pub(super) type Signatures<'s> = HashMap<String, &'s Sig>;

/// The calls that end in [`lower`](super::lower), one per item.
pub(crate) fn collect(tokens: TokenStream) -> TokenStream {
    let Input { krate, form } = match syn::parse2(tokens.clone()) {
        Ok(input) => input,
        Err(error) => return failed(error),
    };
    match form {
        Form::Items(items) => items.iter().map(|item| call(&krate, &item.chain, &item.tokens)).collect(),
        Form::Expression(chain) => {
            let written: TokenStream = tokens.into_iter().skip(1).collect();
            call(&krate, &chain, &written)
        }
    }
}

fn call(krate: &TokenStream, chain: &Chain, written: &TokenStream) -> TokenStream {
    let paths: Vec<_> = paths(chain).into_iter().map(crate::hidden::macro_path).collect();
    let source = quote!([ [#krate] #written ]);
    match paths.as_slice() {
        [] => quote!(#krate::__private::pipeline_lower! { [] #source }),
        [first, rest @ ..] => quote! {
            #first ! { @runnable [#krate::__private::pipeline_lower !] [] #source #([#rest])* }
        },
    }
}

/// The distinct paths of all steps, in the order of their first use.
fn paths(chain: &Chain) -> Vec<&Path> {
    let mut paths: Vec<&Path> = Vec::new();
    let mut seen = std::collections::HashSet::new();
    chain.steps(&mut |step| {
        if seen.insert(step.key()) {
            paths.push(&step.path);
        }
    });
    paths
}

/// The signatures that the hidden macros appended, by path.
pub(super) fn signatures<'s>(chain: &Chain, sigs: &'s [Sig]) -> Signatures<'s> {
    let keys = paths(chain).into_iter().map(|path| path.to_token_stream().to_string());
    keys.zip(sigs).collect()
}
