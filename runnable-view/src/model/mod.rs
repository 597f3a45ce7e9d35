//! The model of a recorded run, which all views of runs render.

mod attempt;
mod axis;
mod build;
mod counts;
mod critical;
mod lanes;
mod node;
mod parts;
mod path;
mod run;
mod why;

pub use self::{
    attempt::Attempt,
    counts::Counts,
    lanes::{Lane, Lanes},
    node::{NodeId, StepNode, StepShape},
    parts::{Gap, Part, PartEnd},
    run::{Recording, RunModel},
};
pub(crate) use self::{attempt::millis_between, why::message};
