//! Names, types and expressions as text: for messages, paths and documentation.

use proc_macro2::{Ident, TokenStream};
use quote::ToTokens;
use syn::ext::IdentExt as _;

/// Returns a name without `r#`.
pub(crate) fn plain(name: &Ident) -> String {
    name.unraw().to_string()
}

/// Returns a type as a user would write it.
pub(crate) fn type_text(ty: &syn::Type) -> String {
    readable(&ty.to_token_stream()).replace(" < ", "<").replace("< ", "<").replace(" >", ">")
}

/// Returns tokens roughly as a user would write them.
pub(crate) fn readable(tokens: &TokenStream) -> String {
    let mut text = tokens.to_string();
    for (spaced, tight) in [
        (" :: ", "::"),
        (":: ", "::"),
        (" (", "("),
        ("( ", "("),
        (" )", ")"),
        (" . ", "."),
        (" ,", ","),
        ("& ", "&"),
        (" ?", "?"),
        ("! ", "!"),
        (" !(", "!("),
        (" [", "["),
    ] {
        text = text.replace(spaced, tight);
    }
    text.replace("!=", " != ").replace(" &&", " && ").replace("  ", " ")
}
