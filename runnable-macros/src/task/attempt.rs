//! One attempt of a task, and its surroundings: retries, timeouts, a spawned task or a thread.

use super::{
    fallible::{Fallible, checked},
    model::{self, Kind, Task},
    names::{end, event, field_const, local},
};
use crate::{
    krate::Krate,
    surface::Surface,
    util::{span::hidden, text::plain},
};
use proc_macro2::{Ident, Span, TokenStream};
use quote::{quote, quote_spanned};
use syn::spanned::Spanned;

/// The future of the output, with all attempts.
pub(super) fn future(krate: &Krate, task: &Task<'_>, cx: &Ident, surface: &Surface<'_>) -> TokenStream {
    let plain = surface.plain_cx(cx);
    let attempt = attempt(krate, task, cx, &plain);
    let Some(retry) = &task.args.retry else { return attempt };
    let policy = retry.policy(krate, None);
    let clones = task.inputs().filter(|param| !param.borrow).map(|param| {
        let (name, ty) = (local(&param.name), &param.ty);
        quote_spanned!(ty.span()=> let #name = #krate::__private::Values::retried::<#ty>(&#name);)
    });
    let number = hidden("__number", Span::call_site());
    let of_events = surface.events.any.then(|| quote!(let #cx = #cx.attempt(#number);));
    quote! {
        #plain.retry(#policy, move |#number| {
            #of_events
            let #plain = #plain.attempt(#number);
            #(#clones)*
            #attempt
        })
    }
}

/// The future of one attempt, with its timeout.
fn attempt(krate: &Krate, task: &Task<'_>, cx: &Ident, plain: &Ident) -> TokenStream {
    let asks = task.params.iter().any(|param| param.from_run);
    let work = match &task.kind {
        // For spawned work an async block keeps a missing `Send` a single error.
        Kind::Call { is_async: true, .. } if !asks && task.args.spawn.is_none() => finish(krate, task),
        Kind::Call { .. } => {
            let call = call(krate, task, cx, plain);
            quote!(async move { #call })
        }
        Kind::Stream { .. } => {
            let stream = stream(krate, task, cx);
            quote!(async move { #stream })
        }
    };
    let work = if task.args.spawn.is_some() {
        // Work that uses nothing from its run does not keep a handle to the run.
        let asks = asks || matches!(task.kind, Kind::Stream { .. });
        let detached = asks.then(|| quote!(let #cx = #cx.detached();));
        quote!(#plain.spawn({ #detached #work }))
    } else {
        work
    };
    let work = match &task.args.timeout {
        Some(limit) => {
            let limit = limit.tokens();
            quote!(#plain.timeout(#limit, #work))
        }
        None => work,
    };
    let (get, put) = (&task.args.get, &task.args.put);
    if get.is_empty() && put.is_empty() {
        return work;
    }
    let first = get.first().or(put.first()).map_or_else(Span::call_site, Spanned::span);
    let check = quote_spanned!(first=> #krate::__files! {});
    quote!({ #check #plain.files(&[#(#get),*], &[#(#put),*], #work) })
}

/// Statements that make the parameters that come from the run, and the arguments of the function in its order.
fn arguments(krate: &Krate, task: &Task<'_>, cx: &Ident) -> (TokenStream, Vec<TokenStream>) {
    let events = event(krate, task);
    let turbofish = task.event.is_some().then(|| quote!(::<#events>));
    let made = task.params.iter().filter(|param| param.from_run).map(|param| {
        let (name, ty, text) = (local(&param.name), &param.ty, plain(&param.name));
        // At the type, where the error belongs if it cannot be extracted.
        let from_run = quote_spanned!(ty.span()=> <#ty as #krate::FromRun<#events>>::from_run);
        quote!(let #name = #krate::__private::Values::extracted(#from_run(&#cx.context #turbofish(#text)))?;)
    });
    let made = quote!(#(#made)*);
    let arguments = task.params.iter().map(|param| {
        let name = local(&param.name);
        if param.from_run && param.borrow { quote!(&#name) } else { quote!(#name) }
    });
    (made, arguments.collect())
}

/// The condition for another attempt after an error.
fn when(task: &Task<'_>) -> TokenStream {
    let when = task.args.retry.as_ref().and_then(|retry| retry.when.as_ref());
    when.map_or_else(|| quote!(|_| true), |when| quote!(#when))
}

/// One call of an `async fn` whose arguments are all inputs. Needs no coroutine of its own.
fn finish(krate: &Krate, task: &Task<'_>) -> TokenStream {
    let Kind::Call { ty, .. } = &task.kind else { return TokenStream::new() };
    let (function, out) = (function(task), out(ty));
    let arguments = task.params.iter().map(|param| local(&param.name));
    let output = output(krate, task, &out);
    quote!(#krate::__private::PlainCx::finish(#function(#(#arguments),*), move |#out| { #output }))
}

/// One call of an `async fn` or of blocking work.
fn call(krate: &Krate, task: &Task<'_>, cx: &Ident, plain: &Ident) -> TokenStream {
    let Kind::Call { is_async, ty, .. } = &task.kind else { return TokenStream::new() };
    let (made, arguments) = arguments(krate, task, cx);
    let (function, out) = (function(task), out(ty));
    let run = if *is_async {
        quote!(#function(#(#arguments),*).await)
    } else {
        let detach = task.args.detach;
        quote!(#plain.blocking(#detach, move || #function(#(#arguments),*)).await?)
    };
    let output = output(krate, task, &out);
    quote! {
        #made
        let #out = #run;
        #output
    }
}

/// The user's function. That it is deprecated concerns those who use the task.
fn function(task: &Task<'_>) -> TokenStream {
    let name = &task.name;
    if task.deprecated.is_none() {
        return quote!(#name);
    }
    let function = hidden("__function", Span::call_site());
    quote!({
        #[allow(deprecated)]
        let #function = #name;
        #function
    })
}

/// The variable of the function's value.
fn out(ty: &syn::Type) -> Ident {
    hidden("__out", model::error(ty).map_or_else(|| ty.span(), |error| error.span()))
}

/// The output of a call, from the function's value.
fn output(krate: &Krate, task: &Task<'_>, out: &Ident) -> TokenStream {
    let Kind::Call { fallible, ty, .. } = &task.kind else { return TokenStream::new() };
    let result = if *fallible == Fallible::No {
        quote!(#out)
    } else {
        let (when, mut result) = (when(task), quote!(#out));
        if *fallible == Fallible::Hidden {
            let checked = checked(krate, task, ty);
            result = quote!(<#checked>::result(#out));
        }
        quote_spanned!(ty.span()=> #krate::__private::Values::fallible(#result, #when)?)
    };
    let (output, names) = (&task.output, names(task));
    let values: Vec<_> = names.iter().map(|name| local(name)).collect();
    let pattern = if let [value] = values.as_slice() { quote!(#value) } else { quote!((#(#values),*)) };
    quote! {
        let #pattern = #result;
        ::core::result::Result::Ok(#output { #(#names: #values),* })
    }
}

/// One pass through a stream.
fn stream(krate: &Krate, task: &Task<'_>, cx: &Ident) -> TokenStream {
    let Kind::Stream { fallible, .. } = &task.kind else { return TokenStream::new() };
    let (made, arguments) = arguments(krate, task, cx);
    let function = function(task);
    let idle = task.args.idle_timeout.as_ref().map_or_else(
        || quote!(::core::option::Option::None),
        |(_, limit)| {
            let limit = limit.tokens();
            quote!(::core::option::Option::Some(#limit))
        },
    );
    let end = end_closure(krate, task, &event(krate, task));
    // The outcome has a name, so that the stream is dropped before the locals above, from which it may borrow.
    let out = hidden("__out", Span::call_site());
    let drive = if *fallible == Fallible::No {
        quote!(#krate::__private::Streams::drive(#cx, #idle, #function(#(#arguments),*), #end))
    } else {
        let when = when(task);
        quote!(#krate::__private::Streams::try_drive(#cx, #idle, #function(#(#arguments),*), #when, #end))
    };
    quote!(#made let #out = #drive.await; #out)
}

/// The names of the returns.
fn names<'t>(task: &'t Task<'_>) -> Vec<&'t Ident> {
    task.args.returns.iter().map(|name| &name.name).collect()
}

/// The closure that makes the output of the end event.
fn end_closure(krate: &Krate, task: &Task<'_>, event: &TokenStream) -> TokenStream {
    let (end, node, output, names) = (end(task), &task.node, &task.output, names(task));
    let from = hidden("__event", Span::call_site());
    if task.is_dynamic() {
        let fields = hidden("__fields", Span::call_site());
        let takes = task.args.returns.iter().map(|name| {
            let field = plain(&name.name);
            let ty = name.ty.as_ref();
            quote!(#fields.take::<#ty>(#field)?)
        });
        return quote! {
            |#from: &#event| {
                #krate::__private::Streams::dyn_end(#from, #end, |#fields| ::core::result::Result::Ok(#output { #(#names: #takes),* }))
            }
        };
    }
    if task.args.returns.is_empty() {
        return quote! {
            |#from: &#event| {
                const _: ::core::primitive::usize = #node::__END;
                if <#event as #krate::TaskEvent>::event_type(#from) == #end {
                    ::core::option::Option::Some(::core::result::Result::Ok(#output {}))
                } else {
                    ::core::option::Option::None
                }
            }
        };
    }
    let fields = task.args.returns.iter().enumerate().map(|(index, name)| {
        let at = field_const(index);
        let field = quote!(Field<{ #node::__END }, { #node::#at }>);
        // At the name of the return, so that an error about a missing `Clone` shows it.
        quote_spanned! {Span::call_site().located_at(name.name.span())=>
            #krate::__private::Values::sent(<#event as #krate::__private::#field>::get(#from)?)
        }
    });
    quote! {
        |#from: &#event| {
            ::core::option::Option::Some(::core::result::Result::Ok(#output { #(#names: #fields),* }))
        }
    }
}
