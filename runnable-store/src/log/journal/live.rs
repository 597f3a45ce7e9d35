//! The runs that a journal records, and what of them waits to be written.

use super::flight::Flight;
use crate::{BoxFuture, EventRecord, JournalOptions, RunLog, StoreError, StoreErrorKind, Write};
use std::{
    collections::{HashMap, VecDeque},
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    task::Waker,
    time::Duration,
};
use tokio::{
    sync::{Notify, OnceCell, watch},
    time::Instant,
};

pub(crate) struct Live {
    pub(crate) log: Arc<dyn RunLog>,
    pub(crate) owner: String,
    pub(crate) options: JournalOptions,
    pub(super) queue: Mutex<Queue>,
    /// It is locked before the queue.
    pub(super) flight: Mutex<Option<Flight>>,
    /// What is queued is urgent.
    pub(super) wake: Notify,
    /// Something is queued.
    pub(super) doze: Notify,
    pub(super) leased: OnceCell<()>,
    /// One run at a time is reopened, so that a journal gets it once.
    pub(super) reopening: tokio::sync::Mutex<()>,
    runs: Mutex<HashMap<Arc<str>, Arc<RunState>>>,
}

/// What waits to be written.
#[derive(Default)]
pub(super) struct Queue {
    /// Runs with writes that wait.
    pub(super) runs: Vec<Arc<RunState>>,
    /// Somebody waits for it.
    pub(super) urgent: bool,
    /// So many times what waited was taken.
    pub(super) taken: u64,
    /// Nobody looks whether something has waited long enough: the next write wakes who does.
    pub(super) dozing: bool,
    pub(super) stage: Stage,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Stage {
    #[default]
    Open,
    /// Nobody will write any more.
    Stopping,
    /// Nothing is written any more.
    Stopped,
}

/// A run that is being recorded.
pub(crate) struct RunState {
    pub(crate) id: Arc<str>,
    state: Mutex<State>,
    progress: watch::Sender<Progress>,
}

/// How far a run is in the log.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Progress {
    /// Its last event there.
    pub(crate) seq: u64,
    /// Nothing follows.
    pub(crate) over: bool,
}

#[derive(Default)]
pub(super) struct State {
    /// What waits to be written; where there is something, the run is in the queue.
    pub(super) waiting: Vec<Write>,
    /// So many writes were taken in,
    pub(super) written: u64,
    /// and so many of them are durable.
    pub(super) durable: u64,
    /// The bytes of what was taken in and is not in the log.
    pub(super) bytes: usize,
    pub(super) failed: Option<StoreError>,
    pub(super) ended: bool,
    pub(super) for_durable: Vec<(u64, Waker)>,
    pub(super) for_room: Vec<Waker>,
    recent: VecDeque<Arc<EventRecord>>,
    /// About how many bytes they take.
    recent_bytes: usize,
}

/// So many bytes of a run's recent events are kept in memory.
const RECENT: usize = 4 * 1024 * 1024;

impl Live {
    pub(super) fn new(log: Arc<dyn RunLog>, options: JournalOptions) -> Self {
        let owner = ulid::Ulid::new().to_string();
        let queue = Mutex::new(Queue { dozing: true, ..Queue::default() });
        let (wake, doze, leased) = (Notify::new(), Notify::new(), OnceCell::new());
        Self {
            log,
            owner,
            options,
            queue,
            flight: Mutex::default(),
            wake,
            doze,
            leased,
            reopening: tokio::sync::Mutex::default(),
            runs: Mutex::default(),
        }
    }

    pub(super) fn queue(&self) -> MutexGuard<'_, Queue> {
        self.queue.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn runs(&self) -> MutexGuard<'_, HashMap<Arc<str>, Arc<RunState>>> {
        self.runs.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Tells the log that this journal is alive, before it records its first run.
    pub(super) async fn lease(&self) -> Result<(), StoreError> {
        let begin = || self.patiently(|| self.log.renew_lease(&self.owner, self.options.lease));
        self.leased.get_or_try_init(begin).await.copied()
    }

    /// Does it again while others keep the store busy.
    pub(super) async fn patiently<'a, T>(&self, act: impl Fn() -> BoxFuture<'a, T>) -> Result<T, StoreError> {
        let (mut pause, mut until) = (Duration::from_millis(5), None);
        loop {
            let done = act().await;
            if !matches!(&done, Err(error) if error.kind() == StoreErrorKind::Busy) {
                return done;
            }
            let now = Instant::now();
            if now >= *until.get_or_insert(now + self.options.patience) {
                return done;
            }
            tokio::time::sleep(pause).await;
            pause = (pause * 2).min(Duration::from_secs(1));
        }
    }

    pub(super) fn begin(&self, run: &str, seq: u64) -> Arc<RunState> {
        let id: Arc<str> = run.into();
        let progress = watch::Sender::new(Progress { seq, over: false });
        let run = Arc::new(RunState { id: Arc::clone(&id), state: Mutex::default(), progress });
        self.runs().insert(id, Arc::clone(&run));
        run
    }

    /// Whether there is one run.
    pub(super) fn is_only_one(&self) -> bool {
        self.runs().len() == 1
    }

    /// The run, where this journal records it now.
    pub(crate) fn find(&self, run: &str) -> Option<Arc<RunState>> {
        self.runs().get(run).cloned()
    }

    /// Waits for the end of a run that has ended here; false where it goes on.
    pub(super) async fn ended(&self, run: &str) -> bool {
        let Some(run) = self.find(run) else { return true };
        if !run.state().ended {
            return false;
        }
        let mut progress = run.watch();
        // The end is written at once: somebody watches.
        progress.wait_for(|progress| progress.over).await.is_ok()
    }

    pub(super) fn end(&self, run: &Arc<RunState>) {
        let mut runs = self.runs();
        if runs.get(&run.id).is_some_and(|known| Arc::ptr_eq(known, run)) {
            runs.remove(&run.id);
        }
    }

    /// Nobody will write any more.
    pub(super) fn stop(&self) {
        let mut queue = self.queue();
        if queue.stage == Stage::Open {
            queue.stage = Stage::Stopping;
        }
        drop(queue);
        self.wake.notify_one();
    }

    /// Nothing is written any more: who waits for it is told.
    pub(super) fn stopped(&self) {
        self.queue().stage = Stage::Stopped;
        *self.flight() = None;
        let runs = std::mem::take(&mut *self.runs());
        runs.values().for_each(|run| run.fail(&stopped()));
    }
}

