//! Helpers that every macro uses; none of them knows a macro.

pub(crate) mod conditional;
pub(crate) mod delay;
pub(crate) mod errors;
pub(crate) mod fragments;
pub(crate) mod hiding;
pub(crate) mod options;
pub(crate) mod reserved;
pub(crate) mod retry;
pub(crate) mod span;
pub(crate) mod suggest;
pub(crate) mod text;
pub(crate) mod tokens;
