//! Long sequences in parts.
//!
//! The compiler needs time for an `async` block that grows with the square of its steps. So a long sequence awaits blocks of
//! some steps each.

use super::Lower;
use crate::pipeline::{
    liveness::reads,
    names::variable,
    plan::{Mode, Stmt, VarId},
};
use proc_macro2::{Span, TokenStream};
use quote::quote;
use std::collections::{HashMap, HashSet};

/// The number of nodes in a part.
const PART: usize = 16;
/// The most nodes of a sequence that is not split.
const WHOLE: usize = 2 * PART;

impl Lower<'_> {
    /// All nodes of the pipeline, in parts if there are many.
    pub(super) fn parts(&self, stmts: &[Stmt]) -> TokenStream {
        if stmts.len() <= WHOLE {
            return stmts.iter().map(|stmt| self.stmt(stmt)).collect();
        }
        stmts.chunks(PART).map(|part| self.part(part)).collect()
    }

    /// `let (a, b,) = async { .. }.await?;`
    fn part(&self, stmts: &[Stmt]) -> TokenStream {
        let (krate, span) = (self.krate, Span::call_site());
        let outs = self.kept(stmts);
        let names = outs.iter().filter_map(|id| Some(self.name(*id, self.plan.vars.get(*id)?.span)));
        let pattern = self.pattern(&outs.iter().copied().map(Some).collect::<Vec<_>>());
        let stmts = stmts.iter().map(|stmt| self.stmt(stmt));
        let (given, error) = (variable("__given", span), variable("__error", span));
        quote! {
            let #pattern = match async {
                #(#stmts)*
                ::core::result::Result::Ok::<_, #krate::Error>((#(#names,)*))
            }
            .await
            {
                ::core::result::Result::Ok(#given) => #given,
                ::core::result::Result::Err(#error) => return ::core::result::Result::Err(#error),
            };
        }
    }

    /// The variables that still hold their values after these nodes, in the order of their definitions.
    fn kept(&self, stmts: &[Stmt]) -> Vec<VarId> {
        let mut moved = HashSet::new();
        for stmt in stmts {
            reads(stmt, &mut |read| {
                if let Mode::Move = read.mode {
                    moved.insert(read.var);
                }
            });
        }
        let outs = || stmts.iter().flat_map(outs).filter(|id| self.plan.vars.get(*id).is_some_and(|var| var.read));
        // A later definition of a name hides the variable of an earlier definition.
        let last: HashMap<String, VarId> =
            outs().map(|id| (self.name(id, Span::call_site()).to_string(), id)).collect();
        outs().filter(|id| !moved.contains(id) && last.values().any(|kept| kept == id)).collect()
    }
}

/// The variables that a node defines.
fn outs(stmt: &Stmt) -> Vec<VarId> {
    let outs: Vec<&[Option<VarId>]> = match stmt {
        Stmt::Step(step) => vec![&step.outs],
        Stmt::Group(group) => vec![&group.outs],
        Stmt::Parallel(parallel) => parallel.branches.iter().map(|branch| branch.outs.as_slice()).collect(),
        Stmt::Race(race) => vec![&race.outs],
        Stmt::Map(map) => vec![&map.outs],
        Stmt::Choice(choice) => vec![&choice.outs],
        Stmt::Repeat(repeat) => vec![&repeat.outs],
        Stmt::Limit(limit) => vec![&limit.outs],
        Stmt::Retry(retry) => vec![&retry.outs],
        Stmt::Recover(recover) => vec![&recover.outs],
    };
    outs.into_iter().flatten().flatten().copied().collect()
}
