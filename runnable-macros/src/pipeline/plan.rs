//! A pipeline with every name resolved: what lowering needs, and nothing that can still be wrong.

use std::collections::HashSet;

use proc_macro2::{Ident, Span, TokenStream};
use syn::{Expr, Pat};

/// An index into [`Plan::vars`].
pub(super) type VarId = usize;
/// An index into [`Plan::places`].
pub(super) type PlaceId = usize;

/// A resolved pipeline.
#[derive(Default)]
pub(super) struct Plan {
    /// Every definition of every name.
    pub(super) vars: Vec<Var>,
    /// Every step, branch and map.
    pub(super) places: Vec<Place>,
    /// The variants of the event enum.
    pub(super) variants: Vec<Variant>,
    /// What runs.
    pub(super) body: Body,
    /// The names of [`Body::gives`], as seen from outside.
    pub(super) outputs: Vec<Ident>,
}

/// One definition of a name.
pub(super) struct Var {
    /// The name.
    pub(super) name: String,
    /// What defines it, and where errors about it point to.
    pub(super) span: Span,
    /// Its type, where it can be named.
    pub(super) ty: Option<TokenStream>,
    /// Whether it is a reference everywhere: a `&T` parameter of the pipeline, or a name that a pattern binds.
    pub(super) borrowed: bool,
    /// How many maps are around it.
    pub(super) depth: usize,
    /// Whether anything reads it.
    pub(super) read: bool,
    /// What tells it from a later definition of its name, where it is read beside that.
    pub(super) apart: Option<VarId>,
}

/// A segment of a path.
pub(super) struct Place {
    /// The segment.
    pub(super) name: String,
    /// Whether it carries the index of an item.
    pub(super) indexed: bool,
}

/// A variant of the event enum.
pub(super) struct Variant {
    /// In `UpperCamelCase`.
    pub(super) ident: Ident,
    /// The task.
    pub(super) task: TokenStream,
    /// The task's path as written, to tell tasks apart.
    pub(super) key: String,
}

/// A chain and what it gives its surroundings.
#[derive(Default)]
pub(super) struct Body {
    /// In the order in which they run.
    pub(super) stmts: Vec<Stmt>,
    /// By value, in order.
    pub(super) gives: Vec<Read>,
}

impl Body {
    /// The tasks and pipelines that are called, each once.
    pub(super) fn tasks(&self) -> Vec<TokenStream> {
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
                Stmt::Map(map) => map.body.collect(to),
                Stmt::Choice(choice) => choice.arms.iter().for_each(|arm| arm.body.collect(to)),
                Stmt::Repeat(repeat) => repeat.body.collect(to),
                Stmt::Recover(recover) => [&recover.body, &recover.recovery].iter().for_each(|body| body.collect(to)),
            }
        }
    }
}

/// A node.
pub(super) enum Stmt {
    /// A call of a task or a pipeline.
    Step(Step),
    /// A group.
    Group(Group),
    /// Branches at the same time.
    Parallel(Parallel),
    /// A body per item.
    Map(Box<Map>),
    /// One of several chains.
    Choice(Box<Choice>),
    /// A body per turn.
    Repeat(Box<Repeat>),
    /// A chain, and what stands in for it.
    Recover(Box<Recover>),
}

/// A call of a task or a pipeline.
pub(super) struct Step {
    /// The task's type.
    pub(super) task: TokenStream,
    /// The user's token.
    pub(super) span: Span,
    /// Its segment.
    pub(super) place: PlaceId,
    /// The variant of its events, where it has any.
    pub(super) variant: Option<usize>,
    /// In the order of its parameters.
    pub(super) args: Vec<Arg>,
    /// In the order of its returns; `None` where a name is dropped.
    pub(super) outs: Vec<Option<VarId>>,
}

/// A group.
pub(super) struct Group {
    /// Its segment, where it is named.
    pub(super) place: Option<PlaceId>,
    /// What runs.
    pub(super) body: Body,
    /// In the order of the body's names.
    pub(super) outs: Vec<Option<VarId>>,
}

/// Branches at the same time.
pub(super) struct Parallel {
    /// Its segment, where it is named.
    pub(super) place: Option<PlaceId>,
    /// In the order written.
    pub(super) branches: Vec<Group>,
}

