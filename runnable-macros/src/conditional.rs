//! Implementations that hold where every field's type allows it, written for concrete types.
//!
//! A bound such as `for<'r> T: At<'r, I>` is checked where it is used, so it need not hold. Each field has a number of its
//! own, since two equal bounds (two fields of one type, under two names) would be ambiguous.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

/// A trait that every type with `bound` has, for every number.
pub(crate) struct Conditional {
    /// The trait, to be written beside the implementation.
    pub(crate) definition: TokenStream,
    /// One bound for each field.
    pub(crate) bounds: TokenStream,
}

impl Conditional {
    /// `Clone` for these types.
    pub(crate) fn clone(types: &[TokenStream]) -> Self {
        let body = quote!(
            fn at(&self) -> Self
            where
                Self: ::core::marker::Sized;
        );
        let given = quote!(
            fn at(&self) -> Self {
                ::core::clone::Clone::clone(self)
            }
        );
        Self::of(types, &quote!(::core::clone::Clone), &body, &given)
    }

    /// `Debug` for these types.
    pub(crate) fn debug(types: &[TokenStream]) -> Self {
        let body = quote!(
            fn at(&self) -> &dyn ::core::fmt::Debug;
        );
        let given = quote!(
            fn at(&self) -> &dyn ::core::fmt::Debug {
                self
            }
        );
        Self::of(types, &quote!(::core::fmt::Debug), &body, &given)
    }

    /// `PartialEq` for these types.
    pub(crate) fn eq(types: &[TokenStream]) -> Self {
        let body = quote!(
            fn at(&self, other: &Self) -> bool;
        );
        let given = quote!(
            fn at(&self, other: &Self) -> bool {
                ::core::cmp::PartialEq::eq(self, other)
            }
        );
        Self::of(types, &quote!(::core::cmp::PartialEq), &body, &given)
    }

    /// `Serialize` for these types, with `Part::<_, I>(&field)` as a value that serialises.
    pub(crate) fn serialize(krate: &TokenStream, types: &[TokenStream]) -> Self {
        let serde = quote!(#krate::__private::serde);
        let head = quote!(fn at<S: #serde::Serializer>(&self, to: S) -> ::core::result::Result<S::Ok, S::Error>);
        let given = quote!(#head { #serde::Serialize::serialize(self, to) });
        let Self { definition, bounds } = Self::of(types, &quote!(#serde::Serialize), &quote!(#head;), &given);
        let definition = quote! {
            #definition
            struct Part<'a, T, const I: ::core::primitive::usize>(&'a T);
            impl<T, const I: ::core::primitive::usize> #serde::Serialize for Part<'_, T, I>
            where
                for<'r> T: At<'r, I>,
            {
                fn serialize<S: #serde::Serializer>(&self, to: S) -> ::core::result::Result<S::Ok, S::Error> {
                    <T as At<'_, I>>::at(self.0, to)
                }
            }
        };
        Self { definition, bounds }
    }

    /// What is written down and read again, for these types: `<T as At<'_, I>>::tell` and `::recall`.
    pub(crate) fn recall(krate: &TokenStream, types: &[TokenStream]) -> Self {
        let private = quote!(#krate::__private);
        let text = quote!(&'static ::core::primitive::str);
        let tell = quote! {
            fn tell(&self, name: #text, to: &mut #private::Told)
                -> ::core::result::Result<(), #private::BoxError>
        };
        let recall = quote! {
            fn recall(name: #text, from: &#private::Recalled<'_>)
                -> ::core::result::Result<Self, #private::BoxError>
            where
                Self: ::core::marker::Sized
        };
        let given = quote! {
            #tell { to.add(name, self) }
            #recall { from.get(name) }
        };
        let needs = quote!(#private::serde::Serialize + #private::serde::de::DeserializeOwned);
        Self::of(types, &needs, &quote!(#tell; #recall;), &given)
    }

    /// `WireEvent` for these types: `<T as At<'_, I>>::kind(&event)` and `::data(&event, to)`.
    pub(crate) fn wire(krate: &TokenStream, types: &[TokenStream]) -> Self {
        let (wire, serde) = (quote!(#krate::__private::WireEvent), quote!(#krate::__private::serde));
        let kind = quote!(fn kind(&self) -> &::core::primitive::str);
        let data = quote!(fn data<S: #serde::Serializer>(&self, to: S) -> ::core::result::Result<S::Ok, S::Error>);
        let given = quote! {
            #kind { #wire::event_type(self) }
            #data { #wire::serialize_data(self, to) }
        };
        Self::of(types, &wire, &quote!(#kind; #data;), &given)
    }

    /// The trait with its methods, for every type with `needs`.
    pub(crate) fn of(types: &[TokenStream], needs: &TokenStream, body: &TokenStream, given: &TokenStream) -> Self {
        let index = 0..types.len();
        Self {
            definition: quote! {
                trait At<'r, const I: ::core::primitive::usize> { #body }
                impl<T: #needs, const I: ::core::primitive::usize> At<'_, I> for T { #given }
            },
            bounds: quote!(#(for<'__r> #types: At<'__r, #index>),*),
        }
    }

    /// An implementation of `what` for `of`, in a scope of its own.
    pub(crate) fn implement(
        &self,
        head: &TokenStream,
        what: &TokenStream,
        of: &syn::Ident,
        body: &TokenStream,
    ) -> TokenStream {
        let Self { definition, bounds } = self;
        quote! {
            #head
            const _: () = {
                #definition
                impl #what for #of where #bounds { #body }
            };
        }
    }
}

/// Names for the fields of a pattern.
pub(crate) fn locals(count: usize) -> Vec<syn::Ident> {
    (0..count).map(|index| format_ident!("__field_{index}")).collect()
}
