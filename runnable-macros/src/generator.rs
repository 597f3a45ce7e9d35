//! `stream!` and `try_stream!`: statements that `yield`, as a future that sends.

use crate::util::span::hidden;
use proc_macro2::{Delimiter, Group, Ident, Span, TokenStream, TokenTree};
use quote::{ToTokens, quote, quote_spanned};
use std::iter::{Peekable, once};
use syn::{
    Block, Expr, ExprForLoop, ExprReturn, ExprYield, Item, Lifetime, Macro, Pat, Stmt,
    parse::{Parse, ParseStream, Parser},
    parse_quote, parse_quote_spanned,
    spanned::Spanned,
    visit_mut::{self, VisitMut},
};

/// What the items are.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Kind {
    /// What is yielded.
    Plain,
    /// Results: what is yielded, and one error.
    Try,
}

/// Expands `[path to the crate] statements`.
pub(crate) fn expand(tokens: TokenStream, kind: Kind) -> TokenStream {
    let mut tokens = tokens.into_iter();
    let Some(TokenTree::Group(krate)) = tokens.next() else { return TokenStream::new() };
    let krate = krate.stream();
    let mut statements = match Block::parse_within.parse2(mark_for_await(tokens)) {
        Ok(statements) => statements,
        Err(error) => return error.to_compile_error(),
    };
    let mut rewrite = Rewrite { krate, kind, within: None, errors: TokenStream::new() };
    for statement in &mut statements {
        rewrite.visit_stmt_mut(statement);
    }
    rewrite.finish(&statements)
}

/// Where `for await` was: `await` is no name that an attribute can have.
const AWAIT: &str = "__for_await";

