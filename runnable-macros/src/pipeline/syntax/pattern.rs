//! The names in a pattern.

use proc_macro2::Ident;
use syn::{Expr, Pat, ext::IdentExt as _, visit::Visit};

/// Returns the names that a pattern binds, each once. Upper-case identifiers are constants.
pub(crate) fn bindings(pattern: &Pat) -> Vec<Ident> {
    let mut names = Bindings(Vec::new());
    names.visit_pat(pattern);
    names.0
}

/// Returns `true` if a pattern binds a name as a field, as in `Person { name }`.
pub(crate) fn is_field(pattern: &Pat, name: &Ident) -> bool {
    let mut fields = Fields(name, false);
    fields.visit_pat(pattern);
    fields.1
}

/// Collects the names that patterns bind.
pub(super) struct Bindings(pub(super) Vec<Ident>);

impl Bindings {
    /// `let pat = value && ..`
    pub(super) fn in_condition(&mut self, condition: &Expr) {
        match condition {
            Expr::Let(binding) => self.visit_pat(&binding.pat),
            Expr::Binary(both) => {
                self.in_condition(&both.left);
                self.in_condition(&both.right);
            }
            _ => {}
        }
    }
}

impl<'p> Visit<'p> for Bindings {
    fn visit_pat_ident(&mut self, pattern: &'p syn::PatIdent) {
        let lower = !pattern.ident.unraw().to_string().trim_start_matches('_').starts_with(char::is_uppercase);
        if (lower || pattern.subpat.is_some()) && !self.0.contains(&pattern.ident) {
            self.0.push(pattern.ident.clone());
        }
        syn::visit::visit_pat_ident(self, pattern);
    }
    /// Expressions in patterns bind nothing.
    fn visit_expr(&mut self, _: &'p Expr) {}
}

/// Looks for a name among the fields of patterns.
pub(super) struct Fields<'n>(pub(super) &'n Ident, pub(super) bool);

impl Visit<'_> for Fields<'_> {
    fn visit_field_pat(&mut self, field: &syn::FieldPat) {
        self.1 |= field.colon_token.is_none() && matches!(&*field.pat, Pat::Ident(pat) if pat.ident == *self.0);
        syn::visit::visit_field_pat(self, field);
    }
}
