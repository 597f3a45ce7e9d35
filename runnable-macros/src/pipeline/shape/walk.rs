//! From the variables of a plan to the values between its nodes.

use super::{Joint, Kind, Node};
use crate::{
    pipeline::plan::{
        Arm, Body, Choice, Group, Head, Limit, Map, Parallel, PlaceId, Plan, Race, Read, Recover, Retry, Step, Stmt,
        Value, VarId, Written,
    },
    util::text::{plain, readable},
};
use quote::ToTokens;
use std::collections::HashMap;

/// Returns the nodes and wires of a plan, whose first variables are its parameters.
pub(super) fn walk(params: usize, plan: &Plan) -> (Vec<Node<'_>>, Vec<Joint>) {
    let sources = (0..params).map(|i| (i, vec![Source::Made(0, i)])).collect();
    let mut walk = Walk { plan, sources, nodes: vec![], wires: vec![], pending: vec![] };
    walk.body(&plan.body, 0);
    for (i, (read, name)) in plan.body.gives.iter().zip(&plan.outputs).enumerate() {
        walk.join(read.var, (0, i), &plain(name));
    }
    (walk.nodes, walk.wires)
}

/// The origin of a value.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Source {
    /// A node and its return; the pipeline (0) and its parameter.
    Made(usize, usize),
    /// The previous iteration, by the variable that carries the value.
    Carried(VarId),
}

pub(super) struct Walk<'p> {
    plan: &'p Plan,
    /// The origins of each variable: several if one of several chains runs.
    pub(super) sources: HashMap<VarId, Vec<Source>>,
    nodes: Vec<Node<'p>>,
    pub(super) wires: Vec<Joint>,
    /// Reads of carried values, whose origin comes later in the body.
    pub(super) pending: Vec<(VarId, (usize, usize), String)>,
}

impl<'p> Walk<'p> {
    /// Adds a node. Returns its number.
    pub(super) fn node(&mut self, parent: usize, place: Option<PlaceId>, kind: Kind<'p>) -> usize {
        let segment = place.and_then(|place| self.plan.places.get(place)).map_or("", |place| &place.name);
        self.nodes.push(Node { parent, segment, kind });
        self.nodes.len()
    }

    /// Adds a wire from each origin of a variable to a parameter of a node.
    fn join(&mut self, var: VarId, to: (usize, usize), name: &str) {
        for source in self.sources.get(&var).cloned().unwrap_or_default() {
            let name = name.to_owned();
            match source {
                Source::Made(node, out) => self.wires.push(Joint { from: (node, out), to, name, back: false }),
                Source::Carried(var) => self.pending.push((var, to, name)),
            }
        }
    }

    fn read(&mut self, read: &Read, to: (usize, usize)) {
        let name = self.plan.vars.get(read.var).map_or("", |var| &var.name);
        self.join(read.var, to, name.trim_start_matches("r#"));
    }

    pub(super) fn written(&mut self, written: &Written, to: (usize, usize)) {
        written.names.iter().for_each(|(name, read)| self.join(read.var, to, &plain(name)));
    }

    fn value(&mut self, value: &Value, to: (usize, usize)) {
        match value {
            Value::Read(read) => self.read(read, to),
            Value::Written(written) => self.written(written, to),
        }
    }

    /// Gives a variable the origins of these.
    pub(super) fn follow(&mut self, out: Option<VarId>, of: impl IntoIterator<Item = VarId>) {
        let Some(out) = out else { return };
        let mut all: Vec<Source> = vec![];
        for source in of.into_iter().filter_map(|var| self.sources.get(&var)).flatten() {
            if !all.contains(source) {
                all.push(*source);
            }
        }
        self.sources.insert(out, all);
    }

    /// The outputs of alternative bodies, as variables of their surroundings.
    pub(super) fn give(&mut self, bodies: &[&Body], outs: &[Option<VarId>]) {
        for (i, out) in outs.iter().enumerate() {
            self.follow(*out, bodies.iter().filter_map(|body| Some(body.gives.get(i)?.var)));
        }
    }

    pub(super) fn body(&mut self, body: &'p Body, parent: usize) {
        for stmt in &body.stmts {
            match stmt {
                Stmt::Step(step) => self.step(step, parent),
                Stmt::Group(group) => self.group(group, parent, Kind::Group),
                Stmt::Parallel(parallel) => self.parallel(parallel, parent),
                Stmt::Race(race) => self.race(race, parent),
                Stmt::Map(map) => self.map(map, parent),
                Stmt::Choice(choice) => self.choice(choice, parent),
                Stmt::Repeat(repeat) => self.repeat(repeat, parent),
                Stmt::Limit(limit) => self.limit(limit, parent),
                Stmt::Retry(retry) => self.retry(retry, parent),
                Stmt::Recover(recover) => self.recover(recover, parent),
            }
        }
    }

    fn step(&mut self, step: &'p Step, parent: usize) {
        let node = self.node(parent, Some(step.place), Kind::Step(&step.task));
        for (i, arg) in step.args.iter().enumerate() {
            self.value(&arg.value, (node, i));
        }
        for (i, out) in step.outs.iter().enumerate() {
            out.map(|out| self.sources.insert(out, vec![Source::Made(node, i)]));
        }
    }

