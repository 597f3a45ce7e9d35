//! The rules of `repeat`: what a turn takes over from the one before.

use super::{
    Resolver,
    composite::Resolved,
    scope::{Given, Hidden, Level, Scope},
};
use crate::pipeline::{
    liveness,
    plan::{Body, Carried, Place, Repeat, Stmt},
    syntax::{self, Node},
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
        self.plan.places.push(Place { name: plain(name), indexed: true });
        let turns = self.plan.places.len() - 1;
        self.check_max(&repeat.max);
        let max = self.written(&repeat.max, scope);
        let again = self.given_again(repeat, scope);

        let (first, mut inner) = (self.plan.vars.len(), scope.clone());
        let index = repeat.index.as_ref().map(|index| {
            let var =
                self.define(&index.to_string(), index.span(), Some(quote!(::core::primitive::usize)), scope.depth);
            inner.set(&index.to_string(), var);
            var
        });
        let carried: Vec<_> = again
            .into_iter()
            .filter_map(|name| {
                let outer = scope.get(&name)?;
                let (ty, span) = (self.ty(outer), self.plan.vars.get(outer)?.span);
                let var = self.define(&name, span, ty, scope.depth);
                inner.set(&name, var);
                Some((name, outer, var))
            })
            .collect();
        let (stmts, gives) = self.chain(&repeat.body, &mut inner, &mut Level::default());
        let until = self.written(&repeat.until, &inner);
        let gives = match &node.outputs {
            Some(outputs) => self.listed(outputs, &inner),
            None => gives,
        };
        let body = Body { gives: self.give(&gives, &inner), stmts };

        let mut used = HashMap::new();
        liveness::uses(&body, &mut used);
        liveness::mentions(&until, &mut used);
        let carried = carried.into_iter().filter(|(_, _, var)| used.contains_key(var));
        let carried = carried.filter_map(|(name, outer, var)| self.carry(&name, outer, var, scope, &inner)).collect();
        let (outs, gives) = self.outward(&gives, scope.depth, false);
        self.hidden.extend(repeat.index.as_ref().map(|index| Hidden {
            name: index.to_string(),
            why: "it is only known in the body of its `repeat`\nhelp: use it there".to_owned(),
        }));
        let span = repeat.word.span();
        let stmt = Repeat { place, turns, span, max, index, carried, first, body, until, outs };
        (Some(Stmt::Repeat(Box::new(stmt))), gives)
    }

    fn check_max(&mut self, max: &Expr) {
        if let Expr::Lit(ExprLit { lit: Lit::Int(number), .. }) = max
            && number.base10_digits() == "0"
        {
            self.errors.push(number, "expected at least 1: the body of `repeat` runs before `until` is asked");
        }
    }

    /// A first look at the body: which names from outside does it give anew?
    fn given_again(&mut self, repeat: &syntax::Repeat, scope: &Scope) -> Vec<String> {
        if self.looking {
            // What an inner one carries does not change the names that it gives.
            return Vec::new();
        }
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
        self.errors = errors;
        self.plan.vars.truncate(before.0);
        self.plan.places.truncate(before.1);
        self.plan.variants.truncate(before.2);
        let mut again = scope.names();
        again.retain(|name| Some(name) != index.as_ref() && inner.get(name) != scope.get(name));
        again
    }

    fn carry(&self, name: &str, outer: usize, var: usize, scope: &Scope, inner: &Scope) -> Option<Carried> {
        let last = inner.get(name)?;
        let (begin, end) = (self.plan.vars.get(var)?.span, self.plan.vars.get(last)?.span);
        let krate = self.krate;
        let initial = self.read(outer, scope, quote!(#krate::__private::Output), begin);
        let next = self.read(last, inner, quote!(#krate::__private::Output), end);
        Some(Carried { var, initial, next })
    }

    /// What a chain gives, by value.
    pub(super) fn give(&self, gives: &[Given], scope: &Scope) -> Vec<crate::pipeline::plan::Read> {
        let krate = self.krate;
        let reader = quote!(#krate::__private::Output);
        gives.iter().map(|given| self.read(given.var, scope, reader.clone(), given.span)).collect()
    }
}
