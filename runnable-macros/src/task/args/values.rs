//! The values of options: strings, names, files and durations.

use crate::util::{
    errors::Errors,
    options::{equals, list},
};
use syn::{Ident, LitStr, Token, Type, bracketed, ext::IdentExt, parse::ParseStream, spanned::Spanned as _};

/// One name of `returns`.
#[derive(Clone)]
pub(crate) struct Return {
    /// The name.
    pub(crate) name: Ident,
    /// The type, for free-form events.
    pub(crate) ty: Option<Type>,
}

/// A string behind `key =`, not empty.
pub(super) fn string(key: &Ident, input: ParseStream<'_>, example: &str) -> syn::Result<LitStr> {
    equals(key, input, example)?;
    let text = input.parse::<LitStr>().map_err(|error| {
        syn::Error::new(error.span(), format!("expected a string\nhelp: write `{key} = {example}`"))
    })?;
    if text.value().is_empty() {
        let message = format!("`{key}` must not be empty\nhelp: write `{key} = {example}`");
        return Err(syn::Error::new_spanned(text, message));
    }
    Ok(text)
}

/// The names behind `returns =`.
pub(super) fn returns(key: &Ident, input: ParseStream<'_>, errors: &mut Errors) -> syn::Result<Vec<Return>> {
    equals(key, input, "[name]")?;
    if !input.peek(syn::token::Bracket) {
        return Err(syn::Error::new(input.span(), "expected a list of names\nhelp: write `returns = [name]`"));
    }
    let names;
    bracketed!(names in input);
    let mut all: Vec<Return> = Vec::new();
    list(&names, errors, |input, errors| {
        let name = return_name(input)?;
        let ty = if input.peek(Token![:]) {
            input.parse::<Token![:]>()?;
            Some(input.parse()?)
        } else {
            None
        };
        if all.iter().any(|other| other.name == name) {
            errors.push(&name, format!("`{name}` is listed twice\nhelp: rename one of the two"));
        } else {
            all.push(Return { name, ty });
        }
        Ok(())
    });
    Ok(all)
}

/// A name in `returns`, as an identifier or in quotes.
fn return_name(input: ParseStream<'_>) -> syn::Result<Ident> {
    if input.peek(LitStr) {
        let text: LitStr = input.parse()?;
        let mut name = text.parse_with(Ident::parse_any).map_err(|_| {
            let message = "expected a name that is a Rust identifier\nhelp: write `returns = [full_text]`";
            syn::Error::new_spanned(&text, message)
        })?;
        name.set_span(text.span());
        return Ok(name);
    }
    input.parse().map_err(|error: syn::Error| {
        let message = "expected a name\nhelp: write `returns = [full_text]`, or `r#..` for a keyword";
        syn::Error::new(error.span(), message)
    })
}

/// The list of files and patterns behind `key =`.
pub(super) fn files(key: &Ident, input: ParseStream<'_>, errors: &mut Errors) -> syn::Result<Vec<LitStr>> {
    let help = format!("help: write `{key} = [\"out/*.csv\"]`");
    equals(key, input, "[\"out/*.csv\"]")?;
    if !input.peek(syn::token::Bracket) {
        return Err(syn::Error::new(input.span(), format!("expected a list of files\n{help}")));
    }
    let names;
    let bracket = bracketed!(names in input);
    let mut all = Vec::new();
    list(&names, errors, |input, errors| {
        let name: LitStr = input.parse().map_err(|error| {
            syn::Error::new(error.span(), format!("expected a file name or a pattern, in quotes\n{help}"))
        })?;
        match not_a_file(&name.value()) {
            Some(problem) => errors.push(&name, format!("{problem}\n{help}")),
            None => all.push(name),
        }
        Ok(())
    });
    if all.is_empty() && errors.is_empty() {
        errors.push_at(bracket.span.join().span(), format!("expected at least one file\n{help}"));
    }
    Ok(all)
}

/// Returns the problem with the name of a file, or `None` if the name is fine.
fn not_a_file(name: &str) -> Option<&'static str> {
    if name.is_empty() {
        Some("a file name must not be empty")
    } else if name.starts_with('/') || name.contains(':') {
        Some("expected a path that is relative to the workspace, found an absolute path")
    } else if name.split('/').any(|part| part == "..") {
        Some("expected a path inside the workspace, found `..`")
    } else {
        None
    }
}
