//! The connections that read.

use super::session::open_session;
use sqlx::{PgConnection, postgres::PgConnectOptions};
use std::sync::{Mutex, PoisonError};
use tokio::sync::{Semaphore, SemaphorePermit};

/// The maximum number of concurrent reads.
const READERS: usize = 4;

/// The connections that read. A read that fails closes its connection.
#[derive(Debug)]
pub(super) struct Readers {
    options: PgConnectOptions,
    permits: Semaphore,
    idle: Mutex<Vec<PgConnection>>,
}

/// A connection, and the permission to use it.
pub(super) struct Reader<'a> {
    readers: &'a Readers,
    pub(super) connection: PgConnection,
    _permit: SemaphorePermit<'a>,
}

impl Readers {
    pub(super) fn new(options: PgConnectOptions) -> Self {
        Self { options, permits: Semaphore::new(READERS), idle: Mutex::default() }
    }

    /// Waits for a connection; returns `None` if the log is closed.
    pub(super) async fn get(&self) -> Result<Option<Reader<'_>>, sqlx::Error> {
        let Ok(permit) = self.permits.acquire().await else { return Ok(None) };
        let idle = self.idle.lock().unwrap_or_else(PoisonError::into_inner).pop();
        let connection = match idle {
            Some(connection) => connection,
            None => open_session(&self.options).await?,
        };
        Ok(Some(Reader { readers: self, connection, _permit: permit }))
    }

    /// Refuses later reads, and returns the idle connections.
    pub(super) fn close(&self) -> Vec<PgConnection> {
        self.permits.close();
        std::mem::take(&mut self.idle.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// Closes the idle connections: after a restart of the server, all of them are lost.
    pub(super) fn forget_idle(&self) {
        self.idle.lock().unwrap_or_else(PoisonError::into_inner).clear();
    }
}

impl Reader<'_> {
    /// Keeps the connection for the next read.
    pub(super) fn done(self) {
        let Self { readers, connection, _permit } = self;
        readers.idle.lock().unwrap_or_else(PoisonError::into_inner).push(connection);
    }
}
