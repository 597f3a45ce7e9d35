//! Moves and copies of values, decided in a walk from the last node to the first.

use super::plan::{
    Arg, Body, Choice, Head, Map, Mode, Plan, Race, Read, Recover, Repeat, Retry, Stmt, Value, VarId, Written,
};
use proc_macro2::TokenStream;
use std::collections::HashMap;

/// The names that are read later, each with its reader.
type Live = HashMap<VarId, TokenStream>;

/// Decides for each use of a name whether it borrows, moves or copies, and marks the names that are read.
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
        Stmt::Parallel(parallel) => {
            branches(parallel.branches.iter_mut().map(|branch| &mut branch.body).collect(), live);
        }
        Stmt::Race(race) => contenders(race, live),
        Stmt::Map(map) => items(map, live),
        Stmt::Choice(choice) => arms(choice, live),
        Stmt::Repeat(repeat) => turns(repeat, live),
        Stmt::Limit(limit) => {
            body(&mut limit.body, live);
            borrow(&mut limit.time, live);
        }
        Stmt::Retry(retry) => tries(retry, live),
        Stmt::Recover(recover) => attempts(recover, live),
    }
}

/// The arguments that a call borrows are in use while the others are moved.
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

/// A branch may move only values that no other branch reads.
fn branches(bodies: Vec<&mut Body>, live: &mut Live) {
    let used: Vec<Live> = bodies
        .iter()
        .map(|body| {
            let mut used = Live::new();
            uses(body, &mut used);
            used
        })
        .collect();
    let mut readers: HashMap<VarId, Vec<usize>> = HashMap::new();
    for (i, names) in used.iter().enumerate() {
        names.keys().for_each(|id| readers.entry(*id).or_default().push(i));
    }
    for (i, branch) in bodies.into_iter().enumerate() {
        let mut after = live.clone();
        for id in used.get(i).into_iter().flat_map(HashMap::keys) {
            let other = readers.get(id).and_then(|all| all.iter().find(|other| **other != i));
            if let Some(reader) = other.and_then(|other| used.get(*other)?.get(id)) {
                after.entry(*id).or_insert_with(|| reader.clone());
            }
        }
        body(branch, &mut after);
    }
    used.into_iter().for_each(|names| live.extend(names));
}

/// All branches run, though only one of them returns its values.
fn contenders(race: &mut Race, live: &mut Live) {
    prune(&mut race.outs, race.branches.iter_mut().map(|branch| &mut branch.body), live);
    branches(race.branches.iter_mut().map(|branch| &mut branch.body).collect(), live);
}

/// The body only borrows from its surroundings; the collection is read before.
fn items(map: &mut Map, live: &mut Live) {
    body(&mut map.body, &mut Live::new());
    let mut used = Live::new();
    uses(&map.body, &mut used);
    // Outputs of alternatives that nothing reads have been dropped by now.
    map.captures.retain(|id| used.contains_key(id));
    live.extend(map.captures.iter().filter_map(|id| used.get(id).map(|reader| (*id, reader.clone()))));
    if let Some(limit) = &mut map.limit {
        borrow(limit, live);
    }
    match &mut map.source {
        Value::Read(read) => take(read, live),
        Value::Written(written) => borrow(written, live),
    }
}

/// Only one arm runs: each may move values that nothing reads later.
fn arms(choice: &mut Choice, live: &mut Live) {
    let Choice { scrutinee, arms, outs, .. } = choice;
    prune(outs, arms.iter_mut().map(|arm| &mut arm.body), live);
    let mut before = Live::new();
    for arm in &mut *arms {
        let mut after = live.clone();
        // The names of a pattern may refer to the matched value.
        if !arm.bindings.is_empty() {
            scrutinee.iter().for_each(|matched| mentions(matched, &mut after));
            if let Head::Condition(condition) = &arm.head {
                mentions(condition, &mut after);
            }
        }
        body(&mut arm.body, &mut after);
        before.extend(after);
    }
    live.extend(before);
    for arm in arms {
        match &mut arm.head {
            Head::Pattern(_, Some(written)) | Head::Condition(written) => borrow(written, live),
            Head::Pattern(_, None) | Head::Else => {}
        }
    }
    scrutinee.iter_mut().for_each(|matched| borrow(matched, live));
}

/// An iteration may move the values that it received, but not those that the next iteration reads from outside.
fn turns(repeat: &mut Repeat, live: &mut Live) {
    prune(&mut repeat.outs, std::iter::once(&mut repeat.body), live);
    let mut outside = Live::new();
    uses(&repeat.body, &mut outside);
    mentions(&repeat.until, &mut outside);
    repeat.carried.iter().for_each(|carried| note(&carried.next, &mut outside));
    outside.retain(|id, _| *id < repeat.first);

    // The last iteration returns its values; every other iteration passes them on.
    let mut end = live.clone();
    end.extend(outside);
    let mut over = end.clone();
    repeat.body.gives.iter_mut().rev().for_each(|read| take(read, &mut end));
    repeat.carried.iter_mut().rev().for_each(|carried| take(&mut carried.next, &mut over));
    end.extend(over);
    borrow(&mut repeat.until, &mut end);
    repeat.body.stmts.iter_mut().rev().for_each(|stmt| node(stmt, &mut end));
    live.extend(end);
    repeat.carried.iter_mut().rev().for_each(|carried| take(&mut carried.initial, live));
    borrow(&mut repeat.max, live);
}

