//! The rules of `map`.

use super::{
    Resolver,
    composite::{Many, Resolved},
    expression::bare,
    item::{check_pattern, in_tuples},
    scope::{Block, Hidden, Level, Scope},
};
use crate::{
    pipeline::{
        liveness,
        plan::{Body, Declared, Each, Map, Stmt, Tried, Value, VarId},
        syntax::{self, Node, Source},
    },
    util::suggest::{did_you_mean, nearest},
};
use proc_macro2::{Ident, TokenStream};
use quote::quote;
use std::collections::HashMap;
use syn::{Expr, ExprLit, Lit};

impl Resolver<'_> {
    pub(super) fn map(&mut self, node: &Node, map: &syntax::Map, scope: &Scope, level: &mut Level) -> Resolved {
        let segment = node.name.clone().unwrap_or_else(|| segment(map));
        let place = self.place(level, &segment, true);
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
        let item = self.item(&map.item, ty, &mut inner);
        let index = map.index.as_ref().map(|index| self.index(index, &map.item, &mut inner));
        if let Source::Name(collection) = &map.source {
            let name = collection.to_string();
            if !self.expression && scope.get(&name).is_none() {
                // Reported already. The name may have been meant as the item.
                let item = item.vars().first().copied();
                let item = item.unwrap_or_else(|| self.define(&name, collection.span(), None, depth));
                inner.set(&name, item);
            }
            self.maps.push((name, map.item.name().map(Ident::to_string)));
        }
        let (first, number) = (self.plan.places.len(), self.plan.choices);
        self.plan.choices += u32::from(map.collects);
        let (body, gives) = self.enclosed(&map.body, inner, &mut Level::default(), node.outputs.as_ref(), Block::Map);
        let collects =
            map.collects.then_some(Tried { places: first..self.plan.places.len(), choices: number..self.plan.choices });
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
        self.hidden.extend(map.names().map(|name| Hidden {
            name: name.to_string(),
            why: "it exists only inside its `map`\nhelp: use it there".to_owned(),
        }));
        let captures = self.captures(&body, depth);
        let many = if map.collects { Many::Results } else { Many::Values };
        let (outs, gives) = self.outward(&gives, scope.depth, many);
        let map = Map { place, span: map.span, source, limit, item, index, depth, captures, collects, body, outs };
        (Some(Stmt::Map(Box::new(map))), gives)
    }

    /// The names of an item.
    fn item(&mut self, item: &syntax::Each, ty: Option<TokenStream>, inner: &mut Scope) -> Each {
        match item {
            syntax::Each::Name(name) => {
                let var = self.declare(name, ty, inner.depth);
                inner.set(&name.to_string(), var);
                Each::Name(var)
            }
            syntax::Each::Pattern(pattern) => {
                check_pattern(pattern, &mut self.errors);
                let (krate, mut types) = (self.krate, HashMap::new());
                if let Some(ty) = ty {
                    in_tuples(krate, pattern, ty, &mut types);
                }
                let define = |name: Ident| {
                    let var = self.declare(&name, types.remove(&name), inner.depth);
                    if let (true, Some(var)) = (syntax::is_field(pattern, &name), self.plan.vars.get_mut(var)) {
                        var.declared = Some(Declared::Field(name.clone()));
                    }
                    inner.set(&name.to_string(), var);
                    (name, var)
                };
                let bindings = syntax::bindings(pattern).into_iter().map(define).collect();
                Each::Pattern(pattern.clone(), bindings)
            }
        }
    }

    /// The index of an item.
    fn index(&mut self, index: &Ident, item: &syntax::Each, inner: &mut Scope) -> VarId {
        if item.names().contains(index) {
            let message = format!("the item and its index are both named `{index}`\nhelp: rename one of the two");
            self.errors.push(index, message);
        }
        let var = self.declare(index, Some(quote!(::core::primitive::usize)), inner.depth);
        inner.set(&index.to_string(), var);
        var
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
                        self.unknown_source(name, map.item.name(), scope);
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

    fn unknown_source(&mut self, name: &Ident, item: Option<&Ident>, scope: &Scope) {
        let near = nearest(&name.to_string(), scope.names());
        if let Some(item) = item.filter(|item| scope.get(&item.to_string()).is_some())
            && near.is_none_or(|near| *item == near)
        {
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
}

/// Returns the segment of a `map` without a name of its own: its collection or its item, if they have a name.
fn segment(map: &syntax::Map) -> Ident {
    let name = match (&map.source, &map.item) {
        (Source::Name(name), _) | (Source::Written(_), syntax::Each::Name(name)) => Some(name),
        (Source::Written(source), syntax::Each::Pattern(_)) => bare(source),
    };
    name.cloned().unwrap_or_else(|| Ident::new("map", map.span))
}
