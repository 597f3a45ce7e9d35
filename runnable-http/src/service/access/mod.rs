//! The clients that may send requests, and the refusals that the others get.

mod policy;
mod problem;

pub use self::policy::Visibility;
pub(super) use self::{
    policy::{AccessPolicy, Caller},
    problem::Problem,
};
