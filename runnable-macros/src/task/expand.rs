//! What a task adds beside its function.

use super::{
    hidden,
    model::{self, Kind, Task},
    policy, structs,
};
use crate::{
    parameters::{Parameter, type_text},
    span::hidden as hidden_ident,
};
use proc_macro2::{Span, TokenStream};
use quote::{quote, quote_spanned};
use syn::spanned::Spanned;

/// The lints that a user's settings must not raise in what we write.
pub(super) fn allow() -> TokenStream {
    quote! {
        #[allow(
            dead_code, missing_docs, unreachable_pub, non_camel_case_types, unused_imports, unused_macros, unused_qualifications,
            non_local_definitions, private_interfaces, private_bounds, trivial_bounds, clippy::all, clippy::pedantic, clippy::nursery
        )]
    }
}

/// Everything: the structs, the node and the hidden macro.
pub(super) fn surface(krate: &TokenStream, task: &Task<'_>) -> TokenStream {
    let structs = structs::structs(krate, task);
    let types = types(krate, task);
    let call = call(krate, task);
    let node = node(krate, task);
    let hidden = hidden::hidden_macro(task);
    let recorded = recorded(krate, task);
    quote!(#structs #types #call #node #hidden #recorded)
}

/// The type of the node's events.
pub(super) fn event(krate: &TokenStream, task: &Task<'_>) -> TokenStream {
    task.event.as_ref().map_or_else(|| quote!(#krate::__private::Never), |event| quote!(#event))
}

/// The `Param` and `Returns` implementations, and for a typed stream the positions of its returns.
fn types(krate: &TokenStream, task: &Task<'_>) -> TokenStream {
    let (allow, cfgs, node) = (allow(), &task.cfgs, &task.node);
    let params = task.inputs().enumerate().map(|(index, param)| {
        let ty = &param.ty;
        quote! {
            #(#cfgs)* #allow #[doc(hidden)]
            impl #krate::__private::Param<#index> for #node { type Ty = #ty; }
        }
    });
    let returns = return_types(krate, task).into_iter().enumerate().map(|(index, ty)| {
        quote! {
            #(#cfgs)* #allow #[doc(hidden)]
            impl #krate::__private::Returns<#index> for #node { type Ty = #ty; }
        }
    });
    let positions = positions(krate, task);
    quote!(#positions #(#params)* #(#returns)*)
}

/// The types of the returns, in order.
fn return_types(krate: &TokenStream, task: &Task<'_>) -> Vec<TokenStream> {
    let returns = &task.args.returns;
    let node = &task.node;
    match &task.kind {
        Kind::Stream { event, .. } => returns
            .iter()
            .enumerate()
            .map(|(index, name)| {
                if let Some(ty) = &name.ty {
                    return quote!(#ty);
                }
                let at = field_const(index);
                quote!(<#event as #krate::__private::Field<{ #node::__END }, { #node::#at }>>::Ty)
            })
            .collect(),
        Kind::Call { ty, fallible, .. } if returns.len() == 1 => {
            vec![if *fallible { quote!(<#ty as #krate::__private::Fallible>::Ok) } else { quote!(#ty) }]
        }
        Kind::Call { ty, fallible, .. } => {
            model::value(ty, *fallible).as_ref().and_then(model::elements).unwrap_or_default()
        }
    }
}

/// The constant that holds the position of a return's field.
pub(super) fn field_const(index: usize) -> syn::Ident {
    syn::Ident::new(&format!("__FIELD_{index}"), Span::call_site())
}

/// Where a typed stream's returns are in its events; a wrong name fails there, on the user's token.
fn positions(krate: &TokenStream, task: &Task<'_>) -> TokenStream {
    let Kind::Stream { event, .. } = &task.kind else { return TokenStream::new() };
    if task.is_dynamic() {
        return TokenStream::new();
    }
    let (allow, cfgs, node, end) = (allow(), &task.cfgs, &task.node, end(task));
    let shown = compact(event);
    let message = format!(
        "expected an event `{end}` in `{shown}`, which has none\nhelp: a stream ends with the event named by `stream_end`, else `done`"
    );
    let end_span = task.args.stream_end.as_ref().map_or_else(|| event.span(), syn::LitStr::span);
    let end_call = quote_spanned!(end_span=> variant::<#event>(#end, #message));
    let fields = task.args.returns.iter().enumerate().map(|(index, name)| {
        let (at, name) = (field_const(index), &name.name);
        let field = unraw(name);
        let message = format!(
            "expected a field `{field}` in the end event `{end}` of `{shown}`, which has none\nhelp: `returns` names fields of the end event"
        );
        let call = quote_spanned!(name.span()=> field::<#event>(Self::__END, #field, #message));
        quote!(#[doc(hidden)] const #at: usize = { use #krate::__private::field; #call };)
    });
    quote! {
        #(#cfgs)* #allow #[doc(hidden)]
        impl #node {
            #[doc(hidden)] const __END: usize = { use #krate::__private::variant; #end_call };
            #(#fields)*
        }
    }
}

/// The name of the end event.
pub(super) fn end(task: &Task<'_>) -> String {
    task.args.stream_end.as_ref().map_or_else(|| "done".to_owned(), syn::LitStr::value)
}

/// An identifier without `r#`.
pub(super) fn unraw(name: &syn::Ident) -> String {
    syn::ext::IdentExt::unraw(name).to_string()
}

/// A type as text.
fn compact(ty: &syn::Type) -> String {
    quote!(#ty).to_string().replace(' ', "")
}

/// The function that `pipeline!` calls.
fn call(krate: &TokenStream, task: &Task<'_>) -> TokenStream {
    let (allow, cfgs, vis, node) = (allow(), &task.cfgs, &task.vis, &task.node);
    let event = event(krate, task);
    let params = task.inputs().map(|param| {
        let (name, ty) = (local(&param.name), &param.ty);
        if param.borrow { quote!(#name: &'a #ty) } else { quote!(#name: #ty) }
    });
    let returns = (0..task.args.returns.len()).map(|index| quote!(<#node as #krate::__private::Returns<#index>>::Ty));
    let cx = hidden_ident("cx", Span::call_site());
    let body = policy::body(krate, task, &cx);
    // At the function's name, where errors about an argument say that it is defined.
    let call = quote_spanned!(task.name.span()=> __call);
    let (told, input, together, apart) = (told(krate, task), input(krate, task), together(krate, task), apart(task));
    let once = task.args.once.is_some();
    quote! {
        #(#cfgs)* #allow
        impl #node {
            #[doc(hidden)]
            #[inline]
            #vis fn #call<'a, __R: #krate::__private::RunData, __M: #krate::__private::Lift<#event, __R>>(
                #cx: #krate::__private::Cx<'a, __R, __M>,
                #(#params),*
            ) -> impl ::core::future::Future<Output = #krate::__private::Result<(#(#returns,)*)>> {
                #krate::__private::__step!(#cx, #node, #told, #input, #together, #apart, #once, #body)
            }
        }
    }
}

/// The node, made of the arguments; `None` where one of them is a reference to what cannot be copied.
fn input(krate: &TokenStream, task: &Task<'_>) -> TokenStream {
    let fields = task.inputs().map(|param| {
        let (name, value) = (&param.name, local(&param.name));
        if param.borrow { quote!(#name: #krate::__private::Kept(#value).keep()?) } else { quote!(#name: #value) }
    });
    let node = &task.node;
    quote!({
        use #krate::__private::KeepNothing as _;
        (move || ::core::option::Option::Some(#node { #(#fields),* }))()
    })
}

fn parameter<'p>(krate: &TokenStream, param: &'p model::Param) -> Parameter<'p> {
    let ty = &param.ty;
    Parameter {
        name: &param.name,
        ty: quote!(<#ty as #krate::__private::Keep>::Owned),
        text: type_text(ty),
        resource: false,
        default: None,
    }
}

/// What a run that is recorded needs of it.
fn recorded(krate: &TokenStream, task: &Task<'_>) -> TokenStream {
    let (allow, cfgs) = (allow(), &task.cfgs);
    let head = quote!(#(#cfgs)* #allow);
    let params: Vec<_> = task.inputs().map(|param| parameter(krate, param)).collect();
    let recorded = crate::record::recorded(krate, &head, &task.node, &task.output, &[]);
    let parameters = crate::parameters::implementations(krate, &head, &task.node, &params);
    let names = task.args.returns.iter().map(|name| name.name.clone());
    let node = &task.node;
    let types = (0..task.args.returns.len()).map(|index| quote!(<#node as #krate::__private::Returns<#index>>::Ty));
    let returns: Vec<_> = names.zip(types).collect();
    let described = crate::schema::described(krate, &head, &task.node, &params, &returns);
    quote!(#recorded #parameters #described)
}

/// What writes the inputs down that can be written.
fn told(krate: &TokenStream, task: &Task<'_>) -> TokenStream {
    let to = hidden_ident("to", Span::call_site());
    let all = task.inputs().map(|param| {
        let (name, value) = (unraw(&param.name), local(&param.name));
        let reference = if param.borrow { quote!(#value) } else { quote!(&#value) };
        quote!(#krate::__private::Inputs(#reference).tell(#name, #to);)
    });
    quote!(|#to: &mut #krate::__private::Told| {
        use #krate::__private::NoText as _;
        let _ = &#to;
        #(#all)*
    })
}

/// What makes an output of the returns.
fn together(krate: &TokenStream, task: &Task<'_>) -> TokenStream {
    let node = &task.node;
    let types = (0..task.args.returns.len()).map(|index| quote!(<#node as #krate::__private::Returns<#index>>::Ty));
    let names: Vec<_> = task.args.returns.iter().map(|name| &name.name).collect();
    let locals: Vec<_> = names.iter().map(|name| local(name)).collect();
    let output = &task.output;
    quote!(|(#(#locals,)*): (#(#types,)*)| #output { #(#names: #locals),* })
}

/// What takes an output apart.
fn apart(task: &Task<'_>) -> TokenStream {
    let output = hidden_ident("output", Span::call_site());
    let fields = task.args.returns.iter().map(|name| {
        let name = &name.name;
        quote!(#output.#name)
    });
    let ty = &task.output;
    quote!(|#output: #ty| (#(#fields,)*))
}

/// A parameter's name inside what we write: it hides nothing of the user's, such as a function of the same name.
pub(super) fn local(name: &syn::Ident) -> syn::Ident {
    hidden_ident(&format!("arg_{}", unraw(name)), name.span())
}

/// The node that runs alone.
fn node(krate: &TokenStream, task: &Task<'_>) -> TokenStream {
    let (allow, cfgs, node, output, place) = (allow(), &task.cfgs, &task.node, &task.output, &task.place);
    let event = event(krate, task);
    let arguments = task.inputs().map(|param| {
        let name = &param.name;
        if param.borrow { quote!(&self.#name) } else { quote!(self.#name) }
    });
    let names: Vec<_> = task.args.returns.iter().map(|name| &name.name).collect();
    let locals: Vec<_> = names.iter().map(|name| local(name)).collect();
    quote! {
        #(#cfgs)* #allow
        impl #krate::__private::Node for #node {
            const NAME: &'static ::core::primitive::str = #place;
            type Event = #event;
            type Data = ::core::option::Option<#event>;
            type Root = #krate::__private::ToOption;
            type Output = #output;
            async fn call<__R: #krate::__private::RunData, __M: #krate::__private::Lift<#event, __R>>(
                self,
                cx: #krate::__private::Cx<'_, __R, __M>,
            ) -> #krate::__private::Result<#output> {
                static PLACE: #krate::__private::Place = #krate::__private::Place::new(#place);
                let (#(#locals,)*) = Self::__call(cx.branch(&PLACE), #(#arguments),*).await?;
                ::core::result::Result::Ok(#output { #(#names: #locals),* })
            }
        }
    }
}