pub(super) fn stopped() -> StoreError {
    StoreError::new(StoreErrorKind::Other, "the journal was closed: nothing is recorded any more")
}

impl State {
    /// Whether this write is in the log, or none will be any more.
    pub(super) fn outcome(&self, ticket: u64) -> Option<Result<(), StoreError>> {
        match &self.failed {
            Some(error) => Some(Err(error.clone())),
            None => (self.durable >= ticket).then_some(Ok(())),
        }
    }
}

impl RunState {
    pub(super) fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn watch(&self) -> watch::Receiver<Progress> {
        self.progress.subscribe()
    }

    /// Whether somebody reads its events live.
    pub(super) fn is_followed(&self) -> bool {
        self.progress.receiver_count() > 0
    }

    pub(crate) fn failure(&self) -> Option<StoreError> {
        self.state().failed.clone()
    }

    /// The events from `seq` on, at most so many, where that one is among the recent ones.
    pub(crate) fn recent(&self, seq: u64, limit: usize) -> Vec<Arc<EventRecord>> {
        let state = self.state();
        let first = state.recent.front().map_or(u64::MAX, |event| event.seq);
        let Some(skip) = seq.checked_sub(first).and_then(|skip| usize::try_from(skip).ok()) else { return Vec::new() };
        state.recent.iter().skip(skip).take(limit).cloned().collect()
    }

    /// Some of its writes are in the log now.
    pub(super) fn settle(&self, done: Settled, recent: usize) {
        let mut state = self.state();
        state.durable += done.writes;
        state.bytes = state.bytes.saturating_sub(done.bytes);
        let last = done.last_seq;
        let followed = done.followed;
        if !followed
            || done.events.first().zip(state.recent.back()).is_some_and(|(next, last)| next.seq != last.seq + 1)
        {
            state.recent.clear();
            state.recent_bytes = 0;
        }
        if followed {
            state.recent_bytes += done.events.iter().map(EventRecord::size).sum::<usize>();
            state.recent.extend(done.events.into_iter().map(Arc::new));
            while state.recent.len() > recent || state.recent_bytes > RECENT {
                let Some(oldest) = state.recent.pop_front() else { break };
                state.recent_bytes -= oldest.size();
            }
        }
        let durable = state.durable;
        let woken: Vec<(u64, Waker)> = state.for_durable.extract_if(.., |(ticket, _)| *ticket <= durable).collect();
        let room = std::mem::take(&mut state.for_room);
        drop(state);
        if last.is_some() || done.over {
            self.progress.send_if_modified(|progress| {
                progress.seq = last.unwrap_or(progress.seq);
                progress.over |= done.over;
                // Nobody is told where nobody listens; who begins to listen looks first.
                self.is_followed()
            });
        }
        woken.into_iter().for_each(|(_, waker)| waker.wake());
        room.into_iter().for_each(Waker::wake);
    }

    /// Nothing more of it can be written.
    pub(super) fn fail(&self, error: &StoreError) {
        let mut state = self.state();
        state.failed.get_or_insert_with(|| error.clone());
        let durable = std::mem::take(&mut state.for_durable);
        let room = std::mem::take(&mut state.for_room);
        drop(state);
        self.progress.send_modify(|progress| progress.over = true);
        durable.into_iter().for_each(|(_, waker)| waker.wake());
        room.into_iter().for_each(Waker::wake);
    }
}

/// Writes of a run that are in the log.
#[derive(Default)]
pub(super) struct Settled {
    pub(super) writes: u64,
    pub(super) bytes: usize,
    pub(super) events: Vec<EventRecord>,
    pub(super) last_seq: Option<u64>,
    pub(super) over: bool,
    /// The events are there.
    followed: bool,
}

impl Settled {
    /// With the events themselves, where somebody follows the run.
    pub(super) fn of(writes: Vec<Write>, followed: bool) -> Self {
        let mut settled = Self { followed, ..Self::default() };
        for write in writes {
            settled.writes += 1;
            settled.bytes += weight(&write);
            match write {
                Write::Event(event) => {
                    settled.last_seq = Some(event.seq);
                    if followed {
                        settled.events.push(event);
                    }
                }
                Write::RunEnded { .. } => settled.over = true,
                _ => {}
            }
        }
        settled
    }
}

/// About how many bytes a write takes in memory.
pub(super) fn weight(write: &Write) -> usize {
    let json = |json: &Option<crate::Json>| json.as_ref().map_or(0, |json| json.get().len());
    size_of::<Write>()
        + match write {
            Write::StepStarted { path, inputs, .. } => path.len() + json(inputs),
            Write::StepEnded { path, output, error, .. } => path.len() + json(output) + json(error),
            Write::Event(event) => event.path.get().len() + event.event_type.as_str().len() + json(&event.data),
            Write::Artifact(file) => file.name.len() + file.step.len() + file.hash.len() + file.media_type.len(),
            Write::RunEnded { output, error, .. } => json(output) + json(error),
        }
}
