//! Workers: the processes that run units.

mod connect;
mod worker;

pub use self::worker::Worker;
