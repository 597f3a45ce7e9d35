//! `retry`, `retry(3, backoff = "200ms", when = is_transient)`.

use super::{
    delay::Delay,
    errors::Errors,
    options::{delay, equals, list, skip_item},
    suggest::unknown_option,
};
use crate::krate::Krate;
use proc_macro2::TokenStream;
use quote::{ToTokens as _, quote, quote_spanned};
use syn::{Expr, Ident, Lit, LitInt, Token, ext::IdentExt, parenthesized, parse::ParseStream, spanned::Spanned};

/// The options of `retry`.
#[derive(Default, Clone)]
pub(crate) struct Retry {
    /// The number of all attempts. The run's configuration sets it if the user does not.
    pub(crate) attempts: Option<LitInt>,
    /// The delays between attempts.
    pub(crate) backoff: Option<Delay>,
    /// Selects the errors that are retried.
    pub(crate) when: Option<Expr>,
}

const HELP: &str =
    "help: write `retry(3)` for three attempts in all, or `retry(3, backoff = \"200ms\", when = is_transient)`";

/// Parses what follows `retry`; `None` if an error was reported.
pub(crate) fn parse(key: &Ident, input: ParseStream<'_>, errors: &mut Errors) -> syn::Result<Option<Retry>> {
    if input.is_empty() || input.peek(Token![,]) {
        return Ok(Some(Retry::default()));
    }
    if !input.peek(syn::token::Paren) {
        let message = format!("expected the number of attempts in parentheses after `{key}`\n{HELP}");
        return Err(syn::Error::new(input.span(), message));
    }
    let inner;
    let paren = parenthesized!(inner in input);
    let (mut retry, mut failed) = (Retry::default(), false);
    list(&inner, errors, |input, errors| {
        let option = retry.option(input);
        failed |= errors.absorb(option).is_none();
        if failed {
            skip_item(input);
        }
        Ok(())
    });
    if retry.attempts.is_none() && retry.when.is_none() && !failed {
        errors.push_at(paren.span.join().span(), format!("expected the number of attempts\n{HELP}"));
    }
    Ok((!failed).then_some(retry))
}

impl Retry {
    /// Returns the policy as the runtime takes it. `backoff` is the expression of the delays.
    pub(crate) fn policy(&self, krate: &Krate, backoff: Option<&TokenStream>) -> TokenStream {
        let attempts =
            self.attempts.as_ref().map_or_else(|| quote!(::core::option::Option::None), |attempts| quote!(#attempts));
        match &self.backoff {
            None => quote!(#krate::__private::Retry::exponential(#attempts)),
            Some(delay @ Delay::Fixed(..)) => {
                let delay = delay.tokens();
                quote!(#krate::__private::Retry::starting_at(#attempts, #delay))
            }
            Some(Delay::Expr(expr)) => {
                let backoff = backoff.map_or_else(|| expr.to_token_stream(), TokenStream::clone);
                quote_spanned!(expr.span()=> #krate::__private::Retry::new(#attempts, #backoff))
            }
        }
    }

    /// Reads the number of attempts or one option.
    fn option(&mut self, input: ParseStream<'_>) -> syn::Result<()> {
        if input.peek(Lit) {
            return match input.parse()? {
                Lit::Int(count) if count.base10_parse::<u32>().is_ok_and(|n| n == 1) => Err(syn::Error::new_spanned(
                    count,
                    "`retry(1)` makes one attempt in all, so nothing is retried\nhelp: write `retry(2)` for another attempt, or remove `retry`",
                )),
                Lit::Int(count) if self.attempts.is_none() && count.base10_parse::<u32>().is_ok_and(|n| n > 0) => {
                    self.attempts = Some(count);
                    Ok(())
                }
                other => {
                    let message = format!("expected one number of attempts, at least 1\n{HELP}");
                    Err(syn::Error::new_spanned(other, message))
                }
            };
        }
        let key = input.call(Ident::parse_any)?;
        match key.to_string().as_str() {
            "backoff" => self.backoff = Some(delay(&key, input, "a duration or a backoff strategy")?),
            "when" => {
                equals(&key, input, "is_transient")?;
                self.when = Some(input.parse()?);
            }
            _ => return Err(unknown_option(&key, "`retry`", &["backoff", "when"])),
        }
        Ok(())
    }
}
