//! `map(items as item, index as i, limit = 8, on_error = collect) { a >> b }`.

use super::{
    chain::body,
    pattern::bindings,
    tree::{Block, Each, Map, Source},
};
use crate::util::suggest::{nearest, unknown_option};
use proc_macro2::Ident;
use syn::{
    Expr, Pat, PatIdent, Result, Token,
    ext::IdentExt as _,
    parenthesized,
    parse::{Parse, ParseStream, discouraged::Speculative as _},
    token,
};

impl Map {
    /// Parses the whole `map`; `block` is what encloses it.
    pub(crate) fn parse(input: ParseStream<'_>, block: Block) -> Result<Self> {
        let span = input.call(Ident::parse_any)?.span();
        let head;
        parenthesized!(head in input);
        let source = source(&head)?;
        if let Some(Source::Name(item)) = &source
            && head.peek(Token![in])
        {
            let collection = head.fork();
            let collection = collection.parse::<Token![in]>().and_then(|_| collection.parse::<Ident>());
            let collection = collection.map_or_else(|_| "(..)".to_owned(), |name| name.to_string());
            let message =
                format!("expected `as`\nhelp: the collection comes first: `map({collection} as {item}) {{ .. }}`");
            return Err(head.error(message));
        }
        let source = match source {
            Some(source) if head.peek(Token![as]) => source,
            source => return Err(no_collection(&head, source.as_ref())),
        };
        head.parse::<Token![as]>()?;
        let item = head.parse()?;
        let with_steps = input.peek(token::Brace) || input.peek(Token![<]);
        let Options { index, limit, on_error } = Options::parse(&head, &source, &item, with_steps)?;
        if !head.is_empty() {
            return Err(head.error("expected `,` or `)`"));
        }
        let body = body(input, block)?;
        Ok(Self { span, source, item, index, limit, collects: on_error.is_some(), body })
    }

    /// Returns the names of the item and of its index.
    pub(crate) fn names(&self) -> impl Iterator<Item = Ident> {
        self.item.names().into_iter().chain(self.index.clone())
    }
}

impl Each {
    /// Returns the name of the item, if it is a name.
    pub(crate) fn name(&self) -> Option<&Ident> {
        match self {
            Self::Name(name) => Some(name),
            Self::Pattern(_) => None,
        }
    }

    /// Returns the names of the item or of its parts.
    pub(crate) fn names(&self) -> Vec<Ident> {
        match self {
            Self::Name(name) => vec![name.clone()],
            Self::Pattern(pattern) => bindings(pattern),
        }
    }
}

/// The collection; `None` if neither a name nor parentheses follow.
fn source(head: ParseStream<'_>) -> Result<Option<Source>> {
    if head.peek(token::Paren) {
        let written;
        parenthesized!(written in head);
        Ok(Some(Source::Written(Box::new(written.parse()?))))
    } else if head.peek(syn::Ident) {
        Ok(Some(Source::Name(head.parse()?)))
    } else {
        Ok(None)
    }
}

fn no_collection(head: ParseStream<'_>, found: Option<&Source>) -> syn::Error {
    if let Some(Source::Name(name)) = found
        && OPTIONS.iter().any(|option| name == option)
        && head.peek(Token![=])
    {
        let message =
            "the collection comes before the options of a `map`\nhelp: write `map(items as item, limit = 8) { .. }`";
        return syn::Error::new(name.span(), message);
    }
    head.error(
        "expected `as` and a name for each item\nhelp: write `map(items as item) { .. }`; write parentheses around an \
         expression: `map((source.items()) as item) { .. }`",
    )
}

impl Parse for Each {
    fn parse(head: ParseStream<'_>) -> Result<Self> {
        let ahead = head.fork();
        match ahead.call(Pat::parse_multi_with_leading_vert) {
            Ok(pattern) => {
                head.advance_to(&ahead);
                Ok(match pattern {
                    Pat::Ident(PatIdent { by_ref: None, mutability: None, subpat: None, ident, .. }) => {
                        Self::Name(ident)
                    }
                    pattern => Self::Pattern(Box::new(pattern)),
                })
            }
            Err(_) if ahead.cursor() == head.cursor() => Err(head.error(
                "expected a name for each item\nhelp: write `map(items as item) { .. }`, or a pattern: \
                 `map(table as (key, value)) { .. }`",
            )),
            Err(error) => Err(error),
        }
    }
}

/// The names of the options.
const OPTIONS: &[&str] = &["index", "limit", "on_error"];

