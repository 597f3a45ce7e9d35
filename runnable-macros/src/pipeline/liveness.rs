//! Who moves a value and who copies it: a walk from the last node to the first.

use super::plan::{Arg, Body, Map, Mode, Parallel, Plan, Read, Stmt, Value, VarId, Written};
use proc_macro2::TokenStream;
use std::collections::HashMap;

/// Names that something later reads, with the reader.
type Live = HashMap<VarId, TokenStream>;

/// Decides how every name is passed, and marks the names that are read.
pub(super) fn settle(plan: &mut Plan) {
    let mut live = Live::new();
    body(&mut plan.body, &mut live);
    let mut read = Live::new();
    uses(&plan.body, &mut read);
    for id in read.into_keys() {
        if let Some(var) = plan.vars.get_mut(id) {
            var.read = true;
        }
    }
}

fn body(of: &mut Body, live: &mut Live) {
    of.gives.iter_mut().rev().for_each(|read| take(read, live));
    of.stmts.iter_mut().rev().for_each(|stmt| node(stmt, live));
}

fn node(stmt: &mut Stmt, live: &mut Live) {
    match stmt {
        Stmt::Step(step) => args(&mut step.args, live),
        Stmt::Group(group) => body(&mut group.body, live),
        Stmt::Parallel(parallel) => branches(parallel, live),
        Stmt::Map(map) => items(map, live),
    }
}

/// What one call borrows is in use while its values are passed.
fn args(args: &mut [Arg], live: &mut Live) {
    for arg in &mut *args {
        match &mut arg.value {
            Value::Read(read) if arg.borrowed => lend(read, live),
            Value::Written(written) => borrow(written, live),
            Value::Read(_) => {}
        }
    }
    for arg in args.iter_mut().rev().filter(|arg| !arg.borrowed) {
        if let Value::Read(read) = &mut arg.value {
            take(read, live);
        }
    }
}

/// A branch may move only what no other branch reads.
fn branches(parallel: &mut Parallel, live: &mut Live) {
    let used: Vec<Live> = parallel
        .branches
        .iter()
        .map(|branch| {
            let mut used = Live::new();
            uses(&branch.body, &mut used);
            used
        })
        .collect();
    let mut readers: HashMap<VarId, Vec<usize>> = HashMap::new();
    for (i, names) in used.iter().enumerate() {
        names.keys().for_each(|id| readers.entry(*id).or_default().push(i));
    }
    for (i, branch) in parallel.branches.iter_mut().enumerate() {
        let mut after = live.clone();
        for id in used.get(i).into_iter().flat_map(HashMap::keys) {
            let other = readers.get(id).and_then(|all| all.iter().find(|other| **other != i));
            if let Some(reader) = other.and_then(|other| used.get(*other)?.get(id)) {
                after.entry(*id).or_insert_with(|| reader.clone());
            }
        }
        body(&mut branch.body, &mut after);
    }
    used.into_iter().for_each(|names| live.extend(names));
}

/// The body only borrows what is around it; the source is read before.
fn items(map: &mut Map, live: &mut Live) {
    body(&mut map.body, &mut Live::new());
    let mut used = Live::new();
    uses(&map.body, &mut used);
    live.extend(map.captures.iter().filter_map(|id| used.get(id).map(|reader| (*id, reader.clone()))));
    if let Some(limit) = &mut map.limit {
        borrow(limit, live);
    }
    match &mut map.source {
        Value::Read(read) => take(read, live),
        Value::Written(written) => borrow(written, live),
    }
}

/// Passes by value: a move, unless somebody reads it later.
fn take(read: &mut Read, live: &mut Live) {
    let later = live.get(&read.var);
    read.mode = match later {
        Some(later) => Mode::Clone(later.clone()),
        None if read.by_ref => Mode::Clone(read.reader.clone()),
        None => Mode::Move,
    };
    live.insert(read.var, read.reader.clone());
}

fn lend(read: &mut Read, live: &mut Live) {
    read.mode = Mode::Borrow;
    live.insert(read.var, read.reader.clone());
}

fn borrow(written: &mut Written, live: &mut Live) {
    written.names.iter_mut().for_each(|(_, read)| lend(read, live));
}

/// All that a chain reads, its own names included.
pub(super) fn uses(of: &Body, to: &mut HashMap<VarId, TokenStream>) {
    for stmt in &of.stmts {
        match stmt {
            Stmt::Step(step) => step.args.iter().for_each(|arg| value(&arg.value, to)),
            Stmt::Group(group) => uses(&group.body, to),
            Stmt::Parallel(parallel) => parallel.branches.iter().for_each(|branch| uses(&branch.body, to)),
            Stmt::Map(map) => {
                value(&map.source, to);
                map.limit.iter().for_each(|limit| written(limit, to));
                uses(&map.body, to);
            }
        }
    }
    of.gives.iter().for_each(|read| note(read, to));
}

fn value(of: &Value, to: &mut Live) {
    match of {
        Value::Read(read) => note(read, to),
        Value::Written(expr) => written(expr, to),
    }
}

fn written(of: &Written, to: &mut Live) {
    of.names.iter().for_each(|(_, read)| note(read, to));
}

fn note(read: &Read, to: &mut Live) {
    to.entry(read.var).or_insert_with(|| read.reader.clone());
}
