//! Which names occur in a user's expression: as identifiers, and as `{name` in its string literals.

use proc_macro2::{Ident, TokenStream, TokenTree};

use super::names::visible;
use syn::{Expr, ext::IdentExt as _, visit::Visit};

/// Every identifier that may be a name, each once, in the order of occurrence.
pub(super) fn candidates(tokens: TokenStream) -> Vec<Ident> {
    let mut found = Vec::new();
    walk(tokens, &mut found);
    found
}

/// The lower-case names that an expression uses as values and does not bind itself; in macros there may be more.
pub(super) fn values(expr: &Expr) -> Vec<Ident> {
    let Values { mut used, bound } = Values::of(expr);
    used.retain(|name| !bound.contains(name) && name.unraw().to_string().starts_with(char::is_lowercase));
    used
}

/// The names that an expression binds itself.
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

/// The names after `{`, which may be a format string's.
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
