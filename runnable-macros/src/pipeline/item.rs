//! A pipeline that has a name: the same surface as a task's.

use super::{
    docs,
    events::Events,
    lower::{Lower, cx, own},
    names::variable,
    plan::Plan,
    record::{Field, Record},
    resolve::Resolver,
    shape::Sketch,
    signatures::Signatures,
    syntax,
};
use crate::{
    parameters::Parameter,
    util::text::{plain, type_text},
};
use heck::ToUpperCamelCase as _;
use proc_macro2::{Ident, Span, TokenStream};
use quote::{quote, quote_spanned};

/// What is written for one item.
struct Expansion<'i> {
    krate: &'i TokenStream,
    item: &'i syntax::Item,
    /// Its parameters, each name once.
    params: Vec<&'i syntax::Parameter>,
    plan: &'i Plan,
    node: Ident,
    output: Ident,
    events: Ident,
    /// The type of each output.
    types: Vec<TokenStream>,
    /// What it looks like; `None` where there are errors, and the body cannot be written.
    sketch: Option<Sketch<'i>>,
}

/// The whole item; with errors, everything but the body, so that its uses are no further errors.
pub(super) fn expand(krate: &TokenStream, item: &syntax::Item, sigs: &Signatures<'_>) -> TokenStream {
    let resolved = Resolver::new(krate, sigs, false).run(&item.params, &item.chain, item.outputs.as_ref());
    let (plan, span) = (&resolved.plan, item.node.as_ref().unwrap_or(&item.ident).span());
    let camel = item.node.as_ref().map_or_else(|| plain(&item.ident).to_upper_camel_case(), ToString::to_string);
    let types = plan.body.gives.iter().map(|read| {
        let ty = plan.vars.get(read.var).and_then(|var| var.ty.clone());
        ty.unwrap_or_else(|| quote!(()))
    });
    let expansion = Expansion {
        krate,
        item,
        params: distinct(&item.params),
        plan,
        node: Ident::new(&camel, span),
        output: Ident::new(&format!("{camel}Output"), span),
        events: Ident::new(&format!("{camel}Event"), span),
        types: types.collect(),
        sketch: resolved.errors.is_empty().then(|| Sketch::new(&plain(&item.ident), &item.params, plan)),
    };
    let tokens = expansion.tokens();
    let errors = resolved.errors.into_tokens();
    quote!(#errors #tokens)
}

/// The parameters without those whose name was taken, which are reported elsewhere.
fn distinct(params: &[syntax::Parameter]) -> Vec<&syntax::Parameter> {
    let taken = |i: usize, ident: &Ident| params.iter().take(i).any(|earlier| earlier.ident == *ident);
    params.iter().enumerate().filter(|(i, param)| !taken(*i, &param.ident)).map(|(_, param)| param).collect()
}

impl Expansion<'_> {
    fn tokens(&self) -> TokenStream {
        let (krate, vis, name) = (self.krate, &self.item.vis, plain(&self.item.ident));
        let of = format!("the pipeline [`{name}`](fn@{name})");
        let events = Events { krate, ident: &self.events, vis, of: &of, variants: &self.plan.variants }.tokens();
        let parts = [
            self.input(),
            self.output(),
            events,
            self.function(),
            self.call(),
            self.node(),
            self.recorded(),
            self.hidden_macro(),
        ];
        quote!(#(#parts)*)
    }

    /// The node struct and its alias.
    fn input(&self) -> TokenStream {
        let (krate, vis, ident, node) = (self.krate, &self.item.vis, &self.item.ident, &self.node);
        let fields = self.params.iter().map(|param| Field {
            ident: param.ident.clone(),
            ty: self.parameter(param).ty,
            attrs: &param.attrs,
        });
        let name = plain(ident);
        let about = format!("The pipeline [`{name}`](fn@{name}) with its inputs, ready to run.");
        let record = Record { krate, ident: node, vis, about, fields: fields.collect() }.tokens(false);
        let params = self.params.iter().enumerate().map(|(i, param)| {
            let ty = &param.ty;
            quote!(#[automatically_derived] impl #krate::__private::Param<#i> for #node { type Ty = #ty; })
        });
        let about = format!("The pipeline [`{node}`] under the name by which other pipelines use it.");
        quote! {
            #record
            #[doc = #about]
            #[allow(non_camel_case_types, dead_code)]
            #vis type #ident = #node;
            #(#params)*
        }
    }

    fn output(&self) -> TokenStream {
        let (krate, vis, node, output) = (self.krate, &self.item.vis, &self.node, &self.output);
        let fields = self.plan.outputs.iter().zip(&self.types);
        let fields = fields.map(|(name, ty)| Field { ident: name.clone(), ty: ty.clone(), attrs: &[] }).collect();
        let name = plain(&self.item.ident);
        let about = format!("What the pipeline [`{name}`](fn@{name}) gives.");
        let record = Record { krate, ident: output, vis, about, fields }.tokens(true);
        // By a parameter that is equal to the type: a task of less visibility may not be named in `type Ty`. The trait is
        // the pipeline's own, since a bound on a concrete type takes precedence in all that the bound itself needs.
        let returns = self.types.iter().enumerate().map(|(i, ty)| {
            quote! {
                #[automatically_derived]
                #[allow(private_bounds)]
                impl<__T> #krate::__private::Returns<#i> for #node
                where
                    #ty: __Is<Ty = __T>,
                {
                    type Ty = __T;
                }
            }
        });
        quote! {
            #record
            const _: () = {
                #[allow(dead_code)]
                trait __Is { type Ty; }
                impl<T> __Is for T { type Ty = T; }
                #(#returns)*
            };
        }
    }

    /// The function that builds the node.
    fn function(&self) -> TokenStream {
        let syntax::Item { attrs, vis, ident, .. } = self.item;
        let node = &self.node;
        let (mut takes, mut copies, mut fields) = (Vec::new(), Vec::new(), Vec::new());
        for param in &self.params {
            let (name, ty) = (&param.ident, &param.ty);
            let value = variable(&name.to_string(), name.span());
            if param.borrowed {
                takes.push(quote!(#value: &#ty));
                let copy = own(self.krate, &value, &quote!(#node), name.span());
                copies.push(quote!(let #value = #copy;));
                fields.push(quote!(#name: #value));
            } else {
                takes.push(quote!(#value: #ty));
                fields.push(quote!(#name: #value));
            }
        }
        let undocumented = !attrs.iter().any(|attr| attr.path().is_ident("doc"));
        let about = undocumented.then(|| {
            let about = format!("The pipeline `{}`: a node with its inputs, ready to run.", plain(ident));
            quote!(#[doc = #about])
        });
        let drawn = self.sketch.as_ref().map(|sketch| docs::drawn(self.item, self.plan, sketch));
        quote! {
            #about #(#attrs)* #drawn
            #[must_use = "a pipeline does nothing until it is executed"]
            #[allow(clippy::too_many_arguments, dead_code)]
            #vis fn #ident(#(#takes),*) -> #node { #(#copies)* #node { #(#fields),* } }
        }
    }

    /// The code itself.
    fn call(&self) -> TokenStream {
        let (krate, node, events, types, vis) = (self.krate, &self.node, &self.events, &self.types, &self.item.vis);
        let cx = cx(self.item.ident.span());
        let lower = Lower { krate, plan: self.plan, events, expression: false };
        // The inputs are the first variables of the plan.
        let params = self.params.iter().enumerate().map(|(i, param)| {
            let (name, ty) = (lower.name(i, param.ident.span()), &param.ty);
            if param.borrowed { quote!(#name: &'__a #ty) } else { quote!(#name: #ty) }
        });
        let (places, body) = if self.sketch.is_some() {
            let (stmts, tuple) = (lower.stmts(&self.plan.body), lower.tuple(&self.plan.body));
            (lower.places(), quote!(#stmts ::core::result::Result::Ok(#tuple)))
        } else {
            (TokenStream::new(), quote!(::core::future::pending().await))
        };
        let call = quote_spanned!(self.item.ident.span()=> __call);
        let (input, apart) = (self.input_of(&lower), self.apart());
        quote! {
            #[automatically_derived]
            impl #node {
                #[doc(hidden)]
                #[allow(
                    unused_variables, dead_code, private_interfaces, private_bounds,
                    clippy::type_complexity, clippy::too_many_arguments, clippy::manual_async_fn, clippy::too_many_lines
                )]
                #vis fn #call<'__a, __R, __M>(
                    #cx: #krate::__private::StepCx<'__a, __R, __M>,
                    #(#params),*
                ) -> impl ::core::future::Future<Output = #krate::__private::Result<(#(#types,)*)>> + use<'__a, __R, __M>
                where
                    __R: #krate::__private::RunData,
                    __M: #krate::__private::Lift<#events, __R>,
                {
                    #places
                    #krate::__private::__pipeline!(#cx, #node, #input, #apart, async move { #body })
                }
            }
        }
    }

    /// The node, made of the inputs; `None` where one of them is a reference to what cannot be copied.
    fn input_of(&self, lower: &Lower<'_>) -> TokenStream {
        let (krate, node) = (self.krate, &self.node);
        let fields = self.params.iter().enumerate().map(|(i, param)| {
            let (name, value) = (&param.ident, lower.name(i, param.ident.span()));
            if param.borrowed { quote!(#name: #krate::__private::Kept(#value).keep()?) } else { quote!(#name: #value) }
        });
        quote!({
            #[allow(unused_imports)]
            use #krate::__private::KeepNothing as _;
            (move || ::core::option::Option::Some(#node { #(#fields),* }))()
        })
    }

    /// What takes an output apart.
    fn apart(&self) -> TokenStream {
        let (output, names) = (&self.output, &self.plan.outputs);
        let value = variable("__output", self.item.ident.span());
        quote!(|#value: #output| (#(#value.#names,)*))
    }

    fn node(&self) -> TokenStream {
        let (krate, node, events, output) = (self.krate, &self.node, &self.events, &self.output);
        let name = plain(&self.item.ident);
        let args = self.params.iter().map(|param| {
            let name = &param.ident;
            if param.borrowed { quote!(&self.#name) } else { quote!(self.#name) }
        });
        let names = &self.plan.outputs;
        let vars: Vec<_> = names.iter().map(|name| variable(&name.to_string(), Span::call_site())).collect();
        let cx = cx(self.item.ident.span());
        let shape = self.sketch.as_ref().map(|sketch| {
            let shape = sketch.tokens(krate);
            quote!(const SHAPE: #krate::__private::Shape<'static> = #shape;)
        });
        quote! {
            #[automatically_derived]
            impl #krate::__private::Node for #node {
                const NAME: &'static ::core::primitive::str = #name;
                type Event = #events;
                type Data = #events;
                type Root = #krate::__private::Same;
                type Output = #output;
                #shape
                async fn call<__R, __M>(
                    self,
                    #cx: #krate::__private::StepCx<'_, __R, __M>,
                ) -> #krate::__private::Result<#output>
                where
                    __R: #krate::__private::RunData,
                    __M: #krate::__private::Lift<#events, __R>,
                {
                    let (#(#vars,)*) = <#node>::__call(#cx, #(#args),*).await?;
                    ::core::result::Result::Ok(#output { #(#names: #vars),* })
                }
            }
        }
    }

    fn parameter<'p>(&self, param: &'p syntax::Parameter) -> Parameter<'p> {
        let (krate, ty) = (self.krate, &param.ty);
        Parameter {
            name: &param.ident,
            ty: if param.borrowed { quote!(<#ty as #krate::__private::Keep>::Owned) } else { quote!(#ty) },
            text: type_text(ty),
            resource: param.resource,
            default: param.default.as_ref(),
        }
    }

    /// What a run that is recorded needs of it.
    fn recorded(&self) -> TokenStream {
        let head = quote!(#[allow(private_bounds, private_interfaces)]);
        let recorded = crate::record::recorded(self.krate, &head, &self.node, &self.output, &self.plan.body.tasks());
        let params: Vec<_> = self.params.iter().map(|param| self.parameter(param)).collect();
        let parameters = crate::parameters::implementations(self.krate, &head, &self.node, &params);
        let returns: Vec<_> = self.plan.outputs.iter().cloned().zip(self.types.iter().cloned()).collect();
        let described = crate::schema::described(self.krate, &head, &self.node, &params, &returns);
        quote!(#recorded #parameters #described)
    }

    /// What makes the pipeline a step of others.
    fn hidden_macro(&self) -> TokenStream {
        let node = &self.node;
        let params = self.params.iter().map(|param| {
            let name = &param.ident;
            if param.borrowed { quote!(borrow #name) } else { quote!(value #name) }
        });
        let returns = &self.plan.outputs;
        let rules =
            crate::hidden::rules(&quote!(node = #node params = [#(#params),*] returns = [#(#returns),*] events = true));
        let head = quote!(#[allow(unused_macros, unused_imports)]);
        crate::hidden::named(&self.item.ident, &self.item.vis, "pipeline", &head, &rules)
    }
}
