//! The names that occur in a user's expression: as identifiers, and as `{name` in its string literals.

use crate::{krate::Krate, pipeline::names::visible, util::fragments::regrouped};
use proc_macro2::{Ident, Span, TokenStream, TokenTree};
use quote::{ToTokens as _, quote_spanned};
use syn::{BinOp, Expr, ExprPath, ExprUnary, Path, UnOp, ext::IdentExt as _, spanned::Spanned as _, visit::Visit};

/// Returns every identifier that may be a name, each once, in the order of occurrence.
pub(super) fn candidates(tokens: TokenStream) -> Vec<Ident> {
    let mut found = Vec::new();
    walk(tokens, &mut found);
    found
}

/// Returns the lower-case names that an expression uses as values and does not bind. Macros in it are not searched.
pub(super) fn values(expr: &Expr) -> Vec<Ident> {
    let Values { mut used, bound } = Values::of(expr);
    used.retain(|name| !bound.contains(name) && is_lower(name));
    used
}

/// Returns the names that an expression binds.
pub(super) fn bound(expr: &Expr) -> Vec<Ident> {
    Values::of(expr).bound
}

struct Values {
    used: Vec<Ident>,
    bound: Vec<Ident>,
}

impl Values {
    fn of(expr: &Expr) -> Self {
        let mut values = Self { used: Vec::new(), bound: Vec::new() };
        values.visit_expr(expr);
        values
    }
}

impl<'e> Visit<'e> for Values {
    fn visit_expr_path(&mut self, path: &'e syn::ExprPath) {
        self.used.extend(path.path.get_ident().cloned());
    }
    fn visit_expr_call(&mut self, call: &'e syn::ExprCall) {
        if !matches!(*call.func, Expr::Path(_)) {
            self.visit_expr(&call.func);
        }
        call.args.iter().for_each(|argument| self.visit_expr(argument));
    }
    fn visit_pat_ident(&mut self, pattern: &'e syn::PatIdent) {
        self.bound.push(pattern.ident.clone());
    }
}

fn walk(tokens: TokenStream, found: &mut Vec<Ident>) {
    let trees: Vec<TokenTree> = tokens.into_iter().collect();
    for (i, tree) in trees.iter().enumerate() {
        match tree {
            TokenTree::Ident(ident) => {
                let before = i.checked_sub(1).and_then(|i| trees.get(i));
                let earlier = i.checked_sub(2).and_then(|i| trees.get(i));
                let member = is(before, '.') && !is(earlier, '.');
                let in_path = is(before, ':') && is(earlier, ':');
                let path = is(trees.get(i + 1), ':') && is(trees.get(i + 2), ':');
                if !(member || in_path || path) {
                    add(ident.clone(), found);
                }
            }
            TokenTree::Group(group) => walk(group.stream(), found),
            TokenTree::Literal(literal) => {
                let text = literal.to_string();
                if text.contains('"') {
                    let names = interpolated(&text);
                    names.into_iter().for_each(|name| add(visible(name, literal.span()), found));
                }
            }
            TokenTree::Punct(_) => {}
        }
    }
}

fn is(tree: Option<&TokenTree>, sign: char) -> bool {
    matches!(tree, Some(TokenTree::Punct(punct)) if punct.as_char() == sign)
}

fn add(ident: Ident, found: &mut Vec<Ident>) {
    if !found.contains(&ident) {
        found.push(ident);
    }
}

/// Returns the names after `{`, which may belong to a format string.
fn interpolated(text: &str) -> Vec<&str> {
    text.split('{')
        .skip(1)
        .filter_map(|rest| {
            let end = rest.find(|c: char| !(c.is_alphanumeric() || c == '_'))?;
            let (name, after) = rest.split_at(end);
            let named = name.starts_with(|c: char| c.is_alphabetic() || c == '_') && name != "_";
            (named && after.starts_with(['}', ':']) && syn::parse_str::<Ident>(name).is_ok()).then_some(name)
        })
        .collect()
}

