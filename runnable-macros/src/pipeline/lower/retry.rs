//! `#[retry(..)]` as tokens: a step around others, which are tried again.

use super::{Lower, cx};
use crate::pipeline::plan::Retry;
use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};
use syn::spanned::Spanned as _;

impl Lower<'_> {
    pub(super) fn retry(&self, retry: &Retry) -> TokenStream {
        let (krate, place, cx) = (self.krate, self.place(retry.place), cx(retry.span));
        let (backoff_names, backoff) = retry.backoff.as_ref().map(|backoff| self.written(backoff)).unzip();
        let (when_names, when) = retry.when.as_ref().map(|when| self.written(when)).unzip();
        let when = when.unwrap_or_else(|| quote!(#krate::Error::is_retryable));
        let (policy, body) = (retry.options.policy(krate, backoff.as_ref()), self.finished(&retry.body));
        let checks = retry.body.tasks().into_iter().map(|task| self.repeatable(&task));
        let value = quote!({
            #(#checks)*
            #backoff_names
            #when_names
            #cx.quiet(#place).retried(#policy, #when, || async {
                let #cx = #cx.branch(#place);
                #body
            })
            .await?
        });
        self.assign_block(&retry.outs, &value)
    }

    /// Checks that the effect of a step may be repeated.
    fn repeatable(&self, task: &TokenStream) -> TokenStream {
        let (krate, name) = (self.krate, task.to_string().replace(' ', ""));
        let message = format!(
            "`{name}` has the option `effect = \"once\"`, or has a step with it, so it cannot be in a `retry`\nhelp: move it out of \
             the steps with `#[retry]`"
        );
        quote_spanned!(task.span()=> const _: () = ::core::assert!(!<#task as #krate::Node>::SHAPE.has_once(), #message);)
    }
}
