//! What a task adds beside its function.

use super::{
    hidden,
    model::{self, Kind, Task},
    names::{allow, end, event, field_const, local},
    policy, structs,
};
use crate::{
    parameters::Parameter,
    util::{
        span::hidden as hidden_ident,
        text::{plain, type_text},
    },
};
use proc_macro2::{Span, TokenStream};
use quote::{quote, quote_spanned};
use syn::spanned::Spanned;

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

/// Where a typed stream's returns are in its events; a wrong name fails there, on the user's token.
fn positions(krate: &TokenStream, task: &Task<'_>) -> TokenStream {
    let Kind::Stream { event, .. } = &task.kind else { return TokenStream::new() };
    if task.is_dynamic() {
        return TokenStream::new();
    }
    let (allow, cfgs, node, end) = (allow(), &task.cfgs, &task.node, end(task));
    let shown = compact(event);
    let message = format!(
        "`{shown}` has no event `{end}`, which ends the stream\nhelp: add a variant for it, or name another event: `stream_end = \"..\"`"
    );
    let end_span = task.args.stream_end.as_ref().map_or_else(|| event.span(), syn::LitStr::span);
    let end_call = quote_spanned!(end_span=> variant::<#event>(#end, #message));
    let fields = task.args.returns.iter().enumerate().map(|(index, name)| {
        let (at, name) = (field_const(index), &name.name);
        let field = plain(name);
        let message = format!(
            "the end event `{end}` of `{shown}` has no field `{field}`\nhelp: list fields of the end event in `returns`"
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
                #cx: #krate::__private::StepCx<'a, __R, __M>,
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
        let (name, value) = (plain(&param.name), local(&param.name));
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
                cx: #krate::__private::StepCx<'_, __R, __M>,
            ) -> #krate::__private::Result<#output> {
                static PLACE: #krate::__private::Place = #krate::__private::Place::new(#place);
                let (#(#locals,)*) = Self::__call(cx.branch(&PLACE), #(#arguments),*).await?;
                ::core::result::Result::Ok(#output { #(#names: #locals),* })
            }
        }
    }
}
