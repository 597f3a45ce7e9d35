//! The rules of `match`, `if` and `try`: one of several chains runs, and the names that all of them return are visible after it.

use super::{
    Resolver,
    composite::{Resolved, names},
    expression::bare,
    scope::{Block, Given, Hidden, Level, Scope},
};
use crate::pipeline::{
    plan::{Arm, Body, Choice, Declared, Head, Recover, Stmt, Tried, VarId},
    syntax::{self, Node},
};
use proc_macro2::{Ident, Span};
use quote::{ToTokens as _, quote};
use syn::{Lit, Pat};

/// A chain that may run instead of others.
pub(super) struct Way {
    /// Its name in messages.
    pub(super) title: String,
    /// The span of errors about a name that it does not return.
    pub(super) span: Span,
    pub(super) stmts: Vec<Stmt>,
    pub(super) gives: Vec<Given>,
    /// The names that are visible at its end.
    pub(super) scope: Scope,
}

/// The bodies of all ways, and the names that all of them return.
pub(super) struct Merged {
    pub(super) bodies: Vec<Body>,
    pub(super) outs: Vec<Option<VarId>>,
    pub(super) gives: Vec<Given>,
}

impl Resolver<'_> {
    pub(super) fn choice(
        &mut self,
        node: &Node,
        choice: &syntax::Choice,
        scope: &Scope,
        level: &mut Level,
    ) -> Resolved {
        let mut below = Level::default();
        let (place, level) = self.segment(node.name.as_ref(), level, &mut below);
        let number = self.plan.choices;
        self.plan.choices += 1;
        self.check_text(choice, scope);
        let scrutinee = choice.scrutinee.as_ref().map(|expr| self.written(expr, scope));
        let (mut heads, mut ways) = (Vec::new(), Vec::new());
        let mut known: Vec<Hidden> = Vec::new();
        for arm in &choice.arms {
            let names = arm.head.bindings();
            let (head, mut inner) = (self.head(&arm.head, &names, scope), scope.clone());
            let bindings: Vec<_> = names.into_iter().map(|name| self.binding(name, &arm.head, &mut inner)).collect();
            let title = title(choice, arm);
            known.extend(bindings.iter().map(|(name, _)| Hidden {
                name: name.to_string(),
                why: format!("it exists only in {title}\nhelp: use it there"),
            }));
            let (stmts, gives) = self.chain(&arm.chain, &mut inner, level);
            ways.push(Way { title, span: arm.span, stmts, gives, scope: inner });
            heads.push((head, bindings, arm.end));
        }
        let Merged { bodies, outs, gives } = self.merge(node, ways, scope);
        self.hidden.extend(known);
        let arms = heads
            .into_iter()
            .zip(bodies)
            .map(|((head, bindings, end), body)| Arm { head, end, bindings, body })
            .collect();
        (Some(Stmt::Choice(Box::new(Choice { place, number, span: choice.span, scrutinee, arms, outs }))), gives)
    }

    /// A `String` does not match a text, as far as the type is known here.
    fn check_text(&mut self, choice: &syntax::Choice, scope: &Scope) {
        let Some(name) = choice.scrutinee.as_ref().and_then(bare) else { return };
        let ty = scope.get(&name.to_string()).and_then(|var| self.ty(var));
        let text = choice.arms.iter().find_map(|arm| match &arm.head {
            syntax::Head::Pattern(pattern, _) => text(pattern),
            _ => None,
        });
        if let (Some("String"), Some(text)) = (ty.map(|ty| ty.to_string()).as_deref(), text) {
            let message = format!(
                "`{name}` is a `String`, which the pattern `{text}` cannot match\nhelp: match its text: `match {name}.as_str() {{ .. }}`"
            );
            self.errors.push(name, message);
        }
    }

    pub(super) fn recover(
        &mut self,
        node: &Node,
        recover: &syntax::Recover,
        scope: &Scope,
        level: &mut Level,
    ) -> Resolved {
        let mut below = Level::default();
        let (place, level) = self.segment(node.name.as_ref(), level, &mut below);
        let unknown = recover.error.as_ref().map(|name| Hidden {
            name: name.to_string(),
            why: "it exists only in the `else` of its `try`\nhelp: use it there".to_owned(),
        });
        let mut tried = scope.clone();
        if let Some(unknown) = unknown.clone() {
            tried.hide(unknown);
        }
        let (first, number) = (self.plan.places.len(), self.plan.choices);
        self.plan.choices += 1;
        let (stmts, gives) = self.chain(&recover.body, &mut tried, level);
        let parts = Tried { places: first..self.plan.places.len(), choices: number..self.plan.choices };
        let new: Vec<_> = tried.names().into_iter().filter(|name| scope.get(name).is_none()).collect();
        let body = Way { title: "the `try`".to_owned(), span: recover.span, stmts, gives, scope: tried };

        let mut failed = scope.clone();
        for name in new {
            let why = "the `try` may fail before it is returned\nhelp: use a value from before the `try`, or the error";
            failed.hide(Hidden { name, why: why.to_owned() });
        }
        if recover.error.is_none() {
            let why = "the `else` does not name the error\nhelp: write `else |error| { .. }`";
            failed.hide(Hidden { name: "error".to_owned(), why: why.to_owned() });
        }
        let error = recover.error.as_ref().map(|name| {
            let krate = self.krate;
            let error = self.declare(name, Some(quote!(#krate::Error)), scope.depth);
            failed.set(&name.to_string(), error);
            error
        });
        let (stmts, gives) = self.chain(&recover.recovery, &mut failed, level);
        let title = "the `else` of the `try`".to_owned();
        let recovery = Way { title, span: recover.other, stmts, gives, scope: failed };

        let Merged { bodies, outs, gives } = self.merge(node, vec![body, recovery], scope);
        self.hidden.extend(unknown);
        let mut bodies = bodies.into_iter();
        let (body, recovery) = (bodies.next().unwrap_or_default(), bodies.next().unwrap_or_default());
        let span = recover.span;
        (Some(Stmt::Recover(Box::new(Recover { place, span, body, tried: parts, error, recovery, outs }))), gives)
    }

    /// The pattern or condition of an arm. The names that a pattern binds hide those around it.
    fn head(&mut self, head: &syntax::Head, names: &[Ident], scope: &Scope) -> Head {
        let mut seen = scope.clone();
        names.iter().for_each(|name| seen.reveal(&name.to_string()));
        match head {
            syntax::Head::Pattern(pattern, guard) => {
                names.iter().for_each(|name| seen.forget(&name.to_string()));
                Head::Pattern(pattern.clone(), guard.as_ref().map(|guard| self.written_with(guard, names, &seen)))
            }
            syntax::Head::Condition(condition) => {
                let written = self.written_with(condition, names, &seen);
                Head::Condition(self.as_condition(written))
            }
            syntax::Head::Else => Head::Else,
        }
    }

    /// A name that a pattern binds: a reference in the arm, whatever it is in the pattern.
    fn binding(&mut self, name: Ident, head: &syntax::Head, scope: &mut Scope) -> (Ident, VarId) {
        let id = self.define(&name.to_string(), name.span(), None, scope.depth);
        if let Some(var) = self.plan.vars.get_mut(id) {
            var.borrowed = true;
            if !head.uses(&name) {
                var.declared = Some(if head.is_field(&name) {
                    Declared::Field(name.clone())
                } else {
                    Declared::Name(name.clone())
                });
            }
        }
        scope.set(&name.to_string(), id);
        (name, id)
    }

    /// Merges the outputs of all ways; a name from outside counts as returned by a way that does not redefine it.
    pub(super) fn merge(&mut self, node: &Node, ways: Vec<Way>, scope: &Scope) -> Merged {
        // The body of a `try` comes last: why it keeps a name is more to the point than why its `else` cannot read it.
        for way in ways.iter().rev() {
            self.hidden.extend(way.scope.left_behind(scope, &way.gives, Block::Arm(&way.title)));
        }
        let (columns, mut gives) = self.wanted(node, &ways, scope);
        for (vars, given) in columns.iter().zip(&mut gives) {
            let ty = vars.iter().find_map(|var| self.ty(*var));
            given.var = self.define(&given.name, given.span, ty, scope.depth);
        }
        for (var, way) in columns.iter().flat_map(|vars| vars.iter().zip(&ways)) {
            self.keep_apart(*var, way);
        }
        let krate = self.krate;
        let bodies = ways.into_iter().enumerate().map(|(i, way)| {
            let reads = columns.iter().filter_map(|vars| {
                let var = *vars.get(i)?;
                let own = way.gives.iter().find(|given| given.var == var);
                let span = own.map_or(way.span, |given| given.span);
                Some(self.read(var, &way.scope, quote!(#krate::__private::Output), span))
            });
            Body { gives: reads.collect(), stmts: way.stmts }
        });
        Merged { bodies: bodies.collect(), outs: gives.iter().map(|given| Some(given.var)).collect(), gives }
    }

    /// A name that a way passes through may have been redefined at its end; both are then kept apart.
    fn keep_apart(&mut self, id: VarId, way: &Way) {
        if let Some(var) = self.plan.vars.get_mut(id)
            && way.scope.get(&var.name) != Some(id)
        {
            var.apart = Some(id);
        }
    }

    /// Returns for each output its variable in each way, and the output as seen from outside, without a variable yet.
    fn wanted(&mut self, node: &Node, ways: &[Way], scope: &Scope) -> (Vec<Vec<VarId>>, Vec<Given>) {
        let mut union: Vec<Given> = Vec::new();
        for given in ways.iter().flat_map(|way| &way.gives) {
            if !union.iter().any(|earlier| earlier.name == given.name) {
                union.push(given.clone());
            }
        }
        let (mut columns, mut gives) = (Vec::new(), Vec::new());
        let Some(outputs) = &node.outputs else {
            for given in union {
                match column(&given.name, ways, scope) {
                    Ok(vars) => {
                        columns.push(vars);
                        gives.push(given);
                    }
                    Err(why) => self.hidden.push(Hidden { name: given.name, why }),
                }
            }
            return (columns, gives);
        };
        for renamed in &outputs.names {
            let (inner, outer) = (renamed.name.to_string(), renamed.outer.to_string());
            let known = union.iter().any(|given| given.name == inner) || scope.get(&inner).is_some();
            let column = if known { column(&inner, ways, scope).map_err(Some) } else { Err(None) };
            match column {
                _ if gives.iter().any(|given: &Given| given.name == outer) => {
                    self.twice(&renamed.outer);
                }
                Ok(vars) => {
                    gives.push(Given { name: outer, var: 0, span: renamed.outer.span() });
                    columns.push(vars);
                }
                Err(why) => self.unknown_output(&renamed.name, &names(&union), why.as_deref()),
            }
        }
        (columns, gives)
    }
}

/// Returns the variable of a name in each way, or the reason why a way has none.
fn column(name: &str, ways: &[Way], scope: &Scope) -> Result<Vec<VarId>, String> {
    let of = |way: &Way| {
        let given = way.gives.iter().find(|given| given.name == name).map(|given| given.var);
        given.or_else(|| scope.get(name)).ok_or_else(|| {
            format!(
                "{} does not return it\nhelp: return it there too, or use it only inside the arms that return it",
                way.title
            )
        })
    };
    ways.iter().map(of).collect()
}

/// Returns the text that a pattern consists of, alone or among others.
fn text(pattern: &Pat) -> Option<String> {
    match pattern {
        Pat::Lit(lit) => match &lit.lit {
            Lit::Str(text) => Some(text.to_token_stream().to_string()),
            _ => None,
        },
        Pat::Or(any) => any.cases.iter().find_map(text),
        Pat::Paren(inner) => text(&inner.pat),
        _ => None,
    }
}

/// Returns the name of an arm for messages.
fn title(choice: &syntax::Choice, arm: &syntax::Arm) -> String {
    match (&choice.scrutinee, &arm.head) {
        (Some(_), _) => format!("the arm `{}` of the `match`", arm.title()),
        (None, syntax::Head::Else) => "the `else` of the `if`".to_owned(),
        (None, _) => format!("the `{}`", arm.title()),
    }
}
