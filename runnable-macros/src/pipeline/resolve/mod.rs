//! Resolves names: the values that each step reads and returns, and every rule about them. All errors are collected.

mod choice;
mod composite;
mod expression;
mod item;
mod leaving;
mod map;
mod outputs;
mod policy;
mod race;
mod repeat;
mod scope;
mod step;
mod written;

use super::{
    liveness,
    plan::{Body, Declared, Mode, Place, PlaceId, Plan, Read, Stmt, VarId},
    signatures::Signatures,
    syntax::{self, Chain, Kind, Node, Outputs},
};
use crate::{
    krate::Krate,
    util::{errors::Errors, text::plain},
};
use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;
use scope::{Block, Given, Hidden, Level, Scope};

/// Turns syntax into a plan.
pub(super) struct Resolver<'a> {
    krate: &'a Krate,
    sigs: &'a Signatures<'a>,
    /// `true` if unknown names may come from the surrounding scope.
    expression: bool,
    plan: Plan,
    errors: Errors,
    /// Names that exist inside the last node, but are not visible after it.
    hidden: Vec<Hidden>,
    /// The steps that return a name, in the order written, with every name that they return.
    returned: Vec<(String, String)>,
    /// The collection and the item, if it has a name, of each `map` around a step.
    maps: Vec<(String, Option<String>)>,
    /// The names of the steps in each `repeat` around a step.
    repeated: Vec<Vec<String>>,
    /// `true` during a first look at the body of a `repeat`, for the names that it redefines.
    looking: bool,
}

/// A plan and its errors.
pub(super) struct Resolved {
    /// Complete only without errors.
    pub(super) plan: Plan,
    /// All errors.
    pub(super) errors: Errors,
}

impl<'a> Resolver<'a> {
    /// A resolver for one pipeline.
    pub(super) fn new(krate: &'a Krate, sigs: &'a Signatures<'a>, expression: bool) -> Self {
        Self {
            krate,
            sigs,
            expression,
            plan: Plan::default(),
            errors: Errors::new(),
            hidden: Vec::new(),
            returned: Vec::new(),
            maps: Vec::new(),
            repeated: Vec::new(),
            looking: false,
        }
    }

