//! Durations, as options of tasks and of the nodes of a pipeline.

use crate::util::fragments::ungrouped;
use proc_macro2::{Span, TokenStream};
use quote::{ToTokens, quote_spanned};
use std::time::Duration;
use syn::{Expr, ExprLit, Lit, parse::ParseStream};

/// A span of time (or, for `backoff`, a strategy).
#[derive(Clone)]
pub(crate) enum Delay {
    /// Written as `"30s"`, with the span of that literal.
    Fixed(Duration, Span),
    /// A Rust expression.
    Expr(Expr),
}

impl Delay {
    /// Reads a duration in quotes, or an expression. For messages, `what` is expected, and `example` returns how to write a
    /// duration.
    pub(crate) fn parse(input: ParseStream<'_>, what: &str, example: impl Fn(&str) -> String) -> syn::Result<Self> {
        let expr = ungrouped(input.parse()?);
        let wrong = |found: &dyn ToTokens| {
            let example = example("200ms");
            let message = format!("expected {what}\nhelp: write `{example}`, `\"30s\"` or `\"5m\"`, or an expression");
            syn::Error::new_spanned(found.to_token_stream(), message)
        };
        match &expr {
            Expr::Lit(ExprLit { lit: Lit::Str(text), .. }) => match humantime::parse_duration(&text.value()) {
                Ok(time) if !time.is_zero() => Ok(Self::Fixed(time, text.span())),
                _ => Err(wrong(text)),
            },
            Expr::Lit(other) => Err(wrong(other)),
            _ => Ok(Self::Expr(expr)),
        }
    }

    /// Returns an expression; for a literal, a `Duration`.
    pub(crate) fn tokens(&self) -> TokenStream {
        match self {
            Self::Fixed(time, span) => {
                let (seconds, nanos) = (time.as_secs(), time.subsec_nanos());
                quote_spanned!(*span=> ::core::time::Duration::new(#seconds, #nanos))
            }
            Self::Expr(expr) => expr.to_token_stream(),
        }
    }
}
