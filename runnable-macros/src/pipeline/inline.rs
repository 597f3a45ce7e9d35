//! A pipeline that is an expression.

use super::{
    events::Events,
    lower::{Lower, cx},
    record::{Field, Record},
    resolve::Resolver,
    shape::Sketch,
    signatures::Signatures,
    syntax::Chain,
};
use proc_macro2::{Span, TokenStream};
use quote::{format_ident, quote};
use syn::Visibility;

/// The whole expression; with errors, only those.
pub(super) fn expand(krate: &TokenStream, chain: &Chain, sigs: &Signatures<'_>) -> TokenStream {
    let resolved = Resolver::new(krate, sigs, true).run(&[], chain, None);
    let (sound, errors) = (resolved.errors.is_empty(), resolved.errors.into_tokens());
    if !sound {
        return quote!({ #errors });
    }
    let plan = &resolved.plan;
    let (events, output, vis) =
        (format_ident!("__PipelineEvent"), format_ident!("__PipelineOutput"), Visibility::Inherited);
    let event_enum = Events { krate, ident: &events, vis: &vis, of: "the pipeline", variants: &plan.variants }.tokens();
    let fields: Vec<_> = plan
        .outputs
        .iter()
        .zip(&plan.body.gives)
        .map(|(name, read)| {
            let ty = plan.vars.get(read.var).and_then(|var| var.ty.clone()).unwrap_or_default();
            Field { ident: name.clone(), ty, attrs: &[] }
        })
        .collect();
    let record = Record { krate, ident: &output, vis: &vis, about: "What the pipeline gives.".to_owned(), fields };
    let record = record.tokens(true);
    let lower = Lower { krate, plan, events: &events, expression: true };
    let (places, stmts, gives) = (lower.places(), lower.stmts(&plan.body), lower.gives(&plan.body));
    let shape = Sketch::new("pipeline", &[], plan).tokens(krate);
    let (cx, names) = (cx(Span::call_site()), &plan.outputs);
    quote!({
        #[allow(dead_code)]
        #event_enum
        #record
        #places
        const __SHAPE: #krate::__private::Shape<'static> = #shape;
        #krate::__private::inline::<#events, #output, _>(
            __SHAPE,
            async |#cx: #krate::__private::StepCx<'_, #events, #krate::__private::Same>| -> #krate::__private::Result<#output> {
                #stmts
                ::core::result::Result::Ok(#output { #(#names: #gives),* })
            },
        )
    })
}
