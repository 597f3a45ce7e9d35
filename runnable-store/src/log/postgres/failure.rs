//! What PostgreSQL's failures mean.

use crate::{StoreError, StoreErrorKind};
use sqlx::postgres::PgConnectOptions;

/// Where a store is, for its messages: never with a password.
#[derive(Debug, Clone)]
pub(super) struct Place(String);

/// A failure to read or write: of the database, or of what it holds.
#[derive(Debug)]
pub(super) enum Failure {
    Driver(sqlx::Error),
    Record(StoreError),
}

impl From<sqlx::Error> for Failure {
    fn from(error: sqlx::Error) -> Self {
        Self::Driver(error)
    }
}

impl From<StoreError> for Failure {
    fn from(error: StoreError) -> Self {
        Self::Record(error)
    }
}

impl Place {
    pub(super) fn of(options: &PgConnectOptions) -> Self {
        Self(format!("{} on {}", options.get_database().unwrap_or("its user's"), options.get_host()))
    }

    /// A failure here, in words.
    pub(super) fn error(&self, kind: StoreErrorKind, what: impl std::fmt::Display) -> StoreError {
        StoreError::new(kind, format!("the run log in the database `{}` {what}", self.0))
    }

    pub(super) fn failed(&self, failure: impl Into<Failure>) -> StoreError {
        match failure.into() {
            Failure::Driver(error) => {
                let code = error
                    .as_database_error()
                    .and_then(sqlx::error::DatabaseError::code)
                    .map(std::borrow::Cow::into_owned);
                self.of_code(code.as_deref()).because(error)
            }
            Failure::Record(error) => error,
        }
    }

    fn of_code(&self, code: Option<&str>) -> StoreError {
        use StoreErrorKind::{Busy, Corrupt, Full, Invalid, Other, ReadOnly};
        match code {
            Some("53100") => self.error(Full, "cannot grow: no room is left on its server's disk; free some"),
            Some("40001" | "40P01" | "55P03" | "53300") => self.error(Busy, "is kept busy by others: try again"),
            Some("25006") => self.error(ReadOnly, "can be read and not written: connect to a server that takes writes"),
            Some("42501") => self.error(ReadOnly, "may not be written by this user: grant it, or connect as another"),
            Some("XX001" | "XX002") => self.error(Corrupt, "is damaged: restore a copy of it"),
            Some(code) if code.starts_with("22") || code.starts_with("23") => {
                self.error(Invalid, "refuses what it cannot hold")
            }
            Some(_) => self.error(Other, "failed"),
            None => self.error(Other, "cannot be reached: look at its address, and whether its server runs"),
        }
    }
}
