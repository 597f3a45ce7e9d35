//! A pipeline that has a name.

use super::{
    definition::definition,
    docs,
    lower::{Lower, cx, own},
    names::{variable, visible},
    plan::Plan,
    resolve::Resolver,
    shape::Sketch,
    signatures::Signatures,
    syntax,
};
use crate::{
    krate::Krate,
    surface::{Events, Generics, Input, Return, Surface, Variant, Work, event_enum, has_reference, in_module},
    util::{
        errors::Errors,
        hiding,
        text::{doc_text, plain},
    },
};
use heck::ToUpperCamelCase as _;
use proc_macro2::{Ident, TokenStream};
use quote::quote;

/// The parts of one item.
struct Expansion<'i> {
    item: &'i syntax::Item,
    plan: &'i Plan,
    /// The name of the event enum.
    events: Ident,
    /// The pipeline as other code sees it.
    surface: Surface<'i>,
    /// The shape of the pipeline; `None` if there are errors, and the body cannot be written.
    sketch: Option<Sketch<'i>>,
}

/// The whole item. With errors, everything but the body is written: uses of the pipeline are not further errors.
pub(super) fn expand(krate: &Krate, item: &syntax::Item, sigs: &Signatures<'_>) -> TokenStream {
    let mut resolved = Resolver::new(krate, sigs, false).run(&item.params, &item.chain, item.outputs.as_ref());
    if let Some(error) = &item.error {
        // Reported already: what follows from it is not another error.
        std::mem::take(&mut resolved.errors).discard();
        resolved.errors.add(error.clone());
    }
    let span = item.node.as_ref().unwrap_or(&item.ident).span();
    let mut camel = item.node.as_ref().map_or_else(|| plain(&item.ident).to_upper_camel_case(), ToString::to_string);
    if let Some(message) = hiding::message("pipeline", &item.ident, &Ident::new(&camel, span)) {
        resolved.errors.push_at(span, message);
        // Nothing else becomes an error.
        camel = hiding::instead("pipeline", &camel);
    }
    let plan = &resolved.plan;
    let [node, output, events] = ["", "Output", "Event"].map(|end| Ident::new(&format!("{camel}{end}"), span));
    let surface = Surface {
        krate,
        word: "pipeline",
        cfgs: &[],
        docs: &[],
        about: doc_text(&item.attrs),
        deprecated: item.attrs.iter().find(|attr| attr.path().is_ident("deprecated")),
        vis: &item.vis,
        name: &item.ident,
        title: plain(&item.ident),
        node: &node,
        output: &output,
        inputs: distinct(&item.params).into_iter().map(input).collect(),
        returns: returns(plan).into_iter().chain(lost(item, plan, &resolved.errors)).collect(),
        events: Events { ty: quote!(#events), any: true },
        generics: Generics::apart_from(item.tokens.clone()),
    };
    let sketch = resolved.errors.is_empty().then(|| Sketch::new(&plain(&item.ident), &item.params, plan));
    let items = Expansion { item, plan, events: events.clone(), surface, sketch }.tokens();
    let tokens = in_module(krate, &item.ident, &items);
    let errors = resolved.errors.into_tokens();
    if item.error.is_some() {
        return tokens;
    }
    quote!(#errors #tokens)
}

/// The outputs that a mistake hides, so that uses of them are not further errors.
fn lost(item: &syntax::Item, plan: &Plan, errors: &Errors) -> Vec<Return> {
    let (Some(outputs), Some(ty)) = (&item.outputs, errors.as_type()) else { return Vec::new() };
    let listed = outputs.names.iter().map(|renamed| visible(&renamed.outer.to_string(), renamed.outer.span()));
    let lost = listed.filter(|name| !plan.outputs.contains(name));
    lost.map(|name| Return { name, ty: ty.clone(), borrowed: false }).collect()
}

/// The parameters without those whose name was taken, which are reported elsewhere.
fn distinct(params: &[syntax::Parameter]) -> Vec<&syntax::Parameter> {
    let taken = |i: usize, ident: &Ident| params.iter().take(i).any(|earlier| earlier.ident == *ident);
    params.iter().enumerate().filter(|(i, param)| !taken(*i, &param.ident)).map(|(_, param)| param).collect()
}

fn input(param: &syntax::Parameter) -> Input<'_> {
    Input {
        name: &param.ident,
        ty: &param.ty,
        borrow: param.borrowed,
        resource: param.resource,
        default: param.default.as_ref(),
        docs: &param.attrs,
    }
}

/// The outputs of a plan with their types.
pub(super) fn returns(plan: &Plan) -> Vec<Return> {
    let returns = plan.outputs.iter().zip(&plan.body.gives).map(|(name, read)| {
        let ty = plan.vars.get(read.var).and_then(|var| var.ty.clone()).unwrap_or_else(|| quote!(()));
        let borrowed = syn::parse2(ty.clone()).is_ok_and(|ty| has_reference(&ty));
        Return { name: name.clone(), ty, borrowed }
    });
    returns.collect()
}

/// The variants of a plan's event enum.
pub(super) fn variants(plan: &Plan) -> Vec<Variant<'_>> {
    plan.variants.iter().map(|variant| Variant { name: &variant.ident, task: &variant.task }).collect()
}

impl Expansion<'_> {
    fn tokens(&self) -> TokenStream {
        let Surface { krate, vis, name, title, .. } = &self.surface;
        let of = format!("the pipeline [`{title}`](fn@{name})");
        let events = event_enum(krate, vis, &self.events, &of, &variants(self.plan));
        let function = self.function();
        let shape = self.sketch.as_ref().map(|sketch| sketch.tokens(krate));
        let node = self.surface.node(&self.work(), shape.as_ref(), &self.recorded());
        let unread = self.sketch.as_ref().map(|_| self.plan.unread());
        quote!(#node #events #function #unread)
    }

    /// The function that makes the node.
    fn function(&self) -> TokenStream {
        let syntax::Item { attrs, vis, ident, .. } = self.item;
        let Surface { krate, node, inputs, .. } = &self.surface;
        let (mut takes, mut copies, mut fields) = (Vec::new(), Vec::new(), Vec::new());
        for input in inputs {
            let (name, ty) = (input.name, input.ty);
            let value = variable(&name.to_string(), name.span());
            if input.borrow {
                takes.push(quote!(#value: &#ty));
                let copy = own(krate, &value, &quote!(#node), name.span());
                copies.push(quote!(let #value = #copy;));
            } else {
                takes.push(quote!(#value: #ty));
            }
            fields.push(quote!(#name: #value));
        }
        let undocumented = !attrs.iter().any(|attr| attr.path().is_ident("doc"));
        let about = undocumented.then(|| {
            let about = format!("Makes the pipeline `{}`, ready to run.", plain(ident));
            quote!(#[doc = #about])
        });
        let drawn = self.sketch.as_ref().map(|sketch| docs::drawn(self.item, self.plan, sketch));
        quote! {
            #about #(#attrs)* #drawn
            #[allow(clippy::too_many_arguments, dead_code)]
            #vis fn #ident(#(#takes),*) -> #node { #(#copies)* #node { #(#fields),* } }
        }
    }

    /// The code that runs.
    fn work(&self) -> Work {
        let Surface { krate, output, generics, inputs, .. } = &self.surface;
        let lower = Lower { krate, plan: self.plan, events: &self.events, places: &generics.places, expression: false };
        // The inputs are the first variables of the plan.
        let names = inputs.iter().enumerate().map(|(i, input)| lower.name(i, input.name.span())).collect();
        let (before, body) = if self.sketch.is_some() {
            (lower.places(), lower.run(output))
        } else {
            (TokenStream::new(), quote!(::core::future::pending().await))
        };
        let future = quote!(async move { #body });
        Work { cx: cx(self.item.ident.span()), inputs: names, before, future, once: false }
    }

    /// The definition, and the steps, which can be recorded if the whole can.
    fn recorded(&self) -> TokenStream {
        let steps = nested(&self.plan.body.tasks().into_iter().map(|task| quote!(#task)).collect::<Vec<_>>());
        let definition = self.sketch.as_ref().map(|_| definition(&self.item.ident, &self.item.params, self.plan));
        let definition = definition.unwrap_or_default();
        quote!(#definition steps #steps)
    }
}

/// Nested tuples of at most eight types, after a type of the same depth.
fn nested(types: &[TokenStream]) -> TokenStream {
    const MAX: usize = 8;
    let (mut depth, mut types) = (quote!(()), types.to_vec());
    while types.len() > MAX {
        types = types.chunks(MAX).map(|chunk| quote!((#(#chunk,)*))).collect();
        depth = quote!((#depth,));
    }
    quote!(#depth, (#(#types,)*))
}
