//! Names: what every step reads and gives, and every rule about them. All errors are collected.

mod choice;
mod composite;
mod repeat;
mod scope;
mod step;
mod written;

use super::{
    liveness,
    plan::{Body, Mode, Place, PlaceId, Plan, Read, Stmt, VarId, Written},
    signatures::Signatures,
    syntax::{self, Chain, Kind, Node, Outputs},
};
use crate::util::{errors::Errors, suggest::did_you_mean, text::plain};
use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens as _, quote};
use scope::{Given, Hidden, Level, Scope};
use syn::Expr;
use written::{bound, candidates, dereferenced, values};

/// Turns syntax into a plan.
pub(super) struct Resolver<'a> {
    krate: &'a TokenStream,
    sigs: &'a Signatures<'a>,
    /// Whether unknown names may come from the surrounding scope.
    expression: bool,
    plan: Plan,
    errors: Errors,
    /// What the last node knows, but does not give.
    hidden: Vec<Hidden>,
    /// Whether this is a first look at the body of a `repeat`, for the names that it gives.
    looking: bool,
}

/// A plan, and what is wrong with it.
pub(super) struct Resolved {
    /// Complete only without errors.
    pub(super) plan: Plan,
    /// All of them.
    pub(super) errors: Errors,
}

impl<'a> Resolver<'a> {
    /// A resolver for one pipeline.
    pub(super) fn new(krate: &'a TokenStream, sigs: &'a Signatures<'a>, expression: bool) -> Self {
        Self {
            krate,
            sigs,
            expression,
            plan: Plan::default(),
            errors: Errors::new(),
            hidden: Vec::new(),
            looking: false,
        }
    }

