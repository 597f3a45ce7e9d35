//! The traits of a node and its output, as calls of the macros that write them.

use super::{Input, Surface, has_reference, position};
use crate::util::text::{plain, type_text};
use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;

impl Surface<'_> {
    /// `Clone`, `Debug` and what a runner needs, each if the types of the fields allow it.
    pub(super) fn traits(&self) -> TokenStream {
        let Self { krate, cfgs, node, output, .. } = self;
        let inputs = self.inputs.iter().enumerate().map(|(i, input)| {
            let (i, name, ty) = (position(i), input.name, input.field(krate));
            let (title, kind, text) = (plain(name), input.kind(), type_text(input.ty));
            let default = input.default.into_iter();
            quote!(#i #name #title #kind #text [#(#default)*]: #ty,)
        });
        let returns = self.returns.iter().enumerate().map(|(i, returned)| {
            let (i, name, ty) = (position(i), &returned.name, &returned.ty);
            let (title, kind) = (plain(name), kind(if returned.borrowed { "Borrowed" } else { "Data" }));
            quote!(#i #name #title #kind: #ty,)
        });
        quote! {
            #(#cfgs)*
            #krate::__private::__surface! {
                #node #output
                inputs { #(#inputs)* }
                returns { #(#returns)* }
            }
        }
    }
}

impl Input<'_> {
    /// The kind of its field; see `runnable_core::__private::recording::kind`.
    fn kind(&self) -> Ident {
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