/// A body per item.
pub(super) struct Map {
    /// Its segment.
    pub(super) place: PlaceId,
    /// The user's token.
    pub(super) span: Span,
    /// The items.
    pub(super) source: Value,
    /// How many at a time.
    pub(super) limit: Option<Written>,
    /// One item.
    pub(super) item: VarId,
    /// How many maps are around the body, itself included.
    pub(super) depth: usize,
    /// Names from outside that the body uses.
    pub(super) captures: Vec<VarId>,
    /// What runs.
    pub(super) body: Body,
    /// In the order of the body's names.
    pub(super) outs: Vec<Option<VarId>>,
}

/// One of several chains.
pub(super) struct Choice {
    /// Its segment, where it is named.
    pub(super) place: Option<PlaceId>,
    /// The user's word.
    pub(super) span: Span,
    /// What is matched; nothing where conditions decide.
    pub(super) scrutinee: Option<Written>,
    /// In the order in which they are tried.
    pub(super) arms: Vec<Arm>,
    /// In the order of every arm's names.
    pub(super) outs: Vec<Option<VarId>>,
}

/// What runs where its head applies.
pub(super) struct Arm {
    /// When.
    pub(super) head: Head,
    /// The user's last token in it.
    pub(super) end: Span,
    /// The names that its pattern binds.
    pub(super) bindings: Vec<(Ident, VarId)>,
    /// What runs.
    pub(super) body: Body,
}

/// When an arm runs.
pub(super) enum Head {
    /// `pat if guard`.
    Pattern(Box<Pat>, Option<Written>),
    /// A condition, which may bind by `let`.
    Condition(Written),
    /// Where no condition holds.
    Else,
}

/// A body per turn.
pub(super) struct Repeat {
    /// Its own segment.
    pub(super) place: PlaceId,
    /// The segment of its turns.
    pub(super) turns: PlaceId,
    /// The user's word.
    pub(super) span: Span,
    /// How often at most.
    pub(super) max: Written,
    /// The number of the turn.
    pub(super) index: Option<VarId>,
    /// What a turn takes over from the one before.
    pub(super) carried: Vec<Carried>,
    /// The first variable of its own: all before come from outside.
    pub(super) first: VarId,
    /// What runs.
    pub(super) body: Body,
    /// When to stop.
    pub(super) until: Written,
    /// In the order of the body's names.
    pub(super) outs: Vec<Option<VarId>>,
}

/// A name that a turn takes over from the one before.
pub(super) struct Carried {
    /// In the body.
    pub(super) var: VarId,
    /// What the first turn gets.
    pub(super) initial: Read,
    /// What the next turn gets.
    pub(super) next: Read,
}

/// A chain, and what stands in for it.
pub(super) struct Recover {
    /// Its segment, where it is named.
    pub(super) place: Option<PlaceId>,
    /// The user's word.
    pub(super) span: Span,
    /// What runs.
    pub(super) body: Body,
    /// The error.
    pub(super) error: Option<VarId>,
    /// What runs where it failed.
    pub(super) recovery: Body,
    /// In the order of both bodies' names.
    pub(super) outs: Vec<Option<VarId>>,
}

/// An argument of a step.
pub(super) struct Arg {
    /// The parameter.
    pub(super) name: String,
    /// Whether the step takes a reference.
    pub(super) borrowed: bool,
    /// What it gets.
    pub(super) value: Value,
}

/// Where a value comes from.
pub(super) enum Value {
    /// A name.
    Read(Read),
    /// An expression.
    Written(Written),
}

/// A use of a name.
pub(super) struct Read {
    /// The name.
    pub(super) var: VarId,
    /// Whether the variable holds a reference here: it comes from outside a map.
    pub(super) by_ref: bool,
    /// Who reads, as a type.
    pub(super) reader: TokenStream,
    /// Where errors about it point to.
    pub(super) span: Span,
    /// How it is passed.
    pub(super) mode: Mode,
}

/// How a name is passed.
pub(super) enum Mode {
    /// `&x`.
    Borrow,
    /// `x`: the last reader.
    Move,
    /// A copy, because of this later reader.
    Clone(TokenStream),
}

/// A user's expression.
pub(super) struct Written {
    /// As written.
    pub(super) expr: Expr,
    /// What is compiled: the same, where `*name` may be written whether the name is a reference or a value.
    pub(super) code: Box<Expr>,
    /// The names that occur in it, each once, with the token that occurs.
    pub(super) names: Vec<(Ident, Read)>,
}
