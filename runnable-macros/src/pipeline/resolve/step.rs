//! The rules of a step: its parameters, its returns and the variant of its events.

use super::{
    Resolver,
    expression::bare,
    scope::{Given, Level, Scope},
};
use crate::{
    pipeline::{
        plan::{Arg, Step, Stmt, Value, VarId, Variant},
        signatures::Sig,
        syntax::{self, Node},
    },
    surface::position,
    util::{
        suggest::{nearest, remedy},
        text::plain,
    },
};
use heck::ToUpperCamelCase as _;
use proc_macro2::Ident;
use quote::quote;
use syn::Expr;

impl Resolver<'_> {
    pub(super) fn step(
        &mut self,
        node: &Node,
        step: &syntax::Step,
        scope: &Scope,
        level: &mut Level,
        label: Option<&Ident>,
    ) -> (Option<Stmt>, Vec<Given>) {
        let Some(sig) = self.sigs.get(&step.key()).copied() else {
            self.errors.push(
                &step.path,
                format!(
                    "a pipeline cannot contain itself, and `{name}` would\nhelp: if `{name}` is also a task, give the pipeline another name; to run steps again, write `repeat(max = 5) {{ .. }} until(condition)`",
                    name = step.ident
                ),
            );
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
                (Some(binding), _) => {
                    if !param.borrowed {
                        self.check_owned(&binding.value, &param.name, step, scope);
                    }
                    self.bound(&binding.value, step, scope)
                }
                (None, Some(var)) => Value::Read(self.read(var, scope, step.ty(), step.span())),
                (None, None) => {
                    // A misspelt binding is the same mistake, and already reported.
                    if !misspelt(step, sig, &param.name) {
                        self.missing(step, &param.name, scope);
                    }
                    continue;
                }
            };
            if let Value::Read(read) = &value
                && self.plan.vars.get(read.var).is_some_and(|var| var.resource)
                && let Some(place) = self.plan.places.get_mut(place)
            {
                place.resources.push(param.name.trim_start_matches("r#").to_owned());
            }
            args.push(Arg { name: param.name.clone(), borrowed: param.borrowed, value });
        }
        let (outs, gives) = self.returned(node, step, &sig.returns, scope.depth);
        let (returns, task) = (sig.returns.clone(), step.ty());
        let stmt = Step { task, span: step.span(), place, variant, args, returns, outs };
        (Some(Stmt::Step(stmt)), gives)
    }

    fn check_bindings(&mut self, step: &syntax::Step, sig: &Sig) {
        for (i, binding) in step.bindings.iter().enumerate() {
            let (task, name) = (&step.ident, &binding.parameter);
            if step.bindings.iter().take(i).any(|earlier| earlier.parameter == *name) {
                self.errors.push(name, format!("`{name}` is bound twice\nhelp: remove one of the two"));
            }
            if sig.params.iter().any(|param| *name == param.name) {
                continue;
            }
            let known = sig.names();
            let mut help = remedy(&name.to_string(), &known, "its parameters are", "it has no parameters");
            if nearest(&name.to_string(), &known).is_none() {
                help.push_str("; a `Secret`, an `Emitter` and what else comes from the run cannot be bound");
            }
            self.errors.push(name, format!("`{task}` has no parameter `{name}` to bind\nhelp: {help}"));
        }
    }

    /// The reference to a name that is bound to a parameter which takes the value.
    fn check_owned(&mut self, value: &Expr, param: &str, step: &syntax::Step, scope: &Scope) {
        if let Expr::Reference(reference) = value
            && let Some(name) = bare(&reference.expr)
            && scope.get(&name.to_string()).is_some()
        {
            let and = reference.and_token;
            let message = format!(
                "`{task}` takes `{param}` by value, found a reference\nhelp: write `{task}({param} = {name})`: a value that a later step needs as well is cloned",
                task = step.ident
            );
            self.errors.push(and, message);
        }
    }

    /// A bound value: a name of the pipeline is passed on, anything else is an expression.
    fn bound(&mut self, value: &Expr, step: &syntax::Step, scope: &Scope) -> Value {
        if let Some(ident) = bare(value)
            && let Some(var) = scope.get(&ident.to_string())
        {
            return Value::Read(self.read(var, scope, step.ty(), ident.span()));
        }
        Value::Written(self.written(value, scope))
    }

    fn missing(&mut self, step: &syntax::Step, param: &str, scope: &Scope) {
        let task = &step.ident;
        if let Some(why) = scope.why_hidden(param) {
            self.errors.push(task, format!("`{task}` takes `{param}`, but {why}"));
            return;
        }
        let later = self.returned.iter().find(|(name, step)| name == param && *task != step);
        if let Some((_, other)) = later
            && self.repeated.iter().any(|steps| steps.contains(other))
        {
            let message = format!(
                "`{task}` takes `{param}`, but `{other}`, which returns it, has not run in the first iteration\nhelp: add a parameter `{param}` to the pipeline, or return it from a step before the `repeat`: the first iteration takes it"
            );
            self.errors.push(task, message);
            return;
        }
        if let Some((_, other)) = later {
            let message = format!(
                "`{task}` takes `{param}`, but `{other}`, which returns it, does not run before `{task}`\nhelp: run one after the other: `{other} >> {task}`"
            );
            self.errors.push(task, message);
            return;
        }
        let near = nearest(param, scope.names());
        // A step in a `map` takes the item rather than the collection.
        let item = self.maps.iter().rev().find(|(collection, _)| near.as_ref() == Some(collection));
        let near = item.map_or(near, |(_, item)| item.clone());
        let mut help = match near {
            Some(near) if item.is_some() => {
                format!("bind the item: `{task}({param} = {near})`, or name it `{param}`")
            }
            Some(near) => format!("did you mean `{near}`? bind it: `{task}({param} = {near})`"),
            None if self.expression => format!("bind it: `{task}({param} = ..)`"),
            None => format!("add a parameter `{param}` to the pipeline, or bind it: `{task}({param} = ..)`"),
        };
        if step.bindings.len() > 1 {
            help.push_str(", next to the other bindings");
        }
        let message = format!("`{task}` takes `{param}`, but no earlier step returns it\nhelp: {help}");
        self.errors.push(&step.ident, message);
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
        let ty = |i: usize| {
            let i = position(i);
            quote!(<#task as #krate::__private::Returns<#i>>::Ty)
        };
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
                self.twice(&renamed.outer);
            }
            // Defined even if it is unknown, so that one mistake is one error.
            let var = self.define(&outer, renamed.outer.span(), found.map(ty), depth);
            match found.and_then(|i| outs.get_mut(i)) {
                Some(out @ None) => *out = Some(var),
                Some(Some(_)) => self.errors.push(
                    &renamed.name,
                    format!(
                        "`{inner}` is listed twice\nhelp: list it once; to pass it on under another name, bind it: `step(name = {inner})`"
                    ),
                ),
                None => {}
            }
            gives.push(Given { name: outer, var, span: renamed.outer.span() });
        }
        (outs, gives)
    }

    fn unknown_return(&mut self, step: &syntax::Step, name: &Ident, returns: &[String]) {
        let help = remedy(&name.to_string(), returns, "it returns", "it returns nothing");
        self.errors.push(name, format!("`{}` does not return `{name}`\nhelp: {help}", step.ident));
    }

    /// The variant for the events of a step.
    fn variant(&mut self, name: &Ident, step: &syntax::Step) -> usize {
        let (mut ident, key) = (Ident::new(&plain(name).to_upper_camel_case(), name.span()), step.key());
        if ident == "Lifecycle" {
            let message = "a step cannot be named `lifecycle`: the event variant `Lifecycle` is for the run's own events\nhelp: give the step another name: `another_name: ..`";
            self.errors.push(name, message);
            // Under another name, so that the enum is not a further error.
            ident = Ident::new("LifecycleStep", name.span());
        }
        if let Some(i) = self.plan.variants.iter().position(|variant| variant.ident == ident) {
            if self.plan.variants.get(i).is_some_and(|variant| variant.key != key) {
                self.errors.push(
                    name,
                    format!(
                        "two different tasks here have the event variant `{ident}`\nhelp: give this step another name: `another_name: {}`",
                        step.ident
                    ),
                );
            }
            return i;
        }
        self.plan.variants.push(Variant { ident, task: step.ty(), key });
        self.plan.variants.len() - 1
    }
}

/// Returns `true` if a binding that the step does not take was meant for this parameter.
fn misspelt(step: &syntax::Step, sig: &Sig, param: &str) -> bool {
    let names = sig.names();
    let unknown =
        step.bindings.iter().map(|binding| binding.parameter.to_string()).filter(|name| !names.contains(name));
    unknown.filter_map(|name| nearest(&name, &names)).any(|near| near == param)
}
