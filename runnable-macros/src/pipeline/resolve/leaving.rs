//! Expressions that would leave the pipeline, or run a task outside of any step.

use crate::util::errors::Errors;
use quote::ToTokens;
use syn::{Expr, Token, parse::Parser as _, punctuated::Punctuated, visit::Visit};

/// Reports each `?` and `return` that would leave the pipeline around an expression, and each `.await`.
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
    fn visit_expr_await(&mut self, expr: &'e syn::ExprAwait) {
        let what = "would run outside of any step: without retries, events or a record";
        let message = match called(&expr.base) {
            Some(task) => format!(
                "an expression of a pipeline cannot use `.await`: `{task}` {what}\nhelp: run it as a step before, and write the name that it returns in place of the call: `{task} >> if ok {{ .. }}`"
            ),
            None => format!(
                "an expression of a pipeline cannot use `.await`: the future {what}\nhelp: write a task that awaits it, run it as a step before, and write the name that it returns here"
            ),
        };
        self.0.push(expr.await_token, message);
        self.visit_expr(&expr.base);
    }
    // Only the arguments of macros such as `matches!` are expressions; what is in others is not known.
    fn visit_macro(&mut self, call: &'e syn::Macro) {
        let arguments = Punctuated::<Expr, Token![,]>::parse_terminated.parse2(call.tokens.clone());
        for argument in arguments.into_iter().flatten() {
            Leaves(&mut *self.0).visit_expr(&argument);
        }
    }
    // Inside these, all of them belong to something else.
    fn visit_expr_closure(&mut self, _: &'e syn::ExprClosure) {}
    fn visit_expr_async(&mut self, _: &'e syn::ExprAsync) {}
    fn visit_item(&mut self, _: &'e syn::Item) {}
}

/// Returns the name of a function that is called by its path.
fn called(expr: &Expr) -> Option<String> {
    let Expr::Call(call) = expr else { return None };
    let Expr::Path(path) = &*call.func else { return None };
    path.path.segments.last().map(|last| last.ident.to_string())
}
