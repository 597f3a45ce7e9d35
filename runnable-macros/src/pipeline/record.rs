//! A struct of names: a pipeline's input, and its output. Each trait is there where every field has it.

use super::names::plain;
use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;
use syn::{Attribute, Visibility};

/// A struct of names.
pub(super) struct Record<'r> {
    /// The path to the `runnable` crate.
    pub(super) krate: &'r TokenStream,
    /// Its name.
    pub(super) ident: &'r Ident,
    /// Its name in `Debug`.
    pub(super) title: String,
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
        let mut traits = vec![self.clone(), self.debug()];
        if output {
            traits.extend([self.eq(), self.serialize()]);
        }
        quote! {
            #[doc = #about]
            #[allow(private_interfaces, dead_code)]
            #vis struct #ident { #(#fields,)* }
            #(#traits)*
        }
    }

    fn bounded(&self, what: &TokenStream, bound: &str, body: &TokenStream) -> TokenStream {
        let (krate, ident, bound) = (self.krate, self.ident, Ident::new(bound, Span::call_site()));
        let bounds = self.fields.iter().map(|Field { ty, .. }| quote!(for<'__r> #ty: #krate::__private::#bound<'__r>));
        quote! {
            #[automatically_derived]
            #[allow(private_bounds)]
            impl #what for #ident where #(#bounds),* { #body }
        }
    }

    fn clone(&self) -> TokenStream {
        let krate = self.krate;
        let fields =
            self.fields.iter().map(|Field { ident, .. }| quote!(#ident: #krate::__private::CloneFor::clone_for(&self.#ident)));
        let body = quote!(fn clone(&self) -> Self { Self { #(#fields),* } });
        self.bounded(&quote!(::core::clone::Clone), "CloneFor", &body)
    }

    fn debug(&self) -> TokenStream {
        let (krate, title) = (self.krate, &self.title);
        let fields = self.fields.iter().map(|Field { ident, .. }| {
            let name = plain(ident);
            quote!(::core::fmt::DebugStruct::field(&mut to, #name, #krate::__private::DebugFor::debug_for(&self.#ident));)
        });
        let body = quote! {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                let mut to = ::core::fmt::Formatter::debug_struct(f, #title);
                #(#fields)*
                ::core::fmt::DebugStruct::finish(&mut to)
            }
        };
        self.bounded(&quote!(::core::fmt::Debug), "DebugFor", &body)
    }

    fn eq(&self) -> TokenStream {
        let krate = self.krate;
        let parts = self.fields.iter().map(|Field { ident, .. }| {
            quote!(&& #krate::__private::PartialEqFor::eq_for(&self.#ident, &other.#ident))
        });
        let body = quote!(fn eq(&self, other: &Self) -> bool { let _ = other; true #(#parts)* });
        self.bounded(&quote!(::core::cmp::PartialEq), "PartialEqFor", &body)
    }

    fn serialize(&self) -> TokenStream {
        let (krate, title, count) = (self.krate, &self.title, self.fields.len());
        let serde = quote!(#krate::__private::serde);
        // `where` holds for the field's type; serde asks for `Serialize`.
        let part = quote! {
            struct Part<'__p, __T>(&'__p __T);
            impl<__T> #serde::Serialize for Part<'_, __T>
            where
                for<'__r> __T: #krate::__private::SerializeFor<'__r>,
            {
                fn serialize<__S: #serde::Serializer>(&self, to: __S) -> ::core::result::Result<__S::Ok, __S::Error> {
                    #krate::__private::SerializeFor::serialize_for(self.0, to)
                }
            }
        };
        let entries = self.fields.iter().map(|Field { ident, .. }| {
            let name = plain(ident);
            quote!(#serde::ser::SerializeStruct::serialize_field(&mut to, #name, &Part(&self.#ident))?;)
        });
        let body = quote! {
            fn serialize<__S: #serde::Serializer>(&self, to: __S) -> ::core::result::Result<__S::Ok, __S::Error> {
                #part
                #[allow(unused_mut)]
                let mut to = #serde::Serializer::serialize_struct(to, #title, #count)?;
                #(#entries)*
                #serde::ser::SerializeStruct::end(to)
            }
        };
        self.bounded(&quote!(#serde::Serialize), "SerializeFor", &body)
    }
}
