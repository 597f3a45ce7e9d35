//! The definition of a pipeline: the text that a resumed run compares with the recorded text.
//!
//! It has everything that changes the meaning of a recorded step, and nothing else: not the documentation, not the `limit` of a
//! `map`, the time of a `timeout` or the options of a `retry`. All names are resolved, so `translate` and `translate(text = text)` are
//! equal. The definitions of its steps follow at run time.

use super::{
    plan::{
        Arm, Body, Choice, Each, Group, Head, Map, Parallel, PlaceId, Plan, Race, Read, Recover, Repeat, Step, Stmt,
        Value, VarId,
    },
    syntax::Parameter,
};
use crate::util::text::{plain, readable, stored_type};
use proc_macro2::Ident;
use quote::ToTokens;
use std::fmt::Write as _;

/// Returns the definition of a resolved plan.
pub(super) fn definition(name: &Ident, params: &[Parameter], plan: &Plan) -> String {
    let params: Vec<_> = params.iter().map(parameter).collect();
    let outputs: Vec<_> = plan.outputs.iter().map(plain).collect();
    let text = format!("pipeline {}({}) -> [{}]", plain(name), params.join(", "), outputs.join(", "));
    let mut writer = Writer { plan, text, depth: 1 };
    let outs: Vec<_> = plan.outputs.iter().map(|name| Some(plain(name))).collect();
    writer.body(&plan.body, &outs);
    writer.text
}

fn parameter(param: &Parameter) -> String {
    let resource = if param.resource { "#[resource] " } else { "" };
    let default = param.default.as_ref().map(|default| format!(" = {}", text(default)));
    format!("{resource}{}: {}{}", plain(&param.ident), stored_type(&param.ty), default.unwrap_or_default())
}

fn text(tokens: &impl ToTokens) -> String {
    readable(&tokens.to_token_stream())
}

struct Writer<'p> {
    plan: &'p Plan,
    text: String,
    depth: usize,
}

