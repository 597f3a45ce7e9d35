//! A run log in memory.

mod log;
mod recorded;
mod state;

pub use self::log::MemoryLog;
