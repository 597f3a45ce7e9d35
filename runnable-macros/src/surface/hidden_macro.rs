//! The hidden macro that carries a node's signature to `pipeline!`, under the name of the node's function.

use super::Surface;
use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};
use std::sync::atomic::{AtomicUsize, Ordering};
use syn::{Path, ext::IdentExt};

/// Makes the names of the macros unique in their crate.
static COUNTER: AtomicUsize = AtomicUsize::new(0);

/// The macros that are in scope everywhere, and those of the prelude. A `use` that a macro wrote cannot hide them: rustc
/// reports both as ambiguous. The hidden macro of a task with such a name gets another name.
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

/// The name of the macro for a node of this name.
fn alias(name: &Ident) -> Ident {
    let plain = name.unraw().to_string();
    if MACROS_IN_SCOPE.contains(&plain.as_str()) {
        format_ident!("__runnable_{plain}", span = name.span())
    } else {
        name.clone()
    }
}

/// The path of the macro for the node at `path`.
pub(crate) fn macro_path(path: &Path) -> Path {
    let mut path = path.clone();
    if let Some(last) = path.segments.last_mut() {
        last.ident = alias(&last.ident);
    }
    path
}

impl Surface<'_> {
    /// The macro with the signature.
    pub(crate) fn hidden_macro(&self) -> TokenStream {
        let (node, any) = (self.node, self.events.any);
        let params = self.inputs.iter().map(|input| {
            let name = input.name;
            if input.borrow { quote!(borrow #name) } else { quote!(value #name) }
        });
        let returns = self.returns.iter().map(|returned| &returned.name);
        let signature = quote!({ node = #node params = [#(#params),*] returns = [#(#returns),*] events = #any });
        // Calls the next macro of the chain that `pipeline!` starts.
        self.macro_with(&quote! {
            (@runnable [$($signatures:tt)*] $source:tt [$($next:tt)*] $($rest:tt)*) => {
                $($next)* ! { @runnable [$($signatures)* #signature] $source $($rest)* }
            };
        })
    }

    /// A macro with these rules under the name of the function. Other uses get an explanation.
    pub(crate) fn macro_with(&self, rules: &TokenStream) -> TokenStream {
        let Self { word, vis, .. } = self;
        let (cfgs, alias, plain) = (self.cfgs, alias(self.name), self.name.unraw().to_string());
        let mangled = format_ident!("__runnable_{plain}_{}", COUNTER.fetch_add(1, Ordering::Relaxed));
        let export = matches!(vis, syn::Visibility::Public(_)).then(|| quote!(#[macro_export]));
        let message = format!(
            "`{plain}` is a {word}, not a macro\nhelp: use it as a step in `pipeline!`, or call it as a function: `{plain}(..)`"
        );
        quote! {
            #(#cfgs)* #[allow(unused_macros)] #[doc(hidden)] #export
            macro_rules! #mangled { #rules ($($tokens:tt)*) => { ::core::compile_error! { #message } }; }
            #(#cfgs)* #[allow(unused_imports, unreachable_pub)] #[doc(hidden)]
            #vis use #mangled as #alias;
        }
    }
}
