//! Reading the events of a run while it runs, and after.

use super::live::{Live, Progress, RunState};
use crate::{EventRecord, LogEvent, RunEvent, RunStatus, StoreError, StoreErrorKind};
use futures_core::Stream;
use std::{
    collections::VecDeque,
    fmt,
    pin::Pin,
    sync::Arc,
    task::{Context, Poll},
};
use tokio::sync::watch;

/// So many events are read at once, at first and at most,
const PAGES: (usize, usize) = (16, 1024);
/// of about so many bytes: what a reader that does not read on holds.
const BYTES: usize = 256 * 1024;

/// While a run of another process is quiet, its owner's life is looked at after so many looks for events.
const QUIET: u32 = 10;

/// What is done with a reader that is slower than the run. What was in the log when it began to read, or came at once while it waited, comes
/// whole in any case.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
#[non_exhaustive]
pub enum OverflowPolicy {
    /// It gets everything, at its own pace; the run does not wait.
    #[default]
    Block,
    /// It loses the oldest events, so that it is at most so many behind, and gets a [`LogEvent::Gap`] for them.
    DropOldest {
        /// So many events.
        behind: u64,
    },
    /// Its stream ends with an error ([`StoreErrorKind::Lagging`]) once it is further behind.
    Disconnect {
        /// So many events.
        behind: u64,
    },
}

/// The events of a run: [`Journal::events`](crate::Journal::events).
///
/// # Cancel safety
/// Dropping it, or a future that waits for its next item, loses nothing: one that begins after the last number received goes on there.
pub struct EventStream {
    inner: Pin<Box<dyn Stream<Item = Result<LogEvent, StoreError>> + Send>>,
}

impl EventStream {
    pub(crate) fn new(live: Arc<Live>, run: &str, after: u64, overflow: OverflowPolicy) -> Self {
        let (next, ready, run) = (after.saturating_add(1), VecDeque::new(), Arc::from(run));
        let mut tail = Tail {
            live,
            run,
            next,
            overflow,
            ready,
            page: PAGES.0,
            floor: None,
            known: 0,
            source: None,
            quiet: 0,
            over: false,
        };
        let inner = async_stream::stream! {
            while let Some(item) = tail.next().await {
                yield item;
            }
        };
        Self { inner: Box::pin(inner) }
    }
}

impl Stream for EventStream {
    type Item = Result<LogEvent, StoreError>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.inner.as_mut().poll_next(cx)
    }
}

impl fmt::Debug for EventStream {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("EventStream").finish_non_exhaustive()
    }
}

struct Tail {
    live: Arc<Live>,
    run: Arc<str>,
    /// The next event to give.
    next: u64,
    overflow: OverflowPolicy,
    /// Events that were read, from `next` on.
    ready: VecDeque<Arc<EventRecord>>,
    /// How many are read next.
    page: usize,
    /// The last event that was there at the beginning, or after it last waited: what came at once while it waited is not its lag.
    floor: Option<u64>,
    /// The last event that is known to be there.
    known: u64,
    /// Where this process records the run.
    source: Option<(Arc<RunState>, watch::Receiver<Progress>)>,
    quiet: u32,
    over: bool,
}

