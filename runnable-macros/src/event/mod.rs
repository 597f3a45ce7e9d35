//! `derive(TaskEvent)`: the wire names of an enum's variants, and its fields one by one.

mod expand;

use crate::{krate, util::errors::Errors};
use heck::ToSnakeCase;
use proc_macro2::{TokenStream, TokenTree};
use quote::quote;
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
    /// Whether it is written with braces.
    named: bool,
}

/// The derive.
pub(crate) fn expand(item: TokenStream) -> TokenStream {
    if let Some(krate) = krate::find() {
        return derive(&krate, item);
    }
    quote!(runnable_prelude_must_be_imported! { @event [#item] })
}

/// The derive, told where the crate is: `[path] item`.
pub(crate) fn expand_at(tokens: TokenStream) -> TokenStream {
    let mut tokens = tokens.into_iter();
    if let Some(TokenTree::Group(krate)) = tokens.next() {
        return derive(&krate.stream(), tokens.collect());
    }
    quote!(::core::compile_error! { "expected `[path] enum`\nhelp: write `#[derive(TaskEvent)]`" })
}

/// The implementations for an enum.
fn derive(krate: &TokenStream, item: TokenStream) -> TokenStream {
    let mut errors = Errors::new();
    let input = match syn::parse2::<DeriveInput>(item) {
        Ok(input) => input,
        Err(error) => return error.to_compile_error(),
    };
    let Some(events) = read(&input, &mut errors) else { return errors.into_tokens() };
    if errors.is_empty() {
        return expand::events(krate, &events);
    }
    let errors = errors.into_tokens();
    let fallback = expand::fallback(krate, &events);
    quote!(#fallback #errors)
}

/// Reads an enum; `None` where it is none.
fn read(input: &DeriveInput, errors: &mut Errors) -> Option<Events> {
    const HELP: &str = "help: write `enum Token { Chunk { text: String }, Done { full_text: String } }`";
    let data: &DataEnum = match &input.data {
        Data::Enum(data) => data,
        Data::Struct(data) => {
            errors.push(
                data.struct_token,
                format!("expected an enum, one variant for each kind of event, found a struct\n{HELP}"),
            );
            return None;
        }
        Data::Union(data) => {
            errors.push(
                data.union_token,
                format!("expected an enum, one variant for each kind of event, found a union\n{HELP}"),
            );
            return None;
        }
    };
    if !input.generics.params.is_empty() || input.generics.where_clause.is_some() {
        errors.push(
            &input.generics,
            "expected an enum without generic parameters\nhelp: write the concrete types, one enum for each use",
        );
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
        if let Some(other) = variants.iter().find(|other| other.wire == wire) {
            errors.push(
                place,
                format!("expected each wire name once, but `{wire}` is also that of `{}`\nhelp: add `#[event(rename = \"..\")]` to one of the two", other.name),
            );
        }
        let (fields, named) = fields(variant, errors);
        variants.push(Variant { name: variant.ident.clone(), wire, fields, named });
    }
    Some(Events { name: input.ident.clone(), variants })
}

/// The fields of a variant, and whether they have names.
fn fields(variant: &syn::Variant, errors: &mut Errors) -> (Vec<(Ident, Type)>, bool) {
    let name = &variant.ident;
    match &variant.fields {
        Fields::Unit => (Vec::new(), false),
        Fields::Unnamed(fields) => {
            let ty = fields.unnamed.first().map_or_else(
                || quote!(String),
                |field| {
                    let ty = &field.ty;
                    quote!(#ty)
                },
            );
            let ty = ty.to_string().replace(' ', "");
            let help =
                format!("help: write `{name} {{ text: {ty} }}`, or `{name}` alone where there is nothing to say");
            errors.push(fields, format!("expected named fields, which become the names on the wire\n{help}"));
            (Vec::new(), false)
        }
        Fields::Named(fields) => {
            let fields = fields.named.iter().filter_map(|field| {
                let name = field.ident.clone()?;
                if name.unraw() == "type" {
                    errors.push(
                        &name,
                        "expected another name, `type` is the event's own on the wire\nhelp: name it `kind`",
                    );
                }
                Some((name, field.ty.clone()))
            });
            (fields.collect(), true)
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
                return Err(syn::Error::new_spanned(&meta.path, format!("expected `rename`\n{HELP}")));
            }
            let text: LitStr = meta
                .value()?
                .parse()
                .map_err(|error: syn::Error| syn::Error::new(error.span(), format!("expected a string\n{HELP}")))?;
            if text.value().is_empty() {
                return Err(syn::Error::new_spanned(&text, format!("expected a name that is not empty\n{HELP}")));
            }
            found = Some(text);
            Ok(())
        });
        errors.absorb(result);
    }
    found
}
