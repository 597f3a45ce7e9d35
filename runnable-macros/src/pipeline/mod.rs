//! `pipeline!`: syntax -> model (signatures) -> resolve (names, ownership) -> lower (tokens).
//!
//! The macro runs in two halves. [`collect`] finds the steps and calls their hidden macros one after the other; each appends its
//! task's signature, and the last calls [`lower`], which then knows every name.
//!
//! Parsing never looks up names, resolving collects every error, and lowering cannot fail.

mod collect;
mod definition;
mod docs;
mod inline;
mod item;
mod liveness;
mod lower;
mod names;
mod plan;
mod resolve;
mod shape;
mod signatures;
mod syntax;

use crate::util::errors::failed;
use proc_macro2::TokenStream;
use signatures::{State, signatures};
use syntax::{Form, Input};

pub(crate) use collect::collect;

/// The second half: writes the code, now that every signature is known.
pub(crate) fn lower(tokens: TokenStream) -> TokenStream {
    try_lower(tokens).unwrap_or_else(failed)
}

fn try_lower(tokens: TokenStream) -> syn::Result<TokenStream> {
    let State { sigs, source } = syn::parse2(tokens)?;
    let Input { krate, form } = syn::parse2(source.stream())?;
    Ok(match &form {
        Form::Items(items) => {
            items.iter().map(|item| item::expand(&krate, item, &signatures(&item.chain, &sigs))).collect()
        }
        Form::Expression(chain) => inline::expand(&krate, chain, &signatures(chain, &sigs), source.stream()),
    })
}
