//! Expressions that would leave the pipeline.

use crate::util::errors::Errors;
use quote::ToTokens;
use syn::{Expr, visit::Visit};

/// Reports each `?` and `return` that would leave the pipeline around an expression.
pub(super) fn leaves(expr: &Expr, errors: &mut Errors) {
    Leaves(errors).visit_expr(expr);
}

struct Leaves<'e>(&'e mut Errors);

impl Leaves<'_> {
    fn report(&mut self, at: impl ToTokens, word: &str) {
        let message = format!(
            "an expression of a pipeline cannot use `{word}`, which would leave the pipeline\nhelp: write a task that returns the value or the error, and use it as a step"
        );
        self.0.push(at, message);
    }
}

impl<'e> Visit<'e> for Leaves<'_> {
    fn visit_expr_try(&mut self, expr: &'e syn::ExprTry) {
        self.report(expr.question_token, "?");
        self.visit_expr(&expr.expr);
    }
    fn visit_expr_return(&mut self, expr: &'e syn::ExprReturn) {
        self.report(expr.return_token, "return");
    }
    // Inside these, both leave something else.
    fn visit_expr_closure(&mut self, _: &'e syn::ExprClosure) {}
    fn visit_expr_async(&mut self, _: &'e syn::ExprAsync) {}
    fn visit_item(&mut self, _: &'e syn::Item) {}
}
