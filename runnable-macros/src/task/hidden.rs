//! The hidden macro that carries a task's signature to `pipeline!`.

use super::{
    expand::{allow, unraw},
    model::Task,
};
use proc_macro2::TokenStream;
use quote::{format_ident, quote};
use std::sync::atomic::{AtomicUsize, Ordering};
use syn::Visibility;

/// Makes the names of the macros unique in their crate.
static COUNTER: AtomicUsize = AtomicUsize::new(0);

/// The macros of the standard library, which a task of the same name must not break.
const STD_MACROS: &[&str] = &[
    "assert", "assert_eq", "assert_ne", "cfg", "column", "compile_error", "concat", "dbg", "debug_assert", "debug_assert_eq",
    "debug_assert_ne", "env", "eprint", "eprintln", "file", "format", "format_args", "include", "include_bytes", "include_str",
    "line", "matches", "module_path", "option_env", "panic", "print", "println", "stringify", "thread_local", "todo",
    "unimplemented", "unreachable", "vec", "write", "writeln",
];

/// The macro, under the name of the function.
pub(super) fn hidden_macro(task: &Task<'_>) -> TokenStream {
    let node = &task.node;
    let params = task.inputs().map(|param| {
        let name = &param.name;
        if param.borrow { quote!(borrow #name) } else { quote!(value #name) }
    });
    let returns = task.args.returns.iter().map(|name| &name.name);
    let events = task.event.is_some();
    let signature = quote!(node = #node params = [#(#params),*] returns = [#(#returns),*] events = #events);
    let rules = quote! {
        (@runnable [$($cb:tt)*] [$($sigs:tt)*] [$($src:tt)*]) => { $($cb)* { [$($sigs)* { #signature }] [$($src)*] } };
        (@runnable [$($cb:tt)*] [$($sigs:tt)*] [$($src:tt)*] [$($next:tt)*] $($rest:tt)*) => {
            $($next)* ! { @runnable [$($cb)*] [$($sigs)* { #signature }] [$($src)*] $($rest)* }
        };
    };
    named(task, &rules)
}

/// A macro with these rules under the name of the function; other uses are forwarded, or explained.
pub(super) fn named(task: &Task<'_>, rules: &TokenStream) -> TokenStream {
    let (allow, cfgs, vis, name) = (allow(), &task.cfgs, &task.vis, &task.name);
    let plain = unraw(name);
    let mangled = format_ident!("__runnable_{plain}_{}", COUNTER.fetch_add(1, Ordering::Relaxed));
    let export = matches!(vis, Visibility::Public(_)).then(|| quote!(#[macro_export]));
    let other = if STD_MACROS.contains(&plain.as_str()) {
        quote!(($($tokens:tt)*) => { ::std::#name!($($tokens)*) };)
    } else {
        let message = format!(
            "`{plain}` is a task, not a macro of its own\nhelp: name it in `pipeline!`, or call it as a function: `{plain}(..)`"
        );
        quote!(($($tokens:tt)*) => { ::core::compile_error! { #message } };)
    };
    quote! {
        #(#cfgs)* #allow #[doc(hidden)] #export
        macro_rules! #mangled { #rules #other }
        #(#cfgs)* #allow #[doc(hidden)]
        #vis use #mangled as #name;
    }
}
