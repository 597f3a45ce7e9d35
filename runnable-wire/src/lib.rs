//! The wire formats of `runnable`'s events.
//!
//! Each format is defined here and nowhere else: the names of the lifecycle events ([`Kind`]), and with the feature `json`,
//! which is on by default, the native envelope and the flat form.
//!
//! Users reach what they need through the `runnable` crate.

mod kind;
mod reserved;

pub use kind::{Kind, UnknownKind};
pub use reserved::{GAP, is_reserved};
