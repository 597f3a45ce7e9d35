//! Metrics of runs.

mod families;
mod measured;

pub use families::Metrics;
pub(crate) use measured::Measured;
