//! Names and attributes that several parts of a task's expansion share.

use super::{
    fallible::{Fallible, hidden_ok},
    model::{Kind, Task},
};
use crate::{
    krate::Krate,
    util::{span::hidden, text::plain},
};
use proc_macro2::{Span, TokenStream};
use quote::quote;
use syn::Ident;

/// The type of the node's events.
pub(super) fn event(krate: &Krate, task: &Task<'_>) -> TokenStream {
    match (&task.event, &task.kind) {
        (Some(item), Kind::Stream { fallible: Fallible::Hidden, .. }) => hidden_ok(krate, task, item),
        (Some(event), _) => quote!(#event),
        (None, _) => quote!(#krate::__private::Never),
    }
}

/// The constant that holds the position of a return's field.
pub(super) fn field_const(index: usize) -> Ident {
    Ident::new(&format!("__FIELD_{index}"), Span::call_site())
}

/// The name of the end event.
pub(super) fn end(task: &Task<'_>) -> String {
    task.args.stream_end.as_ref().map_or_else(|| "done".to_owned(), syn::LitStr::value)
}

/// A parameter's name inside what we write: it hides nothing of the user's, such as a function of the same name.
pub(super) fn local(name: &Ident) -> Ident {
    hidden(&format!("__arg_{}", plain(name)), name.span())
}
