//! Names, types and expressions as text: for messages, paths and documentation.

use proc_macro2::{Ident, TokenStream};
use quote::ToTokens;
use syn::ext::IdentExt as _;

/// A name without `r#`.
pub(crate) fn plain(name: &Ident) -> String {
    name.unraw().to_string()
}

/// A type as its user would write it.
pub(crate) fn type_text(ty: &syn::Type) -> String {
    readable(&ty.to_token_stream()).replace(" < ", "<").replace("< ", "<").replace(" >", ">")
}

/// Tokens as a user would write them, as far as that can be told.
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
