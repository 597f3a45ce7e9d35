//! The OpenAPI document of a service.

mod components;
mod document;
mod operation;
mod parameter;
mod pipelines;
mod problems;

pub(super) use self::{
    document::document,
    operation::{Body, Operation, Sent},
    parameter::Parameter,
    problems::is_documented,
};
