//! What is written in `#[task(..)]`.

use crate::util::{errors::Errors, suggest::did_you_mean};
use proc_macro2::{Span, TokenStream};
use quote::{ToTokens, quote_spanned};
use syn::{
    Expr, ExprLit, Ident, Lit, LitInt, LitStr, Path, Token, Type, bracketed,
    ext::IdentExt,
    parenthesized,
    parse::{ParseStream, Parser},
    spanned::Spanned,
};

/// Every option there is.
const OPTIONS: [&str; 13] = [
    "returns",
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
    /// `effect = "once"`.
    pub(super) once: Option<LitStr>,
    /// `get = [..]`: the files that it takes.
    pub(super) get: Vec<LitStr>,
    /// `put = [..]`: the files that it makes.
    pub(super) put: Vec<LitStr>,
    /// `crate = path`.
    pub(super) krate: Option<Path>,
}

/// One name of `returns`.
#[derive(Clone)]
pub(super) struct Return {
    /// The name.
    pub(super) name: Ident,
    /// The type, for free-form events.
    pub(super) ty: Option<Type>,
}

/// `retry`, `retry(attempts, backoff = .., when = ..)`.
pub(super) struct Retry {
    /// How many attempts in all; where it is not said, the run's configuration says it.
    pub(super) attempts: Option<LitInt>,
    /// The waits in between.
    pub(super) backoff: Option<Delay>,
    /// Which errors are worth another attempt.
    pub(super) when: Option<Expr>,
}

/// A span of time (or, for `backoff`, a strategy).
pub(super) enum Delay {
    /// Written as `"30s"`; kept with the place it was written at.
    Fixed(std::time::Duration, Span),
    /// A Rust expression.
    Expr(Expr),
}

impl Delay {
    /// An expression of it, `Duration` for a literal.
    pub(super) fn tokens(&self) -> TokenStream {
        match self {
            Self::Fixed(time, span) => {
                let (seconds, nanos) = (time.as_secs(), time.subsec_nanos());
                quote_spanned!(*span=> ::core::time::Duration::new(#seconds, #nanos))
            }
            Self::Expr(expr) => expr.to_token_stream(),
        }
    }
}

impl Args {
    /// Reads all options; a bad one is reported and skipped.
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
        let key = input.call(Ident::parse_any).map_err(|error| {
            syn::Error::new(error.span(), format!("expected an option\nhelp: the options are {}", quoted(&OPTIONS)))
        })?;
        let name = key.to_string();
        if OPTIONS.contains(&name.as_str()) {
            if seen.contains(&name) {
                errors.push(&key, format!("expected `{name}` once\nhelp: remove one of the two"));
            }
            seen.push(name.clone());
        }
        match name.as_str() {
            "returns" => self.returns = returns(&key, input, errors)?,
            "stream_end" => self.stream_end = Some(string(&key, input, "\"done\"")?),
            "name" => self.name = Some(string(&key, input, "\"translate\"")?),
            "node" => {
                equals(&key, input, "Translate")?;
                let node = input.parse::<Ident>().map_err(|error| {
                    syn::Error::new(
                        error.span(),
                        "expected the name of a struct\nhelp: write `node = Translate`, without quotes",
                    )
                })?;
                self.node = Some(node);
            }
            "retry" => self.retry = retry(&key, input, errors)?,
            "timeout" => self.timeout = Some(delay(&key, input, "a duration")?),
            "idle_timeout" => self.idle_timeout = Some((key.clone(), delay(&key, input, "a duration")?)),
            "spawn" | "blocking" => {
                if let Ok(equals) = input.parse::<Token![=]>() {
                    return Err(syn::Error::new_spanned(
                        equals,
                        format!("expected `{name}` alone\nhelp: it takes no value"),
                    ));
                }
                *(if name == "spawn" { &mut self.spawn } else { &mut self.blocking }) = Some(key);
            }
            "effect" => {
                let effect = string(&key, input, "\"once\"")?;
                if effect.value() != "once" {
                    return Err(syn::Error::new_spanned(
                        effect,
                        "expected `\"once\"`\nhelp: `effect = \"once\"` says that a step which was interrupted must not be repeated unasked",
                    ));
                }
                self.once = Some(effect);
            }
            "get" => self.get = files(&key, input, errors)?,
            "put" => self.put = files(&key, input, errors)?,
            "crate" => {
                equals(&key, input, "path::to::runnable")?;
                self.krate = Some(input.parse()?);
            }
            _ => return Err(unknown(&key, &OPTIONS)),
        }
        Ok(())
    }
}

/// Reads items between commas; after an error it goes on behind the next comma.
fn list(
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
            errors.push_at(input.span(), "expected `,`\nhelp: options are separated by commas");
        }
        while !input.is_empty() && !input.peek(Token![,]) {
            let _ = input.parse::<proc_macro2::TokenTree>();
        }
    }
}

