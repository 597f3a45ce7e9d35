//! A pipeline that is an expression.

use super::{
    item::{returns, variants},
    lower::{Lower, cx},
    resolve::Resolver,
    shape::Sketch,
    signatures::Signatures,
    syntax::Chain,
};
use crate::{
    krate::Krate,
    surface::{Generics, event_enum, output_struct},
    util::errors::failed,
};
use proc_macro2::{Delimiter, Group, Span, TokenStream, TokenTree};
use quote::quote;
use syn::Visibility;

/// The whole expression; with errors, only those.
pub(super) fn expand(krate: &Krate, chain: &Chain, sigs: &Signatures<'_>, source: TokenStream) -> TokenStream {
    if let Some(error) = chain.error() {
        return failed(error);
    }
    // The first token is the path to the crate.
    let begin = source.clone().into_iter().nth(1).map_or_else(Span::call_site, |first| first.span());
    let resolved = Resolver::new(krate, sigs, true).run(&[], chain, None);
    let (sound, errors) = (resolved.errors.is_empty(), resolved.errors.into_tokens());
    if !sound {
        return block(errors, begin);
    }
    let plan = &resolved.plan;
    let Generics { run: output, lift: events, places, .. } = Generics::of_expression(source);
    let event_enum = event_enum(krate, &Visibility::Inherited, &events, "the pipeline", &variants(plan));
    let record = output_struct(krate, &output, &returns(plan));
    let lower = Lower { krate, plan, events: &events, places: &places, expression: true };
    let (statics, body) = (lower.places(), lower.run(&output));
    let shape = Sketch::new("pipeline", &[], plan).tokens(krate);
    let (cx, unread) = (cx(Span::call_site()), plan.unread());
    let body = quote! {
        #unread
        #event_enum
        #record
        #statics
        #krate::Inline::<#events, #output, _>::new(
            const { #shape },
            async |#cx: #krate::__private::StepCx<'_, #events, #krate::__private::Same>| -> #krate::Result<#output> {
                #body
            },
        )
    };
    block(body, begin)
}

/// A block. If it is where only items may stand, the compiler points at its braces.
fn block(body: TokenStream, begin: Span) -> TokenStream {
    let mut block = Group::new(Delimiter::Brace, body);
    block.set_span(Span::call_site().located_at(begin));
    TokenTree::Group(block).into()
}
