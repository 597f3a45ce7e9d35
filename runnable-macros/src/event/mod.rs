//! `derive(TaskEvent)`: the wire names of an enum's variants, and its fields one by one.

mod expand;
mod meaning;
mod model;
mod names;
mod parts;

use crate::{
    krate::Krate,
    util::{errors::Errors, reserved, text::plain},
};
use heck::ToSnakeCase;
use meaning::Declared;
use model::{Events, Field, Variant};
use names::{Case, Names, Place};
use proc_macro2::{TokenStream, TokenTree};
use quote::{ToTokens as _, quote};
use syn::{Data, DataEnum, DeriveInput, Fields, Ident, LitStr, ext::IdentExt};

/// The derive.
pub(crate) fn expand(item: TokenStream) -> TokenStream {
    if let Some(krate) = Krate::find() {
        return derive(&krate, item);
    }
    quote!(runnable_prelude_must_be_imported! { @event [#item] })
}

/// The derive with an explicit path to the crate: `[path] item`.
pub(crate) fn expand_at(tokens: TokenStream) -> TokenStream {
    let mut tokens = tokens.into_iter();
    if let Some(TokenTree::Group(krate)) = tokens.next() {
        return derive(&krate.stream().into(), tokens.collect());
    }
    quote!(::core::compile_error! { "expected `[path] enum`\nhelp: write `#[derive(TaskEvent)]`" })
}

/// The implementations for an enum.
fn derive(krate: &Krate, item: TokenStream) -> TokenStream {
    let input = match syn::parse2::<DeriveInput>(item) {
        Ok(input) => input,
        Err(error) => return error.to_compile_error(),
    };
    let mut errors = Errors::new();
    let Some(events) = read(&input, &mut errors) else { return errors.into_tokens() };
    // With errors, too: uses of a wrong enum are not further errors.
    let (events, errors) = (expand::events(krate, &events), errors.into_tokens());
    quote!(#events #errors)
}

/// Reads an event enum; `None` if it is something else.
fn read(input: &DeriveInput, errors: &mut Errors) -> Option<Events> {
    let wrong = match &input.data {
        Data::Enum(data) => return variants(input, data, errors),
        Data::Struct(data) => (data.struct_token.to_token_stream(), "struct"),
        Data::Union(data) => (data.union_token.to_token_stream(), "union"),
    };
    let (keyword, found) = wrong;
    let help = "help: write one variant for each kind of event: `enum Token { Chunk { text: String }, Done { full_text: String } }`";
    errors.push(keyword, format!("expected an enum, found a {found}\n{help}"));
    None
}

/// Reads the variants of an enum; `None` if it is generic.
fn variants(input: &DeriveInput, data: &DataEnum, errors: &mut Errors) -> Option<Events> {
    if !input.generics.params.is_empty() || input.generics.where_clause.is_some() {
        let message =
            "an event enum cannot have generic parameters\nhelp: write concrete types, and one enum for each use";
        errors.push(&input.generics, message);
        return None;
    }
    let mut variants: Vec<Variant> = Vec::new();
    let whole = Names::read(&input.attrs, Place::Enum, errors);
    for variant in &data.variants {
        let names = Names::read(&variant.attrs, Place::Variant, errors);
        let own = &variant.ident;
        let (wire, place) = names.rename.as_ref().map_or_else(
            || {
                let own_name = own.unraw().to_string();
                (whole.all.map_or_else(|| own_name.to_snake_case(), |case| case.of_variant(&own_name)), quote!(#own))
            },
            |text| (text.value(), quote!(#text)),
        );
        check_wire_name(&wire, &place, own, &variants, errors);
        let fields = fields(variant, names.all.or(whole.all_fields), names.meaning.as_ref(), errors);
        let meaning = names.meaning.map(|declared| declared.meaning);
        variants.push(Variant { name: variant.ident.clone(), wire, meaning, fields });
    }
    Some(Events { name: input.ident.clone(), variants })
}

/// A wire name is free, and no earlier variant has it.
fn check_wire_name(wire: &str, place: &TokenStream, own: &Ident, earlier: &[Variant], errors: &mut Errors) {
    if let Some(message) = reserved::message(wire, |free| format!("#[event(rename = \"{free}\")]")) {
        errors.push(place, message);
    }
    if let Some(other) = earlier.iter().find(|other| other.wire == wire) {
        let message = format!(
            "the variants `{}` and `{own}` have the same wire name `{wire}`\nhelp: give one of them another name, as in `#[event(rename = \"..\")]`",
            other.name
        );
        errors.push(place, message);
    }
}

/// The fields of a variant.
fn fields(variant: &syn::Variant, case: Option<Case>, declared: Option<&Declared>, errors: &mut Errors) -> Vec<Field> {
    let name = &variant.ident;
    match &variant.fields {
        Fields::Unit => {
            parts::check(name, declared, &[], &[], errors);
            Vec::new()
        }
        Fields::Unnamed(fields) => {
            let ty = fields.unnamed.first().map_or_else(
                || quote!(String),
                |field| {
                    let ty = &field.ty;
                    quote!(#ty)
                },
            );
            let ty = ty.to_string().replace(' ', "");
            let help = format!(
                "help: write `{name} {{ text: {ty} }}`, since events are JSON objects; or `{name}` alone if the event has no data"
            );
            errors.push(fields, format!("expected named fields\n{help}"));
            Vec::new()
        }
        Fields::Named(fields) => {
            let (mut found, mut parts) = (Vec::<Field>::new(), Vec::new());
            for field in &fields.named {
                let Some(name) = field.ident.clone() else { continue };
                let names = Names::read(&field.attrs, Place::Field, errors);
                let (renamed, part) = (names.rename, names.part);
                let own = plain(&name);
                let key = renamed
                    .as_ref()
                    .map_or_else(|| case.map_or(own.clone(), |case| case.of_field(&own)), LitStr::value);
                let place = renamed.map_or_else(|| quote!(#name), |text| quote!(#text));
                if key == "type" {
                    errors.push(&place, "a field cannot be named `type`, which holds the name of the event in JSON\nhelp: choose another name, such as `kind`");
                }
                if let Some(other) = found.iter().find(|other| other.key == key) {
                    let message = format!(
                        "the fields `{}` and `{own}` have the same key `{key}` in JSON\nhelp: give one of them another name, as in `#[event(rename = \"..\")]`",
                        plain(&other.name)
                    );
                    errors.push(&place, message);
                }
                found.push(Field { name, key, ty: field.ty.clone(), part: part.as_ref().map(|(part, _)| *part) });
                parts.extend(part);
            }
            parts::check(name, declared, &found, &parts, errors);
            found
        }
    }
}
