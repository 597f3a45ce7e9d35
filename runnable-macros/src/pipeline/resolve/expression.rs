//! The names that a user's expression reads.

use super::{
    Resolver,
    leaving::leaves,
    scope::{Hidden, Scope},
    written::{bound, candidates, condition, dereferenced, values},
};
use crate::{
    pipeline::{
        names::visible,
        plan::{Read, Written},
        syntax::{Kind, Node},
    },
    util::suggest::nearest,
};
use proc_macro2::Ident;
use quote::{ToTokens as _, quote};
use syn::Expr;

impl Resolver<'_> {
    /// An expression with the names that occur in it.
    pub(super) fn written(&mut self, expr: &Expr, scope: &Scope) -> Written {
        self.written_with(expr, &[], scope)
    }

    /// An expression, and the names that a pattern beside it binds.
    pub(super) fn written_with(&mut self, expr: &Expr, bindings: &[Ident], scope: &Scope) -> Written {
        leaves(expr, &mut self.errors);
        let mut names = self.occurring(expr, scope);
        self.nearly_occurring(expr, scope, &mut names);
        let known = |ident: &Ident| bindings.contains(ident) || names.iter().any(|(name, _)| name == ident);
        let code = Box::new(dereferenced(expr, self.krate, &known));
        Written { expr: expr.clone(), code, names }
    }

    /// A condition, which shows a function or a call that is a task and not a `bool`.
    pub(super) fn as_condition(&self, mut written: Written) -> Written {
        let known = |ident: &Ident| written.names.iter().any(|(name, _)| name == ident);
        condition(&mut written.code, self.krate, &known);
        written
    }

    /// An expression that is evaluated before a node, for messages about names that only the node returns.
    pub(super) fn written_before(&mut self, node: &Node, expr: &Expr, scope: &Scope) -> Written {
        let mut known = scope.clone();
        node.each(&mut |node| {
            let Kind::Step(step) = &node.kind else { return };
            for name in self.sigs.get(&step.key()).into_iter().flat_map(|sig| &sig.returns) {
                let task = &step.ident;
                let why = format!(
                    "`{task}`, which returns it, runs later, within this limit\nhelp: run it before: `{task} >> #[timeout({name})] {{ .. }}`"
                );
                known.hide(Hidden { name: name.clone(), why });
            }
        });
        self.written(expr, &known)
    }

    fn occurring(&mut self, expr: &Expr, scope: &Scope) -> Vec<(Ident, Read)> {
        let mut names = Vec::new();
        for ident in candidates(expr.to_token_stream()) {
            if let Some(var) = scope.get(&ident.to_string()) {
                let read = self.read_in_expression(var, &ident, scope);
                names.push((ident, read));
            } else if let (false, Some(why)) = (self.expression, scope.why_hidden(&ident.to_string()))
                && !bound(expr).contains(&ident)
            {
                self.errors.push(&ident, format!("`{ident}` is used here, but {why}"));
            }
        }
        names
    }

    /// Adds the names that misspelt ones were meant to be, so that rustc can suggest them.
    fn nearly_occurring(&mut self, expr: &Expr, scope: &Scope, names: &mut Vec<(Ident, Read)>) {
        for ident in values(expr) {
            let text = ident.to_string();
            if scope.get(&text).is_none()
                && let Some(near) = nearest(&text, scope.names())
                && let Some(var) = scope.get(&near)
                && !names.iter().any(|(known, _)| *known == near)
            {
                let read = self.read_in_expression(var, &ident, scope);
                names.push((visible(&near, ident.span()), read));
            }
        }
    }

    fn read_in_expression(&self, var: usize, at: &Ident, scope: &Scope) -> Read {
        let krate = self.krate;
        self.read(var, scope, quote!(#krate::__private::Expression), at.span())
    }
}

/// Returns the name of an expression that is a single name.
pub(super) fn bare(expr: &Expr) -> Option<&Ident> {
    match expr {
        Expr::Path(path) if path.attrs.is_empty() && path.qself.is_none() => path.path.get_ident(),
        _ => None,
    }
}
