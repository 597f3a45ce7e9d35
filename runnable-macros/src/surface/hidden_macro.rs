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

/// Returns a name that no other macro of the crate has.
pub(crate) fn unique(name: &str) -> Ident {
    format_ident!("__runnable_{name}_{}", COUNTER.fetch_add(1, Ordering::Relaxed))
}

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

/// The names of a hidden macro.
struct Names {
    /// The name that it is defined under.
    mangled: Ident,
    /// The name that `pipeline!` calls it by.
    alias: Ident,
    /// The attribute of the macro of a public node.
    export: Option<TokenStream>,
}

impl Surface<'_> {
    /// The part of `__implement!` that defines the hidden macro. It gets the `$` of the macro's own variables.
    pub(super) fn hidden_macro(&self) -> TokenStream {
        let Names { mangled, alias, export } = self.names();
        let (name, any) = (self.name, self.events.any);
        quote!($ #mangled #name #alias #any #export)
    }

    /// The macro of a task with a mistake, whose uses are not further errors.
    pub(crate) fn idle_macro(&self) -> TokenStream {
        let Names { mangled, alias, export } = self.names();
        let (cfgs, vis) = (self.cfgs, self.vis);
        quote! {
            #(#cfgs)* #[allow(unused_macros)] #[doc(hidden)] #export
            macro_rules! #mangled { ($($tokens:tt)*) => {}; }
            #(#cfgs)* #[allow(unused_imports, unreachable_pub)] #[doc(hidden)]
            #vis use #mangled as #alias;
        }
    }

    fn names(&self) -> Names {
        let mangled = unique(&self.name.unraw().to_string());
        let export = matches!(self.vis, syn::Visibility::Public(_)).then(|| quote!(#[macro_export]));
        Names { mangled, alias: alias(self.name), export }
    }
}
