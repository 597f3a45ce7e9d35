//! The items that a task adds beside its function.

use super::{
    attempt,
    definition::definition,
    fallible::{self, Fallible, checked_item, hidden_ok},
    model::{self, Kind, Task},
    names::{end, event, field_const, local},
};
use crate::{
    krate::Krate,
    surface::{Events, Generics, Input, Return, Surface, Work, allow, has_reference, position},
    util::{
        span::hidden as hidden_ident,
        text::{doc_text, plain},
    },
};
use heck::ToSnakeCase as _;
use proc_macro2::{Span, TokenStream};
use quote::{quote, quote_spanned};
use syn::spanned::Spanned;

/// The structs, the node and the hidden macro.
pub(super) fn items(krate: &Krate, task: &Task<'_>, generics: Generics) -> TokenStream {
    let surface = surface(krate, task, generics);
    let (definition, secrets) = (definition(task), secrets(krate, task));
    let recorded = quote!(#definition #secrets);
    let once = task.args.once.is_some().then(|| quote!(#krate::__private::Shape::Once(Self::NAME)));
    let node = surface.node(&work(krate, task, &surface), once.as_ref(), &recorded);
    let positions = positions(krate, task);
    let check = fallible::check(krate, task);
    quote!(#node #positions #check)
}

/// The parameters that may be secrets, with the type of the events.
fn secrets(krate: &Krate, task: &Task<'_>) -> Option<TokenStream> {
    let mut params = task.params.iter().filter(|param| param.may_be_secret()).peekable();
    params.peek()?;
    let params = params.map(|param| {
        let (ty, name) = (&param.ty, plain(&param.name));
        quote!(#ty, #name;)
    });
    let (event, params) = (event(krate, task), quote!(#(#params)*));
    Some(quote!(secrets #event { #params }))
}

/// The task as other code sees it.
pub(super) fn surface<'s>(krate: &'s Krate, task: &'s Task<'_>, generics: Generics) -> Surface<'s> {
    let input = |param: &'s model::Param| Input {
        name: &param.name,
        ty: &param.ty,
        borrow: param.borrow,
        resource: false,
        default: None,
        docs: &param.docs,
    };
    let types = return_types(krate, task);
    let returns = task.args.returns.iter().zip(types).map(|(name, ty)| {
        let borrowed = syn::parse2(ty.clone()).is_ok_and(|ty| has_reference(&ty));
        Return { name: name.name.clone(), ty, borrowed }
    });
    Surface {
        krate,
        word: "task",
        cfgs: &task.cfgs,
        docs: &task.docs,
        about: doc_text(&task.docs),
        deprecated: task.deprecated.as_ref(),
        vis: &task.vis,
        name: &task.name,
        title: task.place.clone(),
        node: &task.node,
        output: &task.output,
        inputs: task.inputs().map(input).collect(),
        returns: returns.collect(),
        events: Events { ty: event(krate, task), any: task.event.is_some() },
        generics,
    }
}

/// The types of the returns, in order.
fn return_types(krate: &Krate, task: &Task<'_>) -> Vec<TokenStream> {
    let returns = &task.args.returns;
    let node = &task.node;
    match &task.kind {
        Kind::Stream { .. } => returns
            .iter()
            .enumerate()
            .map(|(index, name)| {
                if let Some(ty) = &name.ty {
                    return quote!(#ty);
                }
                let (at, event) = (field_const(index), event(krate, task));
                quote!(<#event as #krate::__private::Field<{ #node::__END }, { #node::#at }>>::Ty)
            })
            .collect(),
        Kind::Call { ty, fallible, .. } if returns.len() == 1 => {
            vec![match fallible {
                Fallible::No => quote!(#ty),
                Fallible::Written => quote!(<#ty as #krate::__private::Fallible>::Ok),
                Fallible::Hidden => hidden_ok(krate, task, ty),
            }]
        }
        Kind::Call { ty, fallible: Fallible::Hidden, .. } => {
            let value = hidden_ok(krate, task, ty);
            let element = |index| {
                let at = position(index);
                quote!(<#value as #krate::__private::Returns<#at>>::Ty)
            };
            (0..returns.len()).map(element).collect()
        }
        Kind::Call { ty, fallible, .. } => {
            model::value(ty, *fallible).as_ref().and_then(model::elements).unwrap_or_default()
        }
    }
}

/// The positions of a typed stream's returns in its events. A wrong name fails here, on the user's token.
fn positions(krate: &Krate, task: &Task<'_>) -> TokenStream {
    let Kind::Stream { event: written, fallible } = &task.kind else { return TokenStream::new() };
    if task.is_dynamic() {
        return TokenStream::new();
    }
    let (allow, cfgs, node, end) = (allow(), &task.cfgs, &task.node, end(task));
    let (shown, event, check) = (compact(written), event(krate, task), checked_item(written, *fallible));
    let snake = end.to_snake_case();
    let help = if snake == end {
        "add a variant for it, or name another event: `stream_end = \"..\"`".to_owned()
    } else {
        format!("events have their names in JSON, as `chunk` for `Chunk`: write `stream_end = \"{snake}\"`")
    };
    let message = format!("`{shown}` has no event `{end}`, which ends the stream\nhelp: {help}");
    let end_span = task.args.stream_end.as_ref().map_or_else(|| written.span(), syn::LitStr::span);
    let end_call = quote_spanned!(end_span=> __Streams::variant::<#event, #check>(#end, #message));
    let fields = task.args.returns.iter().enumerate().map(|(index, name)| {
        let (at, name) = (field_const(index), &name.name);
        let field = plain(name);
        let message = format!(
            "the end event `{end}` of `{shown}` has no field `{field}`\nhelp: list fields of the end event in `returns`"
        );
        let call = quote_spanned!(name.span()=> __Streams::field::<#event, { Self::__END }>(#field, #message));
        quote!(#[doc(hidden)] const #at: ::core::primitive::usize = { use #krate::__private::Streams as __Streams; #call };)
    });
    quote! {
        #(#cfgs)* #allow
        impl #node {
            #[doc(hidden)] const __END: ::core::primitive::usize = { use #krate::__private::Streams as __Streams; #end_call };
            #(#fields)*
        }
    }
}

/// A type as text.
fn compact(ty: &syn::Type) -> String {
    quote!(#ty).to_string().replace(' ', "")
}

/// The code of the step.
fn work(krate: &Krate, task: &Task<'_>, surface: &Surface<'_>) -> Work {
    let cx = hidden_ident("__cx", Span::call_site());
    let future = attempt::future(krate, task, &cx, surface);
    Work {
        cx,
        inputs: task.inputs().map(|param| local(&param.name)).collect(),
        before: TokenStream::new(),
        future,
        once: task.args.once.is_some(),
    }
}
