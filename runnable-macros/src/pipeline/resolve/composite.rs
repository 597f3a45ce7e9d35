//! The rules of groups, `parallel` and `map`.

use super::{
    Resolver,
    expression::bare,
    scope::{Block, Given, Hidden, Level, Scope},
};
use crate::{
    pipeline::{
        liveness,
        plan::{Body, Group, Map, Parallel, PlaceId, Stmt, Value, VarId},
        syntax::{self, Branch, Chain, Node, Source},
    },
    util::suggest::{did_you_mean, nearest},
};
use proc_macro2::Ident;
use quote::quote;
use std::collections::HashMap;
use syn::{Expr, ExprLit, Lit};

/// A resolved node and its outputs.
pub(super) type Resolved = (Option<Stmt>, Vec<Given>);

impl Resolver<'_> {
    pub(super) fn group(&mut self, node: &Node, chain: &Chain, scope: &Scope, level: &mut Level) -> Resolved {
        let mut below = Level::default();
        let (place, level) = self.segment(node.name.as_ref(), level, &mut below);
        let (body, gives) = self.enclosed(chain, scope.clone(), level, node.outputs.as_ref(), Block::Group);
        let (outs, gives) = self.outward(&gives, scope.depth, false);
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
        let (body, gives) = match (branch.chain.single(), &branch.label) {
            (Some((node, step)), Some(label)) => {
                let (stmt, gives) = self.step(node, step, scope, level, Some(label));
                let gives_read = self.give(&gives, scope);
                (Body { stmts: stmt.into_iter().collect(), gives: gives_read }, gives)
            }
            _ => self.enclosed(&branch.chain, scope.clone(), level, None, Block::Branch),
        };
        let (outs, gives) = self.outward(&gives, scope.depth, false);
        (Group { place, body, outs }, gives)
    }

    pub(super) fn map(&mut self, node: &Node, map: &syntax::Map, scope: &Scope, level: &mut Level) -> Resolved {
        let segment: &Ident = match (&node.name, &map.source) {
            (Some(name), _) | (None, Source::Name(name)) => name,
            (None, Source::Written(_)) => &map.item,
        };
        let place = self.place(level, segment, true);
        let source = self.source(map, scope);
        self.check_limit(map.limit.as_ref());
        let limit = map.limit.as_ref().map(|limit| self.written(limit, scope));

        let ty = match &source {
            Value::Read(read) => self.ty(read.var).map(|ty| quote!(<#ty as ::core::iter::IntoIterator>::Item)),
            Value::Written(_) => None,
        };
        let mut inner = scope.clone();
        inner.depth += 1;
        let depth = inner.depth;
        let name = map.item.to_string();
        let item = self.declare(&map.item, ty, depth);
        inner.set(&name, item);
        if let Source::Name(collection) = &map.source {
            if !self.expression && scope.get(&collection.to_string()).is_none() {
                // Reported already. The name may have been meant as the item.
                inner.set(&collection.to_string(), item);
            }
            self.maps.push((collection.to_string(), name.clone()));
        }
        let (body, gives) = self.enclosed(&map.body, inner, &mut Level::default(), node.outputs.as_ref(), Block::Map);
        if let Source::Name(_) = &map.source {
            self.maps.pop();
        }
        for given in gives.iter().filter(|given| scope.get(&given.name).is_some()) {
            let name = &given.name;
            let message = format!(
                "this `map` returns `{name}`, but that name is already in use outside\nhelp: rename it: `-> [{name} as another_name]`"
            );
            self.errors.push_at(given.span, message);
        }
        self.hidden.push(Hidden { name, why: "it exists only inside its `map`\nhelp: use it there".to_owned() });
        let captures = self.captures(&body, depth);
        let (outs, gives) = self.outward(&gives, scope.depth, true);
        let map = Map { place, span: map.span, source, limit, item, depth, captures, body, outs };
        (Some(Stmt::Map(Box::new(map))), gives)
    }

    fn check_limit(&mut self, limit: Option<&Expr>) {
        if let Some(Expr::Lit(ExprLit { lit: Lit::Int(number), .. })) = limit
            && number.base10_digits() == "0"
        {
            let message = "`limit` must be at least 1: with 0 items at the same time, none would run\nhelp: write `limit = 1`, or remove it to run all at once";
            self.errors.push(number, message);
        }
    }

    fn source(&mut self, map: &syntax::Map, scope: &Scope) -> Value {
        let krate = self.krate;
        let reader = quote!(#krate::__private::Expression);
        match &map.source {
            Source::Name(name) => match scope.get(&name.to_string()) {
                Some(var) => Value::Read(self.read(var, scope, reader, name.span())),
                None => {
                    if !self.expression {
                        self.unknown_source(name, &map.item, scope);
                    }
                    let path = syn::Path::from(name.clone());
                    let expr = syn::Expr::Path(syn::ExprPath { attrs: Vec::new(), qself: None, path });
                    Value::Written(self.written(&expr, scope))
                }
            },
            Source::Written(expr) => match bare(expr).and_then(|name| Some((name, scope.get(&name.to_string())?))) {
                Some((name, var)) => Value::Read(self.read(var, scope, reader, name.span())),
                None => Value::Written(self.written(expr, scope)),
            },
        }
    }

    fn unknown_source(&mut self, name: &Ident, item: &Ident, scope: &Scope) {
        let near = nearest(&name.to_string(), scope.names());
        if scope.get(&item.to_string()).is_some() && near.is_none_or(|near| *item == near) {
            let message = format!(
                "`map` takes `{name}`, but no earlier step returns it\nhelp: the collection comes first: `map({item} as {name})`"
            );
            self.errors.push(name, message);
            return;
        }
        if let Some(why) = scope.why_hidden(&name.to_string()) {
            self.errors.push(name, format!("`map` takes `{name}`, but {why}"));
            return;
        }
        let help = did_you_mean(&name.to_string(), scope.names()).unwrap_or_else(|| {
            format!("add a parameter `{name}` to the pipeline, or write an expression: `map((..) as item)`")
        });
        self.errors.push(name, format!("`map` takes `{name}`, but no earlier step returns it\nhelp: {help}"));
    }

    /// Returns the names that a body uses from outside, in a stable order.
    fn captures(&self, body: &Body, depth: usize) -> Vec<VarId> {
        let mut used = HashMap::new();
        liveness::uses(body, &mut used);
        let outside = |id: &VarId| self.plan.vars.get(*id).is_some_and(|var| var.depth < depth);
        let mut captures: Vec<_> = used.into_keys().filter(outside).collect();
        captures.sort_unstable();
        captures
    }

    /// Defines the outputs of a body for its surroundings.
    pub(super) fn outward(&mut self, gives: &[Given], depth: usize, many: bool) -> (Vec<Option<VarId>>, Vec<Given>) {
        let mut outs = Vec::new();
        let mut outer = Vec::new();
        for Given { name, var, span } in gives {
            let ty = self.ty(*var).map(|ty| if many { quote!(::std::vec::Vec<#ty>) } else { ty });
            let var = self.define(name, *span, ty, depth);
            outs.push(Some(var));
            outer.push(Given { name: name.clone(), var, span: *span });
        }
        (outs, outer)
    }
}

/// Returns the names alone, for messages.
pub(super) fn names(gives: &[Given]) -> Vec<String> {
    gives.iter().map(|given| given.name.clone()).collect()
}

/// Returns the name of a branch for messages.
fn title(branch: &Branch, index: usize) -> String {
    let step = || {
        branch.chain.nodes.last().and_then(|node| match &node.kind {
            syntax::Kind::Step(step) => Some(node.name.as_ref().unwrap_or(&step.ident).to_string()),
            _ => None,
        })
    };
    branch.label.as_ref().map(Ident::to_string).or_else(step).unwrap_or_else(|| format!("branch {}", index + 1))
}
