//! `a`, `tasks::a(text = expr, prompt)`.

use super::{foreign, value};
use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens as _, quote};
use syn::{
    Expr, Path, PathArguments, PathSegment, Result, Token,
    ext::IdentExt as _,
    parenthesized,
    parse::{Parse, ParseStream},
    punctuated::Punctuated,
    token,
};

/// A task or a pipeline, with the values that are bound to its parameters.
pub(crate) struct Step {
    /// The path as written.
    pub(crate) path: Path,
    /// The last segment: the step's name, at which errors about it point.
    pub(crate) ident: Ident,
    /// In the order written.
    pub(crate) bindings: Vec<Binding>,
}

/// `parameter = expression`.
pub(crate) struct Binding {
    /// The parameter.
    pub(crate) parameter: Ident,
    /// The expression.
    pub(crate) value: Expr,
}

impl Step {
    /// Returns `true` if a path follows.
    pub(super) fn begins(input: ParseStream<'_>) -> bool {
        input.peek(syn::Ident) || input.peek(Token![::]) || begins_path(input)
    }

    /// Returns the path as a key: equal for steps that are the same task.
    pub(crate) fn key(&self) -> String {
        self.path.to_token_stream().to_string()
    }

    /// Returns the span of errors about it.
    pub(crate) fn span(&self) -> Span {
        self.ident.span()
    }

    /// Returns the path as a type.
    pub(crate) fn ty(&self) -> TokenStream {
        let path = &self.path;
        quote!(#path)
    }
}

impl Step {
    /// Parses a step with wrong arguments or outputs, without them.
    pub(super) fn without_bindings(input: ParseStream<'_>) -> Option<Self> {
        let (path, ident) = if Self::begins(input) { Self::path(input).ok()? } else { return None };
        if value::is_std(&path) || value::instead_of_step(&path, input).is_some() {
            return None;
        }
        let called = input.peek(token::Paren) && !input.peek2(token::Brace);
        (called || input.peek(Token![->])).then(|| Self { path, ident, bindings: Vec::new() })
    }

    fn path(input: ParseStream<'_>) -> Result<(Path, Ident)> {
        let mut path = Path { leading_colon: input.parse()?, segments: Punctuated::new() };
        let ident = loop {
            let ident = input.call(segment)?;
            path.segments.push_value(PathSegment { ident: ident.clone(), arguments: PathArguments::None });
            if !input.peek(Token![::]) {
                break ident;
            }
            let colons: Token![::] = input.parse()?;
            if input.peek(Token![<]) {
                return Err(generics(input.span(), &ident));
            }
            path.segments.push_punct(colons);
        };
        if input.peek(Token![<]) {
            return Err(generics(input.span(), &ident));
        }
        Ok((path, ident))
    }
}

impl Parse for Step {
    fn parse(input: ParseStream<'_>) -> Result<Self> {
        let (path, ident) = Self::path(input)?;
        let called = input.peek(token::Paren);
        if let Some(error) = value::instead_of_step(&path, input) {
            return Err(error);
        }
        let bindings = if called {
            let list;
            parenthesized!(list in input);
            if let Some(error) = value::sleep(&ident, &list) {
                return Err(error);
            }
            Punctuated::<Binding, Token![,]>::parse_terminated(&list)?.into_iter().collect()
        } else {
            Vec::new()
        };
        Ok(Self { path, ident, bindings })
    }
}

/// A segment of a path: a name, or one of the keywords that paths begin with.
fn segment(input: ParseStream<'_>) -> Result<Ident> {
    if begins_path(input) { input.call(Ident::parse_any) } else { input.parse() }
}

fn begins_path(input: ParseStream<'_>) -> bool {
    input.peek(Token![crate]) || input.peek(Token![self]) || input.peek(Token![super]) || input.peek(Token![Self])
}

fn generics(span: Span, task: &Ident) -> syn::Error {
    let message = format!(
        "a step cannot have generic arguments\nhelp: write a task that calls `{task}::<..>`, and use that task as the step"
    );
    syn::Error::new(span, message)
}

impl Parse for Binding {
    fn parse(input: ParseStream<'_>) -> Result<Self> {
        if !input.peek(syn::Ident) {
            return Err(
                input.error("expected the name of a parameter\nhelp: bind parameters by name: `parameter = value`")
            );
        }
        let parameter: Ident = input.parse()?;
        let value = if input.peek(Token![=]) && !input.peek(Token![=>]) {
            input.parse::<Token![=]>()?;
            input.parse()?
        } else if input.is_empty() || input.peek(Token![,]) {
            syn::parse2(quote!(#parameter))?
        } else {
            return Err(foreign::no_binding(input, &parameter));
        };
        Ok(Self { parameter, value })
    }
}