    /// Resolves the whole pipeline.
    pub(super) fn run(mut self, params: &[syntax::Parameter], chain: &Chain, outputs: Option<&Outputs>) -> Resolved {
        let mut scope = Scope::default();
        for param in params {
            let (name, ty, krate) = (param.ident.to_string(), &param.ty, self.krate);
            if scope.get(&name).is_some() {
                self.errors.push(
                    &param.ident,
                    format!("the pipeline takes `{name}` twice\nhelp: give one of the two another name"),
                );
            }
            let owned = if param.borrowed { quote!(<#ty as #krate::__private::Keep>::Owned) } else { quote!(#ty) };
            let var = self.define(&name, param.ident.span(), Some(owned), 0);
            if let Some(var) = self.plan.vars.get_mut(var) {
                var.borrowed = param.borrowed;
            }
            scope.set(&name, var);
        }
        let (body, gives) = self.enclosed(chain, scope, &mut Level::default(), outputs);
        // An unknown name has no type either, and was reported.
        let known = self.errors.is_empty();
        for given in &gives {
            if known && self.ty(given.var).is_none() {
                let message = format!(
                    "the type of `{}` cannot be named, so it is no output\nhelp: write `-> [..]` without it",
                    given.name
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

    /// A chain with what it gives its surroundings, by value.
    fn enclosed(
        &mut self,
        chain: &Chain,
        mut scope: Scope,
        level: &mut Level,
        outputs: Option<&Outputs>,
    ) -> (Body, Vec<Given>) {
        let (stmts, gives) = self.chain(chain, &mut scope, level);
        let gives = match outputs {
            Some(outputs) => self.listed(outputs, &scope),
            None => gives,
        };
        (Body { gives: self.give(&gives, &scope), stmts }, gives)
    }

    /// The names of a list, among all that are visible.
    fn listed(&mut self, outputs: &Outputs, scope: &Scope) -> Vec<Given> {
        let mut gives: Vec<Given> = Vec::new();
        for renamed in &outputs.names {
            let (inner, outer) = (renamed.name.to_string(), renamed.outer.to_string());
            let Some(var) = scope.get(&inner) else {
                self.unknown_output(&renamed.name, &scope.names(), scope.why_hidden(&inner));
                continue;
            };
            if gives.iter().any(|given| given.name == outer) {
                self.errors.push(&renamed.outer, twice(&outer));
                continue;
            }
            gives.push(Given { name: outer, var, span: renamed.outer.span() });
        }
        gives
    }

    fn unknown_output(&mut self, name: &Ident, known: &[String], hidden: Option<&str>) {
        if let Some(why) = hidden {
            self.errors.push(name, format!("`{name}` is listed, but {why}"));
            return;
        }
        let help = match did_you_mean(&name.to_string(), known) {
            Some(near) => format!("did you mean `{near}`?"),
            None if known.is_empty() => "nothing here returns a name".to_owned(),
            None => format!("there are {}", list(known)),
        };
        self.errors.push(name, format!("nothing here gives `{name}`\nhelp: {help}"));
    }

    /// The nodes of a chain, in `scope`, which grows; with what the last node gives.
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

    /// One node; `None` where it passes through. `label` is that of the branch whose only step it is.
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
            Kind::Map(map) => Some(self.map(node, map, scope, level)),
            Kind::Choice(choice) => Some(self.choice(node, choice, scope, level)),
            Kind::Repeat(repeat) => Some(self.repeat(node, repeat, scope, level)),
            Kind::Recover(recover) => Some(self.recover(node, recover, scope, level)),
        }
    }

    fn written(&mut self, expr: &Expr, scope: &Scope) -> Written {
        self.written_with(expr, &[], scope)
    }

    /// An expression, and what a pattern beside it binds.
    fn written_with(&mut self, expr: &Expr, bindings: &[Ident], scope: &Scope) -> Written {
        let krate = self.krate;
        let mut names: Vec<(Ident, Read)> = Vec::new();
        for ident in candidates(expr.to_token_stream()) {
            if let Some(var) = scope.get(&ident.to_string()) {
                let read = self.read(var, scope, quote!(#krate::__private::Expression), ident.span());
                names.push((ident, read));
            } else if let (false, Some(why)) = (self.expression, scope.why_hidden(&ident.to_string()))
                && !bound(expr).contains(&ident)
            {
                self.errors.push(&ident, format!("`{ident}` is used here, but {why}"));
            }
        }
        // A name like it is declared too, so that rustc can say which one was meant.
        for ident in values(expr) {
            let text = ident.to_string();
            if scope.get(&text).is_none()
                && let Some(near) = did_you_mean(&text, scope.names())
                && let Some(var) = scope.get(&near)
                && !names.iter().any(|(known, _)| *known == near)
            {
                let read = self.read(var, scope, quote!(#krate::__private::Expression), ident.span());
                names.push((super::names::visible(&near, ident.span()), read));
            }
        }
        let known = |ident: &Ident| bindings.contains(ident) || names.iter().any(|(name, _)| name == ident);
        let code = Box::new(dereferenced(expr, krate, &known));
        Written { expr: expr.clone(), code, names }
    }

    fn define(&mut self, name: &str, span: Span, ty: Option<TokenStream>, depth: usize) -> VarId {
        let var =
            super::plan::Var { name: name.to_owned(), span, ty, borrowed: false, depth, read: false, apart: None };
        self.plan.vars.push(var);
        self.plan.vars.len() - 1
    }

    fn ty(&self, var: VarId) -> Option<TokenStream> {
        self.plan.vars.get(var)?.ty.clone()
    }

    fn read(&self, var: VarId, scope: &Scope, reader: TokenStream, span: Span) -> Read {
        let by_ref = self.plan.vars.get(var).is_some_and(|var| var.borrowed || var.depth < scope.depth);
        Read { var, by_ref, reader, span, mode: Mode::Borrow }
    }

    /// A segment among those of the same parent.
    fn place(&mut self, level: &mut Level, name: &Ident, indexed: bool) -> PlaceId {
        let segment = plain(name);
        if !level.add(&segment) {
            self.errors.push(
                name,
                format!("two nodes here have the path `{segment}`\nhelp: name it, as in `another_name: {segment}`"),
            );
        }
        self.plan.places.push(Place { name: segment, indexed });
        self.plan.places.len() - 1
    }
}

/// An expression that is one name.
fn bare(expr: &Expr) -> Option<&Ident> {
    match expr {
        Expr::Path(path) if path.attrs.is_empty() && path.qself.is_none() => path.path.get_ident(),
        _ => None,
    }
}

/// Names for a message.
fn list(names: &[String]) -> String {
    names.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ")
}

/// A name that a list gives twice.
fn twice(name: &str) -> String {
    format!("`{name}` is given twice\nhelp: rename one of the two: `.. as another_name`")
}