    /// Resolves the whole pipeline.
    pub(super) fn run(mut self, params: &[syntax::Parameter], chain: &Chain, outputs: Option<&Outputs>) -> Resolved {
        chain.each(&mut |node| self.note_returns(node));
        let mut scope = Scope::default();
        for param in params {
            let (name, ty, krate) = (param.ident.to_string(), &param.ty, self.krate);
            if scope.get(&name).is_some() {
                self.errors
                    .push(&param.ident, format!("two parameters are named `{name}`\nhelp: rename one of the two"));
            }
            let owned = if param.borrowed { quote!(<#ty as #krate::__private::Keep>::Owned) } else { quote!(#ty) };
            let var = self.declare(&param.ident, Some(owned), 0);
            if let Some(var) = self.plan.vars.get_mut(var) {
                (var.borrowed, var.resource) = (param.borrowed, param.resource);
            }
            scope.set(&name, var);
        }
        let (body, gives) = self.enclosed(chain, scope, &mut Level::default(), outputs, Block::Group);
        // An unknown name has no type either, and is already reported.
        let known = self.errors.is_empty();
        for given in &gives {
            if known && self.ty(given.var).is_none() {
                let message = format!(
                    "`{name}` cannot be an output, since the type of an expression cannot be named\nhelp: list the outputs without `{name}`: `-> [..]`",
                    name = given.name
                );
                self.errors.push_at(given.span, message);
            }
            self.plan.outputs.push(super::names::visible(&given.name, given.span));
        }
        self.plan.body = body;
        if self.errors.is_empty() {
            liveness::settle(&mut self.plan);
        }
        Resolved { plan: self.plan, errors: self.errors }
    }

    /// Notes the names that a step returns, for messages to a step that runs too early.
    fn note_returns(&mut self, node: &Node) {
        if let (Kind::Step(step), None) = (&node.kind, &node.outputs)
            && let Some(sig) = self.sigs.get(&step.key())
        {
            self.returned.extend(sig.returns.iter().map(|name| (name.clone(), step.ident.to_string())));
        }
    }

    /// A chain with its outputs, by value. `block` is what messages call it.
    fn enclosed(
        &mut self,
        chain: &Chain,
        mut scope: Scope,
        level: &mut Level,
        outputs: Option<&Outputs>,
        block: Block<'_>,
    ) -> (Body, Vec<Given>) {
        let outside = scope.clone();
        let (stmts, gives) = self.chain(chain, &mut scope, level);
        let gives = match outputs {
            Some(outputs) => self.listed(outputs, &scope),
            None => gives,
        };
        self.hidden.extend(scope.left_behind(&outside, &gives, block));
        (Body { gives: self.give(&gives, &scope), stmts }, gives)
    }

    /// Resolves the nodes of a chain in `scope`, which grows. Returns them with the outputs of the last node.
    fn chain(&mut self, chain: &Chain, scope: &mut Scope, level: &mut Level) -> (Vec<Stmt>, Vec<Given>) {
        let (mut stmts, mut last) = (Vec::new(), Vec::new());
        for node in &chain.nodes {
            let Some((stmt, gives)) = self.node(node, scope, level, None) else { continue };
            gives.iter().for_each(|given| scope.set(&given.name, given.var));
            self.hidden.drain(..).for_each(|hidden| scope.hide(hidden));
            stmts.extend(stmt);
            last = gives;
        }
        (stmts, last)
    }

    /// Resolves a node; `None` if it is empty. `label` is the label of the branch, if the node is its only node.
    fn node(
        &mut self,
        node: &Node,
        scope: &Scope,
        level: &mut Level,
        label: Option<&Ident>,
    ) -> Option<(Option<Stmt>, Vec<Given>)> {
        match &node.kind {
            Kind::Step(step) => Some(self.step(node, step, scope, level, label)),
            Kind::Group(chain) if chain.nodes.is_empty() && node.outputs.is_none() => None,
            Kind::Group(chain) => Some(self.group(node, chain, scope, level)),
            Kind::Parallel(parallel) => Some(self.parallel(node, parallel, scope, level)),
            Kind::Race(race) => Some(self.race(node, race, scope, level)),
            Kind::Map(map) => Some(self.map(node, map, scope, level)),
            Kind::Choice(choice) => Some(self.choice(node, choice, scope, level)),
            Kind::Repeat(repeat) => Some(self.repeat(node, repeat, scope, level)),
            Kind::Recover(recover) => Some(self.recover(node, recover, scope, level)),
            Kind::Policy(policy) => Some(self.policy(node, policy, scope, level, label)),
            // The mistake itself is reported when it is parsed.
            Kind::Broken(broken) => Some(self.group(node, &broken.saved, scope, level)),
        }
    }

    fn define(&mut self, name: &str, span: Span, ty: Option<TokenStream>, depth: usize) -> VarId {
        let var = super::plan::Var {
            name: name.to_owned(),
            span,
            ty,
            resource: false,
            borrowed: false,
            depth,
            read: false,
            declared: None,
            apart: None,
        };
        self.plan.vars.push(var);
        self.plan.vars.len() - 1
    }

    /// Defines a name that the user declares, and which something should read.
    fn declare(&mut self, name: &Ident, ty: Option<TokenStream>, depth: usize) -> VarId {
        let var = self.define(&name.to_string(), name.span(), ty, depth);
        if let Some(var) = self.plan.vars.get_mut(var) {
            var.declared = Some(Declared::Name(name.clone()));
        }
        var
    }

    fn ty(&self, var: VarId) -> Option<TokenStream> {
        self.plan.vars.get(var)?.ty.clone()
    }

    fn read(&self, var: VarId, scope: &Scope, reader: TokenStream, span: Span) -> Read {
        let by_ref = self.plan.vars.get(var).is_some_and(|var| var.borrowed || var.depth < scope.depth);
        Read { var, by_ref, reader, span, mode: Mode::Borrow }
    }

    /// Adds a segment below its parent.
    fn place(&mut self, level: &mut Level, name: &Ident, indexed: bool) -> PlaceId {
        let segment = plain(name);
        self.place_or(level, name, indexed, &format!("name one of them: `another_name: {segment}`"))
    }

    /// Adds a segment below its parent. If it is taken, `help` says what to do.
    fn place_or(&mut self, level: &mut Level, name: &Ident, indexed: bool, help: &str) -> PlaceId {
        let segment = plain(name);
        if !level.add(&segment) {
            self.errors.push(name, format!("two steps here have the path `{segment}`\nhelp: {help}"));
        }
        self.plan.places.push(Place { name: segment, indexed, resources: Vec::new() });
        self.plan.places.len() - 1
    }
}
