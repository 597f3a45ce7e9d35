//! The rules of policies: what has them is a step of its own, and the node is below.

use super::{
    Resolver,
    composite::{Many, Resolved},
    scope::{Block, Level, Scope},
};
use crate::{
    pipeline::{
        plan::{Body, Limit, Stmt},
        syntax::{self, Kind, Node},
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
        let (own, what) = match &policy.node.kind {
            Kind::Step(step) => (&step.ident, step.ident.to_string()),
            _ => (&policy.word, "{ .. }".to_owned()),
        };
        let help = format!("name one of them: `#[timeout(..)] another_name: {what}`");
        let place = self.place_or(level, node.name.as_ref().unwrap_or(own), false, &help);
        let time = self.written_before(&policy.node, &expression(&policy.timeout), scope);
        let (inner, mut below) = (&policy.node, Level::default());
        let (body, gives) = match &inner.kind {
            Kind::Group(chain) => self.enclosed(chain, scope.clone(), &mut below, inner.outputs.as_ref(), Block::Group),
            _ => {
                let label = node.name.as_ref().or(label);
                let (stmt, gives) = self.node(inner, scope, &mut below, label).unwrap_or_default();
                (Body { gives: self.give(&gives, scope), stmts: stmt.into_iter().collect() }, gives)
            }
        };
        let (outs, gives) = self.outward(&gives, scope.depth, Many::One);
        (Some(Stmt::Limit(Box::new(Limit { place, span: policy.word.span(), time, body, outs }))), gives)
    }
}

/// Returns a limit as an expression.
fn expression(limit: &Delay) -> Expr {
    match limit {
        Delay::Expr(expr) => expr.clone(),
        Delay::Fixed(..) => syn::parse2(limit.tokens()).unwrap_or_else(|_| Expr::Verbatim(limit.tokens())),
    }
}
