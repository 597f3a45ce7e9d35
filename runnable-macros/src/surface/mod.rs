//! The items that tasks and pipelines have in common: a node with inputs, an output, and a place in pipelines.
//!
//! Both front ends describe their node as a [`Surface`]; everything that follows from the description is written here.

mod events;
mod generics;
mod hidden_macro;
mod node;
mod structs;
mod traits;

pub(crate) use events::{Variant, event_enum};
pub(crate) use generics::Generics;
pub(crate) use hidden_macro::{macro_path, unique};
pub(crate) use node::Work;
pub(crate) use structs::output_struct;

use crate::krate::Krate;
use proc_macro2::{Ident, Span, TokenStream};
use quote::{quote, quote_spanned};
use syn::{Attribute, Expr, Type, Visibility, visit::Visit};

/// A task or a pipeline as other code sees it.
pub(crate) struct Surface<'s> {
    /// The path to the `runnable` crate.
    pub(crate) krate: &'s Krate,
    /// `task` or `pipeline`.
    pub(crate) word: &'static str,
    /// The conditions under which it exists.
    pub(crate) cfgs: &'s [Attribute],
    /// The documentation of the user's function, which a task's node repeats.
    pub(crate) docs: &'s [Attribute],
    /// The text of the user's documentation, which programs that run the node can show.
    pub(crate) about: Option<String>,
    /// The user's `#[deprecated]`.
    pub(crate) deprecated: Option<&'s Attribute>,
    /// The visibility of every item.
    pub(crate) vis: &'s Visibility,
    /// The function.
    pub(crate) name: &'s Ident,
    /// Its name in paths and records.
    pub(crate) title: String,
    /// The struct of the inputs.
    pub(crate) node: &'s Ident,
    /// The struct of the returns.
    pub(crate) output: &'s Ident,
    /// The inputs, in order.
    pub(crate) inputs: Vec<Input<'s>>,
    /// The returns, in order.
    pub(crate) returns: Vec<Return>,
    /// The events.
    pub(crate) events: Events,
    /// The names of the type parameters.
    pub(crate) generics: Generics,
}

/// An input.
pub(crate) struct Input<'s> {
    /// Its name.
    pub(crate) name: &'s Ident,
    /// The type that the user wrote, without an outer `&`.
    pub(crate) ty: &'s Type,
    /// True if the function takes a reference.
    pub(crate) borrow: bool,
    /// True if a runner supplies it by type.
    pub(crate) resource: bool,
    /// The value if none is given.
    pub(crate) default: Option<&'s Expr>,
    /// The user's documentation.
    pub(crate) docs: &'s [Attribute],
}

/// A return value.
pub(crate) struct Return {
    /// Its name.
    pub(crate) name: Ident,
    /// Its type.
    pub(crate) ty: TokenStream,
    /// True if the type contains a reference, as far as the macro can see.
    pub(crate) borrowed: bool,
}

/// The events of a node.
pub(crate) struct Events {
    /// Their type.
    pub(crate) ty: TokenStream,
    /// True if the node sends events.
    pub(crate) any: bool,
}

impl Input<'_> {
    /// The type of the node's field.
    pub(crate) fn field(&self, krate: &Krate) -> TokenStream {
        let ty = self.ty;
        if self.borrow { quote!(<#ty as #krate::__private::Keep>::Owned) } else { quote!(#ty) }
    }
}

/// Items that may stand in a module or a function, but not in an `impl` or a trait.
///
/// There, the compiler reports each item that it finds. So it finds one struct, at the user's name, which an attribute
/// replaces with the items if it may stand there.
pub(crate) fn in_module(krate: &Krate, name: &Ident, items: &TokenStream) -> TokenStream {
    let span = Span::call_site().located_at(name.span());
    let placeholder = quote_spanned!(span=> struct __Runnable;);
    quote!(#[#krate::__private::items(#items)] #placeholder)
}

/// The lints that a user's settings must not raise in generated items.
pub(crate) fn allow() -> TokenStream {
    quote! {
        #[allow(
            dead_code, missing_docs, unreachable_pub, non_camel_case_types, unused_imports, unused_macros, unused_qualifications,
            unused_variables,
            non_local_definitions, private_interfaces, private_bounds, trivial_bounds, clippy::all, clippy::pedantic, clippy::nursery
        )]
    }
}

/// Returns true if a type contains a reference.
pub(crate) fn has_reference(ty: &Type) -> bool {
    struct Finder(bool);
    impl Visit<'_> for Finder {
        fn visit_type_reference(&mut self, _: &syn::TypeReference) {
            self.0 = true;
        }
        fn visit_type_fn_ptr(&mut self, _: &syn::TypeFnPtr) {}
        fn visit_parenthesized_generic_arguments(&mut self, _: &syn::ParenthesizedGenericArguments) {}
    }
    let mut finder = Finder(false);
    finder.visit_type(ty);
    finder.0
}

/// A position as a type: the digits of the index to the base of eight, each as nested tuples.
pub(crate) fn position(index: usize) -> TokenStream {
    let digit = (0..index % 8).fold(quote!(()), |inner, _| quote!((#inner,)));
    if index < 8 {
        return digit;
    }
    let rest = position(index / 8);
    quote!((#rest, #digit))
}