/// `"a", "b"` in backticks.
fn quoted(names: &[&str]) -> String {
    names.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ")
}

/// The error for an option that there is none of.
fn unknown(key: &Ident, options: &[&str]) -> syn::Error {
    let name = key.to_string();
    let help = did_you_mean(&name, options)
        .map_or_else(|| format!("the options are {}", quoted(options)), |best| format!("did you mean `{best}`?"));
    syn::Error::new_spanned(key, format!("expected an option, found `{name}`\nhelp: {help}"))
}

/// The `=` behind a key.
fn equals(key: &Ident, input: ParseStream<'_>, example: &str) -> syn::Result<()> {
    if input.peek(Token![=]) && !input.peek(Token![==]) {
        return input.parse::<Token![=]>().map(drop);
    }
    let span = if input.is_empty() || input.peek(Token![,]) { key.span() } else { input.span() };
    Err(syn::Error::new(span, format!("expected `=` after `{key}`\nhelp: write `{key} = {example}`")))
}

/// A string behind `key =`, not empty.
fn string(key: &Ident, input: ParseStream<'_>, example: &str) -> syn::Result<LitStr> {
    equals(key, input, example)?;
    let text = input.parse::<LitStr>().map_err(|error| {
        syn::Error::new(error.span(), format!("expected a string\nhelp: write `{key} = {example}`"))
    })?;
    if text.value().is_empty() {
        return Err(syn::Error::new_spanned(
            text,
            format!("expected a string that is not empty\nhelp: write `{key} = {example}`"),
        ));
    }
    Ok(text)
}

/// The list behind `returns =`.
fn returns(key: &Ident, input: ParseStream<'_>, errors: &mut Errors) -> syn::Result<Vec<Return>> {
    equals(key, input, "[name]")?;
    if !input.peek(syn::token::Bracket) {
        return Err(syn::Error::new(input.span(), "expected a list of names\nhelp: write `returns = [name]`"));
    }
    let names;
    bracketed!(names in input);
    let mut all: Vec<Return> = Vec::new();
    list(&names, errors, |input, errors| {
        let name = if input.peek(LitStr) {
            let text: LitStr = input.parse()?;
            let mut name = text.parse_with(Ident::parse_any).map_err(|_| {
                syn::Error::new_spanned(
                    &text,
                    "expected a name that is a Rust identifier\nhelp: write `returns = [full_text]`",
                )
            })?;
            name.set_span(text.span());
            name
        } else {
            input.parse::<Ident>().map_err(|error| {
                syn::Error::new(
                    error.span(),
                    "expected a name\nhelp: write `returns = [full_text]`, or `r#..` for a keyword",
                )
            })?
        };
        let ty = if input.peek(Token![:]) {
            input.parse::<Token![:]>()?;
            Some(input.parse()?)
        } else {
            None
        };
        if all.iter().any(|other| other.name == name) {
            errors.push(
                &name,
                format!("expected each name once, found `{name}` twice\nhelp: give one of the two another name"),
            );
        } else {
            all.push(Return { name, ty });
        }
        Ok(())
    });
    Ok(all)
}

