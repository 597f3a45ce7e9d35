//! Asks for items of a run, which other units run.

use super::{
    children::Children,
    item::{Item, Recorded},
    log::UnitLog,
    outcome::Outcome,
    paths::{parts, without_indices},
    publisher::Events,
    recalled,
    spec::Unit,
    state::ItemFailure,
};
use crate::{
    error::{ClusterError, ClusterErrorKind},
    patience::while_kind,
};
use futures_util::future::try_join_all;
use runnable_runner::{ItemEnd, Runner};
use runnable_store::{RunStatus, StoreError, StoreErrorKind, entries_from_json};
use std::{
    collections::{HashMap, HashSet},
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicU32, Ordering},
    },
    time::Duration,
};
use tokio::{
    runtime::Handle,
    sync::{OnceCell, Semaphore},
};
use tokio_util::sync::CancellationToken;

/// The time after which the unit of an item that has not ended is asked again to end.
pub(super) const ASK_AGAIN: Duration = Duration::from_millis(100);

/// The number of items of a unit that run elsewhere at a time. Each holds a connection to Restate.
pub(super) const AT_A_TIME: usize = 512;

/// The means to run items on other workers.
#[derive(Clone)]
pub(crate) struct Spreading {
    pub(crate) children: Arc<dyn Children>,
    /// Drives the requests: the threads of units may be busy.
    pub(crate) runtime: Handle,
    /// The maps whose items run on other workers, in runs that begin here.
    pub(crate) maps: Arc<[String]>,
}

/// The means to ask for the items of a run.
pub(super) struct Asking {
    pub(super) unit: Arc<Unit>,
    pub(super) log: Arc<UnitLog>,
    pub(super) events: Arc<dyn Events>,
    pub(super) runner: Runner,
    pub(super) spreading: Spreading,
    /// The places for items that run elsewhere.
    pub(super) places: Semaphore,
    /// The ids of the nodes that are maps.
    pub(super) maps: HashSet<String>,
    /// The histories before maps, which all of their items share.
    pub(super) histories: Mutex<HashMap<String, Arc<OnceCell<Recorded>>>>,
    /// True if another worker may have asked for items before.
    pub(super) resumes: bool,
    /// The units that ran when this unit was first to cancel an item that it had not asked for.
    pub(super) others: OnceCell<Vec<Unit>>,
}

/// The end of a unit of an item.
pub(super) type Asked = Arc<Result<Outcome, StoreError>>;

/// The unit of an item that is asked for.
#[derive(Default)]
pub(super) struct Wanted {
    pub(super) cancelled: CancellationToken,
    pub(super) number: AtomicU32,
}

impl Asking {
    /// Returns whether a path is of a `map`, and not of a loop.
    pub(super) fn is_map(&self, path: &str) -> bool {
        self.maps.contains(&without_indices(path))
    }

    /// Returns the order of an item without its history, which has the key of the item.
    pub(super) fn order(&self, item: &str, number: u32) -> Unit {
        let history = Recorded::Messages(Vec::new());
        let (path, spread) = (item.to_owned(), self.log.spread().to_vec());
        let item = Item { path, number, spread, history, earlier: None };
        Unit { item: Some(Box::new(item)), ..(*self.unit).clone() }
    }

    /// Returns the history before the `map` of an item.
    async fn history(&self, item: &str) -> Result<Recorded, StoreError> {
        let map = parts(item).map_or(item, |(map, _)| map);
        let cell = {
            let mut histories = self.histories.lock().unwrap_or_else(PoisonError::into_inner);
            Arc::clone(histories.entry(map.to_owned()).or_default())
        };
        let read = || async {
            let entries = recalled::before(&*self.log, &self.unit.run, map, |path| self.is_map(path)).await?;
            Recorded::keep(&entries, &self.order(item, 1), &*self.events).await
        };
        cell.get_or_try_init(read).await.cloned()
    }

    /// Cancels an item that this worker has not asked for, if an earlier worker of the unit has.
    pub(super) async fn cancel_earlier(&self, item: &str) -> Result<(), ClusterError> {
        let children = &*self.spreading.children;
        let read = || async {
            let keys = children.active(&self.unit).await?;
            Ok(keys.iter().filter_map(|key| self.unit.with_key(key)).collect())
        };
        let others: &Vec<Unit> = self.others.get_or_try_init(read).await?;
        if others.iter().any(|other| other.target() == Some(item)) {
            cancel_items(&self.unit, children, |other| other.target() != Some(item)).await?;
        }
        Ok(())
    }

