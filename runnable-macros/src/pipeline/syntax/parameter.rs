//! `#[resource] name: T`, `name: T = value`.

use crate::util::{
    conditional::{self, condition},
    fragments::Ungroup,
    tokens::trait_object,
};
use proc_macro2::{Ident, TokenStream};
use quote::{ToTokens as _, quote};
use syn::{
    Attribute, Expr, Result, Token, Type,
    parse::{Parse, ParseStream},
    visit::Visit,
    visit_mut::VisitMut as _,
};

/// `#[resource] name: T`, `name: T = value`.
pub(crate) struct Parameter {
    /// All but `#[resource]`.
    pub(crate) attrs: Vec<Attribute>,
    /// Its name.
    pub(crate) ident: Ident,
    /// The type, without its `&`.
    pub(crate) ty: Type,
    /// `true` for `&T`.
    pub(crate) borrowed: bool,
    /// `true` for a client or a pool, which is not data: `#[resource]`.
    pub(crate) resource: bool,
    /// The value if a file or a request has none for it.
    pub(crate) default: Option<Expr>,
}

/// Returns the first `impl Trait` in a type.
fn opaque(ty: &Type) -> Option<TokenStream> {
    struct Finder(Option<TokenStream>);
    impl Visit<'_> for Finder {
        fn visit_type_impl_trait(&mut self, found: &syn::TypeImplTrait) {
            self.0.get_or_insert_with(|| found.to_token_stream());
        }
    }
    let mut finder = Finder(None);
    finder.visit_type(ty);
    finder.0
}

fn mutability(ty: &Type) -> Option<Token![mut]> {
    match ty {
        Type::Reference(reference) => reference.mutability,
        _ => None,
    }
}

/// Returns the first reference in a type that does not live as long as the program.
fn borrowed_for(ty: &Type) -> Option<TokenStream> {
    struct Finder(Option<TokenStream>);
    impl Visit<'_> for Finder {
        fn visit_type_reference(&mut self, found: &syn::TypeReference) {
            if found.mutability.is_some() || found.lifetime.as_ref().is_none_or(|lifetime| lifetime.ident != "static") {
                let (and, lifetime, mutability) = (found.and_token, &found.lifetime, found.mutability);
                self.0.get_or_insert_with(|| quote!(#and #lifetime #mutability));
            }
            syn::visit::visit_type_reference(self, found);
        }
        fn visit_type_fn_ptr(&mut self, _: &syn::TypeFnPtr) {}
        fn visit_parenthesized_generic_arguments(&mut self, _: &syn::ParenthesizedGenericArguments) {}
    }
    let mut finder = Finder(None);
    finder.visit_type(ty);
    finder.0
}

impl Parse for Parameter {
    fn parse(input: ParseStream<'_>) -> Result<Self> {
        let mut attrs = input.call(Attribute::parse_outer)?;
        let written = attrs.len();
        attrs.retain(|attr| !attr.path().is_ident("resource"));
        let resource = attrs.len() < written;
        if let Some(attr) = condition(&attrs) {
            return Err(syn::Error::new_spanned(attr, conditional::MESSAGE));
        }
        if let Some(attr) = attrs.iter().find(|attr| attr.path().is_ident("deprecated")) {
            let message = "a parameter of a pipeline cannot be deprecated: all who call the pipeline name it\nhelp: write the attribute on the pipeline";
            return Err(syn::Error::new_spanned(attr, message));
        }
        if input.peek(Token![mut]) {
            return Err(input.error("a parameter of a pipeline cannot be `mut`\nhelp: remove `mut`: a step changes a value by returning another of the same name"));
        }
        if !input.peek(syn::Ident) {
            return Err(
                input.error("expected a parameter, as in `name: Type`\nhelp: a parameter is bound by name, and cannot be `self` or a pattern")
            );
        }
        let ident: Ident = input.parse()?;
        if !input.peek(Token![:]) {
            return Err(syn::Error::new(
                ident.span(),
                format!("expected a type for `{ident}`\nhelp: write `{ident}: Type`"),
            ));
        }
        input.parse::<Token![:]>()?;
        let mut ty = input.parse()?;
        Ungroup.visit_type_mut(&mut ty);
        if let Some(found) = opaque(&ty) {
            let message = "expected a concrete type, found `impl Trait`\nhelp: write the type that the step takes: the inputs of a pipeline are the fields of a struct";
            return Err(syn::Error::new_spanned(found, message));
        }
        let (ty, borrowed) = match ty {
            Type::Reference(reference) if reference.mutability.is_none() && reference.lifetime.is_none() => {
                (*reference.elem, true)
            }
            ty => (ty, false),
        };
        if let (Type::Reference(reference), Some(mutability)) = (&ty, mutability(&ty)) {
            let and = reference.and_token;
            let message = "the input of a pipeline cannot be `&mut`\nhelp: take the value; a step changes a value by returning another of the same name";
            return Err(syn::Error::new_spanned(quote!(#and #mutability), message));
        }
        if let (true, Some(object)) = (borrowed, trait_object(&ty)) {
            let message = "a pipeline cannot take a reference to a trait object\nhelp: take `Arc<dyn Trait>`, or `&Arc<dyn Trait>`";
            return Err(syn::Error::new_spanned(object, message));
        }
        if let Some(found) = borrowed_for(&ty) {
            let message = "the input of a pipeline cannot contain a reference\nhelp: own the value, as in `Option<String>`, or borrow the whole: `&T`";
            return Err(syn::Error::new_spanned(found, message));
        }
        let default = if let Ok(equals) = input.parse::<Token![=]>() {
            if resource {
                let message =
                    "a resource cannot have a default\nhelp: the runner supplies it: `Runner::builder().resource(..)`";
                return Err(syn::Error::new_spanned(equals, message));
            }
            Some(input.parse()?)
        } else {
            None
        };
        Ok(Self { attrs, ident, ty, borrowed, resource, default })
    }
}
