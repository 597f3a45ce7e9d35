//! Workers: the processes that run units.

mod worker;

pub use self::worker::Worker;
