//! Limits on the time of an attempt.

use crate::id::{Error, ErrorKind, Result, Scope};
use std::time::Duration;

/// Limits the time of an attempt.
///
/// # Errors
/// Returns the error of `work`, or [`ErrorKind::TimedOut`] if it takes longer than `limit`.
pub async fn timeout<T>(_: Scope<'_>, limit: Duration, work: impl Future<Output = Result<T>>) -> Result<T> {
    tokio::time::timeout(limit, work).await.unwrap_or_else(|_| Err(Error::timed_out(ErrorKind::TimedOut, limit)))
}
