//! The first half of `pipeline!`: finds the steps, and calls their hidden macros one after the other.

use super::syntax::{Chain, Form, Input};
use crate::{
    krate::Krate,
    util::{errors::failed, fragments::parenthesized},
};
use proc_macro2::TokenStream;
use quote::quote;

/// The calls that end in [`lower`](super::lower), one per item.
pub(crate) fn collect(tokens: TokenStream) -> TokenStream {
    let tokens = parenthesized(tokens);
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

fn call(krate: &Krate, chain: &Chain, written: &TokenStream) -> TokenStream {
    let paths: Vec<_> = chain.paths().into_iter().map(crate::surface::macro_path).collect();
    let (source, last) = (quote!([ [#krate] #written ]), quote!(#krate::__private::pipeline_lower));
    match paths.as_slice() {
        [] => quote!(#last ! { @runnable [] #source }),
        [first, rest @ ..] => quote!(#first ! { @runnable [] #source #([#rest])* [#last] }),
    }
}
