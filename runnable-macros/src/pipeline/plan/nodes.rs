//! The nodes of a plan.

use super::{PlaceId, Read, VarId, Written};
use crate::util;
use proc_macro2::{Ident, Span, TokenStream};
use std::{collections::HashSet, ops::Range};
use syn::Pat;

/// Nodes that run one after the other, and the values that they pass to their surroundings.
#[derive(Default)]
pub(crate) struct Body {
    /// In the order in which they run.
    pub(crate) stmts: Vec<Stmt>,
    /// By value, in order.
    pub(crate) gives: Vec<Read>,
}

impl Body {
    /// Returns the tasks and pipelines that are called, each once.
    pub(crate) fn tasks(&self) -> Vec<TokenStream> {
        let (mut all, mut seen) = (Vec::new(), HashSet::new());
        self.collect(&mut all);
        all.retain(|task: &TokenStream| seen.insert(task.to_string()));
        all
    }

    fn collect(&self, to: &mut Vec<TokenStream>) {
        for stmt in &self.stmts {
            match stmt {
                Stmt::Step(step) => to.push(step.task.clone()),
                Stmt::Group(group) => group.body.collect(to),
                Stmt::Parallel(parallel) => parallel.branches.iter().for_each(|branch| branch.body.collect(to)),
                Stmt::Race(race) => race.branches.iter().for_each(|branch| branch.body.collect(to)),
                Stmt::Map(map) => map.body.collect(to),
                Stmt::Choice(choice) => choice.arms.iter().for_each(|arm| arm.body.collect(to)),
                Stmt::Repeat(repeat) => repeat.body.collect(to),
                Stmt::Limit(limit) => limit.body.collect(to),
                Stmt::Retry(retry) => retry.body.collect(to),
                Stmt::Recover(recover) => [&recover.body, &recover.recovery].iter().for_each(|body| body.collect(to)),
            }
        }
    }
}

/// A node.
pub(crate) enum Stmt {
    /// A call of a task or a pipeline.
    Step(Step),
    /// Nodes under a common name.
    Group(Group),
    /// Branches at the same time.
    Parallel(Parallel),
    /// Branches of which the first that succeeds counts.
    Race(Race),
    /// A body for each item.
    Map(Box<Map>),
    /// One of several bodies.
    Choice(Box<Choice>),
    /// A body for each iteration.
    Repeat(Box<Repeat>),
    /// A body whose time is limited.
    Limit(Box<Limit>),
    /// A body that is tried again if it fails.
    Retry(Box<Retry>),
    /// A body, and the body that runs if the first fails.
    Recover(Box<Recover>),
}

/// A call of a task or a pipeline.
pub(crate) struct Step {
    /// The task's type.
    pub(crate) task: TokenStream,
    /// The user's token.
    pub(crate) span: Span,
    /// Its segment.
    pub(crate) place: PlaceId,
    /// The variant of its events, if it has any.
    pub(crate) variant: Option<usize>,
    /// In the order of its parameters.
    pub(crate) args: Vec<Arg>,
    /// The names of its returns.
    pub(crate) returns: Vec<String>,
    /// In the order of its returns; `None` for a return that is dropped.
    pub(crate) outs: Vec<Option<VarId>>,
}

/// An argument of a step.
pub(crate) struct Arg {
    /// The parameter.
    pub(crate) name: String,
    /// `true` if the step takes a reference.
    pub(crate) borrowed: bool,
    /// The value.
    pub(crate) value: Value,
}

/// The source of a value.
pub(crate) enum Value {
    /// A name.
    Read(Read),
    /// An expression.
    Written(Written),
}

/// Nodes under a common name.
pub(crate) struct Group {
    /// Its segment, if it has a name.
    pub(crate) place: Option<PlaceId>,
    /// The nodes.
    pub(crate) body: Body,
    /// In the order of the body's outputs.
    pub(crate) outs: Vec<Option<VarId>>,
}

/// Branches at the same time.
pub(crate) struct Parallel {
    /// Its segment, if it has a name.
    pub(crate) place: Option<PlaceId>,
    /// In the order written.
    pub(crate) branches: Vec<Group>,
}

/// Branches of which the first that succeeds counts.
pub(crate) struct Race {
    /// Its segment, if it has a name.
    pub(crate) place: Option<PlaceId>,
    /// Its number among the choices of the pipeline.
    pub(crate) number: u32,
    /// The user's word.
    pub(crate) span: Span,
    /// In the order written.
    pub(crate) branches: Vec<Contender>,
    /// In the order of every branch's outputs.
    pub(crate) outs: Vec<Option<VarId>>,
}

/// A branch of a `race`. It is a single step, or has a label.
pub(crate) struct Contender {
    /// Its segment, if it has a label.
    pub(crate) label: Option<PlaceId>,
    /// The segment and the task, if it is a single step.
    pub(crate) single: Option<(PlaceId, TokenStream)>,
    /// The nodes.
    pub(crate) body: Body,
}

