//! The path to the `runnable` crate, as the user's crate sees it.

use proc_macro_crate::{FoundCrate, crate_name};
use proc_macro2::TokenStream;
use quote::{format_ident, quote};

/// Returns `::runnable`, or its name in `Cargo.toml`; `None` if it is not a direct dependency.
pub(crate) fn find() -> Option<TokenStream> {
    match crate_name("runnable").ok()? {
        FoundCrate::Itself => Some(quote!(::runnable)),
        FoundCrate::Name(name) => {
            let name = format_ident!("{name}");
            Some(quote!(::#name))
        }
    }
}
