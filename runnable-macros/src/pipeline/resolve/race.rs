//! The rules of `race`: every branch runs, and all of them return the same names, as the arms of a `match` do.

use super::{
    Resolver,
    choice::{Merged, Way},
    composite::{Resolved, title},
    scope::{Level, Scope},
};
use crate::pipeline::{
    plan::{Contender, PlaceId, Race, Stmt},
    syntax::{self, Node},
};

impl Resolver<'_> {
    pub(super) fn race(&mut self, node: &Node, race: &syntax::Race, scope: &Scope, level: &mut Level) -> Resolved {
        let mut below = Level::default();
        let (place, level) = self.segment(node.name.as_ref(), level, &mut below);
        let number = self.plan.choices;
        self.plan.choices += 1;
        let (mut ways, mut labels) = (Vec::new(), Vec::new());
        for one in &race.branches {
            let (label, way) = self.contender(one, labels.len(), scope, level);
            labels.push(label);
            ways.push(way);
        }
        let Merged { bodies, outs, gives } = self.merge(node, ways, scope);
        let branches = labels
            .into_iter()
            .zip(bodies)
            .zip(&race.branches)
            .map(|((label, body), one)| {
                let single = match body.stmts.as_slice() {
                    [Stmt::Step(step)] if one.branch.chain.single().is_some() => Some((step.place, step.task.clone())),
                    _ => None,
                };
                Contender { label, single, body }
            })
            .collect();
        (Some(Stmt::Race(Race { place, number, span: race.span, branches, outs })), gives)
    }

    fn contender(
        &mut self,
        one: &syntax::Contender,
        index: usize,
        scope: &Scope,
        level: &mut Level,
    ) -> (Option<PlaceId>, Way) {
        let (branch, mut inner, mut below) = (&one.branch, scope.clone(), Level::default());
        if branch.chain.single().is_none() && branch.label.is_none() && branch.chain.error().is_none() {
            let message = "a branch of a `race` needs a label, unless it is a single step\nhelp: write `label: a >> b`";
            self.errors.push_at(one.span, message);
        }
        let (label, level) = self.segment(branch.label.as_ref(), level, &mut below);
        let (stmts, gives) = match self.sole(branch, scope, level) {
            Some((stmt, gives)) => (stmt.into_iter().collect(), gives),
            None => self.chain(&branch.chain, &mut inner, level),
        };
        let title = format!("the branch `{}` of the `race`", title(branch, index));
        (label, Way { title, span: one.span, stmts, gives, scope: inner })
    }
}
