//! Reads the events of a run while it is running.

use super::{
    log_event::{LogEvent, RunEvent},
    options::OverflowPolicy,
    run_state::{Progress, RunState},
    shared::Shared,
};
use crate::{
    error::{StoreError, StoreErrorKind},
    log::api::{EventRecord, RunStatus},
};
use std::{
    collections::VecDeque,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    time::Duration,
};
use tokio::sync::watch;

/// The number of events in the first page.
const FIRST_PAGE: usize = 16;
/// The maximum number of events in a page.
const MAX_PAGE: usize = 1024;
/// The approximate size of a page in bytes, which a reader that pauses keeps in memory.
const PAGE_BYTES: usize = 256 * 1024;

/// The number of queries without a new event after which a reader checks the lease of a run in another process.
const QUIET_QUERIES: u32 = 10;

/// The time between checks if an interrupted run was resumed.
const RESUME_CHECK: Duration = Duration::from_secs(1);

pub(super) struct Tail {
    shared: Arc<Shared>,
    run: Arc<str>,
    /// The number of the next event for the reader.
    next: u64,
    overflow: OverflowPolicy,
    /// Events that were read, from `next`.
    ready: VecDeque<Arc<EventRecord>>,
    /// The number of events in the next page.
    page: usize,
    /// The last event that was known when the reader started or last waited. Up to this event the reader is not behind: the
    /// events were there at the start, or came in a burst while it waited. A reader that was not polled for so long that they
    /// are no longer in memory is behind.
    floor: Option<u64>,
    /// The last event that is known to be in the log.
    known: u64,
    /// The run, if this process records it.
    source: Option<(Arc<RunState>, watch::Receiver<Progress>)>,
    /// The run as this process recorded it, if another process has taken it over.
    lost: Option<Arc<RunState>>,
    /// `true` if the reader waits until an interrupted run is resumed.
    waits: Arc<AtomicBool>,
    /// The number of queries since the last new event.
    quiet: u32,
    ended: bool,
}

impl Tail {
    pub(super) fn new(shared: Arc<Shared>, run: &str, after: u64, overflow: OverflowPolicy) -> Self {
        Self {
            shared,
            run: Arc::from(run),
            next: after.saturating_add(1),
            overflow,
            ready: VecDeque::new(),
            page: FIRST_PAGE,
            floor: None,
            known: 0,
            source: None,
            lost: None,
            waits: Arc::default(),
            quiet: 0,
            ended: false,
        }
    }

    /// Returns the switch that makes the reader wait until an interrupted run is resumed.
    pub(super) fn waits(&self) -> Arc<AtomicBool> {
        Arc::clone(&self.waits)
    }

    pub(super) async fn next(&mut self) -> Option<Result<LogEvent, StoreError>> {
        while !self.ended {
            match self.step().await {
                Ok(None) => {}
                Ok(Some(item)) => return Some(Ok(item)),
                Err(error) => {
                    self.ended = true;
                    return Some(Err(error));
                }
            }
        }
        None
    }

    async fn step(&mut self) -> Result<Option<LogEvent>, StoreError> {
        if let Some((_, progress)) = &self.source {
            self.known = self.known.max(progress.borrow().seq);
        }
        if let Some(gap) = self.check_lag()? {
            return Ok(Some(gap));
        }
        if let Some(event) = self.ready.pop_front() {
            self.next = event.seq + 1;
            return Ok(Some(LogEvent::Event(RunEvent::new(Arc::clone(&self.run), event))));
        }
        if self.source.is_none() {
            let is_lost = |run: &Arc<RunState>| self.lost.as_ref().is_some_and(|lost| Arc::ptr_eq(lost, run));
            self.source = self.shared.find(&self.run).filter(|run| !is_lost(run)).map(|run| {
                let progress = run.watch();
                (run, progress)
            });
        }
        match self.source.take() {
            Some((run, progress)) => self.follow(run, progress).await?,
            None => self.query().await?,
        }
        Ok(None)
    }

