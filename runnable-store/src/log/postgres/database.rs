//! The database, and the failures there.

use crate::{
    error::{StoreError, StoreErrorKind},
    log::entries::Failure,
};
use sqlx::postgres::PgConnectOptions;
use std::fmt;

/// The name of a database and its host, for the messages of its errors. Never contains a password.
#[derive(Debug, Clone)]
pub(super) struct Database(String);

impl Database {
    pub(super) fn new(options: &PgConnectOptions) -> Self {
        Self(match options.get_database() {
            Some(name) => format!("{name} on {}", options.get_host()),
            None => format!("the user's default on {}", options.get_host()),
        })
    }

    /// Returns an error about this database; `problem` continues the sentence.
    pub(super) fn error(&self, kind: StoreErrorKind, problem: impl fmt::Display) -> StoreError {
        StoreError::new(kind, format!("the run log in the database `{}` {problem}", self.0))
    }

    /// Returns the error for a failure of the driver, or of the data in a row.
    pub(super) fn failed(&self, failure: impl Into<Failure>) -> StoreError {
        match failure.into() {
            Failure::Store(error) => error,
            Failure::Driver(error) => {
                let code = error.as_database_error().and_then(sqlx::error::DatabaseError::code);
                let code = code.map(std::borrow::Cow::into_owned);
                self.of_code(code.as_deref()).with_source(error)
            }
        }
    }

    fn of_code(&self, code: Option<&str>) -> StoreError {
        use StoreErrorKind::{Busy, Corrupt, Full, Invalid, Other, ReadOnly};
        match code {
            Some("53100") => self.error(Full, "cannot grow: no space is left on the server's disk; free space there"),
            // The transaction is rolled back, also if the server ended the session because this process was suspended (25P03).
            Some("40001" | "40P01" | "55P03" | "53300" | "25P03") => {
                self.error(Busy, "is busy with the writes of other processes: try again")
            }
            Some("25006") => self.error(ReadOnly, "is read-only: connect to a server that accepts writes"),
            Some("42501") => {
                self.error(ReadOnly, "does not allow this user to write: grant the permission, or use another user")
            }
            Some("XX001" | "XX002") => self.error(Corrupt, "is damaged: restore a copy"),
            Some(code) if code.starts_with("22") || code.starts_with("23") => {
                self.error(Invalid, "refuses data that it cannot hold")
            }
            Some(_) => self.error(Other, "failed"),
            None => self.error(Other, "cannot be reached: check the address, and that the server is running"),
        }
    }
}
