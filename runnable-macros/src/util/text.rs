//! Names, types and expressions as text: for messages, paths, documentation and definitions.

use super::tokens::normal;
use proc_macro2::{Ident, TokenStream};
use quote::ToTokens;
use syn::ext::IdentExt as _;

/// Returns a name without `r#`.
pub(crate) fn plain(name: &Ident) -> String {
    name.unraw().to_string()
}

/// Returns a type as a user would write it.
pub(crate) fn type_text(ty: &syn::Type) -> String {
    readable(&ty.to_token_stream())
}

/// Returns tokens as a user would write them.
pub(crate) fn readable(tokens: &TokenStream) -> String {
    normal(tokens)
}

/// Returns the type whose values are recorded for a parameter of this type, which has no outer `&`: `String` for `str`.
pub(crate) fn stored_type(ty: &syn::Type) -> String {
    if let syn::Type::Slice(slice) = ty {
        return format!("Vec<{}>", type_text(&slice.elem));
    }
    let text = type_text(ty);
    match text.as_str() {
        "str" => "String".to_owned(),
        "Path" => "PathBuf".to_owned(),
        "OsStr" => "OsString".to_owned(),
        _ => text,
    }
}
