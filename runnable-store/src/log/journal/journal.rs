//! The journal.

use super::{
    event_stream::EventStream,
    handle::Handle,
    options::{JournalOptions, OverflowPolicy},
    run_writer::RunWriter,
    shared::Shared,
    task,
};
use crate::{
    error::{StoreError, StoreErrorKind},
    log::api::{NewRun, RunLog, RunPast, RunRecord},
};
use std::{
    fmt,
    sync::{Arc, Mutex, PoisonError},
};

/// Records the runs of a process in a [`RunLog`]. Waiting writes of all runs are appended in one transaction.
///
/// A clone is the same journal. When all clones and all [`RunWriter`]s are dropped, the journal still writes its queue, and then
/// ends its lease; [`close`](Self::close) waits for both.
///
/// # Examples
///
/// ```
/// use futures_util::StreamExt;
/// use runnable_store::{Journal, JournalOptions, MemoryLog, NewRun, OverflowPolicy, RunStatus, Write, json};
/// use std::{future::poll_fn, sync::Arc, time::SystemTime};
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let journal = Journal::new(Arc::new(MemoryLog::new()), JournalOptions::default());
/// let writer = journal.begin(NewRun::new("01RUN", "digest", "a hash", json("{}")?, json("{}")?)).await?;
///
/// let (path, at) = (String::from("fetch"), SystemTime::now());
/// let _ = writer.write(Write::StepStarted { path, attempt: 1, at, inputs: None });
/// let receipt = writer.write(Write::RunEnded { at, status: RunStatus::Cancelled, output: None, error: None });
/// poll_fn(|cx| writer.poll_durable(receipt, cx)).await?;
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

impl Journal {
    /// Starts a journal that writes to this log.
    ///
    /// # Panics
    /// Panics outside a tokio runtime, in which a task does the writing.
    #[must_use]
    pub fn new(log: Arc<dyn RunLog>, options: JournalOptions) -> Self {
        let shared = Arc::new(Shared::new(log, options));
        let task = tokio::spawn(task::run(Arc::clone(&shared)));
        Self { handle: Arc::new(Handle { shared, task: Mutex::new(Some(task)) }) }
    }

    /// Returns the log that the journal writes to.
    #[must_use]
    pub fn log(&self) -> &Arc<dyn RunLog> {
        &self.handle.shared.log
    }

    /// Starts to record a new run. The run is in the log when the future returns.
    ///
    /// # Errors
    /// Returns an error of the kind `Exists` if a run with this id exists.
    pub async fn begin(&self, run: NewRun) -> Result<RunWriter, StoreError> {
        let shared = &self.handle.shared;
        shared.take_lease().await?;
        shared.retry_busy(|| shared.log.create(&run, &shared.owner)).await?;
        Ok(self.writer(&run.id, 0, NewRun::EPOCH))
    }

    /// Claims a run that has ended, whose process is dead, or whose recording in this journal failed, and continues to record it.
    ///
    /// # Errors
    /// Returns an error of the kind `NotFound` if the run does not exist, and `Live` if the run is running.
    pub async fn reopen(&self, run: &str) -> Result<(RunWriter, RunRecord), StoreError> {
        self.reopen_with(run, None).await
    }

    /// Reopens a run as [`reopen`](Self::reopen) does, after its past was read.
    ///
    /// # Errors
    /// Returns the errors of [`reopen`](Self::reopen).
    pub async fn reopen_after(&self, run: &str, past: &RunPast) -> Result<(RunWriter, RunRecord), StoreError> {
        self.reopen_with(run, Some(past)).await
    }

    async fn reopen_with(&self, run: &str, past: Option<&RunPast>) -> Result<(RunWriter, RunRecord), StoreError> {
        let shared = &self.handle.shared;
        shared.take_lease().await?;
        let _guard = shared.reopening.lock().await;
        // A run that has ended stays known until its end is in the log.
        if shared.find(run).is_some() && !shared.ended(run).await {
            let message = format!("the run `{run}` is running in this process: wait until it ends");
            return Err(StoreError::new(StoreErrorKind::Live, message));
        }
        let claim = || match past {
            Some(past) => shared.log.claim_after(run, &shared.owner, past),
            None => shared.log.claim(run, &shared.owner),
        };
        let record = shared.retry_busy(claim).await?;
        Ok((self.writer(run, record.last_seq, record.epoch), record))
    }

    /// Asks a run in any process to cancel itself. A run of this journal is asked at once; the journal of another process sees
    /// the request when it renews its lease.
    ///
    /// # Errors
    /// Returns the errors of [`RunLog::request_cancel`].
    pub async fn cancel(&self, run: &str) -> Result<(), StoreError> {
        let shared = &self.handle.shared;
        match shared.find(run).filter(|run| !run.state().ended) {
            Some(run) => run.request_cancel(),
            None => shared.retry_busy(|| shared.log.request_cancel(run)).await?,
        }
        Ok(())
    }

    fn writer(&self, run: &str, seq: u64, epoch: u64) -> RunWriter {
        RunWriter::new(Arc::clone(&self.handle), self.handle.shared.start(run, seq, epoch))
    }

    /// Returns the events of a run with numbers greater than `after`: first the events in the log, then each event as soon as it
    /// is there, without gaps or duplicates.
    ///
    /// The run may be in any process. The stream ends after the last event of a run that has ended, and with an error if the run
    /// is interrupted, unless it [waits](EventStream::wait_for_resume). A slow reader never slows the run; `overflow` decides
    /// what happens to the reader.
    #[must_use]
    pub fn events(&self, run: &str, after: u64, overflow: OverflowPolicy) -> EventStream {
        EventStream::new(Arc::clone(&self.handle.shared), run, after, overflow)
    }

    /// Writes the queue, and ends the lease: runs that have not ended are interrupted. Later writes fail.
    ///
    /// # Errors
    /// Returns an error if the end of the lease cannot be written. The lease expires then.
    pub async fn close(self) -> Result<(), StoreError> {
        self.handle.shared.stop();
        let task = self.handle.task.lock().unwrap_or_else(PoisonError::into_inner).take();
        match task {
            Some(task) => task.await.map_err(|error| {
                StoreError::new(StoreErrorKind::Other, "the task of the journal was aborted").with_source(error)
            })?,
            None => Ok(()),
        }
    }
}

impl fmt::Debug for Journal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Journal").field("log", self.log()).finish_non_exhaustive()
    }
}
