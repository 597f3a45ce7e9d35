//! The node with its code: the call of the macro that writes its implementations.

use super::{Generics, Surface, position, traits::sign};
use crate::util::{
    span::hidden,
    text::{doc_text, plain, type_text},
};
use proc_macro2::{Ident, Span, TokenStream};
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
    /// True if the effect of a step must happen only once.
    pub(crate) once: bool,
}

impl Surface<'_> {
    /// The structs of the node and of its output, with their implementations. `shape` describes the steps of a pipeline, or a task
    /// whose effect must happen only once;
    /// `recorded` is the definition, with the secrets of a task or the steps of a pipeline.
    pub(crate) fn node(&self, work: &Work, shape: Option<&TokenStream>, recorded: &TokenStream) -> TokenStream {
        let Self { krate, cfgs, word, vis, node, output, title, .. } = self;
        let form = Ident::new(word, Span::call_site());
        let step = Ident::new(if *word == "task" { "__step" } else { "__pipeline" }, Span::call_site());
        let Generics { run, lift, lifetime, .. } = &self.generics;
        let (event, returns) = (&self.events.ty, self.return_rows());
        let Work { cx, inputs, before, future, once } = work;
        let without_events = self.plain_cx(cx);
        let (before, context, lifts) = if self.events.any {
            let context = quote!(#krate::__private::StepCx<#lifetime, #run, #lift>);
            (quote!(let #without_events = #cx.plain(); #before), context, quote!(, lifts #run #lift))
        } else {
            (before.clone(), quote!(#krate::__private::PlainCx<#lifetime>), TokenStream::new())
        };
        let rows = self.inputs.iter().zip(inputs).enumerate().map(|(i, (input, value))| {
            let (i, name, ty, field) = (position(i), input.name, input.ty, input.field(krate));
            let (title, kind, text) = (plain(name), input.kind(), type_text(ty));
            let default = input.default.into_iter();
            let docs = doc_text(input.docs);
            let param = if input.borrow { quote!(borrow #value: &#lifetime #ty) } else { quote!(value #value: #ty) };
            let sign = sign(&field);
            quote!(#i #name #title #kind #text #docs [#(#default)*] #sign #field => #param,)
        });
        // Errors about an argument show the function's name as the place of the definition.
        let call = quote_spanned!(self.name.span()=> __call);
        let docs = &self.about;
        let (structs, alone, hidden) = (self.structs(), self.alone(cx), self.hidden_macro());
        quote! {
            #(#cfgs)*
            #krate::__private::__implement! {
                #form #step [#vis] #node #output #title #docs
                [self #without_events #cx #lifetime]
                types { #structs }
                events { #event }
                inputs { #(#rows)* }
                returns { #returns }
                shape { #shape }
                recorded { #recorded }
                #call(#context #lifts) #once { #before } { #future }
                alone { #alone }
                hidden { #hidden }
            }
        }
    }

    /// The variable of the context without the types of the run. A node without events has no other context.
    pub(crate) fn plain_cx(&self, cx: &Ident) -> Ident {
        if self.events.any { hidden("__plain", Span::call_site()) } else { cx.clone() }
    }

    /// The future of the node that runs alone.
    fn alone(&self, cx: &Ident) -> TokenStream {
        let arguments = self.inputs.iter().map(|input| {
            let name = input.name;
            if input.borrow { quote!(&self.#name) } else { quote!(self.#name) }
        });
        let cx = if self.events.any { quote!(#cx) } else { quote!(#cx.plain()) };
        let call = quote!(Self::__call(#cx, #(#arguments),*));
        // The inputs that are borrowed have to live somewhere: in a coroutine.
        if self.inputs.iter().any(|input| input.borrow) { quote!(async move { #call.await }) } else { call }
    }

    /// The node of a task with a mistake.
    pub(crate) fn idle_node(&self) -> TokenStream {
        let (krate, cfgs, node, output, title) = (self.krate, self.cfgs, self.node, self.output, &self.title);
        let (event, cx) = (&self.events.ty, hidden("__cx", Span::call_site()));
        quote! {
            #(#cfgs)* impl #krate::__private::Sealed for #node {}
            #(#cfgs)* impl #krate::Node for #node {
                const NAME: &'static ::core::primitive::str = #title;
                type Event = #event;
                type Data = ::core::option::Option<#event>;
                type Output = #output;
                fn call(
                    self, #cx: #krate::__private::StepCx<'_, Self::Data, #krate::__private::Same>
                ) -> impl ::core::future::Future<Output = #krate::Result<#output>> {
                    ::core::future::pending()
                }
            }
        }
    }
}
