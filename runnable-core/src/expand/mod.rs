//! Helpers of expansions.

mod items;
mod step_macro;
mod types;

pub use items::{Item, NoItems, Source};
pub use types::{
    Bound, Expression, Fallible, Keep, KeepNothing, Kept, Name, Output, Own, Param, Retried, Returns, Sent, ToOwn,
    ToRef, ToValue, duplicate, loop_value, same_type, take,
};
