//! TypeScript types of pipelines, written from their JSON Schemas and graphs.

mod events;
mod module;
mod names;
mod schema;
#[cfg(test)]
mod tests;
mod ty;

pub(crate) use module::{Described, module};