/// The options that follow the item, in any order.
#[derive(Default)]
struct Options {
    index: Option<Ident>,
    limit: Option<Expr>,
    /// `collect`.
    on_error: Option<Ident>,
}

impl Options {
    /// `, index as i, limit = 8, on_error = collect`.
    fn parse(head: ParseStream<'_>, source: &Source, item: &Each, with_steps: bool) -> Result<Self> {
        let mut options = Self::default();
        while head.peek(Token![,]) {
            head.parse::<Token![,]>()?;
            if head.is_empty() {
                break;
            }
            if !head.peek(syn::Ident) || !(head.peek2(Token![=]) || head.peek2(Token![as]) || is(head, "index")) {
                return Err(no_option(head, source, item, with_steps));
            }
            options.option(head, source, item)?;
        }
        Ok(options)
    }

    fn option(&mut self, head: ParseStream<'_>, source: &Source, item: &Each) -> Result<()> {
        let option: Ident = head.parse()?;
        let again = if option == "index" {
            if !head.peek(Token![as]) {
                let message = "expected a name for the index of an item\nhelp: write `index as i`";
                return Err(syn::Error::new(option.span(), message));
            }
            head.parse::<Token![as]>()?;
            self.index.replace(head.parse()?).is_some()
        } else if head.peek(Token![as]) {
            return Err(second(&option, head, source, item));
        } else if option == "limit" {
            head.parse::<Token![=]>()?;
            self.limit.replace(head.parse()?).is_some()
        } else if option == "on_error" {
            self.on_error.replace(collect(head)?).is_some()
        } else {
            return Err(unknown_option(&option, "`map`", OPTIONS));
        };
        if again {
            let message = format!("`{option}` is set twice\nhelp: remove one of the two");
            return Err(syn::Error::new(option.span(), message));
        }
        Ok(())
    }
}

/// `= collect`.
fn collect(head: ParseStream<'_>) -> Result<Ident> {
    head.parse::<Token![=]>()?;
    match head.fork().parse::<Ident>() {
        Ok(word) if word == "collect" => head.parse(),
        _ => Err(head.error(
            "expected `collect`\nhelp: `on_error = collect` makes each return a `Vec` of results; without it, the first failure \
             ends the `map`",
        )),
    }
}

fn is(head: ParseStream<'_>, word: &str) -> bool {
    head.fork().parse::<Ident>().is_ok_and(|ident| ident == word)
}

/// The error for anything but an option after the item.
fn no_option(head: ParseStream<'_>, source: &Source, item: &Each, with_steps: bool) -> syn::Error {
    if let (true, Each::Name(first), Ok(second)) = (with_steps, item, head.fork().parse::<Ident>()) {
        let source = written(source);
        return head.error(format!(
            "expected an option, `limit = ..` or `index as ..`\nhelp: write parentheses around a pattern: \
             `map({source} as ({first}, {second})) {{ .. }}`"
        ));
    }
    head.error(
        "expected `limit = ..`, the number of items at the same time\nhelp: write `map(items as item, limit = 8) { .. }`, with the steps in braces",
    )
}

/// The error for `option as ..`, if it is not the index.
fn second(option: &Ident, head: ParseStream<'_>, source: &Source, item: &Each) -> syn::Error {
    let message = match (source, item) {
        (Source::Name(first), Each::Name(index)) if first == "index" => format!(
            "the collection comes before the options of a `map`\nhelp: write `map({option} as .., index as {index}) {{ .. }}`"
        ),
        _ if option == "limit" => "expected `=`\nhelp: write `limit = 8`".to_owned(),
        _ if option == "on_error" => "expected `=`\nhelp: write `on_error = collect`".to_owned(),
        _ if nearest(&option.to_string(), OPTIONS).is_some() => return unknown_option(option, "`map`", OPTIONS),
        _ => {
            let ahead = head.fork();
            let name = ahead.parse::<Token![as]>().and_then(|_| ahead.parse::<Ident>());
            match name {
                Ok(name) if name == "index" => {
                    format!("the name of the index comes after `as`\nhelp: write `index as {option}`")
                }
                _ => "a `map` takes one collection\nhelp: write a pattern for items that belong together: \
                      `map((keys.iter().zip(values)) as (key, value)) { .. }`"
                    .to_owned(),
            }
        }
    };
    syn::Error::new(option.span(), message)
}

/// Returns a collection as text for messages.
fn written(source: &Source) -> String {
    match source {
        Source::Name(name) => name.to_string(),
        Source::Written(_) => "(..)".to_owned(),
    }
}
