//! The items that a task with a mistake still expands to, so that one mistake causes one error.

use super::{expand, function::Function, model::Task};
use crate::{
    krate::Krate,
    surface::{Generics, allow},
    util::hiding::is_primitive,
};
use proc_macro2::TokenStream;
use quote::quote;

/// Suppresses warnings about the function.
pub(super) fn quiet(function: &mut Function) {
    function.attrs.push(syn::parse_quote!(#[allow(dead_code, unused_variables)]));
    for input in &mut function.sig.inputs {
        if let syn::FnArg::Typed(input) = input {
            // Reported: the compiler does not know it.
            input.attrs.retain(|attr| !attr.path().is_ident("resource"));
        }
    }
}

/// The task's structs, node and macro without code: uses of them are not further errors. `unknown` is the type of the returns.
pub(super) fn items(krate: &Krate, task: &Task<'_>, generics: Generics, unknown: Option<&TokenStream>) -> TokenStream {
    let mut surface = expand::surface(krate, task, generics);
    surface.returns.clear();
    surface.events.ty = quote!(#krate::__private::Never);
    if !task.sound {
        surface.inputs.clear();
    }
    let (cfgs, vis, node, output, name, allow) = (&task.cfgs, &task.vis, &task.node, &task.output, &task.name, allow());
    let fields = surface.inputs.iter().map(|input| {
        let (name, ty) = (input.name, input.field(krate));
        quote!(#vis #name: #ty)
    });
    let returns = task.args.returns.iter().map(|returned| {
        let name = &returned.name;
        quote!(#vis #name: #unknown)
    });
    // A function with the name of a primitive type must not hide it.
    let alias =
        (!is_primitive(name) && name != node).then(|| quote!(#(#cfgs)* #allow #[doc(hidden)] #vis type #name = #node;));
    let call = surface.idle_node();
    let hidden = surface.idle_macro();
    quote! {
        #(#cfgs)* #allow #[doc(hidden)] #vis struct #node { #(#fields),* }
        #(#cfgs)* #allow #[doc(hidden)] #vis struct #output { #(#returns),* }
        #alias
        #call
        #hidden
    }
}