impl Tail {
    async fn next(&mut self) -> Option<Result<LogEvent, StoreError>> {
        while !self.over {
            match self.step().await {
                Ok(None) => {}
                Ok(Some(item)) => return Some(Ok(item)),
                Err(error) => {
                    self.over = true;
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
        if let Some(gap) = self.lag()? {
            return Ok(Some(gap));
        }
        if let Some(event) = self.ready.pop_front() {
            self.next = event.seq + 1;
            return Ok(Some(LogEvent::Event(RunEvent::new(Arc::clone(&self.run), event))));
        }
        if self.source.is_none() {
            self.source = self.live.find(&self.run).map(|run| {
                let progress = run.watch();
                (run, progress)
            });
        }
        match self.source.take() {
            Some((run, progress)) => self.look(run, progress).await?,
            None => self.look_elsewhere().await?,
        }
        Ok(None)
    }

    /// Does what is to be done with a reader that is too slow.
    fn lag(&mut self) -> Result<Option<LogEvent>, StoreError> {
        let (OverflowPolicy::DropOldest { behind } | OverflowPolicy::Disconnect { behind }) = self.overflow else {
            return Ok(None);
        };
        let lag = (self.known + 1).saturating_sub(self.next);
        if self.floor.is_none_or(|floor| self.next <= floor) || lag <= behind {
            return Ok(None);
        }
        if let OverflowPolicy::Disconnect { .. } = self.overflow {
            let message =
                format!("the reader of the run `{}` is {lag} events behind: read on after {}", self.run, self.next - 1);
            return Err(StoreError::new(StoreErrorKind::Lagging, message));
        }
        let (from, to) = (self.next, self.known - behind);
        self.next = to + 1;
        while self.ready.front().is_some_and(|event| event.seq < self.next) {
            self.ready.pop_front();
        }
        Ok(Some(LogEvent::Gap { run: Arc::clone(&self.run), from, to }))
    }

    /// Waits for more of a run that this process records.
    async fn look(&mut self, run: Arc<RunState>, mut progress: watch::Receiver<Progress>) -> Result<(), StoreError> {
        let now = *progress.borrow_and_update();
        self.known = self.known.max(now.seq);
        self.floor.get_or_insert(now.seq);
        if self.next <= now.seq {
            self.keep(run.recent(self.next, self.page));
            self.source = Some((run, progress));
            return if self.ready.is_empty() { self.read().await } else { Ok(()) };
        }
        if now.over {
            self.over = true;
            return run.failure().map_or(Ok(()), Err);
        }
        // The run's end is said before its state goes.
        let _ = progress.changed().await;
        self.floor = None;
        self.source = Some((run, progress));
        Ok(())
    }

    /// Looks for more of a run that is over, or of another process.
    async fn look_elsewhere(&mut self) -> Result<(), StoreError> {
        if self.next <= self.known {
            return self.read().await;
        }
        let record = self.live.log.run(&self.run).await?;
        let record = record
            .ok_or_else(|| StoreError::new(StoreErrorKind::NotFound, format!("there is no run `{}`", self.run)))?;
        self.known = record.last_seq;
        self.floor.get_or_insert(record.last_seq);
        if self.next <= record.last_seq {
            self.quiet = 0;
            return self.read().await;
        }
        if record.status != RunStatus::Running {
            self.over = true;
            return Ok(());
        }
        tokio::time::sleep(self.live.options.poll).await;
        self.floor = None;
        self.quiet += 1;
        if self.quiet >= QUIET {
            self.quiet = 0;
            // A read-only reader cannot mark runs; the owner's process or the next one does.
            let _ = self.live.log.mark_interrupted().await;
        }
        Ok(())
    }

    /// Reads a page of the log.
    async fn read(&mut self) -> Result<(), StoreError> {
        let page = self.live.log.events(&self.run, self.next - 1, self.page).await?;
        if page.first().is_none_or(|event| event.seq != self.next) {
            let message = format!("event {} of the run `{}` is not in the log any more", self.next, self.run);
            return Err(StoreError::new(StoreErrorKind::NotFound, message));
        }
        self.keep(page.into_iter().map(Arc::new).collect());
        Ok(())
    }

    /// Keeps what was read, and reads more the next time, unless the events are large.
    fn keep(&mut self, read: Vec<Arc<EventRecord>>) {
        // Many small ones: a log may have to read a thousand to find a few of them.
        let largest = read.iter().map(|event| event.size()).max();
        self.page = (BYTES / largest.unwrap_or(1)).min(self.page * 2).clamp(1, PAGES.1);
        self.ready.extend(read);
    }
}
