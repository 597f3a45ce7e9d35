//! The syntax tree of `pipeline!`, of which every production but the steps can contain chains.

use super::{outputs::Outputs, step::Step};
use crate::util::{delay::Delay, retry::Retry};
use proc_macro2::{Ident, Span};
use std::collections::HashSet;
use syn::{Expr, Pat, Path};

/// Nodes that run one after the other; none of them passes through.
#[derive(Default)]
pub(crate) struct Chain {
    /// In the order in which they run.
    pub(crate) nodes: Vec<Node>,
}

/// One link of a chain: `name: kind -> [outputs]`.
pub(crate) struct Node {
    /// The node's own name.
    pub(crate) name: Option<Ident>,
    /// The step or composite.
    pub(crate) kind: Kind,
    /// The full list of outputs, if a list is written.
    pub(crate) outputs: Option<Outputs>,
}

/// A step or a composite.
pub(crate) enum Kind {
    /// A task or another pipeline.
    Step(Step),
    /// Branches at the same time.
    Parallel(Parallel),
    /// Branches of which the first that succeeds counts.
    Race(Race),
    /// A chain for each item.
    Map(Map),
    /// `{ a >> b }`.
    Group(Chain),
    /// One of several chains.
    Choice(Box<Choice>),
    /// A chain that runs until a condition holds.
    Repeat(Box<Repeat>),
    /// A chain, and the chain that runs if the first fails.
    Recover(Recover),
    /// A node with a policy.
    Policy(Box<Policy>),
    /// A mistake, which ends the chain.
    Broken(Box<Broken>),
}

/// A mistake, and the steps that could be saved from it: they keep their variants in the event enum.
pub(crate) struct Broken {
    /// The mistake.
    pub(crate) error: syn::Error,
    /// The steps.
    pub(crate) saved: Chain,
}

/// `#[timeout("30s")] name: node`: a node with a policy.
pub(crate) struct Policy {
    /// The word `timeout` or `retry`.
    pub(crate) word: Ident,
    /// The policy.
    pub(crate) rule: Rule,
    /// `true` if another policy is around it.
    pub(crate) within: bool,
    /// The node, without its name: the whole has it.
    pub(crate) node: Node,
}

/// A policy of a node.
pub(crate) enum Rule {
    /// `#[timeout("30s")]`: its time is limited.
    Timeout(Delay),
    /// `#[retry(3)]`: it is tried again if it fails.
    Retry(Retry),
}

/// `parallel { es: a, fr: b >> c }`: branches that run at the same time.
pub(crate) struct Parallel {
    /// In the order written.
    pub(crate) branches: Vec<Branch>,
}

/// `race { a, b: c >> d }`: branches of which the first that succeeds counts.
pub(crate) struct Race {
    /// The word itself.
    pub(crate) span: Span,
    /// In the order written.
    pub(crate) branches: Vec<Contender>,
}

/// A branch of a `race`.
pub(crate) struct Contender {
    /// Its first token, at which errors about it point.
    pub(crate) span: Span,
    /// The branch.
    pub(crate) branch: Branch,
}

/// `label: a >> b`.
pub(crate) struct Branch {
    /// Its segment in the paths of its steps.
    pub(crate) label: Option<Ident>,
    /// The steps.
    pub(crate) chain: Chain,
}

/// `map(items as item, index as i, limit = 8, on_error = collect) { a >> b }`: a chain that runs once for each item.
pub(crate) struct Map {
    /// The word itself.
    pub(crate) span: Span,
    /// The collection.
    pub(crate) source: Source,
    /// One item.
    pub(crate) item: Each,
    /// The name of its index.
    pub(crate) index: Option<Ident>,
    /// The highest number of items at the same time.
    pub(crate) limit: Option<Expr>,
    /// `true` if the failures of items are collected.
    pub(crate) collects: bool,
    /// The steps.
    pub(crate) body: Chain,
}

/// The collection of a `map`.
pub(crate) enum Source {
    /// A name of the pipeline, or of the scope around it.
    Name(Ident),
    /// `(expression)`.
    Written(Box<Expr>),
}

/// An item of a `map`.
pub(crate) enum Each {
    /// A name.
    Name(Ident),
    /// A pattern that takes it apart.
    Pattern(Box<Pat>),
}

/// `match expr { pat => a, _ => {} }` or `if expr { a } else { b }`: one of several chains.
pub(crate) struct Choice {
    /// The word itself.
    pub(crate) span: Span,
    /// The matched expression; `None` for an `if`.
    pub(crate) scrutinee: Option<Expr>,
    /// In the order in which they are tried; an `if` without `else` has an empty `else`.
    pub(crate) arms: Vec<Arm>,
}

