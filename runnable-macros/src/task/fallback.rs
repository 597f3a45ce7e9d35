//! What a task with a mistake leaves behind, so that one mistake is one error.

use super::{hidden, model::Task, names::allow};
use proc_macro2::TokenStream;
use quote::quote;
use syn::ItemFn;

/// Lets the function stand without warnings of its own.
pub(super) fn quiet(function: &mut ItemFn) {
    function.attrs.push(syn::parse_quote!(#[allow(dead_code, unused_variables)]));
}

/// A struct and a macro under the task's names, which swallow their uses.
pub(super) fn surface(krate: &TokenStream, task: &Task<'_>) -> TokenStream {
    let (allow, cfgs, vis) = (allow(), &task.cfgs, &task.vis);
    let (node, output, name) = (&task.node, &task.output, &task.name);
    let hidden = hidden::named(task, &quote!((@runnable $($tokens:tt)*) => {};));
    let fields = task.inputs().filter(|_| task.sound).map(|param| {
        let (name, ty) = (&param.name, &param.ty);
        quote!(#vis #name: <#ty as #krate::__private::Keep>::Owned)
    });
    let place = &task.place;
    quote! {
        #(#cfgs)* #allow #[doc(hidden)] #vis struct #node { #(#fields),* }
        #(#cfgs)* #allow
        impl #krate::__private::Node for #node {
            const NAME: &'static ::core::primitive::str = #place;
            type Event = #krate::__private::Never;
            type Data = ::core::option::Option<#krate::__private::Never>;
            type Root = #krate::__private::ToOption;
            type Output = #output;
            async fn call<__R: #krate::__private::RunData, __M: #krate::__private::Lift<#krate::__private::Never, __R>>(
                self,
                _: #krate::__private::StepCx<'_, __R, __M>,
            ) -> #krate::__private::Result<#output> {
                ::core::result::Result::Ok(#output {})
            }
        }
        #(#cfgs)* #allow #[doc(hidden)] #vis struct #output {}
        #(#cfgs)* #allow #[doc(hidden)] #vis type #name = #node;
        #hidden
    }
}
