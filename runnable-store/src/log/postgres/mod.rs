//! A run log in a PostgreSQL database.

mod connect;
mod database;
mod lease;
mod log;
mod maintain;
mod read;
mod run_log;
mod writer;

pub use self::log::PostgresLog;
