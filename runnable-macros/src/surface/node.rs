//! The code of a node: the function that pipelines call, and the node that runs alone.

use super::{Generics, Surface};
use crate::util::text::plain;
use proc_macro2::{Ident, TokenStream};
use quote::{quote, quote_spanned};

/// The code that runs.
pub(crate) struct Work {
    /// The variable of the context.
    pub(crate) cx: Ident,
    /// The variables of the inputs, in order.
    pub(crate) inputs: Vec<Ident>,
    /// Statements before the future is made.
    pub(crate) before: TokenStream,
    /// The future of the output.
    pub(crate) future: TokenStream,
    /// `Some` for the work of a step: true if its effect must happen only once. The work of a pipeline is not a step.
    pub(crate) step: Option<bool>,
}

impl Surface<'_> {
    /// The function that pipelines call.
    pub(crate) fn call(&self, work: &Work) -> TokenStream {
        let Self { krate, vis, node, output, .. } = self;
        let (head, event) = (self.head(), &self.events.ty);
        let Generics { run, lift, lifetime, .. } = &self.generics;
        let Work { cx, inputs, before, future, .. } = work;
        let params = self.inputs.iter().zip(inputs).map(|(input, name)| {
            let ty = input.ty;
            if input.borrow { quote!(#name: &#lifetime #ty) } else { quote!(#name: #ty) }
        });
        let fields = self.inputs.iter().zip(inputs).map(|(input, value)| {
            let (field, name) = (input.name, plain(input.name));
            let pass = if input.borrow { quote!(borrow) } else { quote!(value) };
            quote!(#field #name #pass #value,)
        });
        let body = match work.step {
            Some(once) => quote!(#krate::__private::__step!(#cx, #once, #node { #(#fields)* }, #future)),
            None => quote!(#krate::__private::__pipeline!(#cx, #node { #(#fields)* }, #future)),
        };
        // Errors about an argument show the function's name as the place of the definition.
        let call = quote_spanned!(self.name.span()=> __call);
        quote! {
            #head
            impl #node {
                #[doc(hidden)]
                #[inline]
                #vis fn #call<#lifetime, #run: #krate::__private::RunData, #lift: #krate::__private::Lift<#event, #run>>(
                    #cx: #krate::__private::StepCx<#lifetime, #run, #lift>,
                    #(#params),*
                ) -> impl ::core::future::Future<Output = #krate::__private::Result<#output>> + use<#lifetime, #run, #lift> {
                    #before
                    #body
                }
            }
        }
    }

    /// `Node`. `shape` describes the steps of a pipeline.
    pub(crate) fn node(&self, shape: Option<&TokenStream>) -> TokenStream {
        let arguments = self.inputs.iter().map(|input| {
            let name = input.name;
            if input.borrow { quote!(&self.#name) } else { quote!(self.#name) }
        });
        self.node_with(shape, &quote!(cx), &quote!(Self::__call(cx, #(#arguments),*)))
    }

    /// The node of a task with a mistake.
    pub(crate) fn idle_node(&self) -> TokenStream {
        let (krate, cfgs, node, output) = (self.krate, self.cfgs, self.node, self.output);
        let idle =
            self.node_with(None, &quote!(_), &quote!(::core::future::ready(::core::result::Result::Ok(#output {}))));
        quote!(#(#cfgs)* impl #krate::__private::Sealed for #node {} #idle)
    }

    fn node_with(&self, shape: Option<&TokenStream>, cx: &TokenStream, body: &TokenStream) -> TokenStream {
        let Self { krate, node, output, title, .. } = self;
        let (head, event) = (self.head(), &self.events.ty);
        let Generics { run, lift, .. } = &self.generics;
        let (data, root) = if self.events.own_enum {
            (quote!(#event), quote!(Same))
        } else {
            (quote!(::core::option::Option<#event>), quote!(ToOption))
        };
        // The inputs that are borrowed have to live somewhere: in the coroutine of an `async fn`.
        let params = quote!(<#run: #krate::__private::RunData, #lift: #krate::__private::Lift<#event, #run>>(
            self, #cx: #krate::__private::StepCx<'_, #run, #lift>
        ));
        let result = quote!(#krate::__private::Result<#output>);
        let call = if self.inputs.iter().any(|input| input.borrow) {
            quote!(async fn call #params -> #result { #body.await })
        } else {
            quote!(fn call #params -> impl ::core::future::Future<Output = #result> { #body })
        };
        let shape = shape.map(|shape| quote!(const SHAPE: #krate::__private::Shape<'static> = #shape;));
        quote! {
            #head
            impl #krate::__private::Node for #node {
                const NAME: &'static ::core::primitive::str = #title;
                type Event = #event;
                type Data = #data;
                type Root = #krate::__private::#root;
                type Output = #output;
                #shape
                #call
            }
        }
    }
}
