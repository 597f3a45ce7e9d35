//! The fields of a node and of its output, as the macros that write their traits read them.

use super::{Input, Surface, has_reference, position};
use crate::util::text::plain;
use proc_macro2::{Ident, Punct, Spacing, Span, TokenStream, TokenTree};
use quote::quote;

impl Surface<'_> {
    /// The returns.
    pub(super) fn return_rows(&self) -> TokenStream {
        let returns = self.returns.iter().enumerate().map(|(i, returned)| {
            let (i, name, ty) = (position(i), &returned.name, &returned.ty);
            let (title, kind) = (plain(name), kind(if returned.borrowed { "Borrowed" } else { "Data" }));
            let sign = sign(ty);
            quote!(#i #name #title #kind #sign #ty,)
        });
        returns.collect()
    }
}

impl Input<'_> {
    /// The kind of its field; see `runnable_core::__private::recording`.
    pub(super) fn kind(&self) -> Ident {
        kind(if self.resource {
            "Resource"
        } else if self.default.is_none() && has_reference(self.ty) {
            "Borrowed"
        } else {
            "Data"
        })
    }
}

/// The primitive types that have all traits of a generated struct.
const PRIMITIVES: &[&str] = &[
    "bool", "char", "f32", "f64", "i128", "i16", "i32", "i64", "i8", "isize", "u128", "u16", "u32", "u64", "u8",
    "usize",
];

/// The sign before the type of a field: `=` before a primitive type, for which no bounds are needed, and `:` before others.
pub(super) fn sign(ty: &TokenStream) -> Punct {
    let mut tokens = ty.clone().into_iter();
    let primitive = match (tokens.next(), tokens.next()) {
        (Some(TokenTree::Ident(name)), None) => PRIMITIVES.iter().any(|primitive| name == primitive),
        _ => false,
    };
    Punct::new(if primitive { '=' } else { ':' }, Spacing::Alone)
}

fn kind(name: &str) -> Ident {
    Ident::new(name, Span::call_site())
}
