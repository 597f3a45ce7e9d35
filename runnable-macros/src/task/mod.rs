//! `#[task]`: arguments -> model of the function -> validate -> expand.

mod args;
mod attempt;
mod definition;
mod expand;
mod fallback;
mod fallible;
mod function;
mod model;
mod names;
mod validate;

use crate::{
    krate::Krate,
    surface::{Generics, in_module},
    util::errors::Errors,
};
use args::Args;
use function::Function;
use proc_macro2::{TokenStream, TokenTree};
use quote::{ToTokens, quote};

/// The attribute on a function.
#[allow(clippy::needless_pass_by_value)]
pub(crate) fn expand(args: TokenStream, item: TokenStream) -> TokenStream {
    let (mut function, broken) = match syn::parse2::<Function>(item.clone()) {
        Ok(function) => (function, None),
        Err(error) => match (not_a_function(&item), Function::incomplete(item.clone())) {
            (None, Some(function)) => (function, Some(error)),
            (other, _) => {
                let error = other.unwrap_or(error).to_compile_error();
                return quote!(#item #error);
            }
        },
    };
    function.ungroup();
    let mut errors = Errors::new();
    let twice =
        function.attrs.extract_if(.., |attr| attr.path().segments.last().is_some_and(|last| last.ident == "task"));
    let broken = broken.or(twice.last().map(|attr| {
        let message =
            "`#[task]` is written twice\nhelp: write all options in the first: `#[task(returns = [value], retry(3))]`";
        syn::Error::new_spanned(attr, message)
    }));
    let parsed = Args::parse(args.clone(), &mut errors);
    let (mut kept, mut task) = model::read(function, &parsed, &mut errors);
    task.sound = validate::check(&kept, &task, &mut errors);
    if let Some(error) = broken {
        // The function is not what the user means: what follows from it is not another error.
        std::mem::take(&mut errors).discard();
        errors.add(error);
    }
    let Some(krate) = parsed.krate.as_ref().map(|path| path.to_token_stream().into()).or_else(Krate::find) else {
        // The macro of the prelude calls back with the path to the crate.
        errors.discard();
        let args = without_last_comma(args);
        return quote!(runnable_prelude_must_be_imported! { @task [#args] [#item] });
    };
    let sound = errors.is_empty();
    let (unknown, errors) = (errors.as_type(), errors.into_tokens());
    let sig = &kept.sig;
    let generics = Generics::apart_from(quote!(#args #sig));
    if sound {
        let items = in_module(&krate, &task.name, &expand::items(&krate, &task, generics));
        // A task may have to be `async`, and to own its inputs, only because it is a task.
        return quote!(#[cfg_attr(clippy, allow(clippy::unused_async, clippy::needless_pass_by_value))] #kept #items);
    }
    if kept.sig.receiver().is_some() {
        // Inside an `impl` nothing else may stand beside it.
        return quote!(#kept #errors);
    }
    let unwritten = matches!(task.kind, model::Kind::Stream { .. }) && kept.unwritten().is_some();
    if unwritten || kept.stray_yield().is_some() {
        kept.as_meant(&krate);
    }
    fallback::quiet(&mut kept);
    let fallback = in_module(&krate, &task.name, &fallback::items(&krate, &task, generics, unknown.as_ref()));
    quote!(#kept #fallback #errors)
}

/// The error for an item that is not a function; `None` if it is not an item either.
fn not_a_function(item: &TokenStream) -> Option<syn::Error> {
    let other = syn::parse2::<syn::Item>(item.clone()).ok().filter(|other| !matches!(other, syn::Item::Verbatim(_)))?;
    let first = other.into_token_stream().into_iter().next();
    let message = "expected a function\nhelp: put `#[task]` on an `async fn`, or on a `fn` that returns `impl Stream`";
    Some(syn::Error::new_spanned(first, message))
}

/// Returns the arguments without a trailing comma, so that another argument can follow.
fn without_last_comma(args: TokenStream) -> TokenStream {
    let mut trees: Vec<_> = args.into_iter().collect();
    if matches!(trees.last(), Some(TokenTree::Punct(last)) if last.as_char() == ',') {
        trees.pop();
    }
    trees.into_iter().collect()
}