/// A body for each item.
pub(crate) struct Map {
    /// Its segment.
    pub(crate) place: PlaceId,
    /// The user's token.
    pub(crate) span: Span,
    /// The collection.
    pub(crate) source: Value,
    /// The highest number of items at the same time.
    pub(crate) limit: Option<Written>,
    /// One item.
    pub(crate) item: Each,
    /// Its index.
    pub(crate) index: Option<VarId>,
    /// The number of `map`s around the body, this one included.
    pub(crate) depth: usize,
    /// Names from outside that the body uses.
    pub(crate) captures: Vec<VarId>,
    /// `None` if the first failure ends the map.
    pub(crate) collects: Option<Tried>,
    /// The nodes.
    pub(crate) body: Body,
    /// In the order of the body's outputs.
    pub(crate) outs: Vec<Option<VarId>>,
}

/// An item of a `map`.
pub(crate) enum Each {
    /// A name.
    Name(VarId),
    /// A pattern, and the names that it binds.
    Pattern(Box<Pat>, Vec<(Ident, VarId)>),
}

impl Each {
    /// Returns the variables of the item.
    pub(crate) fn vars(&self) -> Vec<VarId> {
        match self {
            Self::Name(var) => vec![*var],
            Self::Pattern(_, bindings) => bindings.iter().map(|(_, var)| *var).collect(),
        }
    }
}

/// One of several bodies.
pub(crate) struct Choice {
    /// Its segment, if it has a name.
    pub(crate) place: Option<PlaceId>,
    /// Its number in the pipeline.
    pub(crate) number: u32,
    /// The user's word.
    pub(crate) span: Span,
    /// The matched expression; `None` for an `if`.
    pub(crate) scrutinee: Option<Written>,
    /// In the order in which they are tried.
    pub(crate) arms: Vec<Arm>,
    /// In the order of every arm's outputs.
    pub(crate) outs: Vec<Option<VarId>>,
}

/// A body that runs if its head applies.
pub(crate) struct Arm {
    /// The pattern or condition.
    pub(crate) head: Head,
    /// The user's last token in it.
    pub(crate) end: Span,
    /// The names that its pattern binds.
    pub(crate) bindings: Vec<(Ident, VarId)>,
    /// The nodes.
    pub(crate) body: Body,
}

/// The pattern or condition of an arm.
pub(crate) enum Head {
    /// `pat if guard`.
    Pattern(Box<Pat>, Option<Written>),
    /// A condition, which may bind by `let`.
    Condition(Written),
    /// No condition holds.
    Else,
}

/// A body for each iteration.
pub(crate) struct Repeat {
    /// Its own segment.
    pub(crate) place: PlaceId,
    /// The segment of its iterations.
    pub(crate) iterations: PlaceId,
    /// The user's word.
    pub(crate) span: Span,
    /// The highest number of iterations.
    pub(crate) max: Written,
    /// The number of the iteration.
    pub(crate) index: Option<VarId>,
    /// The values that an iteration passes to the next.
    pub(crate) carried: Vec<Carried>,
    /// The first variable of its own: all before come from outside.
    pub(crate) first: VarId,
    /// The nodes.
    pub(crate) body: Body,
    /// The condition that ends it.
    pub(crate) until: Written,
    /// In the order of the body's outputs.
    pub(crate) outs: Vec<Option<VarId>>,
}

/// A body whose time is limited.
pub(crate) struct Limit {
    /// Its own segment.
    pub(crate) place: PlaceId,
    /// The user's word.
    pub(crate) span: Span,
    /// The most time that it may take.
    pub(crate) time: Written,
    /// The nodes.
    pub(crate) body: Body,
    /// In the order of the body's outputs.
    pub(crate) outs: Vec<Option<VarId>>,
}

/// A body that is tried again if it fails.
pub(crate) struct Retry {
    /// Its own segment.
    pub(crate) place: PlaceId,
    /// The user's word.
    pub(crate) span: Span,
    /// The options.
    pub(crate) options: util::retry::Retry,
    /// The delays between attempts, if they are an expression.
    pub(crate) backoff: Option<Written>,
    /// The predicate that selects the errors.
    pub(crate) when: Option<Written>,
    /// The first variable of its own: all before come from outside.
    pub(crate) first: VarId,
    /// The nodes.
    pub(crate) body: Body,
    /// In the order of the body's outputs.
    pub(crate) outs: Vec<Option<VarId>>,
}

/// A value that an iteration passes to the next.
pub(crate) struct Carried {
    /// In the body.
    pub(crate) var: VarId,
    /// The value of the first iteration.
    pub(crate) initial: Read,
    /// The value of the next iteration.
    pub(crate) next: Read,
}

/// The parts of a body whose failure does not end the run.
pub(crate) struct Tried {
    /// The places in it.
    pub(crate) places: Range<PlaceId>,
    /// The number in the pipeline of what runs it, and those of the choices in it.
    pub(crate) choices: Range<u32>,
}

/// A body, and the body that runs if the first fails.
pub(crate) struct Recover {
    /// Its segment, if it has a name.
    pub(crate) place: Option<PlaceId>,
    /// The user's word.
    pub(crate) span: Span,
    /// The nodes that may fail.
    pub(crate) body: Body,
    /// Their places and choices.
    pub(crate) tried: Tried,
    /// The error.
    pub(crate) error: Option<VarId>,
    /// The nodes that run if the others fail.
    pub(crate) recovery: Body,
    /// In the order of both bodies' outputs.
    pub(crate) outs: Vec<Option<VarId>>,
}
