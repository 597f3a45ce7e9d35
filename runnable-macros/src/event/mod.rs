//! `derive(TaskEvent)`: the wire names of an enum's variants, and its fields one by one.

mod expand;

use crate::{
    krate::Krate,
    util::{errors::Errors, reserved},
};
use heck::ToSnakeCase;
use proc_macro2::{TokenStream, TokenTree};
use quote::{ToTokens as _, quote};
use syn::{Data, DataEnum, DeriveInput, Fields, Ident, LitStr, Type, ext::IdentExt};

/// An event enum.
struct Events {
    /// Its name.
    name: Ident,
    /// Its variants.
    variants: Vec<Variant>,
}

/// One kind of event.
struct Variant {
    /// Its name in Rust.
    name: Ident,
    /// Its name on the wire.
    wire: String,
    /// Its fields.
    fields: Vec<(Ident, Type)>,
}

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
    for variant in &data.variants {
        let renamed = rename(variant, errors);
        let own = &variant.ident;
        let (wire, place) = renamed.as_ref().map_or_else(
            || (own.unraw().to_string().to_snake_case(), quote!(#own)),
            |text| (text.value(), quote!(#text)),
        );
        check_wire_name(&wire, &place, own, &variants, errors);
        let fields = fields(variant, errors);
        variants.push(Variant { name: variant.ident.clone(), wire, fields });
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
fn fields(variant: &syn::Variant, errors: &mut Errors) -> Vec<(Ident, Type)> {
    let name = &variant.ident;
    match &variant.fields {
        Fields::Unit => Vec::new(),
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
            let fields = fields.named.iter().filter_map(|field| {
                let name = field.ident.clone()?;
                if name.unraw() == "type" {
                    let message = "a field cannot be named `type`, which holds the name of the event in JSON\nhelp: choose another name, such as `kind`";
                    errors.push(&name, message);
                }
                Some((name, field.ty.clone()))
            });
            fields.collect()
        }
    }
}

/// The name in `#[event(rename = "..")]`.
fn rename(variant: &syn::Variant, errors: &mut Errors) -> Option<LitStr> {
    const HELP: &str = "help: write `#[event(rename = \"chunk\")]`";
    let mut found = None;
    for attr in variant.attrs.iter().filter(|attr| attr.path().is_ident("event")) {
        let result = attr.parse_nested_meta(|meta| {
            if !meta.path.is_ident("rename") {
                return Err(syn::Error::new_spanned(
                    &meta.path,
                    format!("the only option of `#[event(..)]` is `rename`\n{HELP}"),
                ));
            }
            let text: LitStr = meta
                .value()?
                .parse()
                .map_err(|error: syn::Error| syn::Error::new(error.span(), format!("expected a string\n{HELP}")))?;
            if text.value().is_empty() {
                return Err(syn::Error::new_spanned(&text, format!("the name of an event must not be empty\n{HELP}")));
            }
            found = Some(text);
            Ok(())
        });
        errors.absorb(result);
    }
    found
}
