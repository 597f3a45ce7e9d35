//! The writes of all runs of a process, together.

mod event_stream;
mod flight;
mod live;
mod log_event;
mod options;
mod recording;
mod writer;

pub use event_stream::{EventStream, OverflowPolicy};
use live::{Live, RunState};
pub use log_event::{LogEvent, RunEvent};
pub use options::{Durability, JournalOptions};
pub use recording::{Recording, Ticket};

use crate::{NewRun, RunLog, RunRecord, StoreError, StoreErrorKind};
use recording::Hold;
use std::{
    fmt,
    sync::{Arc, Mutex, PoisonError},
};
use tokio::task::JoinHandle;

/// Records the runs of a process in a [`RunLog`]: what waits is written in one transaction, whichever run it is of.
///
/// A clone is the same journal. Where all of them and all [`Recording`]s are dropped, what waits is still written, and then the
/// journal lets go of its runs; [`close`](Self::close) waits for that.
///
/// # Examples
///
/// ```
/// use futures_util::StreamExt;
/// use runnable_store::{Journal, JournalOptions, OverflowPolicy, MemoryLog, NewRun, RunStatus, Write};
/// use std::{future::poll_fn, sync::Arc};
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
/// # let json = |text: &str| serde_json::value::RawValue::from_string(text.into()).map(Arc::from);
/// let journal = Journal::new(Arc::new(MemoryLog::new()), JournalOptions::default());
/// let recording = journal.begin(NewRun::new("01RUN", "digest", "a hash", json("{}")?, json("{}")?)).await?;
///
/// let path = String::from("fetch");
/// recording.write(Write::StepStarted { path, attempt: 1, at: 0, inputs: None });
/// let ticket = recording.write(Write::RunEnded { at: 5, status: RunStatus::Cancelled, output: None, error: None });
/// poll_fn(|cx| recording.poll_durable(ticket, cx)).await?;
///
/// assert_eq!(journal.log().steps("01RUN").await?[0].path, "fetch");
/// assert!(journal.events("01RUN", 0, OverflowPolicy::Block).next().await.is_none());
/// # Ok(())
/// # }
/// ```
#[derive(Clone)]
pub struct Journal {
    handle: Arc<Handle>,
}

/// While somebody may still write: the journal's clones and its recordings.
pub(crate) struct Handle {
    live: Arc<Live>,
    writer: Mutex<Option<JoinHandle<Result<(), StoreError>>>>,
}

impl Drop for Handle {
    fn drop(&mut self) {
        self.live.stop();
    }
}

impl Journal {
    /// Begins to write into this log.
    ///
    /// # Panics
    /// Outside a tokio runtime: a task there does the writing.
    #[must_use]
    pub fn new(log: Arc<dyn RunLog>, options: JournalOptions) -> Self {
        let live = Arc::new(Live::new(log, options));
        let writer = tokio::spawn(writer::run(Arc::clone(&live)));
        Self { handle: Arc::new(Handle { live, writer: Mutex::new(Some(writer)) }) }
    }

    /// The log that it writes into.
    #[must_use]
    pub fn log(&self) -> &Arc<dyn RunLog> {
        &self.handle.live.log
    }

    /// Begins to record a new run; it is in the log once this gives `Ok`.
    ///
    /// # Errors
    /// `Exists` where there is a run of that id.
    pub async fn begin(&self, run: NewRun) -> Result<Recording, StoreError> {
        let live = &self.handle.live;
        live.lease().await?;
        live.patiently(|| live.log.create(&run, &live.owner)).await?;
        Ok(self.record(&run.id, 0))
    }

    /// Takes a run that has ended, whose process is dead, or whose recording here failed, and goes on recording it.
    ///
    /// # Errors
    /// `NotFound`; `Live` where its process is alive.
    pub async fn reopen(&self, run: &str) -> Result<(Recording, RunRecord), StoreError> {
        let live = &self.handle.live;
        live.lease().await?;
        let _one = live.reopening.lock().await;
        // One that has ended is let go of as soon as that is written.
        if live.find(run).is_some() && !live.ended(run).await {
            return Err(StoreError::new(
                StoreErrorKind::Live,
                format!("the run `{run}` is running in this process: wait for its end"),
            ));
        }
        let record = live.patiently(|| live.log.claim(run, &live.owner)).await?;
        Ok((self.record(run, record.last_seq), record))
    }

    fn record(&self, run: &str, seq: u64) -> Recording {
        Recording::new(Hold::new(Arc::clone(&self.handle), self.handle.live.begin(run, seq)))
    }

    /// The events of a run after number `after`: first those in the log, and then each as soon as it is there, without a hole or a double.
    /// They end after the last event of a run that has ended; it does not matter which process runs it.
    ///
    /// What was there at the beginning comes whole; for what follows, `overflow` says what is done with a slow reader. None slows the run.
    #[must_use]
    pub fn events(&self, run: &str, after: u64, overflow: OverflowPolicy) -> EventStream {
        EventStream::new(Arc::clone(&self.handle.live), run, after, overflow)
    }

    /// Writes what waits, and lets go of the runs: those that have not ended are interrupted. Nothing can be written any more.
    ///
    /// # Errors
    /// Where the end of the lease could not be written; then it ends with its time.
    pub async fn close(self) -> Result<(), StoreError> {
        self.handle.live.stop();
        let writer = self.handle.writer.lock().unwrap_or_else(PoisonError::into_inner).take();
        match writer {
            Some(writer) => writer
                .await
                .map_err(|error| StoreError::new(StoreErrorKind::Other, "the journal was stopped").because(error))?,
            None => Ok(()),
        }
    }
}

impl fmt::Debug for Journal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Journal").field("log", self.log()).finish_non_exhaustive()
    }
}
