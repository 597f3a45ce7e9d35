//! A run log in a SQLite file.

mod file;
mod lease;
mod locks;
mod log;
mod maintain;
mod open;
mod options;
#[cfg(test)]
mod plans;
mod read;
mod run_log;
mod schema;
mod statements;
mod writer;

pub use self::{log::SqliteLog, options::SqliteOptions};
