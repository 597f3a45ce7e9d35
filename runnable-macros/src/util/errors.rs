//! Errors are collected, so that one expansion reports all of them at once.

use proc_macro2::{Span, TokenStream};
use quote::{ToTokens, quote};
use std::fmt::Display;

/// Collects the errors of one expansion, in the order of their discovery.
#[derive(Default)]
pub(crate) struct Errors {
    /// All errors so far, combined.
    error: Option<syn::Error>,
}

impl Errors {
    /// An empty sink.
    pub(crate) fn new() -> Self {
        Self::default()
    }

    /// Adds an error on the given tokens (or identifiers, types, ...).
    pub(crate) fn push(&mut self, tokens: impl ToTokens, message: impl Display) {
        self.add(syn::Error::new_spanned(tokens, message));
    }

    /// Adds an error at a span.
    pub(crate) fn push_at(&mut self, span: Span, message: impl Display) {
        self.add(syn::Error::new(span, message));
    }

    /// Adds a finished error.
    pub(crate) fn add(&mut self, error: syn::Error) {
        match &mut self.error {
            Some(all) => all.combine(error),
            None => self.error = Some(error),
        }
    }

    /// Takes the value out of a result; an error goes into the sink.
    pub(crate) fn absorb<T>(&mut self, result: syn::Result<T>) -> Option<T> {
        result.map_err(|error| self.add(error)).ok()
    }

    /// Whether nothing was reported so far.
    pub(crate) fn is_empty(&self) -> bool {
        self.error.is_none()
    }

    /// All that was collected, as one result.
    pub(crate) fn finish(self) -> syn::Result<()> {
        self.error.map_or(Ok(()), Err)
    }

    /// The `compile_error!` items for all that was collected; empty without errors.
    pub(crate) fn into_tokens(self) -> TokenStream {
        self.error.map(|error| error.to_compile_error()).unwrap_or_default()
    }
}

/// The `compile_error!` items of an error, where an item as well as an expression may stand.
pub(crate) fn failed(error: syn::Error) -> TokenStream {
    let errors: Vec<_> = error.into_iter().map(|error| error.to_compile_error()).collect();
    match errors.as_slice() {
        [one] => one.clone(),
        all => quote!(#(#all)*),
    }
}
