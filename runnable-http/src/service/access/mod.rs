//! The clients that may send requests, and the refusals that the others get.

mod answer;
mod meant;
mod policy;
mod problem;

pub use self::policy::Visibility;
pub(super) use self::{
    answer::{answer, reply},
    meant::meant,
    policy::{AccessPolicy, Caller},
    problem::{FieldError, Problem},
};
