//! The rules of `repeat`: the values that an iteration passes to the next.

use super::{
    Resolver,
    composite::{Many, Resolved},
    scope::{Block, Given, Hidden, Level, Scope},
};
use crate::pipeline::{
    liveness,
    plan::{Body, Carried, Place, Repeat, Stmt},
    syntax::{self, Kind, Node},
};
use crate::util::text::plain;
use proc_macro2::Span;
use quote::quote;
use std::collections::HashMap;
use syn::{Expr, ExprLit, Lit};

impl Resolver<'_> {
    pub(super) fn repeat(
        &mut self,
        node: &Node,
        repeat: &syntax::Repeat,
        scope: &Scope,
        level: &mut Level,
    ) -> Resolved {
        let name = node.name.as_ref().unwrap_or(&repeat.word);
        let place = self.place(level, name, false);
        self.plan.places.push(Place { name: plain(name), indexed: true, resources: Vec::new() });
        let iterations = self.plan.places.len() - 1;
        self.check_max(&repeat.max);
        let max = self.written(&repeat.max, scope);
        let mut steps = Vec::new();
        repeat.body.each(&mut |node| {
            if let Kind::Step(step) = &node.kind {
                steps.push(step.ident.to_string());
            }
        });
        self.repeated.push(steps);
        let again = self.given_again(repeat, scope);

        let (first, mut inner) = (self.plan.vars.len(), scope.clone());
        let index = repeat.index.as_ref().map(|index| {
            let var = self.declare(index, Some(quote!(::core::primitive::usize)), scope.depth);
            inner.set(&index.to_string(), var);
            var
        });
        let carried = self.redefined(again, scope, &mut inner);
        let (stmts, gives) = self.chain(&repeat.body, &mut inner, &mut Level::default());
        self.repeated.pop();
        let until = self.written(&repeat.until, &inner);
        let until = self.as_condition(until);
        let gives = match &node.outputs {
            Some(outputs) => self.listed(outputs, &inner),
            None => gives,
        };
        self.hidden.extend(inner.left_behind(scope, &gives, Block::Repeat));
        let body = Body { gives: self.give(&gives, &inner), stmts };

        let mut used = HashMap::new();
        liveness::uses(&body, &mut used);
        liveness::mentions(&until, &mut used);
        let carried = carried.into_iter().filter(|(_, _, var)| used.contains_key(var));
        let carried = carried.filter_map(|(name, outer, var)| self.carry(&name, outer, var, scope, &inner)).collect();
        let (outs, gives) = self.outward(&gives, scope.depth, Many::One);
        self.hidden.extend(repeat.index.as_ref().map(|index| Hidden {
            name: index.to_string(),
            why: "it exists only inside its `repeat`\nhelp: use it there".to_owned(),
        }));
        let span = repeat.word.span();
        let stmt = Repeat { place, iterations, span, max, index, carried, first, body, until, outs };
        (Some(Stmt::Repeat(Box::new(stmt))), gives)
    }

    /// Defines the names that the body changes, as an iteration receives them. Returns each with its outer and inner variable.
    fn redefined(&mut self, names: Vec<String>, scope: &Scope, inner: &mut Scope) -> Vec<(String, usize, usize)> {
        let define = |name: String| {
            let outer = scope.get(&name)?;
            let (ty, span) = (self.ty(outer), self.plan.vars.get(outer)?.span);
            let var = self.define(&name, span, ty, scope.depth);
            inner.set(&name, var);
            Some((name, outer, var))
        };
        names.into_iter().filter_map(define).collect()
    }

    fn check_max(&mut self, max: &Expr) {
        if let Expr::Lit(ExprLit { lit: Lit::Int(number), .. }) = max
            && number.base10_digits() == "0"
        {
            self.errors.push(number, "`max` must be at least 1: the steps of a `repeat` run before `until` is checked\nhelp: write `max = 1`, or use an `if`");
        }
    }

    /// Returns the names from outside that the body redefines, after a first look at it.
    fn given_again(&mut self, repeat: &syntax::Repeat, scope: &Scope) -> Vec<String> {
        if self.looking {
            // The values that an inner `repeat` carries do not change the names that it returns.
            return Vec::new();
        }
        let choices = self.plan.choices;
        let before = (self.plan.vars.len(), self.plan.places.len(), self.plan.variants.len());
        let errors = std::mem::take(&mut self.errors);
        self.looking = true;
        let mut inner = scope.clone();
        let index = repeat.index.as_ref().map(ToString::to_string);
        if let Some(index) = &index {
            let var = self.define(index, Span::call_site(), None, scope.depth);
            inner.set(index, var);
        }
        self.chain(&repeat.body, &mut inner, &mut Level::default());
        self.looking = false;
        std::mem::replace(&mut self.errors, errors).discard();
        self.plan.vars.truncate(before.0);
        self.plan.places.truncate(before.1);
        self.plan.variants.truncate(before.2);
        self.plan.choices = choices;
        let mut again = scope.names();
        again.retain(|name| Some(name) != index.as_ref() && inner.get(name) != scope.get(name));
        again
    }

    /// The value of a name before the first iteration, and after each.
    fn carry(&self, name: &str, outer: usize, var: usize, scope: &Scope, inner: &Scope) -> Option<Carried> {
        let last = inner.get(name)?;
        let (begin, end) = (self.plan.vars.get(var)?.span, self.plan.vars.get(last)?.span);
        let krate = self.krate;
        let initial = self.read(outer, scope, quote!(#krate::__private::Output), begin);
        let next = self.read(last, inner, quote!(#krate::__private::Output), end);
        Some(Carried { var, initial, next })
    }

    /// Reads the outputs of a chain by value.
    pub(super) fn give(&self, gives: &[Given], scope: &Scope) -> Vec<crate::pipeline::plan::Read> {
        let krate = self.krate;
        let reader = quote!(#krate::__private::Output);
        gives.iter().map(|given| self.read(given.var, scope, reader.clone(), given.span)).collect()
    }
}