/// An attempt may move the values of its own steps, but not those that the next attempt reads from outside.
fn tries(retry: &mut Retry, live: &mut Live) {
    let mut outside = Live::new();
    uses(&retry.body, &mut outside);
    outside.retain(|id, _| *id < retry.first);
    live.extend(outside);
    body(&mut retry.body, live);
    retry.backoff.iter_mut().chain(&mut retry.when).for_each(|written| borrow(written, live));
}

/// The body may fail at any point, and the recovery reads its values after that.
fn attempts(recover: &mut Recover, live: &mut Live) {
    let Recover { body: tried, recovery, outs, .. } = recover;
    prune(outs, [&mut *tried, &mut *recovery].into_iter(), live);
    let mut after = live.clone();
    body(recovery, &mut after);
    live.extend(after);
    body(tried, live);
}

/// Drops outputs of alternative bodies that nothing reads, since they need not have the same type in all bodies.
fn prune<'b>(outs: &mut Vec<Option<VarId>>, bodies: impl Iterator<Item = &'b mut Body>, live: &Live) {
    let kept: Vec<_> = outs.iter().map(|out| out.is_some_and(|id| live.contains_key(&id))).collect();
    for body in bodies {
        let mut kept = kept.iter();
        body.gives.retain(|_| kept.next().is_none_or(|kept| *kept));
    }
    let mut kept = kept.iter();
    outs.retain(|_| kept.next().is_none_or(|kept| *kept));
}

/// Passes by value: a move, unless the value is read later.
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

/// Collects every name that a chain reads, including its own.
pub(super) fn uses(of: &Body, to: &mut HashMap<VarId, TokenStream>) {
    of.stmts.iter().for_each(|stmt| reads(stmt, &mut |read| note(read, to)));
    of.gives.iter().for_each(|read| note(read, to));
}

/// Visits every use of a name in a node.
pub(super) fn reads(stmt: &Stmt, visit: &mut dyn FnMut(&Read)) {
    match stmt {
        Stmt::Step(step) => step.args.iter().for_each(|arg| value(&arg.value, visit)),
        Stmt::Group(group) => of_body(&group.body, visit),
        Stmt::Parallel(parallel) => parallel.branches.iter().for_each(|branch| of_body(&branch.body, visit)),
        Stmt::Race(race) => race.branches.iter().for_each(|branch| of_body(&branch.body, visit)),
        Stmt::Map(map) => {
            value(&map.source, visit);
            map.limit.iter().for_each(|limit| written(limit, visit));
            of_body(&map.body, visit);
        }
        Stmt::Choice(choice) => {
            choice.scrutinee.iter().for_each(|matched| written(matched, visit));
            for arm in &choice.arms {
                match &arm.head {
                    Head::Pattern(_, Some(guard)) | Head::Condition(guard) => written(guard, visit),
                    Head::Pattern(_, None) | Head::Else => {}
                }
                of_body(&arm.body, visit);
            }
        }
        Stmt::Repeat(repeat) => {
            written(&repeat.max, visit);
            repeat.carried.iter().for_each(|carried| {
                visit(&carried.initial);
                visit(&carried.next);
            });
            of_body(&repeat.body, visit);
            written(&repeat.until, visit);
        }
        Stmt::Limit(limit) => {
            written(&limit.time, visit);
            of_body(&limit.body, visit);
        }
        Stmt::Retry(retry) => {
            retry.backoff.iter().chain(&retry.when).for_each(|option| written(option, visit));
            of_body(&retry.body, visit);
        }
        Stmt::Recover(recover) => {
            of_body(&recover.body, visit);
            of_body(&recover.recovery, visit);
        }
    }
}

fn of_body(body: &Body, visit: &mut dyn FnMut(&Read)) {
    body.stmts.iter().for_each(|stmt| reads(stmt, visit));
    body.gives.iter().for_each(visit);
}

fn value(of: &Value, visit: &mut dyn FnMut(&Read)) {
    match of {
        Value::Read(read) => visit(read),
        Value::Written(expr) => written(expr, visit),
    }
}

fn written(of: &Written, visit: &mut dyn FnMut(&Read)) {
    of.names.iter().for_each(|(_, read)| visit(read));
}

/// Collects every name that an expression reads.
pub(super) fn mentions(of: &Written, to: &mut Live) {
    of.names.iter().for_each(|(_, read)| note(read, to));
}

fn note(read: &Read, to: &mut Live) {
    to.entry(read.var).or_insert_with(|| read.reader.clone());
}
