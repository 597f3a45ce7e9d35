//! The memory of values that may be large.

use crate::service::access::Problem;
use axum::{
    body::Body,
    http::{StatusCode, header::CONTENT_TYPE},
    response::{IntoResponse, Response},
};
use bytes::Bytes;
use http_body::{Body as HttpBody, Frame, SizeHint};
use std::{
    convert::Infallible,
    pin::Pin,
    sync::Arc,
    task::{Context, Poll},
    time::Duration,
};
use tokio::{
    sync::{OwnedSemaphorePermit, Semaphore, SemaphorePermit},
    time::timeout,
};

/// The number of records that are loaded at a time: a record has the whole input and the whole output of its run.
const LOADING: usize = 4;
/// The number of bytes of whole values that are sent at a time, in KiB. A larger value is sent alone.
const SENDING: u32 = 32 * 1024;
/// The number of bytes of bodies that are received at a time, in KiB.
const RECEIVING: u32 = 16 * 1024;
/// The size up to which a body needs no room, in bytes.
pub(in crate::service) const SMALL: usize = 32 * 1024;
/// The number of large bodies that are handled at a time: JSON takes many times as much memory once it is parsed.
const PARSING: usize = 1;
/// The size of a frame, in bytes.
const FRAME: usize = 64 * 1024;
/// The time for which a request waits until other values were sent.
const PATIENCE: Duration = Duration::from_secs(30);

/// Limits the memory of bodies that are received, of records that are loaded and of whole values that are sent.
#[derive(Debug)]
pub(in crate::service) struct LargeValues {
    receiving: Arc<Semaphore>,
    parsing: Arc<Semaphore>,
    loading: Semaphore,
    sending: Arc<Semaphore>,
}

/// The room that a large body takes.
#[derive(Debug, Default)]
pub(in crate::service) struct Room(Vec<OwnedSemaphorePermit>);

impl Room {
    /// Returns `true` if the body is large.
    pub(in crate::service) fn is_large(&self) -> bool {
        !self.0.is_empty()
    }
}

impl Default for LargeValues {
    fn default() -> Self {
        let [receiving, sending] = [RECEIVING, SENDING].map(|room| Arc::new(Semaphore::new(room as usize)));
        Self { receiving, parsing: Arc::new(Semaphore::new(PARSING)), loading: Semaphore::new(LOADING), sending }
    }
}

impl LargeValues {
    /// Waits until there is room for a body of this size. A body that is larger than all the room is received alone.
    pub(in crate::service) async fn receive(&self, bytes: usize, room: &mut Room) -> Result<(), Problem> {
        let size = u32::try_from(bytes / 1024).unwrap_or(RECEIVING).clamp(1, RECEIVING);
        room.0.extend(acquired(&self.receiving, size).await?);
        Ok(())
    }

    /// Waits until another large body may be parsed.
    pub(in crate::service) async fn parse(&self, room: &mut Room) -> Result<(), Problem> {
        room.0.extend(acquired(&self.parsing, 1).await?);
        Ok(())
    }

    /// Waits until another record may be loaded. The permit is held until the large parts of the record are dropped.
    pub(in crate::service) async fn load(&self) -> Option<SemaphorePermit<'_>> {
        // The semaphore is never closed.
        self.loading.acquire().await.ok()
    }

    /// Returns the response with a JSON text, once its size is available.
    pub(in crate::service) async fn send(&self, json: Bytes) -> Result<Response, Problem> {
        let size = u32::try_from(json.len() / 1024).unwrap_or(SENDING).min(SENDING);
        let body = Body::new(Whole { json, _permit: acquired(&self.sending, size).await? });
        Ok(([(CONTENT_TYPE, "application/json")], body).into_response())
    }
}

/// Waits for permits, unless others hold them for too long.
async fn acquired(semaphore: &Arc<Semaphore>, permits: u32) -> Result<Option<OwnedSemaphorePermit>, Problem> {
    // The semaphores are never closed.
    let waiting = Arc::clone(semaphore).acquire_many_owned(permits);
    let permits = timeout(PATIENCE, waiting).await.map_err(|_| {
        let detail = "the server is handling other large values";
        Problem::new(StatusCode::SERVICE_UNAVAILABLE, "busy", "Busy", detail).retry_after(1)
    })?;
    Ok(permits.ok())
}

/// A value that holds its part of the limit until it was sent.
struct Whole {
    json: Bytes,
    _permit: Option<OwnedSemaphorePermit>,
}

impl HttpBody for Whole {
    type Data = Bytes;
    type Error = Infallible;

    fn poll_frame(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, Infallible>>> {
        if self.json.is_empty() {
            return Poll::Ready(None);
        }
        let length = self.json.len().min(FRAME);
        Poll::Ready(Some(Ok(Frame::data(self.json.split_to(length)))))
    }

    fn is_end_stream(&self) -> bool {
        self.json.is_empty()
    }

    fn size_hint(&self) -> SizeHint {
        SizeHint::with_exact(u64::try_from(self.json.len()).unwrap_or(u64::MAX))
    }
}
