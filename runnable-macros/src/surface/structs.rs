//! The structs of a node's inputs and of its output.

use super::{Return, Surface, allow, position};
use crate::{
    krate::Krate,
    util::{hiding::is_primitive, span::type_at, text::plain},
};
use proc_macro2::{Ident, TokenStream};
use quote::quote;

/// The output of a pipeline that is an expression.
pub(crate) fn output_struct(krate: &Krate, name: &Ident, returns: &[Return]) -> TokenStream {
    let (allow, names) = (allow(), returns.iter().map(|returned| &returned.name).collect::<Vec<_>>());
    let types: Vec<_> = returns.iter().map(|returned| &returned.ty).collect();
    let (numbers, titles) = ((0..returns.len()).map(position), names.iter().map(|name| plain(name)));
    quote! {
        #allow struct #name { #(#names: #types),* }
        #krate::__private::__output! { #name { #(#numbers #names #titles: #types,)* } }
    }
}

impl Surface<'_> {
    /// Both structs, and the node under the function's name. The core's macro adds the attributes that they have in common.
    pub(super) fn structs(&self) -> TokenStream {
        let Self { word, docs, vis, name, title, node, output, .. } = self;
        let (krate, deprecated) = (self.krate, self.deprecated);
        let blank = (!docs.is_empty()).then(|| quote!(#[doc = ""]));
        let about = format!("The inputs of the {word} [`{title}`](fn@{name}): a node that can be run.");
        let idle = format!("a {word} does nothing until it is executed");
        let about_alias = format!("[`{node}`] under the name of its {word}, by which pipelines use it.");
        let about_output = format!("The output of the {word} [`{title}`](fn@{name}).");
        let inputs = self.inputs.iter().map(|input| {
            let (name, ty, docs) = (input.name, input.field(krate), input.docs);
            let about =
                docs.is_empty().then(|| format!("The input `{}`.", plain(name))).map(|about| quote!(#[doc = #about]));
            quote!(#about #(#docs)* #vis #name: #ty)
        });
        let returns = self.returns.iter().map(|returned| {
            let (name, ty) = (&returned.name, &returned.ty);
            let about = format!("The return value `{}`.", plain(name));
            quote!(#[doc = #about] #vis #name: #ty)
        });
        let node_struct = type_at("struct", node, quote!(#(#inputs),*));
        let output_struct = type_at("struct", output, quote!(#(#returns),*));
        // A function with the name of a primitive type is an error, and must not hide the type as well. A name without
        // letters that have a case, such as `計算`, is also the name of the node.
        let alias = (!is_primitive(name) && name != node)
            .then(|| quote!(#[doc = #about_alias] #deprecated #vis type #name = #node;));
        quote! {
            #(#docs)* #blank #[doc = #about]
            #[must_use = #idle]
            #vis #node_struct
            #alias
            #[doc = #about_output]
            #vis #output_struct
        }
    }
}