    /// Returns the end of an item with its records.
    pub(super) fn end(&self, outcome: &Outcome) -> Result<ItemEnd, StoreError> {
        let entries = outcome.entries.as_ref().map_or(Ok(Vec::new()), |entries| entries_from_json(entries.get(), 0))?;
        if let (Some(error), Some(step)) = (&outcome.error, &outcome.step) {
            self.log.note_failure(ItemFailure { error: error.clone().into(), step: step.clone() });
        }
        let error = (outcome.status != RunStatus::Succeeded).then(|| outcome.error(&self.runner));
        Ok(ItemEnd { entries, error })
    }
}

/// Cancels items that an earlier worker of a unit has asked for, and waits for their ends.
pub(super) async fn cancel_items(
    unit: &Unit,
    children: &dyn Children,
    is_wanted: impl Fn(&Unit) -> bool,
) -> Result<(), ClusterError> {
    let mut earlier = HashSet::new();
    loop {
        let active: HashSet<_> = children.active(unit).await?.into_iter().collect();
        let items = active.iter().filter_map(|key| unit.with_key(key).map(|item| (key, item)));
        let items: Vec<_> = items.filter(|(_, item)| !is_wanted(item)).collect();
        if items.is_empty() {
            return Ok(());
        }
        // An item that has just ended may be listed for another moment.
        let active_still: Vec<_> =
            items.into_iter().filter(|(key, _)| earlier.contains(*key)).map(|(_, item)| item).collect();
        try_join_all(active_still.iter().map(|item| children.cancel(item))).await?;
        earlier = active;
        tokio::time::sleep(ASK_AGAIN / 4).await;
    }
}

/// Asks for an item until a unit has run it.
pub(super) async fn ask(asking: Arc<Asking>, item: String, wanted: Arc<Wanted>) -> Result<Outcome, StoreError> {
    let not_begun = Outcome::new(RunStatus::Cancelled, None, None, &[]);
    let place = wanted.cancelled.run_until_cancelled(asking.places.acquire());
    let Some(Ok(_place)) = place.await else { return Ok(not_begun) };
    let history = asking.history(&item).await?;
    let mut earlier = Vec::new();
    for number in 1.. {
        if wanted.cancelled.is_cancelled() && number == 1 {
            // It has not begun anywhere.
            break;
        }
        wanted.number.store(number, Ordering::Relaxed);
        let mut unit = asking.order(&item, number);
        let kept = match &*earlier {
            [] => None,
            earlier => Some(Recorded::keep(earlier, &unit, &*asking.events).await?),
        };
        if let Some(item) = &mut unit.item {
            (item.history, item.earlier) = (history.clone(), kept);
        }
        let outcome = run(&asking, &unit).await?;
        if outcome.status != RunStatus::Cancelled || wanted.cancelled.is_cancelled() {
            return Ok(outcome);
        }
        // A worker that has taken the run over cancels its items, and then this worker must not start them again.
        asking.log.confirm().await?;
        if wanted.cancelled.is_cancelled() {
            return Ok(outcome);
        }
        // An operator has cancelled the unit, and the run still needs the item.
        tracing::info!(item, run = unit.run, number, "an item was cancelled, and is started again");
        earlier.append(&mut asking.end(&outcome)?.entries);
    }
    Ok(not_begun)
}

/// Runs a unit. Waits for servers that cannot be reached, and for a worker of the build.
async fn run(asking: &Asking, unit: &Unit) -> Result<Outcome, StoreError> {
    let is_temporary = |kind| matches!(kind, ClusterErrorKind::Unreachable | ClusterErrorKind::NotFound);
    let outcome = while_kind(is_temporary, || asking.spreading.children.run(unit)).await;
    outcome.map_err(|error| {
        let message = format!("the item `{}` cannot be started", unit.target().unwrap_or_default());
        StoreError::new(StoreErrorKind::Other, message).with_source(error)
    })
}
