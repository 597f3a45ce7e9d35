//! The implementations that `derive(TaskEvent)` writes.

use super::model::{Events, Field, Variant};
use crate::{krate::Krate, surface::position, util::text::plain};
use proc_macro2::{Ident, Literal, Span, TokenStream};
use quote::quote;

/// `TaskEvent`, and the traits that depend on the types of the fields.
pub(super) fn events(krate: &Krate, events: &Events) -> TokenStream {
    let number = Literal::usize_unsuffixed;
    let mut index = 0;
    let variants = events.variants.iter().enumerate().map(|(v, variant)| {
        let (v, name, wire) = (number(v), &variant.name, &variant.wire);
        let names = variant.fields.iter().map(|field| plain(&field.name));
        let fields = variant.fields.iter().enumerate().map(|(f, Field { name, key, ty, .. })| {
            let (f, i) = (number(f), position(index));
            index += 1;
            quote!(#f #i #name #key: #ty,)
        });
        let fields: TokenStream = fields.collect();
        quote!(#v #name #wire [#(#names),*] { #fields })
    });
    let (variants, name) = (variants.collect::<TokenStream>(), &events.name);
    let declared: Vec<_> = events.variants.iter().filter_map(declared).collect();
    let declared = (!declared.is_empty()).then(|| quote!([#(#declared,)*]));
    quote!(#krate::__private::__task_event! { #name { #variants } #declared })
}

/// The meaning that is declared for a variant, and the keys of its parts that have other names.
fn declared(variant: &Variant) -> Option<TokenStream> {
    let meaning = Ident::new(variant.meaning?.variant, Span::call_site());
    let parts = variant.fields.iter().filter_map(|field| Some((field.part?, &field.key)));
    let keys = parts.map(|(part, key)| quote!(#part #key));
    let wire = &variant.wire;
    Some(quote!(#wire #meaning [#(#keys),*]))
}
