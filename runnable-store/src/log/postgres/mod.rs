//! A run log in a PostgreSQL database.

mod address;
mod connect;
mod contact;
mod database;
mod lease;
mod literal;
mod log;
mod maintain;
mod migrate;
#[cfg(test)]
mod plans;
mod read;
mod readers;
mod run_log;
mod session;
mod sql;
mod view;
mod waiting;
mod writer;

pub use self::{connect::PostgresOptions, log::PostgresLog};
