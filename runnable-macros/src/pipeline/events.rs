//! The event enum of a pipeline: a variant per step that has events, and one for the run's own.

use super::plan::Variant;
use proc_macro2::{Ident, Span, TokenStream};
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
        let wraps = self.variants.iter().enumerate().map(|(i, Variant { ident, task, .. })| {
            quote! {
                #[automatically_derived]
                impl #krate::__private::Variant<#i> for #enum_ident {
                    type Data = <#task as #krate::__private::Node>::Event;
                    fn wrap(data: Self::Data) -> Self { Self::#ident(data) }
                }
            }
        });
        let traits = [self.clone(), self.debug(), self.eq(), self.serialize(), self.wire()];
        quote! {
            #[doc = #about]
            #[allow(private_interfaces, clippy::large_enum_variant, clippy::enum_variant_names)]
            #vis enum #enum_ident {
                #(#variants,)*
                /// An event of the run itself: a step began, ended, or starts over.
                Lifecycle(#krate::__private::Lifecycle),
            }
            #(#wraps)*
            #[automatically_derived]
            impl #krate::__private::RunData for #enum_ident {
                fn lifecycle(event: #krate::__private::Lifecycle) -> Self { Self::Lifecycle(event) }
            }
            #(#traits)*
        }
    }

    /// `impl Trait for Enum where ..`, with a bound on each step's events that need not hold.
    fn bounded(&self, what: &TokenStream, bound: &str, body: &TokenStream) -> TokenStream {
        let (krate, enum_ident, bound) = (self.krate, self.ident, Ident::new(bound, Span::call_site()));
        let bounds = self.variants.iter().map(|Variant { task, .. }| {
            quote!(for<'__r> <#task as #krate::__private::Node>::Event: #krate::__private::#bound<'__r>)
        });
        quote! {
            #[automatically_derived]
            #[allow(private_bounds)]
            impl #what for #enum_ident where #(#bounds),* { #body }
        }
    }

    /// A `match` with the same arm for each variant.
    fn each(&self, arm: impl Fn(&Ident) -> TokenStream, lifecycle: &TokenStream) -> TokenStream {
        let arms = self.variants.iter().map(|variant| {
            let (ident, arm) = (&variant.ident, arm(&variant.ident));
            quote!(Self::#ident(event) => #arm,)
        });
        quote!(match self { #(#arms)* Self::Lifecycle(event) => #lifecycle, })
    }

    fn clone(&self) -> TokenStream {
        let krate = self.krate;
        let body = self.each(
            |ident| quote!(Self::#ident(#krate::__private::CloneFor::clone_for(event))),
            &quote!(Self::Lifecycle(::core::clone::Clone::clone(event))),
        );
        self.bounded(&quote!(::core::clone::Clone), "CloneFor", &quote!(fn clone(&self) -> Self { #body }))
    }

    fn debug(&self) -> TokenStream {
        let krate = self.krate;
        let field = |name: String, value: TokenStream| {
            quote!(::core::fmt::DebugTuple::finish(::core::fmt::DebugTuple::field(
                &mut ::core::fmt::Formatter::debug_tuple(f, #name),
                #value,
            )))
        };
        let body = self.each(
            |ident| field(ident.to_string(), quote!(#krate::__private::DebugFor::debug_for(event))),
            &field("Lifecycle".to_owned(), quote!(event)),
        );
        let body = quote!(fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result { #body });
        self.bounded(&quote!(::core::fmt::Debug), "DebugFor", &body)
    }

    fn eq(&self) -> TokenStream {
        let krate = self.krate;
        let arms = self.variants.iter().map(|Variant { ident, .. }| {
            quote!((Self::#ident(a), Self::#ident(b)) => #krate::__private::PartialEqFor::eq_for(a, b),)
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
        self.bounded(&quote!(::core::cmp::PartialEq), "PartialEqFor", &body)
    }

    /// Flat: what the step's event is on the wire, without the variant.
    fn serialize(&self) -> TokenStream {
        let krate = self.krate;
        let body = self.each(
            |_| quote!(#krate::__private::SerializeFor::serialize_for(event, to)),
            &quote!(#krate::__private::serde::Serialize::serialize(event, to)),
        );
        let body = quote! {
            fn serialize<__S: #krate::__private::serde::Serializer>(
                &self,
                to: __S,
            ) -> ::core::result::Result<__S::Ok, __S::Error> {
                #body
            }
        };
        self.bounded(&quote!(#krate::__private::serde::Serialize), "SerializeFor", &body)
    }

    fn wire(&self) -> TokenStream {
        let krate = self.krate;
        let ty = self.each(
            |_| quote!(#krate::__private::WireEventFor::event_type_for(event)),
            &quote!(#krate::__private::WireEvent::event_type(event)),
        );
        let data = self.each(
            |_| quote!(#krate::__private::WireEventFor::serialize_data_for(event, to)),
            &quote!(#krate::__private::WireEvent::serialize_data(event, to)),
        );
        let body = quote! {
            fn event_type(&self) -> &str { #ty }
            fn serialize_data<__S: #krate::__private::serde::Serializer>(
                &self,
                to: __S,
            ) -> ::core::result::Result<__S::Ok, __S::Error> {
                #data
            }
        };
        self.bounded(&quote!(#krate::__private::WireEvent), "WireEventFor", &body)
    }
}
