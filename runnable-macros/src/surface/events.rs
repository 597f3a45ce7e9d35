//! The event enum of a pipeline: one variant for each step that has events, and one for the events of the run.

use super::allow;
use crate::{
    krate::Krate,
    util::{span::type_at, text::readable},
};
use proc_macro2::{Ident, Literal, TokenStream};
use quote::quote;
use syn::Visibility;

/// The variant of a step.
pub(crate) struct Variant<'v> {
    /// Its name.
    pub(crate) name: &'v Ident,
    /// The step's task.
    pub(crate) task: &'v TokenStream,
}

/// The enum with its traits, each if the events of every step have it. `of` names the pipeline for the documentation.
pub(crate) fn event_enum(
    krate: &Krate,
    vis: &Visibility,
    name: &Ident,
    of: &str,
    variants: &[Variant<'_>],
) -> TokenStream {
    let about = format!("The events of {of}.");
    let steps = variants.iter().map(|Variant { name, task }| {
        let about = format!("An event of `{}`.", readable(task));
        quote!(#[doc = #about] #name(<#task as #krate::Node>::Event))
    });
    let body = quote! {
        #(#steps,)*
        /// An event of the run itself: a step starts, ends or is reset.
        Lifecycle(#krate::Lifecycle),
    };
    let (allow, enumeration) = (allow(), type_at("enum", name, body));
    let listed = variants.iter().enumerate().map(|(i, Variant { name, task })| {
        let (number, position) = (Literal::usize_unsuffixed(i), super::position(i));
        quote!(#number #position, #name: #task,)
    });
    quote! {
        #allow #[doc = #about]
        #vis #enumeration
        #krate::__private::__events! { #name { #(#listed)* } }
    }
}
