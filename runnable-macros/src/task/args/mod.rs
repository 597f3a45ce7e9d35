//! The options in `#[task(..)]`.

mod values;

pub(super) use values::Return;

use crate::util::{
    delay::Delay,
    errors::Errors,
    options::{self, equals, list},
    reserved,
    retry::{self, Retry},
    suggest::{self, unknown_option},
};
use proc_macro2::TokenStream;
use syn::{
    Ident, LitStr, Path, Token,
    ext::IdentExt,
    parenthesized,
    parse::{ParseStream, Parser},
    token::Paren,
};
use values::string;

/// The names of all options.
const OPTIONS: [&str; 14] = [
    "returns",
    "fallible",
    "stream_end",
    "name",
    "node",
    "retry",
    "timeout",
    "idle_timeout",
    "spawn",
    "blocking",
    "effect",
    "get",
    "put",
    "crate",
];

/// The options of one task.
#[derive(Default)]
pub(super) struct Args {
    /// `returns = [..]`.
    pub(super) returns: Vec<Return>,
    /// `fallible`.
    pub(super) fallible: Option<Ident>,
    /// `stream_end = ".."`.
    pub(super) stream_end: Option<LitStr>,
    /// `name = ".."`.
    pub(super) name: Option<LitStr>,
    /// `node = Name`.
    pub(super) node: Option<Ident>,
    /// `retry(..)`.
    pub(super) retry: Option<Retry>,
    /// `timeout = ..`.
    pub(super) timeout: Option<Delay>,
    /// `idle_timeout = ..`, with its key.
    pub(super) idle_timeout: Option<(Ident, Delay)>,
    /// `spawn`.
    pub(super) spawn: Option<Ident>,
    /// `blocking`.
    pub(super) blocking: Option<Ident>,
    /// `blocking(detach)`.
    pub(super) detach: bool,
    /// `effect = "once"`.
    pub(super) once: Option<LitStr>,
    /// `get = [..]`: the files that the task reads.
    pub(super) get: Vec<LitStr>,
    /// `put = [..]`: the files that the task writes.
    pub(super) put: Vec<LitStr>,
    /// `crate = path`.
    pub(super) krate: Option<Path>,
}

impl Args {
    /// Reads all options; a wrong option is reported and skipped.
    pub(super) fn parse(tokens: TokenStream, errors: &mut Errors) -> Self {
        let mut args = Self::default();
        let mut seen: Vec<String> = Vec::new();
        let parsed = (|input: ParseStream<'_>| {
            list(input, errors, |input, errors| args.option(input, &mut seen, errors));
            Ok(())
        })
        .parse2(tokens);
        errors.absorb(parsed);
        args
    }

    /// Reads one option.
    fn option(&mut self, input: ParseStream<'_>, seen: &mut Vec<String>, errors: &mut Errors) -> syn::Result<()> {
        let key = key(input)?;
        once(&key, seen, errors);
        match key.to_string().as_str() {
            "returns" => self.returns = values::returns(&key, input, errors)?,
            "fallible" => self.fallible = Some(flag(key, input)?),
            "stream_end" => self.stream_end = Some(event(&key, input)?),
            "name" => self.name = Some(string(&key, input, "\"translate\"")?),
            "node" => self.node = Some(node(&key, input)?),
            "retry" => self.retry = retry::parse(&key, input, errors)?,
            "timeout" => self.timeout = Some(options::delay(&key, input, "a duration")?),
            "idle_timeout" => self.idle_timeout = Some((key.clone(), options::delay(&key, input, "a duration")?)),
            "spawn" => self.spawn = Some(flag(key, input)?),
            "blocking" => {
                // Set before the word is read: a wrong word must not be reported as a plain `fn`, too.
                self.blocking = Some(key.clone());
                self.detach = detach(input)?;
                flag(key, input)?;
            }
            "effect" => self.once = Some(effect(&key, input)?),
            "get" => self.get = values::files(&key, input, errors)?,
            "put" => self.put = values::files(&key, input, errors)?,
            "crate" => {
                equals(&key, input, "path::to::runnable")?;
                self.krate = Some(input.parse()?);
            }
            _ => return Err(unknown_option(&key, "`#[task]`", &OPTIONS)),
        }
        Ok(())
    }
}

/// The name of an option.
fn key(input: ParseStream<'_>) -> syn::Result<Ident> {
    input.call(Ident::parse_any).map_err(|error| {
        let options = suggest::list(OPTIONS);
        syn::Error::new(error.span(), format!("expected an option\nhelp: the options are {options}"))
    })
}

/// Reports an option that was set before.
fn once(key: &Ident, seen: &mut Vec<String>, errors: &mut Errors) {
    let name = key.to_string();
    if seen.contains(&name) {
        errors.push(key, format!("`{name}` is set twice\nhelp: remove one of the two"));
    } else if OPTIONS.contains(&name.as_str()) {
        seen.push(name);
    }
}

/// An option without a value.
fn flag(key: Ident, input: ParseStream<'_>) -> syn::Result<Ident> {
    match input.parse::<Token![=]>() {
        Ok(equals) => {
            let message = format!("`{key}` takes no value\nhelp: write `{key}` alone");
            Err(syn::Error::new_spanned(equals, message))
        }
        Err(_) => Ok(key),
    }
}

/// `(detach)` after `blocking`.
fn detach(input: ParseStream<'_>) -> syn::Result<bool> {
    if !input.peek(Paren) {
        return Ok(false);
    }
    let inner;
    let parens = parenthesized!(inner in input);
    let word: Option<Ident> = inner.call(Ident::parse_any).ok();
    if word.as_ref().is_some_and(|word| word == "detach") && inner.is_empty() {
        return Ok(true);
    }
    let span = word.map_or_else(|| parens.span.join(), |word| word.span());
    let _ = inner.parse::<TokenStream>();
    Err(syn::Error::new(span, "expected `detach`\nhelp: write `blocking(detach)`, or `blocking` alone"))
}

/// The name of an event behind `key =`.
fn event(key: &Ident, input: ParseStream<'_>) -> syn::Result<LitStr> {
    let name = string(key, input, "\"done\"")?;
    match reserved::message(&name.value(), |free| format!("{key} = \"{free}\"")) {
        Some(message) => Err(syn::Error::new_spanned(name, message)),
        None => Ok(name),
    }
}

/// The name of the struct behind `node =`.
fn node(key: &Ident, input: ParseStream<'_>) -> syn::Result<Ident> {
    equals(key, input, "Translate")?;
    input.parse().map_err(|error: syn::Error| {
        let message = "expected the name of a struct\nhelp: write `node = Translate`, without quotes";
        syn::Error::new(error.span(), message)
    })
}

/// `"once"` behind `effect =`.
fn effect(key: &Ident, input: ParseStream<'_>) -> syn::Result<LitStr> {
    let effect = string(key, input, "\"once\"")?;
    if effect.value() == "once" {
        return Ok(effect);
    }
    Err(syn::Error::new_spanned(
        effect,
        "expected `\"once\"`\nhelp: with `effect = \"once\"`, a step that was interrupted is not repeated unless you opt in",
    ))
}
