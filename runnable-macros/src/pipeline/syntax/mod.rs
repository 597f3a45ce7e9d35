//! The syntax of `pipeline!`. One production a file, each parsing itself; no name is looked up here.
//!
//! The types are in `tree`, since they contain each other.

mod chain;
mod choice;
mod foreign;
mod input;
mod item;
mod map;
mod outputs;
mod parallel;
mod parameter;
mod pattern;
mod policy;
mod race;
mod recover;
mod repeat;
mod step;
mod tree;
mod value;

pub(super) use input::{Form, Input};
pub(super) use item::Item;
pub(super) use outputs::Outputs;
pub(super) use parameter::Parameter;
pub(super) use pattern::{bindings, is_field};
pub(super) use step::Step;
pub(super) use tree::{
    Arm, Branch, Chain, Choice, Contender, Each, Head, Kind, Map, Node, Parallel, Policy, Race, Recover, Repeat, Rule,
    Source,
};