    fn group(&mut self, group: &'p Group, parent: usize, kind: Kind<'p>) {
        let node = self.node(parent, group.place, kind);
        self.body(&group.body, node);
        self.give(&[&group.body], &group.outs);
    }

    fn parallel(&mut self, parallel: &'p Parallel, parent: usize) {
        let node = self.node(parent, parallel.place, Kind::Parallel);
        for branch in &parallel.branches {
            // A branch with a single node is that node.
            if branch.place.is_none() && branch.body.stmts.len() == 1 {
                self.body(&branch.body, node);
                self.give(&[&branch.body], &branch.outs);
            } else {
                self.group(branch, node, Kind::Branch);
            }
        }
    }

    fn race(&mut self, race: &'p Race, parent: usize) {
        let node = self.node(parent, race.place, Kind::Race);
        for branch in &race.branches {
            // A branch with a single node is that node.
            let parent = match branch.label {
                None if branch.body.stmts.len() == 1 => node,
                label => self.node(node, label, Kind::Branch),
            };
            self.body(&branch.body, parent);
        }
        let bodies: Vec<_> = race.branches.iter().map(|branch| &branch.body).collect();
        self.give(&bodies, &race.outs);
    }

    fn map(&mut self, map: &'p Map, parent: usize) {
        let kind = if map.collects.is_some() { Kind::Collect } else { Kind::Map };
        let node = self.node(parent, Some(map.place), kind);
        let names: Vec<_> = match &map.source {
            Value::Read(read) => vec![read.var],
            Value::Written(written) => vars(written),
        };
        let item = map.item.vars();
        item.iter().for_each(|var| self.follow(Some(*var), names.iter().copied()));
        // If no step reads the item, the `map` itself still reads its collection.
        if !item.iter().any(|var| self.plan.vars.get(*var).is_some_and(|var| var.read)) {
            self.value(&map.source, (node, 0));
        }
        map.limit.iter().for_each(|limit| self.written(limit, (node, 1)));
        self.body(&map.body, node);
        self.give(&[&map.body], &map.outs);
    }

    fn choice(&mut self, choice: &'p Choice, parent: usize) {
        let kind = choice.scrutinee.as_ref().map_or(Kind::If, |written| Kind::Match(text(&written.expr)));
        let node = self.node(parent, choice.place, kind);
        choice.scrutinee.iter().for_each(|scrutinee| self.written(scrutinee, (node, 0)));
        for arm in &choice.arms {
            self.arm(arm, choice, node);
        }
        let bodies: Vec<_> = choice.arms.iter().map(|arm| &arm.body).collect();
        self.give(&bodies, &choice.outs);
    }

    fn arm(&mut self, arm: &'p Arm, choice: &'p Choice, parent: usize) {
        let (title, taken_apart, asked) = match &arm.head {
            Head::Pattern(pattern, None) => (text(pattern), choice.scrutinee.as_ref(), None),
            Head::Pattern(pattern, Some(guard)) => {
                (format!("{} if {}", text(pattern), text(&guard.expr)), choice.scrutinee.as_ref(), Some(guard))
            }
            Head::Condition(condition) => (text(&condition.expr), Some(condition), Some(condition)),
            Head::Else => ("else".to_owned(), None, None),
        };
        for (_, var) in &arm.bindings {
            self.follow(Some(*var), taken_apart.into_iter().flat_map(vars));
        }
        asked.into_iter().for_each(|asked| self.written(asked, (parent, 0)));
        let node = self.node(parent, None, Kind::Arm(title));
        self.body(&arm.body, node);
    }

    fn limit(&mut self, limit: &'p Limit, parent: usize) {
        let node = self.node(parent, Some(limit.place), Kind::Timeout);
        self.written(&limit.time, (node, 0));
        self.body(&limit.body, node);
        self.give(&[&limit.body], &limit.outs);
    }

    fn retry(&mut self, retry: &'p Retry, parent: usize) {
        let node = self.node(parent, Some(retry.place), Kind::Retry);
        retry.backoff.iter().chain(&retry.when).for_each(|written| self.written(written, (node, 0)));
        self.body(&retry.body, node);
        self.give(&[&retry.body], &retry.outs);
    }

    fn recover(&mut self, recover: &'p Recover, parent: usize) {
        let node = self.node(parent, recover.place, Kind::Try);
        let tried = self.node(node, None, Kind::Group);
        self.body(&recover.body, tried);
        let other = self.node(node, None, Kind::Else);
        recover.error.map(|error| self.sources.insert(error, vec![Source::Made(tried, 0)]));
        self.body(&recover.recovery, other);
        self.give(&[&recover.body, &recover.recovery], &recover.outs);
    }
}

/// Returns the variables of an expression.
fn vars(written: &Written) -> Vec<VarId> {
    written.names.iter().map(|(_, read)| read.var).collect()
}

/// Returns tokens as the user wrote them.
pub(super) fn text(tokens: &impl ToTokens) -> String {
    readable(&tokens.to_token_stream())
}
