//! Names: what every step reads and gives, and every rule about them. All errors are collected.

mod composite;
mod scope;

use super::{
    collect::Signatures,
    liveness,
    names::plain,
    plan::{Arg, Body, Mode, PlaceId, Plan, Read, Stmt, Value, Variant, Written},
    plan::{Place, Step, VarId},
    syntax::{self, Chain, Kind, Node, Outputs},
    written::candidates,
};
use crate::diagnostics::{Errors, did_you_mean};
use heck::ToUpperCamelCase as _;
use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens as _, quote};
use scope::{Given, Level, Scope};
use syn::Expr;

/// Turns syntax into a plan.
pub(super) struct Resolver<'a> {
    krate: &'a TokenStream,
    sigs: &'a Signatures<'a>,
    /// Whether unknown names may come from the surrounding scope.
    expression: bool,
    plan: Plan,
    errors: Errors,
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
        Self { krate, sigs, expression, plan: Plan::default(), errors: Errors::new() }
    }

    /// Resolves the whole pipeline.
    pub(super) fn run(mut self, params: &[syntax::Parameter], chain: &Chain, outputs: Option<&Outputs>) -> Resolved {
        let mut scope = Scope::default();
        for param in params {
            let (name, ty, krate) = (param.ident.to_string(), &param.ty, self.krate);
            if scope.get(&name).is_some() {
                self.errors.push(&param.ident, format!("the pipeline takes `{name}` twice"));
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
                let message = format!("the type of `{}` cannot be named, so it is no output\nhelp: write `-> [..]` without it", given.name);
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
        let reader = { let krate = self.krate; quote!(#krate::__private::Output) };
        let reads = gives.iter().map(|given| self.read(given.var, &scope, reader.clone(), given.span)).collect();
        (Body { stmts, gives: reads }, gives)
    }

    /// The names of a list, among all that are visible.
    fn listed(&mut self, outputs: &Outputs, scope: &Scope) -> Vec<Given> {
        let mut gives: Vec<Given> = Vec::new();
        for renamed in &outputs.names {
            let (inner, outer) = (renamed.name.to_string(), renamed.outer.to_string());
            let Some(var) = scope.get(&inner) else {
                self.unknown_output(&renamed.name, scope.names());
                continue;
            };
            if gives.iter().any(|given| given.name == outer) {
                self.errors.push(&renamed.outer, format!("`{outer}` is given twice"));
                continue;
            }
            gives.push(Given { name: outer, var, span: renamed.outer.span() });
        }
        gives
    }

    fn unknown_output(&mut self, name: &Ident, known: Vec<String>) {
        let help = match did_you_mean(&name.to_string(), &known) {
            Some(near) => format!("did you mean `{near}`?"),
            None if known.is_empty() => "nothing here returns a name".to_owned(),
            None => format!("there are {}", list(&known)),
        };
        self.errors.push(name, format!("nothing here gives `{name}`\nhelp: {help}"));
    }

    /// The nodes of a chain, in `scope`, which grows; with what the last node gives.
    fn chain(&mut self, chain: &Chain, scope: &mut Scope, level: &mut Level) -> (Vec<Stmt>, Vec<Given>) {
        let (mut stmts, mut last) = (Vec::new(), Vec::new());
        for node in &chain.nodes {
            let Some((stmt, gives)) = self.node(node, scope, level, None) else { continue };
            gives.iter().for_each(|given| scope.set(&given.name, given.var));
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
        }
    }

    fn step(
        &mut self,
        node: &Node,
        step: &syntax::Step,
        scope: &Scope,
        level: &mut Level,
        label: Option<&Ident>,
    ) -> (Option<Stmt>, Vec<Given>) {
        let Some(sig) = self.sigs.get(&step.key()).copied() else {
            self.errors.push(&step.path, format!("the signature of `{}` did not arrive", step.ident));
            return (None, Vec::new());
        };
        let own = node.name.as_ref().unwrap_or(&step.ident);
        let place = self.place(level, own, false);
        let variant = sig.events.then(|| self.variant(node.name.as_ref().or(label).unwrap_or(&step.ident), step));

        self.check_bindings(step, sig);
        let mut args = Vec::new();
        for param in &sig.params {
            let bound = step.bindings.iter().find(|binding| binding.parameter == param.name);
            let value = match (bound, scope.get(&param.name)) {
                (Some(binding), _) => self.bound(&binding.value, step, scope),
                (None, Some(var)) => Value::Read(self.read(var, scope, step.ty(), step.span())),
                (None, None) => {
                    self.missing(step, &param.name, scope);
                    continue;
                }
            };
            args.push(Arg { name: param.name.clone(), borrowed: param.borrowed, value });
        }
        let (outs, gives) = self.returned(node, step, &sig.returns, scope.depth);
        let stmt = Step { task: step.ty(), span: step.span(), place, variant, args, outs };
        (Some(Stmt::Step(stmt)), gives)
    }

    fn check_bindings(&mut self, step: &syntax::Step, sig: &super::model::Sig) {
        for (i, binding) in step.bindings.iter().enumerate() {
            let (task, name) = (&step.ident, &binding.parameter);
            if step.bindings.iter().take(i).any(|earlier| earlier.parameter == *name) {
                self.errors.push(name, format!("`{name}` is bound twice"));
            }
            if sig.params.iter().any(|param| *name == param.name) {
                continue;
            }
            let known: Vec<_> = sig.params.iter().map(|param| param.name.clone()).collect();
            let help = match did_you_mean(&name.to_string(), &known) {
                Some(near) => format!("did you mean `{near}`?"),
                None if known.is_empty() => "it takes nothing".to_owned(),
                None => format!("it takes {}", list(&known)),
            };
            self.errors.push(name, format!("`{task}` takes no `{name}`\nhelp: {help}"));
        }
    }

    /// A bound value: a bare name of the pipeline is passed on as it is, anything else is an expression.
    fn bound(&mut self, value: &Expr, step: &syntax::Step, scope: &Scope) -> Value {
        if let Some(ident) = bare(value) {
            if let Some(var) = scope.get(&ident.to_string()) {
                return Value::Read(self.read(var, scope, step.ty(), ident.span()));
            }
        }
        Value::Written(self.written(value, scope))
    }

    fn written(&mut self, expr: &Expr, scope: &Scope) -> Written {
        let krate = self.krate;
        let mut names: Vec<(Ident, Read)> = Vec::new();
        for ident in candidates(expr.to_token_stream()) {
            if let Some(var) = scope.get(&ident.to_string()) {
                let read = self.read(var, scope, quote!(#krate::__private::Expression), ident.span());
                names.push((ident, read));
            }
        }
        Written { expr: expr.clone(), names }
    }

    fn missing(&mut self, step: &syntax::Step, param: &str, scope: &Scope) {
        let task = &step.ident;
        let mut help = match did_you_mean(param, scope.names()) {
            Some(near) => format!("did you mean `{near}`? bind it: `{task}({param} = {near})`"),
            None if self.expression => format!("bind it, as in `{task}({param} = ..)`"),
            None => format!("take it as a parameter of the pipeline, or bind it, as in `{task}({param} = ..)`"),
        };
        if step.bindings.len() > 1 {
            help.push_str(", next to the other bindings");
        }
        self.errors.push(&step.ident, format!("`{task}` takes `{param}`, but nothing before it returns that\nhelp: {help}"));
    }

    /// The variables that a step defines.
    fn returned(
        &mut self,
        node: &Node,
        step: &syntax::Step,
        returns: &[String],
        depth: usize,
    ) -> (Vec<Option<VarId>>, Vec<Given>) {
        let (krate, task) = (self.krate, step.ty());
        let ty = |i: usize| quote!(<#task as #krate::__private::Returns<#i>>::Ty);
        let mut outs = vec![None; returns.len()];
        let mut gives: Vec<Given> = Vec::new();
        let Some(outputs) = &node.outputs else {
            for (i, (name, out)) in returns.iter().zip(&mut outs).enumerate() {
                let var = self.define(name, step.span(), Some(ty(i)), depth);
                *out = Some(var);
                gives.push(Given { name: name.clone(), var, span: step.span() });
            }
            return (outs, gives);
        };
        for renamed in &outputs.names {
            let (inner, outer) = (renamed.name.to_string(), renamed.outer.to_string());
            let found = returns.iter().position(|name| *name == inner);
            if found.is_none() {
                self.unknown_return(step, &renamed.name, returns);
            }
            if gives.iter().any(|given| given.name == outer) {
                self.errors.push(&renamed.outer, format!("`{outer}` is given twice"));
            }
            // Defined even where it is unknown, so that one mistake is one error.
            let var = self.define(&outer, renamed.outer.span(), found.map(ty), depth);
            match found.and_then(|i| outs.get_mut(i)) {
                Some(out @ None) => *out = Some(var),
                Some(Some(_)) => self.errors.push(&renamed.name, format!("`{inner}` is listed twice")),
                None => {}
            }
            gives.push(Given { name: outer, var, span: renamed.outer.span() });
        }
        (outs, gives)
    }

    fn unknown_return(&mut self, step: &syntax::Step, name: &Ident, returns: &[String]) {
        let help = match did_you_mean(&name.to_string(), returns) {
            Some(near) => format!("did you mean `{near}`?"),
            None if returns.is_empty() => "it returns nothing".to_owned(),
            None => format!("it returns {}", list(returns)),
        };
        self.errors.push(name, format!("`{}` returns no `{name}`\nhelp: {help}", step.ident));
    }

    fn define(&mut self, name: &str, span: Span, ty: Option<TokenStream>, depth: usize) -> VarId {
        let var = super::plan::Var { name: name.to_owned(), span, ty, borrowed: false, depth, read: false };
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

    /// The variant for the events of a step.
    fn variant(&mut self, name: &Ident, step: &syntax::Step) -> usize {
        let (ident, key) = (Ident::new(&plain(name).to_upper_camel_case(), name.span()), step.key());
        if ident == "Lifecycle" {
            self.errors.push(name, "`Lifecycle` is the variant of the run's own events\nhelp: name it: `another_name: ..`");
        }
        if let Some(i) = self.plan.variants.iter().position(|variant| variant.ident == ident) {
            if self.plan.variants.get(i).is_some_and(|variant| variant.key != key) {
                self.errors.push(
                    name,
                    format!("two tasks here send their events as `{ident}`\nhelp: name it, as in `another_name: {}`", step.ident),
                );
            }
            return i;
        }
        self.plan.variants.push(Variant { ident, task: step.ty(), key });
        self.plan.variants.len() - 1
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