/// `for await` is no syntax: it is parsed as a `for` with an attribute.
fn mark_for_await(tokens: impl IntoIterator<Item = TokenTree>) -> TokenStream {
    let mut tokens = tokens.into_iter().peekable();
    let mut marked: Vec<TokenTree> = Vec::new();
    while let Some(token) = tokens.next() {
        match token {
            TokenTree::Ident(ident) if ident == "for" => {
                if let Some(word) = tokens.next_if(|next| matches!(next, TokenTree::Ident(word) if word == "await")) {
                    let mark = Ident::new(AWAIT, word.span());
                    // An attribute comes before the label.
                    let at = marked.len() - label_at_the_end(&marked);
                    marked.splice(at..at, quote!(#[#mark]));
                }
                marked.push(ident.into());
            }
            TokenTree::Group(group) => marked.push(like(&group, mark_for_await(group.stream()))),
            other => marked.push(other),
        }
    }
    marked.into_iter().collect()
}

/// How many tokens the label takes that these end with.
fn label_at_the_end(tokens: &[TokenTree]) -> usize {
    match tokens {
        [.., TokenTree::Punct(quote), TokenTree::Ident(_), TokenTree::Punct(colon)]
            if quote.as_char() == '\'' && colon.as_char() == ':' =>
        {
            3
        }
        _ => 0,
    }
}

/// A group with other contents.
fn like(group: &Group, contents: TokenStream) -> TokenTree {
    let mut new = Group::new(group.delimiter(), contents);
    new.set_span(group.span());
    new.into()
}

fn yielder() -> Ident {
    hidden("yielder", Span::call_site())
}

/// A `yield` in a closure that a macro has would leave for this label, which is not to be reached from there: rustc says so.
fn scope(span: Span) -> Lifetime {
    Lifetime::new("'a_yield_belongs_to_the_stream_itself", Span::mixed_site().located_at(span))
}

fn is_stream(path: &syn::Path) -> bool {
    path.segments.last().is_some_and(|last| last.ident == "stream" || last.ident == "try_stream")
}

/// Rewrites what belongs to the stream itself; items and other streams are left alone.
struct Rewrite {
    krate: TokenStream,
    kind: Kind,
    /// What it is in that is not the stream itself.
    within: Option<&'static str>,
    errors: TokenStream,
}

impl Rewrite {
    fn finish(self, statements: &[Stmt]) -> TokenStream {
        let Self { krate, kind, errors, .. } = self;
        let (yielder, yields, scope) = (yielder(), hidden("yields", Span::call_site()), scope(Span::call_site()));
        // One `async` block, which owns what it uses: another in it would borrow that, and be `Send` where that is `Sync`.
        let stream = match kind {
            Kind::Plain => quote!(#yields.stream(async move { #scope: { #(#statements)* } })),
            Kind::Try => quote! {
                #yields.try_stream(async move {
                    #scope: { #(#statements)* };
                    #[allow(unreachable_code)]
                    ::core::result::Result::Ok(())
                })
            },
        };
        quote!({
            #errors
            let (#yielder, #yields) = #krate::__private::yielding();
            #stream
        })
    }

    fn sent(&mut self, mut expr: ExprYield) -> Expr {
        visit_mut::visit_expr_yield_mut(self, &mut expr);
        let span = expr.yield_token.span;
        if let Some(place) = self.within {
            let message = format!(
                "a `yield` belongs to the stream itself, not to {place} in it: use a loop, or send through a channel"
            );
            return error(span, &message);
        }
        let (krate, yielder, scope) = (&self.krate, hidden("yielder", span), scope(span));
        let item = expr.expr.map_or_else(|| quote_spanned!(span=> ()), ToTokens::into_token_stream);
        let item = match self.kind {
            Kind::Plain => item,
            Kind::Try => quote_spanned!(span=> ::core::result::Result::Ok(#item)),
        };
        // By its path: a trait that the user has for every type may have a method of that name.
        parse_quote_spanned! {span=> {
            #[allow(unreachable_code)]
            if false {
                break #scope;
            }
            #krate::__private::Yielder::send(&#yielder, #item).await
        }}
    }

    /// Visits what is in something that is not the stream itself.
    fn inside(&mut self, place: &'static str, visit: impl FnOnce(&mut Self)) {
        let outer = self.within.replace(place);
        visit(self);
        self.within = outer;
    }

    /// Whether a `return` here is the stream's, and needs a value that the user does not write.
    fn ends_by_return(&self) -> bool {
        self.kind == Kind::Try && self.within.is_none()
    }

    /// A `yield`, or the end of a stream of results, in the tokens of a macro.
    fn tokens(&mut self, tokens: TokenStream) -> TokenStream {
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
                    rewritten.extend(once(like(&group, inside.tokens(group.stream()))));
                }),
                // A closure's body.
                TokenTree::Group(group) if after_bar => self.inside("a closure", |inside| {
                    rewritten.extend(once(like(&group, inside.tokens(group.stream()))));
                }),
                TokenTree::Group(group) => rewritten.extend(once(like(&group, self.tokens(group.stream())))),
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

const ASYNC: &str = "an `async` block";

/// Whether a `return` before this has no value.
fn has_no_value(next: Option<&TokenTree>) -> bool {
    next.is_none_or(|next| matches!(next, TokenTree::Punct(end) if matches!(end.as_char(), ',' | ';')))
}

/// An expression that is no more than a message.
fn error(span: Span, message: &str) -> Expr {
    Expr::Verbatim(syn::Error::new(span, message).to_compile_error())
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

impl VisitMut for Rewrite {
    fn visit_expr_mut(&mut self, expr: &mut Expr) {
        match expr {
            Expr::Yield(_) => {
                if let Expr::Yield(yielded) = std::mem::replace(expr, Expr::PLACEHOLDER) {
                    *expr = self.sent(yielded);
                }
            }
            // In a stream, `return` without a value is its end.
            Expr::Return(ExprReturn { expr: value @ None, return_token, .. }) if self.ends_by_return() => {
                *value = Some(Box::new(parse_quote_spanned!(return_token.span=> ::core::result::Result::Ok(()))));
            }
            Expr::Return(ExprReturn { expr: Some(_), return_token, .. })
                if self.kind == Kind::Plain && self.within.is_none() =>
            {
                let message = "a stream returns nothing: `yield` the value, and then `return;`";
                *expr = error(return_token.span, message);
            }
            Expr::Try(tried) if self.kind == Kind::Plain && self.within.is_none() => {
                *expr = error(tried.question_token.span, "a `?` needs a `try_stream!`, whose items are results");
            }
            Expr::Closure(_) => self.inside("a closure", |inside| visit_mut::visit_expr_mut(inside, expr)),
            Expr::Async(_) => self.inside(ASYNC, |inside| visit_mut::visit_expr_mut(inside, expr)),
            Expr::ForLoop(each) => {
                visit_mut::visit_expr_for_loop_mut(self, each);
                let marks = each.attrs.extract_if(.., |attribute| attribute.path().is_ident(AWAIT)).count();
                if marks > 0 {
                    *expr = for_await(&self.krate, each);
                }
            }
            other => visit_mut::visit_expr_mut(self, other),
        }
    }

    fn visit_macro_mut(&mut self, called: &mut Macro) {
        if !is_stream(&called.path) {
            called.tokens = self.tokens(std::mem::take(&mut called.tokens));
        }
    }

    fn visit_item_mut(&mut self, item: &mut Item) {
        if let Item::Macro(item) = item {
            self.visit_macro_mut(&mut item.mac);
        }
    }
}

fn for_await(krate: &TokenStream, each: &ExprForLoop) -> Expr {
    let ExprForLoop { attrs, label, pat, expr, body, .. } = each;
    let (items, item) = (hidden("items", Span::call_site()), hidden("item", Span::call_site()));
    // What a `for` takes as it is needs parentheses in a `let`.
    let pat = if matches!(**pat, Pat::Or(_)) { quote!((#pat)) } else { quote!(#pat) };
    // At the expression, which is to blame where it is no stream.
    let next = quote_spanned! {expr.span()=>
        #krate::__private::next(::core::pin::Pin::as_mut(&mut #items)).await
    };
    parse_quote! {{
        let mut #items = ::core::pin::pin!(#expr);
        #(#attrs)*
        #label
        loop {
            let #pat = match #next {
                ::core::option::Option::Some(#item) => #item,
                ::core::option::Option::None => break,
            };
            #body
        }
    }}
}