    /// Applies the overflow policy.
    fn check_lag(&mut self) -> Result<Option<LogEvent>, StoreError> {
        let (OverflowPolicy::DropOldest { behind } | OverflowPolicy::Disconnect { behind }) = self.overflow else {
            return Ok(None);
        };
        let lag = (self.known + 1).saturating_sub(self.next);
        if self.floor.is_none_or(|floor| self.next <= floor) || lag <= behind {
            return Ok(None);
        }
        if let OverflowPolicy::Disconnect { .. } = self.overflow {
            let (run, last) = (&self.run, self.next - 1);
            let message = format!("the reader of the run `{run}` is {lag} events behind: continue after event {last}");
            return Err(StoreError::new(StoreErrorKind::Lagging, message));
        }
        let (from, to) = (self.next, self.known - behind);
        self.next = to + 1;
        while self.ready.front().is_some_and(|event| event.seq < self.next) {
            self.ready.pop_front();
        }
        Ok(Some(LogEvent::Gap { run: Arc::clone(&self.run), from, to }))
    }

    /// Reads or waits for events of a run in this process.
    async fn follow(&mut self, run: Arc<RunState>, mut progress: watch::Receiver<Progress>) -> Result<(), StoreError> {
        let now = *progress.borrow_and_update();
        self.known = self.known.max(now.seq);
        self.floor.get_or_insert(now.seq);
        if self.next <= now.seq {
            self.keep(run.recent(self.next, self.page));
            self.source = Some((run, progress));
            return if self.ready.is_empty() { self.read().await } else { Ok(()) };
        }
        if now.ended {
            return self.end(run).await;
        }
        // An error means that the sender is gone; the end of the run was sent before.
        let _ = progress.changed().await;
        let is_burst = !run.recent(self.next, 1).is_empty();
        self.floor = Some(if is_burst { progress.borrow().seq } else { self.next - 1 });
        self.source = Some((run, progress));
        Ok(())
    }

    /// Ends, unless the run continues elsewhere.
    async fn end(&mut self, run: Arc<RunState>) -> Result<(), StoreError> {
        let Some(failure) = run.failure() else {
            self.ended = true;
            return Ok(());
        };
        // A process that lost the run cannot write to it any more; the run continues in the log.
        let progress = match failure.kind() {
            StoreErrorKind::Invalid => self.shared.log.progress(&self.run).await.unwrap_or_default(),
            _ => None,
        };
        if progress.is_none_or(|progress| progress.epoch == run.epoch) {
            return Err(failure);
        }
        self.lost = Some(run);
        Ok(())
    }

    /// Queries the log for events of a run that has ended, or is in another process.
    async fn query(&mut self) -> Result<(), StoreError> {
        if self.next <= self.known {
            return self.read().await;
        }
        let progress = self.shared.log.progress(&self.run).await?.ok_or_else(|| StoreError::no_run(&self.run))?;
        self.known = progress.last_seq;
        self.floor.get_or_insert(progress.last_seq);
        if self.next <= progress.last_seq {
            self.quiet = 0;
            return self.read().await;
        }
        match progress.status {
            RunStatus::Running => {}
            RunStatus::Interrupted if self.waits.load(Ordering::Relaxed) => {
                tokio::time::sleep(RESUME_CHECK).await;
                return Ok(());
            }
            RunStatus::Interrupted => return Err(StoreError::interrupted(&self.run, progress.last_seq)),
            _ => {
                self.ended = true;
                return Ok(());
            }
        }
        tokio::time::sleep(self.shared.options.poll).await;
        self.floor = None;
        self.quiet += 1;
        if self.quiet >= QUIET_QUERIES {
            self.quiet = 0;
            // A read-only log cannot mark the run: the next process that can will.
            let _ = self.shared.log.mark_interrupted().await;
        }
        Ok(())
    }

    /// Reads a page of the log.
    async fn read(&mut self) -> Result<(), StoreError> {
        let page = self.shared.log.event_page(&self.run, self.next - 1, self.page, PAGE_BYTES).await?;
        if page.first().is_none_or(|event| event.seq != self.next) {
            let message = format!("the event {} of the run `{}` is no longer in the run log", self.next, self.run);
            return Err(StoreError::new(StoreErrorKind::NotFound, message));
        }
        self.keep(page.into_iter().map(Arc::new).collect());
        Ok(())
    }

    /// Keeps a page, and doubles the size of the next page unless the events are large.
    fn keep(&mut self, read: Vec<Arc<EventRecord>>) {
        // The log decodes a whole row of small events to return a few, so larger pages are cheaper per event.
        let largest = read.iter().map(|event| event.size()).max();
        self.page = (PAGE_BYTES / largest.unwrap_or(1)).min(self.page * 2).clamp(1, MAX_PAGE);
        self.ready.extend(read);
    }
}
