//! `#[timeout(..)]` as tokens: a step around others.

use super::{Lower, cx};
use crate::pipeline::{names::variable, plan::Limit};
use proc_macro2::TokenStream;
use quote::quote;

impl Lower<'_> {
    pub(super) fn limit(&self, limit: &Limit) -> TokenStream {
        let (place, cx, max) = (self.place(limit.place), cx(limit.span), variable("__limit", limit.span));
        let ((names, value), body) = (self.written(&limit.time), self.finished(&limit.body));
        let value = quote!({
            #names
            let #max: ::core::time::Duration = #value;
            #cx.quiet(#place).limited(#max, || async {
                let #cx = #cx.branch(#place);
                #body
            })
            .await?
        });
        self.assign_block(&limit.outs, &value)
    }
}