/// The list of names and patterns behind `key =`.
fn files(key: &Ident, input: ParseStream<'_>, errors: &mut Errors) -> syn::Result<Vec<LitStr>> {
    let example = format!("write `{key} = [\"out/*.csv\"]`");
    equals(key, input, "[\"out/*.csv\"]")?;
    if !input.peek(syn::token::Bracket) {
        return Err(syn::Error::new(input.span(), format!("expected a list of files\nhelp: {example}")));
    }
    let names;
    let bracket = bracketed!(names in input);
    let mut all = Vec::new();
    list(&names, errors, |input, errors| {
        let name: LitStr = input.parse().map_err(|error| {
            syn::Error::new(error.span(), format!("expected the name of a file, or a pattern\nhelp: {example}"))
        })?;
        let text = name.value();
        let problem = if text.is_empty() {
            Some("expected a name that is not empty")
        } else if text.starts_with('/') || text.contains(':') {
            Some("expected a name that is relative to the workspace")
        } else if text.split('/').any(|part| part == "..") {
            Some("expected a name inside of the workspace, found `..`")
        } else {
            None
        };
        match problem {
            Some(problem) => errors.push(&name, format!("{problem}\nhelp: {example}")),
            None => all.push(name),
        }
        Ok(())
    });
    if all.is_empty() && errors.is_empty() {
        errors.push_at(bracket.span.join().span(), format!("expected at least one file\nhelp: {example}"));
    }
    Ok(all)
}

/// A duration or an expression behind `key =`.
fn delay(key: &Ident, input: ParseStream<'_>, what: &str) -> syn::Result<Delay> {
    equals(key, input, "\"30s\"")?;
    let expr: Expr = input.parse()?;
    let wrong = |found: &dyn ToTokens| {
        syn::Error::new_spanned(
            found.to_token_stream(),
            format!("expected {what}\nhelp: write `{key} = \"200ms\"`, `\"30s\"` or `\"5m\"`, or an expression"),
        )
    };
    match &expr {
        Expr::Lit(ExprLit { lit: Lit::Str(text), .. }) => match humantime::parse_duration(&text.value()) {
            Ok(time) if !time.is_zero() => Ok(Delay::Fixed(time, text.span())),
            _ => Err(wrong(text)),
        },
        Expr::Lit(other) => Err(wrong(other)),
        _ => Ok(Delay::Expr(expr)),
    }
}

/// The parentheses behind `retry`.
fn retry(key: &Ident, input: ParseStream<'_>, errors: &mut Errors) -> syn::Result<Option<Retry>> {
    const HELP: &str =
        "help: write `retry(3)` for three attempts in all, or `retry(3, backoff = \"200ms\", when = is_transient)`";
    if input.is_empty() || input.peek(Token![,]) {
        return Ok(Some(Retry { attempts: None, backoff: None, when: None }));
    }
    if !input.peek(syn::token::Paren) {
        let message = format!("expected the number of attempts in parentheses after `{key}`\n{HELP}");
        return Err(syn::Error::new(input.span(), message));
    }
    let inner;
    let paren = parenthesized!(inner in input);
    let (mut attempts, mut backoff, mut when) = (None, None, None);
    let mut failed = false;
    list(&inner, errors, |input, errors| {
        let option = (|| {
            if input.peek(Lit) {
                let lit: Lit = input.parse()?;
                return match lit {
                    Lit::Int(count) if attempts.is_none() && count.base10_parse::<u32>().is_ok_and(|n| n > 0) => {
                        attempts = Some(count);
                        Ok(())
                    }
                    other => {
                        Err(syn::Error::new_spanned(other, format!("expected one number of attempts, from 1\n{HELP}")))
                    }
                };
            }
            let key = input.call(Ident::parse_any)?;
            match key.to_string().as_str() {
                "backoff" => backoff = Some(delay(&key, input, "a duration or a backoff")?),
                "when" => {
                    equals(&key, input, "is_transient")?;
                    when = Some(input.parse::<Expr>()?);
                }
                _ => return Err(unknown(&key, &["backoff", "when"])),
            }
            Ok(())
        })();
        failed |= errors.absorb(option).is_none();
        if failed {
            while !input.is_empty() && !input.peek(Token![,]) {
                input.parse::<proc_macro2::TokenTree>()?;
            }
        }
        Ok(())
    });
    if attempts.is_none() && when.is_none() && !failed {
        errors.push_at(paren.span.join().span(), format!("expected the number of attempts\n{HELP}"));
    }
    Ok((!failed).then_some(Retry { attempts, backoff, when }))
}
