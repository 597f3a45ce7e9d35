//! Errors are collected, so that one expansion reports all of them at once.

use proc_macro2::{Span, TokenStream};
use quote::{ToTokens, quote};
use std::fmt::Display;

/// The errors of one expansion, in the order of their discovery.
///
/// An `Errors` must be consumed, by [`finish`](Self::finish), [`into_tokens`](Self::into_tokens) or
/// [`discard`](Self::discard): a sink that is dropped with its errors would let wrong code compile. Debug builds panic.
#[derive(Default)]
#[must_use = "errors that nobody reads are lost"]
pub(crate) struct Errors {
    /// All errors so far, combined.
    error: Option<syn::Error>,
    consumed: bool,
}

impl Errors {
    /// Returns an empty sink.
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

    /// Returns `true` if nothing was reported so far.
    pub(crate) fn is_empty(&self) -> bool {
        self.error.is_none()
    }

    /// Returns a type that does not exist, for values whose types an error hides; `None` without errors.
    ///
    /// The compiler does not report names that it cannot find beside a `compile_error!`, nor what is done with such a value.
    pub(crate) fn as_type(&self) -> Option<TokenStream> {
        self.error.as_ref().map(|_| quote!(UnknownBecauseOfAnotherError))
    }

    /// Returns everything that was collected, as one result.
    pub(crate) fn finish(mut self) -> syn::Result<()> {
        self.consumed = true;
        self.error.take().map_or(Ok(()), Err)
    }

    /// Returns the `compile_error!` items of everything that was collected; none without errors.
    pub(crate) fn into_tokens(self) -> TokenStream {
        self.finish().map_or_else(|error| error.to_compile_error(), |()| TokenStream::new())
    }

    /// Ignores what was collected: the same errors are found again.
    pub(crate) fn discard(mut self) {
        self.consumed = true;
    }
}

impl Drop for Errors {
    fn drop(&mut self) {
        debug_assert!(self.consumed || std::thread::panicking(), "the errors of an expansion were never reported");
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

#[cfg(test)]
mod tests {
    use super::Errors;
    use proc_macro2::Span;

    #[test]
    fn all_errors_are_reported_in_order() {
        let mut errors = Errors::new();
        errors.push_at(Span::call_site(), "first");
        errors.absorb::<()>(Err(syn::Error::new(Span::call_site(), "second")));
        let messages: Vec<_> = errors.finish().unwrap_err().into_iter().map(|error| error.to_string()).collect();
        assert_eq!(messages, ["first", "second"]);
    }

    #[test]
    #[should_panic(expected = "never reported")]
    fn a_sink_that_nobody_reads_panics() {
        let mut errors = Errors::new();
        errors.push_at(Span::call_site(), "lost");
        drop(errors);
    }

    #[test]
    fn a_discarded_sink_does_not_panic() {
        Errors::new().discard();
    }
}