/// Returns the expression with each `*name` replaced by the value of the name, whether it is a value or a reference here.
/// Numbers are values in expressions; the names of a pattern depend on the matched value.
pub(super) fn dereferenced(expr: &Expr, krate: &Krate, known: &impl Fn(&Ident) -> bool) -> Expr {
    let rewritten = by_reference(expr.to_token_stream(), krate, known);
    rewritten.and_then(|tokens| syn::parse2(tokens).ok()).unwrap_or_else(|| expr.clone())
}

/// Returns `None` without a `*name`, so that all tokens keep their spans.
fn by_reference(tokens: TokenStream, krate: &Krate, known: &impl Fn(&Ident) -> bool) -> Option<TokenStream> {
    let trees: Vec<TokenTree> = tokens.into_iter().collect();
    let (mut written, mut changed) = (TokenStream::new(), false);
    for (i, tree) in trees.iter().enumerate() {
        let new = match tree {
            TokenTree::Group(group) => {
                by_reference(group.stream(), krate, known).map(|stream| regrouped(group, stream).into())
            }
            TokenTree::Ident(name) if known(name) && is_dereferenced(&trees, i) => {
                let span = Span::mixed_site().located_at(name.span());
                Some(quote_spanned! {span=> {
                    #[allow(unused_imports)]
                    use #krate::__private::Otherwise as _;
                    #krate::__private::Value(&#name).get()
                }})
            }
            _ => None,
        };
        changed |= new.is_some();
        written.extend(new.unwrap_or_else(|| tree.clone().into()));
    }
    changed.then_some(written)
}

/// Returns `true` if a `*` before the token applies to it alone: it is not a product, and nothing that binds tighter follows.
fn is_dereferenced(trees: &[TokenTree], i: usize) -> bool {
    let before = |back: usize| i.checked_sub(back).and_then(|i| trees.get(i));
    let operand = match before(2) {
        Some(TokenTree::Punct(punct)) => punct.as_char() == '?',
        Some(TokenTree::Ident(word)) => syn::parse2::<Ident>(TokenTree::from(word.clone()).into()).is_ok(),
        Some(TokenTree::Group(_) | TokenTree::Literal(_)) => true,
        None => false,
    };
    let member = is(trees.get(i + 1), '.') && !is(trees.get(i + 2), '.');
    let tighter = member || is(trees.get(i + 1), '?') || matches!(trees.get(i + 1), Some(TokenTree::Group(_)));
    is(before(1), '*') && !operand && !tighter
}

/// Marks the operands of a condition that may be tasks: a call of a function, and a name that is not a value of the pipeline.
pub(super) fn condition(expr: &mut Expr, krate: &Krate, known: &impl Fn(&Ident) -> bool) {
    let function = |path: &Path| path.segments.last().is_some_and(|last| is_lower(&last.ident));
    let unknown = |path: &ExprPath| !path.path.get_ident().is_some_and(known) && function(&path.path);
    match expr {
        Expr::Paren(inner) => return condition(&mut inner.expr, krate, known),
        Expr::Unary(ExprUnary { op: UnOp::Not(_), expr, .. }) => return condition(expr, krate, known),
        Expr::Binary(both) if matches!(both.op, BinOp::And(_) | BinOp::Or(_)) => {
            condition(&mut both.left, krate, known);
            return condition(&mut both.right, krate, known);
        }
        Expr::Call(call) if matches!(&*call.func, Expr::Path(path) if function(&path.path)) => {}
        Expr::Path(path) if unknown(path) => {}
        _ => return,
    }
    let span = Span::mixed_site().located_at(expr.span());
    *expr = Expr::Verbatim(quote_spanned!(span=> #krate::__private::Values::tested(#expr).holds()));
}

fn is_lower(name: &Ident) -> bool {
    name.unraw().to_string().starts_with(char::is_lowercase)
}
