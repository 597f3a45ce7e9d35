//! Steps, and their composition: attempts, streams, branches, items and loops.

mod ahead;
mod clock;
mod failure;
mod finish;
mod forward;
mod generator;
mod log;
mod map;
mod parallel;
mod repeat;
mod retry;
#[cfg(any(feature = "test", feature = "runner"))]
mod running;
mod spans;
mod spawn;
mod step;
mod timeout;
mod work_output;

pub use failure::fallible;
pub use finish::finish;
pub use forward::{drive, try_drive};
pub use generator::{Generator, Yielder, next, yielding};
pub use parallel::{boxed, join2, join3, join4};
pub use repeat::Repeated;
pub use retry::Retry;
#[cfg(feature = "runner")]
pub(crate) use running::AroundWork;
#[cfg(any(feature = "test", feature = "runner"))]
pub use running::{NothingAround, instead, itself, later};
pub(crate) use spans::{run_span, traced};
pub use spawn::{blocking, spawn};
pub use timeout::timeout;
#[cfg(any(feature = "test", feature = "runner"))]
pub(crate) use {step::Step, work_output::WorkOutput};
