//! What stands in for a step.

mod substitute;

#[cfg(feature = "runner")]
pub(crate) use substitute::Keeps;
#[cfg(feature = "test")]
pub(crate) use substitute::{Entry, Instead, Mocked, Stub, Substitutes};
pub use substitute::{NotKept, Substitute, instead, itself, later, nothing_recorded};
