//! The fields of a node and of its output, as the macros that write their traits read them.

use super::{Input, Surface, has_reference, position};
use crate::util::text::plain;
use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;

impl Surface<'_> {
    /// The returns.
    pub(super) fn return_rows(&self) -> TokenStream {
        let returns = self.returns.iter().enumerate().map(|(i, returned)| {
            let (i, name, ty) = (position(i), &returned.name, &returned.ty);
            let (title, kind) = (plain(name), kind(if returned.borrowed { "Borrowed" } else { "Data" }));
            quote!(#i #name #title #kind: #ty,)
        });
        returns.collect()
    }
}

impl Input<'_> {
    /// The kind of its field; see `runnable_core::__private::recording::kind`.
    pub(super) fn kind(&self) -> Ident {
        kind(if self.resource {
            "Resource"
        } else if self.default.is_some() {
            "Defaulted"
        } else if has_reference(self.ty) {
            "Borrowed"
        } else {
            "Data"
        })
    }
}

fn kind(name: &str) -> Ident {
    Ident::new(name, Span::call_site())
}
