//! `stream!` and `try_stream!`: statements that `yield`, as a future that sends items.

mod for_await;
mod tokens;

use crate::{krate::Krate, util::span::hidden};
use proc_macro2::{Ident, Span, TokenStream, TokenTree};
use quote::{ToTokens, quote, quote_spanned};
use syn::{
    Block, Expr, ExprReturn, ExprYield, Item, Lifetime, Macro, Stmt,
    parse::Parser,
    parse_quote_spanned,
    visit_mut::{self, VisitMut},
};

/// The items of a stream.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Kind {
    /// The values that are yielded.
    Plain,
    /// Results: the values that are yielded, and at most one error.
    Try,
}

/// Expands `[path to the crate] statements`.
pub(crate) fn expand(tokens: TokenStream, kind: Kind) -> TokenStream {
    let mut tokens = tokens.into_iter();
    let Some(TokenTree::Group(krate)) = tokens.next() else { return TokenStream::new() };
    let krate = Krate::from(krate.stream());
    let mut statements = match Block::parse_within.parse2(for_await::mark(tokens)) {
        Ok(statements) => statements,
        Err(error) => return error.to_compile_error(),
    };
    let mut rewrite = Rewrite { krate, kind, within: None, errors: TokenStream::new() };
    for statement in &mut statements {
        rewrite.visit_stmt_mut(statement);
    }
    rewrite.finish(&statements)
}

fn yielder() -> Ident {
    hidden("__yielder", Span::call_site())
}

/// The label that a `yield` breaks to, in code that never runs. If a macro moves the `yield` into a closure, rustc reports the
/// label as unreachable, and its name says why.
fn scope(span: Span) -> Lifetime {
    Lifetime::new("'a_yield_belongs_to_the_stream_itself", Span::mixed_site().located_at(span))
}

fn is_stream(path: &syn::Path) -> bool {
    path.segments.last().is_some_and(|last| last.ident == "stream" || last.ident == "try_stream")
}

/// Rewrites the statements of one stream; items and other streams in it are left alone.
struct Rewrite {
    krate: Krate,
    kind: Kind,
    /// The closure or `async` block that the visitor is in, for messages.
    within: Option<&'static str>,
    errors: TokenStream,
}

impl Rewrite {
    fn finish(self, statements: &[Stmt]) -> TokenStream {
        let Self { krate, kind, errors, .. } = self;
        let (yielder, yields, scope) = (yielder(), hidden("__yields", Span::call_site()), scope(Span::call_site()));
        // One `async` block, which owns what it uses. An inner block would borrow, and be `Send` only if that is `Sync`.
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
            let (#yielder, #yields) = #krate::__private::Streams::yielding();
            #stream
        })
    }

    /// A `yield` as the sending of its value.
    fn sent(&mut self, mut expr: ExprYield) -> Expr {
        visit_mut::visit_expr_yield_mut(self, &mut expr);
        let span = expr.yield_token.span;
        if let Some(place) = self.within {
            let message = format!(
                "`yield` cannot be used in {place} inside the stream\nhelp: use a loop, or send the values through a channel"
            );
            return error(span, &message);
        }
        let (krate, yielder, scope) = (&self.krate, hidden("__yielder", span), scope(span));
        let item = expr.expr.map_or_else(|| quote_spanned!(span=> ()), ToTokens::into_token_stream);
        let item = match self.kind {
            Kind::Plain => item,
            Kind::Try => quote_spanned!(span=> ::core::result::Result::Ok(#item)),
        };
        // By its path: a blanket trait of the user may have a method of that name.
        parse_quote_spanned! {span=> {
            #[allow(unreachable_code)]
            if false {
                break #scope;
            }
            #krate::__private::Streams::send(&#yielder, #item).await
        }}
    }

    /// Visits the inside of a closure or an `async` block.
    fn inside(&mut self, place: &'static str, visit: impl FnOnce(&mut Self)) {
        let outer = self.within.replace(place);
        visit(self);
        self.within = outer;
    }

    /// Returns `true` if a `return` here ends the stream, and needs a value that the user does not write.
    fn ends_by_return(&self) -> bool {
        self.kind == Kind::Try && self.within.is_none()
    }
}

const ASYNC: &str = "an `async` block";

/// An expression that is only an error.
fn error(span: Span, message: &str) -> Expr {
    Expr::Verbatim(syn::Error::new(span, message).to_compile_error())
}

impl VisitMut for Rewrite {
    fn visit_expr_mut(&mut self, expr: &mut Expr) {
        match expr {
            Expr::Yield(_) => {
                if let Expr::Yield(yielded) = std::mem::replace(expr, Expr::PLACEHOLDER) {
                    *expr = self.sent(yielded);
                }
            }
            // In a stream, `return` without a value ends the stream.
            Expr::Return(ExprReturn { expr: value @ None, return_token, .. }) if self.ends_by_return() => {
                *value = Some(Box::new(parse_quote_spanned!(return_token.span=> ::core::result::Result::Ok(()))));
            }
            Expr::Return(ExprReturn { expr: Some(_), return_token, .. })
                if self.kind == Kind::Plain && self.within.is_none() =>
            {
                let message = "a stream cannot return a value\nhelp: `yield` the value, then write `return;`";
                *expr = error(return_token.span, message);
            }
            Expr::Try(tried) if self.kind == Kind::Plain && self.within.is_none() => {
                let message = "`?` cannot be used in `stream!`\nhelp: write `try_stream!`, whose items are `Result`s";
                *expr = error(tried.question_token.span, message);
            }
            Expr::Closure(_) => self.inside("a closure", |inside| visit_mut::visit_expr_mut(inside, expr)),
            Expr::Async(_) => self.inside(ASYNC, |inside| visit_mut::visit_expr_mut(inside, expr)),
            Expr::ForLoop(each) => {
                visit_mut::visit_expr_for_loop_mut(self, each);
                if for_await::take_mark(each) {
                    *expr = for_await::for_await(&self.krate, each);
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