/// A chain that runs if its head applies.
pub(crate) struct Arm {
    /// The pattern or condition.
    pub(crate) head: Head,
    /// The steps.
    pub(crate) chain: Chain,
    /// The span of errors about it.
    pub(crate) span: Span,
    /// Its last token: rustc proposes further arms behind it.
    pub(crate) end: Span,
}

/// The pattern or condition of an arm.
pub(crate) enum Head {
    /// `pat if guard =>`.
    Pattern(Box<Pat>, Option<Box<Expr>>),
    /// `if condition`.
    Condition(Box<Expr>),
    /// `else`.
    Else,
}

/// `repeat(max = 5, index as iteration) { a >> b } until(expr)`: a chain that runs until a condition holds.
pub(crate) struct Repeat {
    /// The word itself.
    pub(crate) word: Ident,
    /// The highest number of iterations.
    pub(crate) max: Expr,
    /// The name of the number of the iteration.
    pub(crate) index: Option<Ident>,
    /// The steps.
    pub(crate) body: Chain,
    /// The condition that ends it.
    pub(crate) until: Expr,
}

/// `try { a } else |error| { b }`: a chain, and the chain that runs if the first fails.
pub(crate) struct Recover {
    /// The word itself.
    pub(crate) span: Span,
    /// The steps.
    pub(crate) body: Chain,
    /// The name of the error.
    pub(crate) error: Option<Ident>,
    /// The span of `else`.
    pub(crate) other: Span,
    /// The steps that run if the others fail.
    pub(crate) recovery: Chain,
}

/// The delimiters around a chain, which decide where it ends.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Block {
    /// `{ .. }`, or nothing.
    Braces,
    /// `<..>`: a `>` ends it, while `>>` sequences.
    Angles,
}

impl Node {
    /// Visits the node and every node in it.
    pub(crate) fn each<'c>(&'c self, visit: &mut impl FnMut(&'c Self)) {
        visit(self);
        match &self.kind {
            Kind::Step(_) => {}
            Kind::Parallel(parallel) => parallel.branches.iter().for_each(|branch| branch.chain.each(visit)),
            Kind::Race(race) => race.branches.iter().for_each(|one| one.branch.chain.each(visit)),
            Kind::Map(map) => map.body.each(visit),
            Kind::Group(chain) => chain.each(visit),
            Kind::Choice(choice) => choice.arms.iter().for_each(|arm| arm.chain.each(visit)),
            Kind::Repeat(repeat) => repeat.body.each(visit),
            Kind::Recover(recover) => {
                recover.body.each(visit);
                recover.recovery.each(visit);
            }
            Kind::Policy(policy) => policy.node.each(visit),
            Kind::Broken(broken) => broken.saved.each(visit),
        }
    }
}

impl Chain {
    /// Returns the distinct paths of all steps, in the order of their first use.
    pub(crate) fn paths(&self) -> Vec<&Path> {
        let (mut paths, mut seen) = (Vec::new(), HashSet::new());
        self.steps(&mut |step| {
            if seen.insert(step.key()) {
                paths.push(&step.path);
            }
        });
        paths
    }

    /// Returns every mistake, as one error.
    pub(crate) fn error(&self) -> Option<syn::Error> {
        let mut all: Option<syn::Error> = None;
        self.each(&mut |node| {
            if let Kind::Broken(broken) = &node.kind {
                match &mut all {
                    Some(all) => all.combine(broken.error.clone()),
                    None => all = Some(broken.error.clone()),
                }
            }
        });
        all
    }

    /// Visits every step, in the order in which they are written.
    pub(crate) fn steps<'c>(&'c self, visit: &mut impl FnMut(&'c Step)) {
        self.each(&mut |node| {
            if let Kind::Step(step) = &node.kind {
                visit(step);
            }
        });
    }

    /// Visits every node, in the order in which they are written.
    pub(crate) fn each<'c>(&'c self, visit: &mut impl FnMut(&'c Node)) {
        self.nodes.iter().for_each(|node| node.each(visit));
    }

    /// Returns the step of a chain that is a single step.
    pub(crate) fn single(&self) -> Option<(&Node, &Step)> {
        match self.nodes.as_slice() {
            [node] => match &node.kind {
                Kind::Step(step) => Some((node, step)),
                _ => None,
            },
            _ => None,
        }
    }
}
