//! The database, and the failures there.

use super::session::is_lost;
use crate::{
    error::{StoreError, StoreErrorKind},
    log::entries::Failure,
};
use sqlx::{error::DatabaseError, postgres::PgConnectOptions};
use std::{fmt, io};

/// The name of a database and its host, for the messages of its errors. Never contains a password.
#[derive(Debug, Clone)]
pub(super) struct Database(String);

impl Database {
    pub(super) fn new(options: &PgConnectOptions) -> Self {
        let host = match options.get_socket() {
            Some(socket) => socket.display().to_string(),
            None => options.get_host().to_owned(),
        };
        Self(match options.get_database() {
            Some(name) => format!("{name} on {host}"),
            None => format!("the user's default on {host}"),
        })
    }

    /// Returns a sentence about this database that ends with `problem`.
    pub(super) fn sentence(&self, problem: impl fmt::Display) -> String {
        format!("the run log in the database `{}` {problem}", self.0)
    }

    /// Returns an error about this database; `problem` continues the sentence.
    pub(super) fn error(&self, kind: StoreErrorKind, problem: impl fmt::Display) -> StoreError {
        StoreError::new(kind, self.sentence(problem))
    }

    /// Returns the error for a failure of the driver, or of the data in a row.
    pub(super) fn failed(&self, failure: impl Into<Failure>) -> StoreError {
        let failure = failure.into();
        let (lost, cause) = (is_lost(&failure), cause(&failure));
        match failure {
            Failure::Store(error)
                if error.kind() == StoreErrorKind::Corrupt && !error.to_string().contains("run log in") =>
            {
                error
                    .context(self.sentence("is damaged"))
                    .help("restore a copy, or read other runs; `check` lists what is damaged")
            }
            Failure::Store(error) => error,
            Failure::Driver(error) => self.kind_of(&error, lost).with_source(cause),
        }
    }

    fn kind_of(&self, error: &sqlx::Error, lost: bool) -> StoreError {
        use StoreErrorKind::{Busy, Corrupt, Full, Invalid, Other, ReadOnly, Unreachable};
        let code = error.as_database_error().and_then(DatabaseError::code);
        match code.as_deref() {
            Some("53100") => self.error(Full, "cannot grow: no space is left on the server's disk; free space there"),
            // The transaction is rolled back.
            Some("40001" | "40P01" | "55P03" | "53300") => {
                self.error(Busy, "is busy with the work of other processes: try again")
            }
            // The server's `statement_timeout`, or an administrator.
            Some("57014") => self.error(Busy, CANCELLED),
            Some("25006") => self.error(ReadOnly, READ_ONLY),
            Some("42501") => {
                self.error(ReadOnly, "does not allow this user to write: grant the permission, or use another user")
            }
            Some("28P01" | "28000") => self.error(
                Invalid,
                "refuses the user\nhelp: check the user name, the password, the certificate in `sslcert` and `pg_hba.conf`, or the \
                 settings of the pooler",
            ),
            // A pooler reports everything with this code.
            Some("08P01") if has_message(error, "transaction blocks") => self.error(Invalid, STATEMENT_MODE),
            Some("3D000") => self.error(Invalid, MISSING),
            Some("XX001" | "XX002") => self.error(Corrupt, "is damaged: restore a copy"),
            _ if lost => {
                self.error(Unreachable, "cannot be reached: check the address, and that the server is running")
            }
            Some(code) if code.starts_with("22") || code.starts_with("23") => {
                self.error(Invalid, "refuses data that it cannot hold")
            }
            Some(_) => self.error(Other, "failed"),
            None => self.without_code(error),
        }
    }

    fn without_code(&self, error: &sqlx::Error) -> StoreError {
        use StoreErrorKind::{Corrupt, Invalid, Other};
        match error {
            // The address was parsed before; what is left to configure are certificates.
            sqlx::Error::Tls(_) | sqlx::Error::Configuration(_) => self.error(Invalid, TLS),
            sqlx::Error::Io(error) if error.kind() == io::ErrorKind::InvalidData => self.error(Invalid, TLS),
            sqlx::Error::ColumnDecode { .. } | sqlx::Error::Decode(_) => {
                self.error(Corrupt, "has a row that cannot be read")
            }
            _ => self.error(Other, "failed"),
        }
    }
}

fn has_message(error: &sqlx::Error, part: &str) -> bool {
    error.as_database_error().is_some_and(|error| error.message().contains(part))
}

const CANCELLED: &str = "takes longer than the server allows\nhelp: raise `statement_timeout` of the user, such as with `ALTER \
                         ROLE .. SET statement_timeout = '1min'`";

const READ_ONLY: &str = "is read-only\nhelp: use the address of the primary server, not of a replica, and turn \
                         `default_transaction_read_only` of the user, the database and the server off";

const STATEMENT_MODE: &str = "is behind a pooler in statement mode, which does not allow transactions\nhelp: set `pool_mode` to \
                              `transaction` or `session`";

const MISSING: &str = "does not exist\nhelp: run `CREATE DATABASE`, or check the name";

const TLS: &str = "cannot be reached over TLS\nhelp: `sslmode=verify-full` and `sslmode=verify-ca` need a certificate that the \
                   system or the file in `sslrootcert` trusts, and `verify-full` a certificate for this host; `sslcert` and \
                   `sslkey` need PEM files that belong together, of an authority that the server trusts; `sslmode=disable` \
                   connects without TLS";

/// Returns the cause of a failure in plain words. The driver would add the server's details, which
/// may contain values, and the lines in the server's source.
pub(super) fn cause(failure: &Failure) -> String {
    match failure {
        Failure::Store(error) => error.to_string(),
        Failure::Driver(sqlx::Error::Database(error)) => {
            let code = error.code().map(|code| format!(" (SQLSTATE {code})")).unwrap_or_default();
            format!("{}{code}", error.message())
        }
        Failure::Driver(sqlx::Error::Io(error)) => error.to_string(),
        Failure::Driver(error) => error.to_string(),
    }
}
