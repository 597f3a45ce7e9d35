//! Steps, and their composition: attempts, streams, branches, items and loops.

mod ahead;
mod boxed;
mod clock;
mod finish;
mod forward;
mod generator;
mod limit;
mod log;
mod map;
mod parallel;
#[cfg_attr(not(feature = "runner"), path = "unplaced.rs")]
mod placed;
mod race;
mod repeat;
mod retried;
mod retry;
#[cfg(any(feature = "test", feature = "runner"))]
mod running;
mod spans;
mod spawn;
mod step;
mod stream_map;
mod streams;
mod timeout;
mod work_output;

pub(crate) use boxed::boxed;
pub use retry::Retry;
pub(crate) use spans::{record_failure, run_span, traced};
pub(crate) use stream_map::Streamed;
pub use streams::Streams;
#[cfg(any(feature = "test", feature = "runner"))]
pub(crate) use {
    running::{AroundWork, NothingAround, Running},
    step::Step,
    work_output::WorkOutput,
};
