//! The messages for values in the place of a step.

use crate::util::text::readable;
use heck::ToSnakeCase as _;
use proc_macro2::{Group, Ident};
use quote::ToTokens as _;
use syn::{Error, Path, PathSegment, Token, parse::ParseStream, token};

/// The error for a path that names no function of a module: a type, a constant, or a function of a type.
pub(super) fn instead_of_step(path: &Path, rest: ParseStream<'_>) -> Option<Error> {
    let upper =
        |segment: &PathSegment| segment.ident != "Self" && segment.ident.to_string().starts_with(char::is_uppercase);
    let mut segments = path.segments.iter().rev();
    let (last, owner) = (segments.next()?, segments.next());
    let called = rest.peek(token::Paren);
    let of_type = called && owner.is_some_and(upper);
    if !(upper(last) || of_type) || rest.peek(Token![::]) || rest.peek(Token![!]) || rest.peek(token::Brace) {
        return None;
    }
    let mut written = readable(&path.to_token_stream());
    if called {
        written.push_str(
            &rest.fork().parse::<Group>().map(|group| readable(&group.to_token_stream())).unwrap_or_default(),
        );
    }
    let task = last.ident.to_string().to_snake_case();
    let help = if called || owner.is_some() || last.ident == "None" {
        format!("bind the value to a parameter, `step(name = {written})`, or write a task that returns it")
    } else {
        format!(
            "write the name of the function, as in `{task}`; to pass a value, bind it to a parameter: `step(name = {written})`"
        )
    };
    Some(Error::new_spanned(path, format!("expected a step, found `{written}`\nhelp: {help}")))
}

/// Returns `true` for a path into the standard library or tokio, which have no tasks.
pub(super) fn is_std(path: &Path) -> bool {
    let first = path.segments.first().filter(|_| path.segments.len() > 1);
    first.is_some_and(|first| ["std", "core", "alloc", "tokio"].iter().any(|krate| first.ident == krate))
}

/// The error for `sleep(..)` with a duration, as in a `select!`.
pub(super) fn sleep(name: &Ident, arguments: ParseStream<'_>) -> Option<Error> {
    let bound = arguments.peek(syn::Ident) && (arguments.peek2(Token![=]) || arguments.peek2(Token![,]));
    if name != "sleep" || bound || arguments.is_empty() {
        return None;
    }
    let message = "expected a step, found a call of `sleep`\nhelp: to limit the time of a step, write `#[timeout(\"30s\")] step`; to wait, write a task that sleeps";
    Some(Error::new_spanned(name, message))
}
