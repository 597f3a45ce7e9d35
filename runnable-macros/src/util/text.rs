//! Names, types and expressions as text: for messages, paths, documentation and definitions.

use super::tokens::normal;
use proc_macro2::{Ident, TokenStream};
use quote::ToTokens;
use syn::{Attribute, Expr, ExprLit, Lit, Meta, MetaNameValue, ext::IdentExt as _};

/// Returns a name without `r#`.
pub(crate) fn plain(name: &Ident) -> String {
    name.unraw().to_string()
}

/// Returns the text of the doc comments among `attrs`, unless there are none. A value that is not a literal is left out.
pub(crate) fn doc_text(attrs: &[Attribute]) -> Option<String> {
    let lines = attrs.iter().filter_map(|attr| match &attr.meta {
        Meta::NameValue(MetaNameValue { path, value: Expr::Lit(ExprLit { lit: Lit::Str(text), .. }), .. })
            if path.is_ident("doc") =>
        {
            Some(text.value())
        }
        _ => None,
    });
    let lines = lines.flat_map(|text| {
        text.split('\n').map(|line| line.strip_prefix(' ').unwrap_or(line).trim_end().to_owned()).collect::<Vec<_>>()
    });
    let text = lines.collect::<Vec<_>>().join("\n");
    Some(text.trim_matches('\n').to_owned()).filter(|text| !text.is_empty())
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
