//! The rules for a function's signature.

use crate::{
    task::function::Function,
    util::{
        conditional::{self, condition},
        errors::Errors,
        text::readable,
        tokens::trait_object,
    },
};
use quote::ToTokens;
use syn::{FnArg, Pat, Type, visit::Visit, visit_mut::VisitMut};

/// The words before `fn`, and variadic parameters.
pub(super) fn qualifiers(function: &Function, errors: &mut Errors) {
    let sig = &function.sig;
    if let Some(token) = &sig.constness {
        errors.push(token, "a task cannot be a `const fn`\nhelp: remove `const`");
    }
    if let Some(token) = unsafety(sig) {
        errors
            .push(token, "a task cannot be an `unsafe fn`\nhelp: remove `unsafe`, and write an `unsafe` block inside");
    }
    if let Some(abi) = &sig.abi {
        errors.push(
            abi,
            "a task cannot be an `extern` function\nhelp: remove `extern`, or call the foreign function from a task",
        );
    }
    if let Some(variadic) = &sig.variadic {
        errors.push(variadic, "a task takes a fixed list of parameters\nhelp: take a `Vec`");
    }
}

/// Returns the `unsafe` of a signature, if present.
fn unsafety(sig: &syn::Signature) -> Option<proc_macro2::TokenTree> {
    sig.to_token_stream()
        .into_iter()
        .take_while(|token| token.to_string() != "fn")
        .find(|token| token.to_string() == "unsafe")
}

/// Generic parameters and their bounds.
pub(super) fn generics(function: &Function, errors: &mut Errors) {
    let generics = &function.sig.generics;
    for generic in &generics.params {
        let message = match generic {
            syn::GenericParam::Lifetime(_) => {
                "a task cannot have lifetime parameters\nhelp: write `&T` without a lifetime, or take an owned value"
            }
            _ => {
                "a task cannot have generic parameters\nhelp: write the concrete type, or a task that calls the generic function"
            }
        };
        errors.push(generic, message);
    }
    if let (Some(clause), true) = (&generics.where_clause, generics.params.is_empty()) {
        errors.push(clause, "a task cannot have a `where` clause\nhelp: remove it");
    }
}

/// A parameter, regardless of the others.
pub(super) fn parameter(input: &FnArg, errors: &mut Errors) {
    let input = match input {
        FnArg::Receiver(receiver) => {
            errors.push(
                receiver,
                "a task cannot be a method\nhelp: move the function out of the `impl`, and take the value as a parameter: `service: Service`",
            );
            return;
        }
        FnArg::Typed(input) => input,
    };
    if let Some(attr) = condition(&input.attrs) {
        errors.push(attr, conditional::MESSAGE);
    }
    if let Some(attr) = input.attrs.iter().find(|attr| attr.path().is_ident("resource")) {
        errors.push(
            attr,
            "`#[resource]` belongs to a parameter of a pipeline\nhelp: remove it here, and write it in `pipeline!`: `fn all(#[resource] pool: Pool) { .. }`",
        );
    }
    match &*input.pat {
        Pat::Ident(pat) if pat.by_ref.is_none() && pat.subpat.is_none() => {}
        Pat::Wild(wild) => {
            errors.push(wild, "expected a parameter name\nhelp: parameters are bound by name; write `_name: T`");
        }
        pat => errors.push(
            pat,
            "expected a parameter name, found a pattern\nhelp: name the whole value, and take it apart inside with `let`",
        ),
    }
    if let Some(inner) = reference(&input.ty, errors) {
        let mut owned = inner.clone();
        OwnAll.visit_type_mut(&mut owned);
        let owned = readable(&owned.to_token_stream());
        let owned = match &*input.ty {
            Type::Reference(_) => format!("own what it refers to: `&{owned}`"),
            _ => format!("own it (`{owned}`), or borrow the whole (`&{owned}`)"),
        };
        Owned { errors, owned: &owned }.visit_type(inner);
    }
}

/// An outer `&`, which only parameters may have. Returns the type behind it, or `None` if it is reported already.
fn reference<'t>(ty: &'t Type, errors: &mut Errors) -> Option<&'t Type> {
    let Type::Reference(reference) = ty else { return Some(ty) };
    if let Some(token) = &reference.mutability {
        errors.push(token, "a task cannot take `&mut`\nhelp: take the value by value, and return it");
    }
    if let Some(lifetime) = reference.lifetime.as_ref().filter(|lifetime| lifetime.ident == "_") {
        errors.push(lifetime, "expected `&T` without a lifetime\nhelp: remove `'_`");
    }
    if let Some(object) = trait_object(&reference.elem) {
        errors.push(
            object,
            "a task cannot take a reference to a trait object\nhelp: take `Arc<dyn Trait>`, or `&Arc<dyn Trait>`",
        );
        return None;
    }
    Some(&reference.elem)
}

/// A type that outlives the task.
pub(super) fn returned(ty: &Type, errors: &mut Errors) {
    let owned = "a task returns owned values: write `String` for `&str`, `Vec<T>` for `&[T]`";
    Owned { errors, owned }.visit_type(ty);
}

/// Replaces references by owned types.
struct OwnAll;

impl VisitMut for OwnAll {
    fn visit_type_mut(&mut self, ty: &mut Type) {
        if let Type::Reference(reference) = ty {
            let elem = &reference.elem;
            *ty = match &**elem {
                Type::Path(path) if path.path.is_ident("str") => syn::parse_quote!(String),
                Type::Slice(slice) => {
                    let item = &slice.elem;
                    syn::parse_quote!(Vec<#item>)
                }
                _ => (**elem).clone(),
            };
        }
        syn::visit_mut::visit_type_mut(self, ty);
    }
}

/// Finds types that are not owned: not allowed in a parameter below its outer `&`, nor in a return type.
struct Owned<'e> {
    errors: &'e mut Errors,
    /// The remedy for a reference.
    owned: &'e str,
}

impl Visit<'_> for Owned<'_> {
    fn visit_type(&mut self, ty: &Type) {
        match ty {
            Type::ImplTrait(_) => self
                .errors
                .push(ty, "expected a concrete type, found `impl Trait`\nhelp: write the type, or `Box<dyn Trait>`"),
            Type::Infer(_) => self.errors.push(ty, "expected a type, found `_`\nhelp: write the type"),
            Type::Reference(reference) => {
                let is_static = reference.lifetime.as_ref().is_some_and(|lifetime| lifetime.ident == "static");
                if is_static {
                    self.visit_type(&reference.elem);
                } else {
                    self.errors.push(ty, format!("expected an owned type, found a reference\nhelp: {}", self.owned));
                }
            }
            Type::FnPtr(_) => {}
            _ => syn::visit::visit_type(self, ty),
        }
    }

    fn visit_parenthesized_generic_arguments(&mut self, _: &syn::ParenthesizedGenericArguments) {}

    fn visit_lifetime(&mut self, lifetime: &syn::Lifetime) {
        if lifetime.ident != "static" {
            self.errors.push(
                lifetime,
                format!("expected a type that owns its data, found the lifetime `{lifetime}`\nhelp: take an owned type, such as `String` for `Cow<'_, str>`"),
            );
        }
    }
}
