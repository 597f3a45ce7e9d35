//! `yield` and `return` in the tokens of a macro, which cannot be parsed.

use super::{ASYNC, Rewrite};
use crate::util::fragments::regrouped;
use proc_macro2::{Delimiter, TokenStream, TokenTree};
use quote::{ToTokens, quote_spanned};
use std::iter::{Peekable, once};
use syn::parse::{Parse, ParseStream};

impl Rewrite {
    /// A `yield`, or the end of a stream of results, in the tokens of a macro.
    pub(super) fn tokens(&mut self, tokens: TokenStream) -> TokenStream {
        let mut tokens = tokens.into_iter().peekable();
        let mut rewritten = TokenStream::new();
        let (mut is_async, mut after_bar) = (false, false);
        while let Some(token) = tokens.next() {
            let is_bar = matches!(&token, TokenTree::Punct(bar) if bar.as_char() == '|');
            match token {
                TokenTree::Ident(word) if word == "yield" => {
                    let rest = once(TokenTree::from(word)).chain(tokens).collect();
                    match syn::parse2(rest) {
                        Ok(Leading(expr, rest)) => {
                            self.sent(expr).to_tokens(&mut rewritten);
                            tokens = rest.into_iter().peekable();
                        }
                        Err(error) => {
                            self.errors.extend(error.to_compile_error());
                            return rewritten;
                        }
                    }
                }
                TokenTree::Ident(word)
                    if word == "return" && !after_bar && self.ends_by_return() && has_no_value(tokens.peek()) =>
                {
                    let span = word.span();
                    rewritten.extend(once(TokenTree::from(word)));
                    rewritten.extend(quote_spanned!(span=> ::core::result::Result::Ok(())));
                }
                TokenTree::Ident(word) if word == "stream" || word == "try_stream" => {
                    rewritten.extend(once(TokenTree::from(word)));
                    skip_invocation(&mut tokens, &mut rewritten);
                }
                TokenTree::Group(group) if is_async => self.inside(ASYNC, |inside| {
                    rewritten.extend(once(regrouped(&group, inside.tokens(group.stream()))));
                }),
                // A closure's body.
                TokenTree::Group(group) if after_bar => self.inside("a closure", |inside| {
                    rewritten.extend(once(regrouped(&group, inside.tokens(group.stream()))));
                }),
                TokenTree::Group(group) => rewritten.extend(once(regrouped(&group, self.tokens(group.stream())))),
                TokenTree::Ident(word) if word == "async" || is_async && word == "move" => {
                    rewritten.extend(once(TokenTree::from(word)));
                    (is_async, after_bar) = (true, false);
                    continue;
                }
                other => rewritten.extend(once(other)),
            }
            (is_async, after_bar) = (false, is_bar);
        }
        rewritten
    }
}

/// Returns `true` if a `return` before this token has no value.
fn has_no_value(next: Option<&TokenTree>) -> bool {
    next.is_none_or(|next| matches!(next, TokenTree::Punct(end) if matches!(end.as_char(), ',' | ';')))
}

/// `! { .. }` of another stream.
fn skip_invocation(tokens: &mut Peekable<proc_macro2::token_stream::IntoIter>, to: &mut TokenStream) {
    if let Some(bang) = tokens.next_if(|next| matches!(next, TokenTree::Punct(bang) if bang.as_char() == '!')) {
        to.extend(once(bang));
        to.extend(
            tokens.next_if(|next| matches!(next, TokenTree::Group(group) if group.delimiter() != Delimiter::None)),
        );
    }
}

/// Something, and the tokens after it.
struct Leading<T>(T, TokenStream);

impl<T: Parse> Parse for Leading<T> {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        Ok(Self(input.parse()?, input.parse()?))
    }
}
