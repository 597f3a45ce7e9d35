//! The first phase of a resumed run: everything that is recorded is recalled and compared, before any step does its own work.

use super::arms::{NewArm, named};
use runnable_core::{Error, ErrorKind, Result};
use runnable_store::Write;
use std::{
    collections::{BTreeSet, HashMap},
    mem::take,
    ops::Range,
    sync::{
        Mutex, MutexGuard, PoisonError,
        atomic::{AtomicBool, AtomicUsize, Ordering},
    },
    task::{Context, Poll, Waker},
};

/// The number of steps and choices that an error lists.
const LISTED: usize = 5;

/// The recall of a history.
///
/// A step that is to do its own work waits. Once all steps of the run wait, nothing more can be recalled: if everything that is
/// recorded has been reached, the waiting steps begin.
#[derive(Debug)]
pub(crate) struct Recall {
    /// True once steps may do their own work.
    ended: AtomicBool,
    /// The number of maps whose sources may yet yield or cause something that is recorded.
    held: AtomicUsize,
    state: Mutex<RecallState>,
    /// The number of items of each `map` up to the last with records, by the path of the `map`.
    items: HashMap<String, usize>,
}

#[derive(Debug, Default)]
struct RecallState {
    /// The steps that have not been reached.
    unreached: BTreeSet<String>,
    /// The choices that have not been reached, by path and number.
    untaken: BTreeSet<(String, u32)>,
    /// The steps that wait, in the order in which they came.
    waiting: Vec<Waker>,
    /// Their positions, by path.
    positions: HashMap<String, usize>,
    /// The entries that are written once the recall has ended: the arms that were taken without a record, and the attempts of a `retry` all of
    /// whose steps were recalled.
    kept: Vec<Write>,
}

impl Recall {
    /// Returns the recall of these steps and choices.
    pub(super) fn new(unreached: BTreeSet<String>, untaken: BTreeSet<(String, u32)>) -> Self {
        let ended = unreached.is_empty() && untaken.is_empty();
        let items = items(unreached.iter().chain(untaken.iter().map(|(path, _)| path)));
        let state = RecallState { unreached, untaken, ..RecallState::default() };
        Self { ended: AtomicBool::new(ended), held: AtomicUsize::new(0), state: Mutex::new(state), items }
    }

    /// Begins the recall also if nothing is recorded, so that its end is noticed.
    pub(super) fn even_if_empty(self) -> Self {
        self.ended.store(false, Ordering::Release);
        self
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

    /// Holds the recall open, or releases it again.
    pub(crate) fn hold(&self, held: bool) {
        if held {
            self.held.fetch_add(1, Ordering::AcqRel);
        } else {
            self.held.fetch_sub(1, Ordering::AcqRel);
        }
    }

    /// Notes that the run has reached a step.
    pub(crate) fn reach(&self, path: &str) {
        if !self.has_ended() {
            self.state().unreached.remove(path);
        }
    }

    /// Notes that a choice has taken its recorded arm.
    pub(crate) fn take(&self, NewArm { path, choice, .. }: NewArm) {
        if !self.has_ended() {
            self.state().untaken.remove(&(path, choice));
        }
    }

    /// Keeps entries until the recall ends: a run that is refused records none. Gives them back if the recall has ended.
    pub(crate) fn keep(&self, entries: Vec<Write>) -> Vec<Write> {
        if self.has_ended() {
            return entries;
        }
        self.state().kept.extend(entries);
        Vec::new()
    }

    /// Excuses the steps and choices in the body of a `try` that has failed.
    pub(crate) fn excuse(&self, path: &str, choices: Range<u32>, is_within: &dyn Fn(&str) -> bool) {
        if self.has_ended() {
            return;
        }
        let is_below = |step: &str| {
            let below =
                if path.is_empty() { Some(step) } else { step.strip_prefix(path).and_then(|s| s.strip_prefix('/')) };
            below.and_then(|below| below.split(['/', '[']).next()).is_some_and(is_within)
        };
        let mut state = self.state();
        state.unreached.retain(|step| !is_below(step));
        state.untaken.retain(|(at, choice)| !(at == path && choices.contains(choice) || is_below(at)));
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

    /// Ends the recall, and returns true: the steps that wait begin. The entries that were kept are recorded first. Returns false
    /// if recorded steps have not been reached, but the recall is held.
    ///
    /// # Errors
    /// Returns an error if recorded steps have not been reached.
    pub(crate) fn end(&self, record: impl FnMut(Write)) -> Result<bool> {
        if self.has_ended() {
            return Ok(true);
        }
        let mut state = self.state();
        if let Err(error) = state.all_reached() {
            return if self.held.load(Ordering::Acquire) > 0 { Ok(false) } else { Err(error) };
        }
        take(&mut state.kept).into_iter().for_each(record);
        self.ended.store(true, Ordering::Release);
        take(&mut state.waiting).into_iter().for_each(Waker::wake);
        Ok(true)
    }
}

impl RecallState {
    fn all_reached(&self) -> Result<()> {
        let of_steps = self.unreached.iter().map(|path| format!("`{path}`"));
        let of_choices = self.untaken.iter().map(|(path, choice)| named(path, *choice));
        let all = self.unreached.len() + self.untaken.len();
        if all == 0 {
            return Ok(());
        }
        let listed: Vec<_> = of_steps.chain(of_choices).take(LISTED).collect();
        let more = all.saturating_sub(LISTED);
        let more = if more > 0 { format!(" and {more} more") } else { String::new() };
        let kind = if self.unreached.is_empty() { "arms" } else { "steps" };
        let message = format!(
            "the run does not reach recorded {kind}: {}{more}\nhelp: a condition, a collection or the end of the body of a `try` has \
             changed; resume with the earlier values, or start a new run",
            listed.join(", ")
        );
        Err(Error::recorded(ErrorKind::Changed, false, message.into()))
    }
}

/// Returns, for each `map` and loop in these paths, the number of items up to the last.
fn items<'p>(paths: impl Iterator<Item = &'p String>) -> HashMap<String, usize> {
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
        let paths = ["a", "days[3]/b", "days[11]/hours[2]/c", "days[2]/hours[7]"].map(str::to_owned);
        let items = items(paths.iter());
        let expected = [("days", 12), ("days[11]/hours", 3), ("days[2]/hours", 8)];
        assert_eq!(items, expected.map(|(path, count)| (path.to_owned(), count)).into());
    }
}
