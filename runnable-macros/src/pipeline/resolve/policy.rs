//! The rules of policies: what has them is a step of its own, and the node is below.

use super::{
    Resolver,
    composite::{Many, Resolved},
    scope::{Block, Given, Level, Scope},
};
use crate::{
    pipeline::{
        plan::{Body, Limit, Retry, Stmt},
        syntax::{self, Kind, Node, Rule},
    },
    util::delay::Delay,
};
use proc_macro2::Ident;
use syn::Expr;

impl Resolver<'_> {
    /// `label` is the label of the branch, if the node is its only node.
    pub(super) fn policy(
        &mut self,
        node: &Node,
        policy: &syntax::Policy,
        scope: &Scope,
        level: &mut Level,
        label: Option<&Ident>,
    ) -> Resolved {
        // Of several policies, the outermost has the name of the step.
        let own = sole(&policy.node).filter(|_| !policy.within).unwrap_or(&policy.word);
        let what = sole(&policy.node).map_or_else(|| "{ .. }".to_owned(), ToString::to_string);
        let help = format!("name one of them: `#[{}(..)] another_name: {what}`", policy.word);
        let place = self.place_or(level, node.name.as_ref().unwrap_or(own), false, &help);
        let (span, label) = (policy.word.span(), node.name.as_ref().or(label));
        let (stmt, gives) = match &policy.rule {
            Rule::Timeout(limit) => {
                let time = self.written_before(&policy.node, &expression(limit), scope);
                let (body, gives) = self.within(&policy.node, scope, label);
                let (outs, gives) = self.outward(&gives, scope.depth, Many::One);
                (Stmt::Limit(Box::new(Limit { place, span, time, body, outs })), gives)
            }
            Rule::Retry(options) => {
                let backoff = match &options.backoff {
                    Some(Delay::Expr(expr)) => Some(self.written(expr, scope)),
                    Some(Delay::Fixed(..)) | None => None,
                };
                let when = options.when.as_ref().map(|when| self.written(when, scope));
                let first = self.plan.vars.len();
                let (body, gives) = self.within(&policy.node, scope, label);
                let (outs, gives) = self.outward(&gives, scope.depth, Many::One);
                let options = options.clone();
                (Stmt::Retry(Box::new(Retry { place, span, options, backoff, when, first, body, outs })), gives)
            }
        };
        (Some(stmt), gives)
    }

    /// Resolves the node that has a policy.
    fn within(&mut self, inner: &Node, scope: &Scope, label: Option<&Ident>) -> (Body, Vec<Given>) {
        let mut below = Level::default();
        if let Kind::Group(chain) = &inner.kind {
            return self.enclosed(chain, scope.clone(), &mut below, inner.outputs.as_ref(), Block::Group);
        }
        let (stmt, gives) = self.node(inner, scope, &mut below, label).unwrap_or_default();
        (Body { gives: self.give(&gives, scope), stmts: stmt.into_iter().collect() }, gives)
    }
}

/// Returns the name of a node that is a step, perhaps with policies.
fn sole(node: &Node) -> Option<&Ident> {
    match &node.kind {
        Kind::Step(step) => Some(&step.ident),
        Kind::Policy(policy) => sole(&policy.node),
        _ => None,
    }
}

/// Returns a limit as an expression.
fn expression(limit: &Delay) -> Expr {
    match limit {
        Delay::Expr(expr) => expr.clone(),
        Delay::Fixed(..) => syn::parse2(limit.tokens()).unwrap_or_else(|_| Expr::Verbatim(limit.tokens())),
    }
}
