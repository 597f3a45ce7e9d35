//! The context of a step: its run, its place in it, and the way to send its events.

mod detached;
mod left_open;
mod plain_cx;
mod run_context;
mod run_state;
mod sink;
mod step_cx;
mod tried;

pub use plain_cx::PlainCx;
pub(crate) use run_context::{RunContext, StepHost};
pub(crate) use run_state::RunState;
pub(crate) use sink::SendsEvents;
pub use step_cx::StepCx;
