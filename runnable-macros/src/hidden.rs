//! The hidden macro that carries a node's signature to `pipeline!`, under the node's own name.

use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};
use std::sync::atomic::{AtomicUsize, Ordering};
use syn::{Path, Visibility, ext::IdentExt};

/// Makes the names of the macros unique in their crate.
static COUNTER: AtomicUsize = AtomicUsize::new(0);

/// The macros that are in scope everywhere, and those of our prelude. A `use` that a macro wrote may not hide one of them
/// (rustc finds both, and gives up), so the hidden macro of a task of such a name has another one.
const MACROS_IN_SCOPE: &[&str] = &[
    "assert",
    "assert_eq",
    "assert_ne",
    "cfg",
    "column",
    "compile_error",
    "concat",
    "dbg",
    "debug_assert",
    "debug_assert_eq",
    "debug_assert_ne",
    "env",
    "eprint",
    "eprintln",
    "file",
    "format",
    "format_args",
    "include",
    "include_bytes",
    "include_str",
    "line",
    "matches",
    "module_path",
    "option_env",
    "panic",
    "pipeline",
    "print",
    "println",
    "stream",
    "stringify",
    "thread_local",
    "todo",
    "try",
    "try_stream",
    "unimplemented",
    "unreachable",
    "vec",
    "write",
    "writeln",
];

/// The name of the macro of a node of this name.
fn alias(name: &Ident) -> Ident {
    let plain = name.unraw().to_string();
    if MACROS_IN_SCOPE.contains(&plain.as_str()) {
        format_ident!("__runnable_{plain}", span = name.span())
    } else {
        name.clone()
    }
}

/// The path of the macro of the node at `path`.
pub(crate) fn macro_path(path: &Path) -> Path {
    let mut path = path.clone();
    if let Some(last) = path.segments.last_mut() {
        last.ident = alias(&last.ident);
    }
    path
}

/// The rules that append `signature` and call the next node's macro, or the end.
pub(crate) fn rules(signature: &TokenStream) -> TokenStream {
    quote! {
        (@runnable [$($cb:tt)*] [$($sigs:tt)*] [$($src:tt)*]) => { $($cb)* { [$($sigs)* { #signature }] [$($src)*] } };
        (@runnable [$($cb:tt)*] [$($sigs:tt)*] [$($src:tt)*] [$($next:tt)*] $($rest:tt)*) => {
            $($next)* ! { @runnable [$($cb)*] [$($sigs)* { #signature }] [$($src)*] $($rest)* }
        };
    }
}

/// A macro with these rules under the name of the node, a `kind`; other uses are explained. `head` holds the attributes.
pub(crate) fn named(
    name: &Ident,
    vis: &Visibility,
    kind: &str,
    head: &TokenStream,
    rules: &TokenStream,
) -> TokenStream {
    let plain = name.unraw().to_string();
    let mangled = format_ident!("__runnable_{plain}_{}", COUNTER.fetch_add(1, Ordering::Relaxed));
    let export = matches!(vis, Visibility::Public(_)).then(|| quote!(#[macro_export]));
    let (alias, message) = (
        alias(name),
        format!(
            "`{plain}` is a {kind}, not a macro\nhelp: use it as a step in `pipeline!`, or call it as a function: `{plain}(..)`"
        ),
    );
    quote! {
        #head #[doc(hidden)] #export
        macro_rules! #mangled { #rules ($($tokens:tt)*) => { ::core::compile_error! { #message } }; }
        #head #[doc(hidden)]
        #vis use #mangled as #alias;
    }
}
