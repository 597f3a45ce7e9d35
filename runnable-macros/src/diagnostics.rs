//! Errors are collected, so that one expansion reports all of them at once.

use proc_macro2::{Span, TokenStream};
use quote::ToTokens;
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

/// The candidate closest to `name`, if one is close enough to be what was meant.
pub(crate) fn did_you_mean<S: AsRef<str>>(name: &str, candidates: impl IntoIterator<Item = S>) -> Option<String> {
    candidates
        .into_iter()
        .map(|candidate| (strsim::damerau_levenshtein(name, candidate.as_ref()), candidate))
        .filter(|(distance, candidate)| {
            let candidate = candidate.as_ref();
            *distance <= 1 + name.len().max(candidate.len()) / 4 || strsim::jaro_winkler(name, candidate) > 0.85
        })
        .min_by_key(|(distance, candidate)| (*distance, std::cmp::Reverse(common_prefix(name, candidate.as_ref()))))
        .map(|(_, candidate)| candidate.as_ref().to_owned())
}

/// How many characters two names begin with alike.
fn common_prefix(a: &str, b: &str) -> usize {
    a.chars().zip(b.chars()).take_while(|(a, b)| a == b).count()
}
