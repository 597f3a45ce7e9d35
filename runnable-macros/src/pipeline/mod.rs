//! `pipeline!`: syntax -> model (signatures) -> resolve (names, ownership) -> lower (tokens).
//!
//! It runs twice. [`collect`] finds the steps and calls their hidden macros one after the other; each appends its task's
//! signature, and the last calls [`lower`], which then knows every name.

mod collect;
mod docs;
mod events;
mod graph;
mod inline;
mod item;
mod liveness;
mod lower;
mod model;
mod names;
mod plan;
mod record;
mod resolve;
mod syntax;
mod written;

use proc_macro2::TokenStream;
use quote::quote;
use syntax::{Form, Input};

pub(crate) use collect::collect;
pub(crate) use syntax::readable;

/// The second half: with every signature at hand, writes the code.
pub(crate) fn lower(tokens: TokenStream) -> TokenStream {
    try_lower(tokens).unwrap_or_else(failed)
}

fn try_lower(tokens: TokenStream) -> syn::Result<TokenStream> {
    let model::State { sigs, source } = syn::parse2(tokens)?;
    let Input { krate, form } = syn::parse2(source.stream())?;
    Ok(match &form {
        Form::Items(items) => {
            items.iter().map(|item| item::expand(&krate, item, &collect::signatures(&item.chain, &sigs))).collect()
        }
        Form::Expression(chain) => inline::expand(&krate, chain, &collect::signatures(chain, &sigs)),
    })
}

/// Errors where an item as well as an expression may stand.
fn failed(error: syn::Error) -> TokenStream {
    let errors: Vec<_> = error.into_iter().map(|error| error.to_compile_error()).collect();
    match errors.as_slice() {
        [one] => one.clone(),
        all => quote!(#(#all)*),
    }
}
