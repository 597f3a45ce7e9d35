//! The rules of groups and `parallel`.

use super::{
    Resolver,
    scope::{Block, Given, Level, Scope},
};
use crate::pipeline::{
    plan::{Body, Group, Parallel, PlaceId, Stmt, VarId},
    syntax::{self, Branch, Chain, Kind, Node},
};
use proc_macro2::Ident;
use quote::quote;

/// A resolved node and its outputs.
pub(super) type Resolved = (Option<Stmt>, Vec<Given>);

impl Resolver<'_> {
    pub(super) fn group(&mut self, node: &Node, chain: &Chain, scope: &Scope, level: &mut Level) -> Resolved {
        let mut below = Level::default();
        let (place, level) = self.segment(node.name.as_ref(), level, &mut below);
        let (body, gives) = self.enclosed(chain, scope.clone(), level, node.outputs.as_ref(), Block::Group);
        let (outs, gives) = self.outward(&gives, scope.depth, Many::One);
        (Some(Stmt::Group(Group { place, body, outs })), gives)
    }

    /// Returns the segment of a composite that has a name, and the level of its nodes.
    pub(super) fn segment<'l>(
        &mut self,
        name: Option<&Ident>,
        level: &'l mut Level,
        below: &'l mut Level,
    ) -> (Option<PlaceId>, &'l mut Level) {
        match name {
            Some(name) => (Some(self.place(level, name, false)), below),
            None => (None, level),
        }
    }

    pub(super) fn parallel(
        &mut self,
        node: &Node,
        parallel: &syntax::Parallel,
        scope: &Scope,
        level: &mut Level,
    ) -> Resolved {
        let mut below = Level::default();
        let (place, level) = self.segment(node.name.as_ref(), level, &mut below);
        let mut branches = Vec::new();
        let mut union: Vec<(Given, String)> = Vec::new();
        for branch in &parallel.branches {
            let (group, gives) = self.branch(branch, scope, level);
            let title = title(branch, branches.len());
            for given in gives {
                if let Some((_, other)) = union.iter().find(|(earlier, _)| earlier.name == given.name) {
                    let name = &given.name;
                    let message = format!(
                        "`{other}` and `{title}` both return `{name}`\nhelp: rename one of the two: `-> [{name} as another_name]`"
                    );
                    self.errors.push_at(given.span, message);
                    continue;
                }
                union.push((given, title.clone()));
            }
            branches.push(group);
        }
        let gives = self.narrowed(node, union.into_iter().map(|(given, _)| given).collect(), &mut branches);
        (Some(Stmt::Parallel(Parallel { place, branches })), gives)
    }

    /// Applies a list of outputs that follows the branches.
    fn narrowed(&mut self, node: &Node, union: Vec<Given>, branches: &mut [Group]) -> Vec<Given> {
        let Some(outputs) = &node.outputs else { return union };
        let mut kept: Vec<Given> = Vec::new();
        for renamed in &outputs.names {
            let (inner, outer) = (renamed.name.to_string(), renamed.outer.to_string());
            let Some(given) = union.iter().find(|given| given.name == inner) else {
                self.unknown_output(&renamed.name, &names(&union), None);
                continue;
            };
            if kept.iter().any(|earlier| earlier.name == outer || earlier.var == given.var) {
                self.twice(&renamed.outer);
                continue;
            }
            if let Some(var) = self.plan.vars.get_mut(given.var) {
                var.name.clone_from(&outer);
            }
            kept.push(Given { name: outer, var: given.var, span: renamed.outer.span() });
        }
        for out in branches.iter_mut().flat_map(|branch| &mut branch.outs) {
            if !kept.iter().any(|given| Some(given.var) == *out) {
                *out = None;
            }
        }
        kept
    }

    fn branch(&mut self, branch: &Branch, scope: &Scope, level: &mut Level) -> (Group, Vec<Given>) {
        let mut below = Level::default();
        let (place, level) = self.segment(branch.label.as_ref(), level, &mut below);
        let (body, gives) = match self.sole(branch, scope, level) {
            Some((stmt, gives)) => {
                let gives_read = self.give(&gives, scope);
                (Body { stmts: stmt.into_iter().collect(), gives: gives_read }, gives)
            }
            None => self.enclosed(&branch.chain, scope.clone(), level, None, Block::Branch),
        };
        let (outs, gives) = self.outward(&gives, scope.depth, Many::One);
        (Group { place, body, outs }, gives)
    }

    /// Resolves the only step of a labelled branch, whose events have the name of the branch.
    pub(super) fn sole(&mut self, branch: &Branch, scope: &Scope, level: &mut Level) -> Option<Resolved> {
        let (Some(label), [node]) = (&branch.label, branch.chain.nodes.as_slice()) else { return None };
        match node.kind {
            Kind::Step(_) | Kind::Policy(_) => self.node(node, scope, level, Some(label)),
            _ => None,
        }
    }

    /// Defines the outputs of a body for its surroundings.
    pub(super) fn outward(&mut self, gives: &[Given], depth: usize, many: Many) -> (Vec<Option<VarId>>, Vec<Given>) {
        let krate = self.krate;
        let mut outs = Vec::new();
        let mut outer = Vec::new();
        for Given { name, var, span } in gives {
            let ty = self.ty(*var).map(|ty| match many {
                Many::One => ty,
                Many::Values => quote!(::std::vec::Vec<#ty>),
                Many::Results => quote!(::std::vec::Vec<::core::result::Result<#ty, #krate::Error>>),
            });
            let var = self.define(name, *span, ty, depth);
            outs.push(Some(var));
            outer.push(Given { name: name.clone(), var, span: *span });
        }
        (outs, outer)
    }
}

/// The form in which the surroundings of a body see its outputs.
#[derive(Clone, Copy)]
pub(super) enum Many {
    /// The outputs themselves.
    One,
    /// One for each item.
    Values,
    /// A result for each item.
    Results,
}

/// Returns the names alone, for messages.
pub(super) fn names(gives: &[Given]) -> Vec<String> {
    gives.iter().map(|given| given.name.clone()).collect()
}

/// Returns the name of a branch for messages.
pub(super) fn title(branch: &Branch, index: usize) -> String {
    let step = || branch.chain.nodes.last().and_then(own_name).map(ToString::to_string);
    branch.label.as_ref().map(Ident::to_string).or_else(step).unwrap_or_else(|| format!("branch {}", index + 1))
}

/// Returns the name of a node that is a step.
fn own_name(node: &Node) -> Option<&Ident> {
    match &node.kind {
        Kind::Step(step) => Some(node.name.as_ref().unwrap_or(&step.ident)),
        Kind::Policy(policy) => node.name.as_ref().or_else(|| own_name(&policy.node)),
        _ => None,
    }
}
