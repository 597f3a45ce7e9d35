//! The items of a run that other units run.

use super::{
    asking::{ASK_AGAIN, Asked, Asking, Wanted, ask},
    paths::{is_within, items, name, parts},
    state::ItemFailure,
};
use runnable_core::{Error, ErrorKind, Result, hooks::Placement};
use runnable_runner::{ItemEnd, SharedRun};
use runnable_store::{BoxFuture, StoreError, StoreErrorKind};
use std::{
    collections::{HashMap, HashSet},
    fmt,
    pin::Pin,
    sync::{
        Arc, Mutex, MutexGuard, PoisonError,
        atomic::{AtomicBool, Ordering},
    },
};
use tokio::sync::{Notify, oneshot};
use tokio_util::task::AbortOnDropHandle;

/// A run, as the unit of the run or of an item shares it with the units of items.
pub(super) struct SharedItems {
    asking: Arc<Asking>,
    /// The steps that earlier units of the item of this unit have ended.
    earlier: HashSet<String>,
    /// The items whose records are complete.
    done: Mutex<HashSet<String>>,
    active: Mutex<HashMap<String, Active>>,
    has_begun: AtomicBool,
    /// Notified when the item of this unit has ended.
    ended: Notify,
}

/// An item that another unit runs.
struct Active {
    work: AbortOnDropHandle<Asked>,
    wanted: Arc<Wanted>,
}

impl SharedItems {
    pub(super) fn new(asking: Asking, earlier: HashSet<String>) -> Self {
        let done = Mutex::new(asking.log.complete_items());
        let (active, has_begun, ended) = (Mutex::default(), AtomicBool::new(false), Notify::new());
        Self { asking: Arc::new(asking), earlier, done, active, has_begun, ended }
    }

    fn target(&self) -> Option<&str> {
        self.asking.unit.target()
    }

    fn done(&self) -> MutexGuard<'_, HashSet<String>> {
        self.done.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn active(&self) -> MutexGuard<'_, HashMap<String, Active>> {
        self.active.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Returns whether the path is in an item whose records are complete, or is that item.
    fn is_done(&self, path: &str) -> bool {
        let done = self.done();
        items(path).any(|item| done.contains(item))
    }

    /// Waits until the item of this unit has ended.
    pub(super) async fn item_ended(&self) {
        self.ended.notified().await;
    }

    /// Waits until this unit must begin again.
    pub(super) async fn lost(&self) {
        self.asking.log.lost().await;
    }

    fn spreads(&self, map: &str) -> bool {
        self.asking.log.spread().iter().any(|spread| spread == name(map)) && self.asking.is_map(map)
    }
}

impl SharedRun for SharedItems {
    fn place(&self, map: &str) -> Placement {
        let elsewhere = || if self.spreads(map) { Placement::Elsewhere } else { Placement::Here };
        let Some(target) = self.target() else { return elsewhere() };
        let on_the_way = items(target).find_map(|item| Some((item, parts(item).filter(|(of, _)| *of == map)?.1)));
        match on_the_way {
            Some((item, index)) => Placement::Only { index, is_target: item == target },
            None if is_within(map, target) => elsewhere(),
            None => Placement::Here,
        }
    }

    fn begin(&self, item: &str) -> bool {
        if self.target() == Some(item) {
            self.has_begun.store(true, Ordering::Relaxed);
        }
        let is_around = self.target().is_some_and(|target| is_within(target, item));
        !is_around && !self.is_done(item)
    }

    fn run(&self, item: &str) -> BoxFuture<'static, ItemEnd> {
        let (asking, wanted) = (Arc::clone(&self.asking), Arc::new(Wanted::default()));
        let (send, receive) = oneshot::channel();
        let asked = ask(Arc::clone(&asking), item.to_owned(), Arc::clone(&wanted));
        let work = AbortOnDropHandle::new(asking.spreading.runtime.spawn(async move {
            let outcome = Arc::new(asked.await);
            // Nobody receives the end of an item that is cancelled.
            let _ = send.send(Arc::clone(&outcome));
            outcome
        }));
        self.active().insert(item.to_owned(), Active { work, wanted });
        let run = self.asking.unit.run.clone();
        Box::pin(async move {
            let ended =
                |_| StoreError::new(StoreErrorKind::Other, format!("an item of the run `{run}` is not asked for"));
            let outcome: Asked = receive.await.map_err(ended)?;
            asking.end(outcome.as_ref().as_ref().map_err(Clone::clone)?)
        })
    }

    fn cancel(&self, item: &str) -> Pin<Box<dyn Future<Output = Option<ItemEnd>> + Send>> {
        let active = self.active().remove(item);
        let (asking, item) = (Arc::clone(&self.asking), item.to_owned());
        Box::pin(async move {
            if asking.log.is_lost() {
                // The unit begins again, and then it needs the item.
                std::future::pending::<()>().await;
            }
            let Some(Active { mut work, wanted }) = active else {
                if asking.resumes
                    && let Err(error) = asking.cancel_earlier(&item).await
                {
                    tracing::warn!(?error, item, run = asking.unit.run, "an item cannot be cancelled");
                }
                return None;
            };
            wanted.cancelled.cancel();
            let outcome = loop {
                let number = wanted.number.load(Ordering::Relaxed);
                if number > 0 {
                    let unit = asking.order(&item, number);
                    if let Err(error) = asking.spreading.children.cancel(&unit).await {
                        tracing::warn!(?error, item, run = unit.run, "an item cannot be cancelled yet");
                    }
                }
                if let Ok(ended) = tokio::time::timeout(ASK_AGAIN, &mut work).await {
                    break ended.ok()?;
                }
            };
            asking.end(outcome.as_ref().as_ref().ok()?).ok()
        })
    }

    fn expect(&self, item: &str, entries: usize) {
        self.active().remove(item);
        self.done().insert(item.to_owned());
        self.asking.log.expect(item, entries);
    }

    fn ended(&self, end: Result<(), &Error>) {
        let runner = &self.asking.runner;
        let failure =
            end.err().map(|error| ItemFailure { error: runner.record_error(error), step: error.path().to_string() });
        self.asking.log.end_item(failure);
        self.ended.notify_one();
    }

    fn may_begin(&self, path: &str) -> bool {
        self.target().is_none_or(|target| is_within(path, target))
    }

    fn recalls(&self, path: &str) -> bool {
        let is_elsewhere = |item: &str| parts(item).is_some_and(|(map, _)| self.place(map) == Placement::Elsewhere);
        !items(path).any(|item| is_elsewhere(item) && !self.is_done(item))
    }

    fn is_foreign(&self, path: &str) -> bool {
        !self.may_begin(path) || self.is_done(path) || self.earlier.contains(path)
    }

    fn recalled(&self) -> Result<()> {
        match self.target() {
            Some(target) if !self.has_begun.load(Ordering::Relaxed) => {
                let message = format!(
                    "the run does not reach the item `{target}` on the worker that is to run it\nhelp: the expressions of a \
                     pipeline must give the same values on all workers: return random values, times and sets from a task"
                );
                Err(Error::recorded(ErrorKind::Changed, false, message.into()))
            }
            _ => Ok(()),
        }
    }

    fn is_item(&self) -> bool {
        self.target().is_some()
    }
}

impl fmt::Debug for SharedItems {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SharedItems").field("unit", &self.asking.unit.key()).finish_non_exhaustive()
    }
}
