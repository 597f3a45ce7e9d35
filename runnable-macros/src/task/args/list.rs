//! Lists with commas between their items.

use crate::util::errors::Errors;
use proc_macro2::TokenTree;
use syn::{Token, parse::ParseStream};

/// Reads items between commas; after an error, continues behind the next comma.
pub(super) fn list(
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
pub(super) fn skip_item(input: ParseStream<'_>) {
    while !input.is_empty() && !input.peek(Token![,]) {
        let _ = input.parse::<TokenTree>();
    }
}
