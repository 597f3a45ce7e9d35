//! The rules for expressions in the options of a task.

use crate::{
    task::model::Task,
    util::{delay::Delay, errors::Errors},
};
use proc_macro2::Ident;
use syn::{Expr, visit::Visit};

/// The expressions of options are evaluated before the function is called, and see none of its parameters.
pub(super) fn evaluated_outside(task: &Task<'_>, errors: &mut Errors) {
    let args = task.args;
    let backoff = args.retry.as_ref().and_then(|retry| retry.backoff.as_ref());
    let delays = [
        ("timeout", args.timeout.as_ref()),
        ("idle_timeout", args.idle_timeout.as_ref().map(|(_, delay)| delay)),
        ("backoff", backoff),
    ];
    for (option, delay) in delays {
        let Some(Delay::Expr(expr)) = delay else { continue };
        let Some(name) = parameter(expr, task) else { continue };
        let help = match option {
            "timeout" => format!("limit the step in the pipeline: `#[timeout({name})] {}`", task.name),
            _ => "write a constant, or an expression without parameters".to_owned(),
        };
        errors.push(&name, format!("`{option}` cannot read the parameter `{name}` of its own task\nhelp: {help}"));
    }
}

/// Returns the first parameter that an expression uses as a value. A function that it calls may have the same name.
fn parameter(expr: &Expr, task: &Task<'_>) -> Option<Ident> {
    struct Finder<'t>(&'t Task<'t>, Option<Ident>);
    impl<'e> Visit<'e> for Finder<'_> {
        fn visit_expr_path(&mut self, path: &'e syn::ExprPath) {
            let found = path.path.get_ident().filter(|name| self.0.params.iter().any(|param| param.name == **name));
            self.1 = self.1.take().or_else(|| found.cloned());
        }
        fn visit_expr_call(&mut self, call: &'e syn::ExprCall) {
            if !matches!(*call.func, Expr::Path(_)) {
                self.visit_expr(&call.func);
            }
            call.args.iter().for_each(|argument| self.visit_expr(argument));
        }
        // These have names of their own.
        fn visit_expr_closure(&mut self, _: &'e syn::ExprClosure) {}
        fn visit_block(&mut self, _: &'e syn::Block) {}
    }
    let mut finder = Finder(task, None);
    finder.visit_expr(expr);
    finder.1
}
