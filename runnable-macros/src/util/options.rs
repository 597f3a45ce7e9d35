//! Lists of options with commas between them, and the values behind a key.

use super::{delay::Delay, errors::Errors};
use proc_macro2::TokenTree;
use syn::{Ident, Token, parse::ParseStream};

/// Reads items between commas; after an error, continues behind the next comma.
pub(crate) fn list(
    input: ParseStream<'_>,
    errors: &mut Errors,
    mut item: impl FnMut(ParseStream<'_>, &mut Errors) -> syn::Result<()>,
) {
    while !input.is_empty() {
        if input.peek(Token![,]) {
            let _ = input.parse::<Token![,]>();
            continue;
        }
        let result = item(input, errors);
        let failed = errors.absorb(result).is_none();
        if !failed && !input.is_empty() && !input.peek(Token![,]) {
            errors.push_at(input.span(), "expected `,`\nhelp: write a comma between two items");
        }
        skip_item(input);
    }
}

/// Skips what is left of an item.
pub(crate) fn skip_item(input: ParseStream<'_>) {
    while !input.is_empty() && !input.peek(Token![,]) {
        let _ = input.parse::<TokenTree>();
    }
}

/// The `=` behind a key.
pub(crate) fn equals(key: &Ident, input: ParseStream<'_>, example: &str) -> syn::Result<()> {
    if input.peek(Token![=]) && !input.peek(Token![==]) {
        return input.parse::<Token![=]>().map(drop);
    }
    let span = if input.is_empty() || input.peek(Token![,]) { key.span() } else { input.span() };
    Err(syn::Error::new(span, format!("expected `=` after `{key}`\nhelp: write `{key} = {example}`")))
}

/// A duration or an expression behind `key =`.
pub(crate) fn delay(key: &Ident, input: ParseStream<'_>, what: &str) -> syn::Result<Delay> {
    equals(key, input, "\"30s\"")?;
    Delay::parse(input, what, |time| format!("{key} = \"{time}\""))
}
