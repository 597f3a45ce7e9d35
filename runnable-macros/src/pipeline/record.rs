//! A struct of names: a pipeline's input, and its output. Each trait is there where every field has it.

use crate::util::{span::type_at, text::plain};
use proc_macro2::{Ident, TokenStream};
use quote::quote;
use syn::{Attribute, Visibility};

/// A struct of names.
pub(super) struct Record<'r> {
    /// The path to the `runnable` crate.
    pub(super) krate: &'r TokenStream,
    /// Its name.
    pub(super) ident: &'r Ident,
    /// Its visibility, and that of its fields.
    pub(super) vis: &'r Visibility,
    /// Its documentation.
    pub(super) about: String,
    /// In order.
    pub(super) fields: Vec<Field<'r>>,
}

/// A name and its type.
pub(super) struct Field<'r> {
    /// The name.
    pub(super) ident: Ident,
    /// The type.
    pub(super) ty: TokenStream,
    /// Attributes of the user's.
    pub(super) attrs: &'r [Attribute],
}

impl Record<'_> {
    /// The struct and its impls.
    pub(super) fn tokens(&self, output: bool) -> TokenStream {
        let (ident, vis, about) = (self.ident, self.vis, &self.about);
        let fields = self.fields.iter().map(|Field { ident, ty, attrs }| {
            let about = attrs.is_empty().then(|| {
                let about = format!("The name `{}`.", plain(ident));
                quote!(#[doc = #about])
            });
            quote!(#about #(#attrs)* #vis #ident: #ty)
        });
        let typed: Vec<_> = self.fields.iter().map(|Field { ident, ty, .. }| (ident, ty.clone())).collect();
        let head = quote!(#[allow(private_bounds, private_interfaces)]);
        let traits = crate::record::implementations(self.krate, &head, ident, &typed, output);
        let structure = type_at("struct", ident, quote!(#(#fields,)*));
        quote! {
            #[doc = #about]
            #[allow(private_interfaces, dead_code)]
            #vis #structure
            #traits
        }
    }
}
