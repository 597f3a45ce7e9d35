//! The node's struct and its output's struct.

use super::{model::Task, names::allow};
use crate::{record::implementations, util::span::type_at};
use proc_macro2::TokenStream;
use quote::quote;
use syn::Ident;

/// Both structs with what they implement, and the lower-case alias.
pub(super) fn structs(krate: &TokenStream, task: &Task<'_>) -> TokenStream {
    let (allow, cfgs, vis, docs) = (allow(), &task.cfgs, &task.vis, &task.docs);
    let (node, output, name) = (&task.node, &task.output, &task.name);
    let about = format!("The task [`{}`](fn@{name}), as a node: its inputs.", task.place);
    let about_output = format!("What the task [`{}`](fn@{name}) returns.", task.place);
    let about_alias =
        format!("The task as [`{node}`]; one import brings the function, the node and what `pipeline!` needs.");
    let inputs: Vec<_> = task
        .inputs()
        .map(|param| {
            let ty = &param.ty;
            (&param.name, quote!(<#ty as #krate::__private::Keep>::Owned))
        })
        .collect();
    let returns: Vec<_> = task
        .args
        .returns
        .iter()
        .enumerate()
        .map(|(index, name)| (&name.name, quote!(<#node as #krate::__private::Returns<#index>>::Ty)))
        .collect();
    let blank = (!docs.is_empty()).then(|| quote!(#[doc = ""]));
    let head = quote!(#(#cfgs)* #allow);
    let bounded =
        [implementations(krate, &head, node, &inputs, false), implementations(krate, &head, output, &returns, true)];
    let node_struct = type_at("struct", node, fields(&inputs, vis, "The input"));
    let output_struct = type_at("struct", output, fields(&returns, vis, "The return"));
    quote! {
        #(#cfgs)* #allow #(#docs)* #blank #[doc = #about]
        #vis #node_struct
        #(#cfgs)* #allow #[doc = #about_alias]
        #vis type #name = #node;
        #(#cfgs)* #allow #[doc = #about_output]
        #vis #output_struct
        #(#bounded)*
    }
}

/// A struct's fields.
fn fields(fields: &[(&Ident, TokenStream)], vis: &syn::Visibility, what: &str) -> TokenStream {
    let fields = fields.iter().map(|(name, ty)| {
        let about = format!("{what} `{name}`.");
        quote!(#[doc = #about] #vis #name: #ty)
    });
    quote!(#(#fields),*)
}
