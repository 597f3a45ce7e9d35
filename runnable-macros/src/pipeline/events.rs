//! The event enum of a pipeline: a variant per step that has events, and one for the run's own.

use super::plan::Variant;
use crate::{conditional::Conditional, util::span::type_at};
use proc_macro2::{Ident, TokenStream};
use quote::quote;
use syn::Visibility;

/// The enum of a pipeline, and what it implements: each trait where every step's events do.
pub(super) struct Events<'e> {
    /// The path to the `runnable` crate.
    pub(super) krate: &'e TokenStream,
    /// The enum's name.
    pub(super) ident: &'e Ident,
    /// Its visibility.
    pub(super) vis: &'e Visibility,
    /// The pipeline, for the documentation.
    pub(super) of: &'e str,
    /// The steps.
    pub(super) variants: &'e [Variant],
}

impl Events<'_> {
    /// The enum and its impls.
    pub(super) fn tokens(&self) -> TokenStream {
        let (krate, enum_ident, vis) = (self.krate, self.ident, self.vis);
        let about = format!("The events of {}.", self.of);
        let variants = self.variants.iter().map(|Variant { ident, task, .. }| {
            let about = format!("An event of `{}`.", task.to_string().replace(' ', ""));
            quote!(#[doc = #about] #ident(<#task as #krate::__private::Node>::Event))
        });
        // By a parameter: a task of less visibility may not be named in `type Data`.
        let wraps = self.variants.iter().enumerate().map(|(i, Variant { ident, task, .. })| {
            quote! {
                #[automatically_derived]
                #[allow(private_bounds)]
                impl<__T> #krate::__private::Variant<#i> for #enum_ident
                where
                    #task: #krate::__private::Node<Event = __T>,
                {
                    type Data = __T;
                    fn wrap(data: __T) -> Self { Self::#ident(data) }
                }
            }
        });
        let variants = quote! {
            #(#variants,)*
            /// An event of the run itself: a step began, ended, or starts over.
            Lifecycle(#krate::__private::Lifecycle),
        };
        let enumeration = type_at("enum", enum_ident, variants);
        let head = quote!(#[allow(private_bounds, private_interfaces)]);
        let schema = crate::schema::of_steps(krate, &head, enum_ident, &self.types());
        let traits = [self.clone(), self.debug(), self.eq(), self.serialize(), self.wire(), schema];
        quote! {
            #[doc = #about]
            #[allow(private_interfaces, clippy::large_enum_variant, clippy::enum_variant_names)]
            #vis #enumeration
            #(#wraps)*
            #[automatically_derived]
            impl #krate::__private::RunData for #enum_ident {
                fn lifecycle(event: #krate::__private::Lifecycle) -> Self { Self::Lifecycle(event) }
            }
            #(#traits)*
        }
    }

    /// The types of the steps' events, in order.
    fn types(&self) -> Vec<TokenStream> {
        let krate = self.krate;
        self.variants.iter().map(|Variant { task, .. }| quote!(<#task as #krate::__private::Node>::Event)).collect()
    }

    /// An implementation that holds where those of all steps' events do.
    fn implement(&self, given: &Conditional, what: &TokenStream, body: &TokenStream) -> TokenStream {
        given.implement(&quote!(#[allow(private_bounds, private_interfaces)]), what, self.ident, body)
    }

    /// A `match` with the same arm for each variant, which gets its name, its events' type and its number.
    fn each(&self, arm: impl Fn(&Ident, &TokenStream, usize) -> TokenStream, lifecycle: &TokenStream) -> TokenStream {
        let types = self.types();
        let arms = self.variants.iter().zip(&types).enumerate().map(|(i, (variant, ty))| {
            let (ident, arm) = (&variant.ident, arm(&variant.ident, ty, i));
            quote!(Self::#ident(event) => #arm,)
        });
        quote!(match self { #(#arms)* Self::Lifecycle(event) => #lifecycle, })
    }

    fn clone(&self) -> TokenStream {
        let body = self.each(
            |ident, ty, i| quote!(Self::#ident(<#ty as At<'_, #i>>::at(event))),
            &quote!(Self::Lifecycle(::core::clone::Clone::clone(event))),
        );
        let body = quote!(fn clone(&self) -> Self { #body });
        self.implement(&Conditional::clone(&self.types()), &quote!(::core::clone::Clone), &body)
    }

    fn debug(&self) -> TokenStream {
        let field = |name: String, value: TokenStream| quote!(::core::fmt::Formatter::debug_tuple(f, #name).field(#value).finish());
        let body = self.each(
            |ident, ty, i| field(ident.to_string(), quote!(<#ty as At<'_, #i>>::at(event))),
            &field("Lifecycle".to_owned(), quote!(event)),
        );
        let body = quote!(fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result { #body });
        self.implement(&Conditional::debug(&self.types()), &quote!(::core::fmt::Debug), &body)
    }

    fn eq(&self) -> TokenStream {
        let types = self.types();
        let arms = self.variants.iter().zip(&types).enumerate().map(|(i, (Variant { ident, .. }, ty))| {
            quote!((Self::#ident(a), Self::#ident(b)) => <#ty as At<'_, #i>>::at(a, b),)
        });
        let other = (!self.variants.is_empty()).then(|| quote!(_ => false,));
        let body = quote! {
            fn eq(&self, other: &Self) -> bool {
                match (self, other) {
                    #(#arms)*
                    (Self::Lifecycle(a), Self::Lifecycle(b)) => ::core::cmp::PartialEq::eq(a, b),
                    #other
                }
            }
        };
        self.implement(&Conditional::eq(&types), &quote!(::core::cmp::PartialEq), &body)
    }

    /// Flat: what the step's event is on the wire, without the variant.
    fn serialize(&self) -> TokenStream {
        let serde = {
            let krate = self.krate;
            quote!(#krate::__private::serde)
        };
        let body = self.each(
            |_, _, i| quote!(#serde::Serialize::serialize(&Part::<_, #i>(event), to)),
            &quote!({
                let mut map = #serde::Serializer::serialize_map(to, ::core::option::Option::Some(1))?;
                #serde::ser::SerializeMap::serialize_entry(&mut map, "type", event.event_type())?;
                #serde::ser::SerializeMap::end(map)
            }),
        );
        let body = quote! {
            fn serialize<__S: #serde::Serializer>(&self, to: __S) -> ::core::result::Result<__S::Ok, __S::Error> {
                #body
            }
        };
        self.implement(&Conditional::serialize(self.krate, &self.types()), &quote!(#serde::Serialize), &body)
    }

    fn wire(&self) -> TokenStream {
        let krate = self.krate;
        let serde = quote!(#krate::__private::serde);
        let ty = self.each(
            |_, ty, i| quote!(<#ty as At<'_, #i>>::kind(event)),
            &quote!(#krate::__private::WireEvent::event_type(event)),
        );
        let data = self.each(
            |_, ty, i| quote!(<#ty as At<'_, #i>>::data(event, to)),
            &quote!(#krate::__private::WireEvent::serialize_data(event, to)),
        );
        let body = quote! {
            fn event_type(&self) -> &::core::primitive::str { #ty }
            fn serialize_data<__S: #serde::Serializer>(&self, to: __S) -> ::core::result::Result<__S::Ok, __S::Error> {
                #data
            }
        };
        self.implement(&Conditional::wire(krate, &self.types()), &quote!(#krate::__private::WireEvent), &body)
    }
}
