//! Sessions, and how they are lost.

use crate::log::entries::Failure;
use rustls::crypto::CryptoProvider;
use sqlx::{Connection, PgConnection, error::Error as SqlxError, postgres::PgConnectOptions};
use std::{io, time::Duration};
use tokio::time::timeout;

/// The time for which an attempt to connect may take.
const CONNECT: Duration = Duration::from_secs(10);

/// The time after which a statement without an answer has lost its connection. A statement waits at
/// most 10 seconds for a lock.
const ANSWER: Duration = Duration::from_secs(30);

/// Opens a session.
pub(super) async fn open_session(options: &PgConnectOptions) -> Result<PgConnection, sqlx::Error> {
    if CryptoProvider::get_default().is_none() {
        // With ring and aws-lc-rs in one program, rustls does not choose, and panics. An error means that another thread has
        // chosen.
        let _ = rustls::crypto::ring::default_provider().install_default();
    }
    timeout(CONNECT, PgConnection::connect_with(options)).await.unwrap_or_else(|_| Err(no_answer()))
}

/// The time after which a statement of upkeep, which may change many rows, has lost its connection.
const UPKEEP: Duration = Duration::from_mins(10);

/// Awaits the answer to a statement of upkeep, as [`answered`].
pub(super) async fn answered_some_time<T>(statement: impl Future<Output = Result<T, Failure>>) -> Result<T, Failure> {
    timeout(UPKEEP, statement).await.unwrap_or_else(|_| Err(no_answer().into()))
}

/// Awaits the answer to a statement. A connection that ended without a word, such as behind a
/// firewall, gives none.
pub(super) async fn answered<T>(statement: impl Future<Output = Result<T, Failure>>) -> Result<T, Failure> {
    timeout(ANSWER, statement).await.unwrap_or_else(|_| Err(no_answer().into()))
}

fn no_answer() -> sqlx::Error {
    io::Error::new(io::ErrorKind::TimedOut, "the server does not answer").into()
}

/// Returns whether an operation failed because its connection was lost, or because the server does
/// not accept connections at the moment.
pub(super) fn is_lost(failure: &Failure) -> bool {
    let Failure::Driver(error) = failure else { return false };
    match error {
        // The server closed the connection instead of answering whether it supports TLS.
        SqlxError::Protocol(message) => message.contains("SSLRequest"),
        // Invalid data: a certificate that is refused.
        SqlxError::Io(error) => !matches!(
            error.kind(),
            io::ErrorKind::InvalidData | io::ErrorKind::InvalidInput | io::ErrorKind::PermissionDenied
        ),
        SqlxError::Database(error) => error.code().is_some_and(|code| is_lost_code(&code, error.message())),
        _ => false,
    }
}

fn is_lost_code(code: &str, message: &str) -> bool {
    match code {
        // The server stops, starts, has ended the session, or has no connection left.
        "57P01" | "57P02" | "57P03" | "57P05" | "25P03" | "53300" => true,
        // A connection pooler reports everything with this code.
        "08P01" => !["transaction blocks", "no such", "unsupported", "auth", "SASL", "password"]
            .iter()
            .any(|part| message.contains(part)),
        code => code.starts_with("08"),
    }
}

/// Returns whether an operation failed because another transaction was in its way.
pub(super) fn is_busy(failure: &Failure) -> bool {
    has_code(failure, &["40001", "40P01", "55P03"])
}

/// Returns `true` if an operation failed because the server is read-only, for example because it is a replica.
pub(super) fn is_read_only(failure: &Failure) -> bool {
    has_code(failure, &["25006"])
}

fn has_code(failure: &Failure, codes: &[&str]) -> bool {
    let Failure::Driver(SqlxError::Database(error)) = failure else { return false };
    error.code().is_some_and(|code| codes.contains(&&*code))
}
