//! The first phase of a resumed run: everything that is recorded is recalled and compared, before any step does its own work.

use super::arms::NewArm;
use runnable_core::{Error, ErrorKind, Result};
use std::{
    collections::{BTreeSet, HashMap},
    mem::take,
    sync::{
        Mutex, MutexGuard, PoisonError,
        atomic::{AtomicBool, Ordering},
    },
    task::{Context, Poll, Waker},
};

/// The number of steps that an error lists.
const LISTED: usize = 5;

/// The recall of a history.
///
/// A step that is to do its own work waits. Once all steps of the run wait, nothing more can be recalled: if all recorded steps
/// have been reached, the waiting steps begin.
#[derive(Debug)]
pub(crate) struct Recall {
    /// True once steps may do their own work.
    ended: AtomicBool,
    state: Mutex<RecallState>,
    /// The number of items of each `map` up to the last with records, by the path of the `map`.
    items: HashMap<String, usize>,
}

#[derive(Debug, Default)]
struct RecallState {
    /// The completed steps that have not been reached.
    unreached: BTreeSet<String>,
    /// The steps that wait, in the order in which they came.
    waiting: Vec<Waker>,
    /// Their positions, by path.
    positions: HashMap<String, usize>,
    /// The arms that were taken without a record.
    arms: Vec<NewArm>,
}

impl Recall {
    /// Returns the recall of these completed steps, and of the arms with these paths.
    pub(super) fn new<'p>(unreached: BTreeSet<String>, arms: impl Iterator<Item = &'p str>) -> Self {
        let arms: Vec<_> = arms.collect();
        let ended = unreached.is_empty() && arms.is_empty();
        let items = items(unreached.iter().map(String::as_str).chain(arms));
        let state = RecallState { unreached, ..RecallState::default() };
        Self { ended: AtomicBool::new(ended), state: Mutex::new(state), items }
    }

    fn state(&self) -> MutexGuard<'_, RecallState> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn has_ended(&self) -> bool {
        self.ended.load(Ordering::Acquire)
    }

    /// Returns the number of items up to the last with records.
    pub(crate) fn items(&self, path: &str) -> usize {
        if self.has_ended() { 0 } else { self.items.get(path).copied().unwrap_or(0) }
    }

    /// Notes that the run has reached a step.
    pub(crate) fn reach(&self, path: &str) {
        if !self.has_ended() {
            self.state().unreached.remove(path);
        }
    }

    /// Keeps an arm until the recall ends: a run that is refused records none. Gives it back if the recall has ended.
    pub(crate) fn keep(&self, arm: NewArm) -> Option<NewArm> {
        if self.has_ended() {
            return Some(arm);
        }
        self.state().arms.push(arm);
        None
    }

    /// Excuses the steps in the body of a `try` that has failed.
    pub(crate) fn excuse(&self, path: &str, is_within: &dyn Fn(&str) -> bool) {
        if self.has_ended() {
            return;
        }
        self.state().unreached.retain(|step| {
            let below =
                if path.is_empty() { Some(&**step) } else { step.strip_prefix(path).and_then(|s| s.strip_prefix('/')) };
            let name = below.and_then(|below| below.split(['/', '[']).next());
            !name.is_some_and(is_within)
        });
    }

    /// Ready once the step may do its own work.
    pub(crate) fn poll_ended(&self, path: &str, task: &Context<'_>) -> Poll<()> {
        if self.has_ended() {
            return Poll::Ready(());
        }
        let mut state = self.state();
        // Another thread may have ended the recall meanwhile.
        if self.has_ended() {
            return Poll::Ready(());
        }
        match state.positions.get(path).copied() {
            Some(position) => state.waiting[position].clone_from(task.waker()),
            None => {
                let position = state.waiting.len();
                state.positions.insert(path.to_owned(), position);
                state.waiting.push(task.waker().clone());
            }
        }
        Poll::Pending
    }

    /// Ends the recall: the steps that wait begin. The arms that were taken without a record are recorded first.
    ///
    /// # Errors
    /// Returns an error if recorded steps have not been reached.
    pub(crate) fn end(&self, record: impl FnMut(NewArm)) -> Result<()> {
        if self.has_ended() {
            return Ok(());
        }
        let mut state = self.state();
        state.all_reached()?;
        take(&mut state.arms).into_iter().for_each(record);
        self.ended.store(true, Ordering::Release);
        take(&mut state.waiting).into_iter().for_each(Waker::wake);
        Ok(())
    }
}

impl RecallState {
    fn all_reached(&self) -> Result<()> {
        if self.unreached.is_empty() {
            return Ok(());
        }
        let listed: Vec<_> = self.unreached.iter().take(LISTED).map(|path| format!("`{path}`")).collect();
        let more = self.unreached.len().saturating_sub(LISTED);
        let more = if more > 0 { format!(" and {more} more") } else { String::new() };
        let message = format!(
            "the run does not reach recorded steps: {}{more}\nhelp: a condition or a collection has changed; resume with the \
             earlier values, or start a new run",
            listed.join(", ")
        );
        Err(Error::recorded(ErrorKind::Changed, false, message.into()))
    }
}

/// Returns, for each `map` and loop in these paths, the number of items up to the last.
fn items<'p>(paths: impl Iterator<Item = &'p str>) -> HashMap<String, usize> {
    let mut all: HashMap<String, usize> = HashMap::new();
    for path in paths {
        for (at, _) in path.match_indices('[') {
            let index = path.get(at + 1..).and_then(|rest| rest.split(']').next()?.parse().ok());
            if let (Some(map), Some(index)) = (path.get(..at), index) {
                let items: usize = index;
                let last = all.entry(map.to_owned()).or_default();
                *last = (*last).max(items + 1);
            }
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_item_with_records_counts() {
        let items = items(["a", "days[3]/b", "days[11]/hours[2]/c", "days[2]/hours[7]"].into_iter());
        let expected = [("days", 12), ("days[11]/hours", 3), ("days[2]/hours", 8)];
        assert_eq!(items, expected.map(|(path, count)| (path.to_owned(), count)).into());
    }
}
