//! The first half of `pipeline!`: finds the steps, and calls their hidden macros one after the other.

use super::syntax::{Form, Input, Item};
use crate::{
    krate::Krate,
    surface::unique,
    util::{errors::failed, fragments::parenthesized},
};
use proc_macro2::{Ident, TokenStream};
use quote::{ToTokens, quote};
use syn::Path;

/// The calls that end in [`lower`](super::lower), one per item.
pub(crate) fn collect(tokens: TokenStream) -> TokenStream {
    let tokens = parenthesized(tokens);
    let Input { krate, form } = match syn::parse2(tokens.clone()) {
        Ok(input) => input,
        Err(error) => return failed(error),
    };
    match form {
        Form::Items(items) => {
            let mut inside = Inside::default();
            let mut written = TokenStream::new();
            for item in &items {
                written.extend(item.error.clone().map(syn::Error::into_compile_error));
                written.extend(call(&krate, &inside.steps(item, &items), &item.tokens));
            }
            written
        }
        Form::Expression(chain) => {
            if let Some(error) = chain.error() {
                return failed(error);
            }
            let written: TokenStream = tokens.into_iter().skip(1).collect();
            let (paths, many) = (chain.paths(), chain.paths().len() > LEVELS);
            let call = call(&krate, &paths, &written);
            if many { quote!({ #call }) } else { call }
        }
    }
}

/// The pipelines of one call of the macro, and those that each contains.
#[derive(Default)]
struct Inside<'i>(Vec<(&'i Ident, &'i Ident)>);

impl<'i> Inside<'i> {
    /// Returns the steps of a pipeline, without those that would contain the pipeline itself: they have no signature.
    fn steps(&mut self, item: &'i Item, items: &'i [Item]) -> Vec<&'i Path> {
        let mut steps = item.chain.paths();
        steps.retain(|path| {
            let step = path.get_ident();
            let Some(step) = step.filter(|step| items.iter().any(|item| item.ident == **step)) else { return true };
            let sound = !self.contains(step, &item.ident);
            if sound {
                self.0.push((&item.ident, step));
            }
            sound
        });
        steps
    }

    fn contains(&self, outer: &Ident, inner: &Ident) -> bool {
        outer == inner || self.0.iter().any(|(pipeline, step)| *pipeline == outer && self.contains(step, inner))
    }
}

/// The most steps whose macros call each other: each is a level of expansion, and the compiler allows 128.
const LEVELS: usize = 64;

/// The call of the first macro. Of many steps, each part is collected into a macro of its own, beside the others.
fn call(krate: &Krate, paths: &[&Path], written: &TokenStream) -> TokenStream {
    let paths: Vec<_> = paths.iter().map(|path| crate::surface::macro_path(path)).collect();
    let (source, last) = (quote!([ [#krate] #written ]), quote!(#krate::__private::pipeline_lower));
    if paths.len() <= LEVELS {
        return chain(&paths, &source, &last);
    }
    let parts = paths.chunks(LEVELS).map(|part| (unique("part"), part)).collect::<Vec<_>>();
    let collected =
        parts.iter().map(|(name, part)| chain(part, &quote!([$ #name]), &quote!(#krate::__private::__part)));
    let names: Vec<_> = parts.iter().map(|(name, _)| name).collect();
    let whole = chain(&names, &source, &last);
    quote!(#(#collected)* #whole)
}

/// The call of the first of some macros, each of which calls the next, and the last `last`.
fn chain<M: ToTokens>(macros: &[M], source: &TokenStream, last: &TokenStream) -> TokenStream {
    match macros {
        [] => quote!(#last ! { @runnable [] #source }),
        [first, rest @ ..] => quote!(#first ! { @runnable [] #source #([#rest])* [#last] }),
    }
}
