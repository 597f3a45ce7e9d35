//! Steps, and what is done with several of them.

mod ahead;
mod attempts;
mod forward;
mod generator;
mod parallel;
mod repeat;
mod spans;
mod step;

pub use attempts::{Retry, blocking, fallible, spawn, timeout};
pub use forward::{drive, try_drive};
pub use generator::{Generator, Yielder, next, yielding};
pub use parallel::{boxed, join2, join3, join4};
pub use repeat::Repeated;
pub(crate) use spans::{run_span, traced};
#[cfg(any(feature = "test", feature = "runner"))]
pub(crate) use step::{Finished, Step};
