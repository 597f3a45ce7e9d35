//! The implementations that `derive(TaskEvent)` writes.

use super::{Events, Variant};
use crate::conditional::{Conditional, locals};
use proc_macro2::TokenStream;
use quote::quote;
use syn::ext::IdentExt;

/// The lints that a user's settings must not raise in what we write.
fn allow() -> TokenStream {
    quote!(#[allow(unused_variables, unused_imports, unused_qualifications, unreachable_patterns, trivial_bounds, private_bounds, dead_code, clippy::all, clippy::pedantic, clippy::nursery)])
}

/// All implementations.
pub(super) fn events(krate: &TokenStream, events: &Events) -> TokenStream {
    let task_event = task_event(krate, events);
    let fields = events.variants.iter().enumerate().map(|(v, variant)| fields(krate, events, v, variant));
    let wire = wire(krate, events);
    let serialize = serialize(krate, events);
    let schema = schema(krate, events);
    quote!(#task_event #(#fields)* #wire #serialize #schema)
}

/// `EventSchema`, where the fields have one.
fn schema(krate: &TokenStream, events: &Events) -> TokenStream {
    let variants = events.variants.iter().map(|variant| {
        let fields = variant.fields.iter().map(|(name, ty)| (name.clone(), quote!(#ty)));
        (variant.wire.clone(), fields.collect())
    });
    crate::schema::of_variants(krate, &allow(), &events.name, &variants.collect::<Vec<_>>())
}

/// What keeps uses of a wrong enum from failing again: an event with no known variants, that says nothing.
pub(super) fn fallback(krate: &TokenStream, events: &Events) -> TokenStream {
    let task_event = task_event(krate, events);
    let fields = events.variants.iter().enumerate().map(|(v, variant)| fields(krate, events, v, variant));
    quote!(#task_event #(#fields)*)
}

/// `TaskEvent`.
fn task_event(krate: &TokenStream, events: &Events) -> TokenStream {
    let (allow, name) = (allow(), &events.name);
    let variants = events.variants.iter().map(|variant| {
        let wire = &variant.wire;
        let fields = variant.fields.iter().map(|(name, _)| name.unraw().to_string());
        quote!((#wire, &[#(#fields),*]))
    });
    let body = type_match(events);
    quote! {
        #allow
        impl #krate::__private::TaskEvent for #name {
            const VARIANTS: &'static [(&'static ::core::primitive::str, &'static [&'static ::core::primitive::str])] = &[#(#variants),*];
            fn event_type(&self) -> &::core::primitive::str { #body }
        }
    }
}

/// A `match` from the event to its wire name.
fn type_match(events: &Events) -> TokenStream {
    let arms = events.variants.iter().map(|variant| {
        let (name, wire) = (&variant.name, &variant.wire);
        quote!(Self::#name { .. } => #wire,)
    });
    if events.variants.is_empty() { quote!(match *self {}) } else { quote!(match self { #(#arms)* }) }
}

/// `Field` for each field of a variant.
fn fields(krate: &TokenStream, events: &Events, v: usize, variant: &Variant) -> TokenStream {
    let (allow, name, own) = (allow(), &events.name, &variant.name);
    let fields = variant.fields.iter().enumerate().map(|(f, (field, ty))| {
        quote! {
            #allow
            impl #krate::__private::Field<#v, #f> for #name {
                type Ty = #ty;
                fn get(&self) -> ::core::option::Option<&Self::Ty> {
                    match self {
                        Self::#own { #field: value, .. } => ::core::option::Option::Some(value),
                        _ => ::core::option::Option::None,
                    }
                }
            }
        }
    });
    quote!(#(#fields)*)
}

/// The types of all fields, in order.
fn types(events: &Events) -> Vec<TokenStream> {
    events.variants.iter().flat_map(|variant| &variant.fields).map(|(_, ty)| quote!(#ty)).collect()
}

/// `match` arms that write an event as a map, with its type or without.
fn arms(krate: &TokenStream, events: &Events, with_type: bool) -> TokenStream {
    let serde = quote!(#krate::__private::serde);
    let entry = quote!(#serde::ser::SerializeMap::serialize_entry);
    let mut next = 0;
    let arms = events.variants.iter().map(|variant| {
        let (own, wire) = (&variant.name, &variant.wire);
        let locals = locals(variant.fields.len());
        let numbers = next..next + variant.fields.len();
        next = numbers.end;
        let names = variant.fields.iter().map(|(name, _)| name);
        let texts = variant.fields.iter().map(|(name, _)| name.unraw().to_string());
        let pattern = if variant.named { quote!(Self::#own { #(#names: #locals),* }) } else { quote!(Self::#own) };
        let count = variant.fields.len() + usize::from(with_type);
        let tag = with_type.then(|| quote!(#entry(&mut map, "type", #wire)?;));
        quote! {
            #pattern => {
                let mut map = #serde::Serializer::serialize_map(to, ::core::option::Option::Some(#count))?;
                #tag
                #(#entry(&mut map, #texts, &Part::<_, #numbers>(#locals))?;)*
                #serde::ser::SerializeMap::end(map)
            }
        }
    });
    if events.variants.is_empty() { quote!(match *self {}) } else { quote!(match self { #(#arms)* }) }
}

/// `WireEvent`, where the fields serialise.
fn wire(krate: &TokenStream, events: &Events) -> TokenStream {
    let (arms, types_of) = (arms(krate, events, false), type_match(events));
    let serde = quote!(#krate::__private::serde);
    let body = quote! {
        fn event_type(&self) -> &::core::primitive::str { #types_of }
        fn serialize_data<__S: #serde::Serializer>(&self, to: __S) -> ::core::result::Result<__S::Ok, __S::Error> {
            #arms
        }
    };
    let what = quote!(#krate::__private::WireEvent);
    Conditional::serialize(krate, &types(events)).implement(&allow(), &what, &events.name, &body)
}

/// `Serialize`, flat, where the fields serialise.
fn serialize(krate: &TokenStream, events: &Events) -> TokenStream {
    let arms = arms(krate, events, true);
    let serde = quote!(#krate::__private::serde);
    let body = quote! {
        fn serialize<__S: #serde::Serializer>(&self, to: __S) -> ::core::result::Result<__S::Ok, __S::Error> {
            #arms
        }
    };
    Conditional::serialize(krate, &types(events)).implement(&allow(), &quote!(#serde::Serialize), &events.name, &body)
}