impl Writer<'_> {
    fn line(&mut self, line: &str) {
        let _ = write!(self.text, "\n{:1$}{line}", "", self.depth * 2);
    }

    /// Writes the head of a composite: its segment, if it has a segment, and its form.
    fn head(&mut self, place: Option<PlaceId>, form: &str) {
        let segment = place.and_then(|place| self.plan.places.get(place)).map(|place| format!("{}: ", place.name));
        self.line(&format!("{}{form}", segment.unwrap_or_default()));
    }

    fn name(&self, var: VarId) -> String {
        self.plan.vars.get(var).map(|var| var.name.trim_start_matches("r#").to_owned()).unwrap_or_default()
    }

    fn index(&self, index: Option<VarId>) -> String {
        index.map(|index| format!(", index as {}", self.name(index))).unwrap_or_default()
    }

    fn names(&self, vars: &[Option<VarId>]) -> Vec<Option<String>> {
        vars.iter().map(|var| var.map(|var| self.name(var))).collect()
    }

    fn value(&self, value: &Value) -> String {
        match value {
            Value::Read(read) => self.name(read.var),
            Value::Written(written) => text(&written.expr),
        }
    }

    /// Writes nodes and the values that they pass on, by their inner names and by the names outside.
    fn body(&mut self, body: &Body, outs: &[Option<String>]) {
        body.stmts.iter().for_each(|stmt| self.stmt(stmt));
        let passed =
            body.gives.iter().zip(outs).filter_map(|(Read { var, .. }, out)| renamed(&self.name(*var), out.as_deref()));
        let passed: Vec<_> = passed.collect();
        if !passed.is_empty() {
            self.line(&format!("-> [{}]", passed.join(", ")));
        }
    }

    fn inside(&mut self, body: &Body, outs: &[Option<VarId>]) {
        let outs = self.names(outs);
        self.depth += 1;
        self.body(body, &outs);
        self.depth -= 1;
    }

    fn stmt(&mut self, stmt: &Stmt) {
        match stmt {
            Stmt::Step(step) => self.step(step),
            Stmt::Group(group) => self.group(group, "group"),
            Stmt::Parallel(Parallel { place, branches }) => {
                self.head(*place, "parallel");
                self.depth += 1;
                branches.iter().for_each(|branch| self.group(branch, "branch"));
                self.depth -= 1;
            }
            Stmt::Race(Race { place, branches, outs, .. }) => {
                self.head(*place, "race");
                self.depth += 1;
                for branch in branches {
                    self.head(branch.label, "branch");
                    self.inside(&branch.body, outs);
                }
                self.depth -= 1;
            }
            Stmt::Map(map) => self.map(map),
            Stmt::Choice(choice) => self.choice(choice),
            Stmt::Repeat(repeat) => self.repeat(repeat),
            Stmt::Limit(limit) => {
                self.head(Some(limit.place), "timeout");
                self.inside(&limit.body, &limit.outs);
            }
            Stmt::Retry(retry) => {
                self.head(Some(retry.place), "retry");
                self.inside(&retry.body, &retry.outs);
            }
            Stmt::Recover(recover) => self.recover(recover),
        }
    }

    fn step(&mut self, step: &Step) {
        let args: Vec<_> = step.args.iter().map(|arg| format!("{} = {}", arg.name, self.value(&arg.value))).collect();
        let outs = step.returns.iter().zip(&step.outs);
        let outs: Vec<_> =
            outs.filter_map(|(name, out)| renamed(name, out.map(|out| self.name(out)).as_deref())).collect();
        let call = format!("{}({}) -> [{}]", readable(&step.task), sorted(args).join(", "), outs.join(", "));
        self.head(Some(step.place), &call);
    }

    fn group(&mut self, group: &Group, word: &str) {
        self.head(group.place, word);
        self.inside(&group.body, &group.outs);
    }

    fn map(&mut self, map: &Map) {
        let item = match &map.item {
            Each::Name(var) => self.name(*var),
            Each::Pattern(pattern, _) => text(pattern),
        };
        let index = self.index(map.index);
        let collects = if map.collects.is_some() { ", on_error = collect" } else { "" };
        let form = format!("map({} as {item}{index}{collects})", self.value(&map.source));
        self.head(Some(map.place), &form);
        self.inside(&map.body, &map.outs);
    }

    fn choice(&mut self, choice: &Choice) {
        let form =
            choice.scrutinee.as_ref().map_or("if".to_owned(), |written| format!("match {}", text(&written.expr)));
        self.head(choice.place, &form);
        self.depth += 1;
        for Arm { head, body, .. } in &choice.arms {
            self.line(&match head {
                Head::Pattern(pattern, None) => format!("{} =>", text(pattern)),
                Head::Pattern(pattern, Some(guard)) => format!("{} if {} =>", text(pattern), text(&guard.expr)),
                Head::Condition(condition) => format!("{} =>", text(&condition.expr)),
                Head::Else => "else =>".to_owned(),
            });
            self.inside(body, &choice.outs);
        }
        self.depth -= 1;
    }

    fn repeat(&mut self, repeat: &Repeat) {
        let index = self.index(repeat.index);
        let form = format!("repeat(max = {}{index}) until({})", text(&repeat.max.expr), text(&repeat.until.expr));
        self.head(Some(repeat.place), &form);
        self.inside(&repeat.body, &repeat.outs);
    }

    fn recover(&mut self, recover: &Recover) {
        self.head(recover.place, "try");
        self.inside(&recover.body, &recover.outs);
        let error = recover.error.map(|error| format!(" |{}|", self.name(error))).unwrap_or_default();
        self.line(&format!("else{error}"));
        self.inside(&recover.recovery, &recover.outs);
    }
}

/// Returns `name as outer`; `None` if the value is dropped.
fn renamed(name: &str, outer: Option<&str>) -> Option<String> {
    let (name, outer) = (name.trim_start_matches("r#"), outer?);
    Some(if name == outer { name.to_owned() } else { format!("{name} as {outer}") })
}

/// Parameters are bound by name, so their order has no meaning.
fn sorted(mut args: Vec<String>) -> Vec<String> {
    args.sort_unstable();
    args
}
