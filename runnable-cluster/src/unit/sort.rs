//! Sorts the writes of a run: into parts of the journal, events, and what is visible afterwards.

use super::{
    closing::without_large_result,
    log::{UnitLog, taken_away},
    part::Part,
    paths::is_within,
    publisher::refuse_large,
    state::{Batch, ItemEnd, State},
    writes::{MAX_WAITING, is_end, path_of, size},
};
use runnable_store::{EventRecord, Kind, RunStatus, StoreError, StoreErrorKind, Write};

/// The largest part, in bytes: a replay has all parts of a run, and Restate accepts messages of 32 MB by default.
const MAX_PART: usize = 8 * 1024 * 1024;

impl UnitLog {
    /// Sorts writes into a part, if a part is needed now, and the writes that are visible afterwards. If a write is too large for
    /// the servers, nothing has changed.
    pub(super) fn sort(&self, writes: Vec<Write>) -> Result<Batch, StoreError> {
        if self.parts.is_closed() {
            return Err(taken_away(&self.run));
        }
        let mut state = self.state();
        if let Some(refused) = &state.refused {
            return Err(refused.clone());
        }
        let (earlier, last_event) = (state.entries.len(), state.last_event);
        let sorted = self.sort_in(&mut state, writes);
        if let Err(error) = &sorted {
            state.entries.truncate(earlier);
            state.bytes = state.entries.iter().map(size).sum();
            state.last_event = last_event;
            // Any other error means that the unit begins again.
            if error.kind() == StoreErrorKind::Invalid {
                state.refused = Some(error.clone());
            }
        }
        sorted
    }

    fn sort_in(&self, state: &mut State, writes: Vec<Write>) -> Result<Batch, StoreError> {
        let (mut visible, mut end) = (Vec::with_capacity(writes.len() + 1), None);
        let mut is_urgent = state.created.is_some() || !state.is_confirmed;
        let mut events = Vec::new();
        for mut write in writes {
            match &mut write {
                Write::RunEnded { status: RunStatus::Interrupted, .. } => return Err(taken_away(&self.run)),
                Write::RunEnded { status, error, .. } => {
                    match (state.item_end.take(), &error) {
                        (Some(ItemEnd::Succeeded), _) => (*status, *error) = (RunStatus::Succeeded, None),
                        (Some(ItemEnd::Failed(failure)), _) => {
                            (*status, *error) = (RunStatus::Failed, Some(failure.error));
                            state.failed_step = Some(failure.step);
                        }
                        (None, Some(error)) => state.failed_step = state.failures.get(error.get()).cloned(),
                        (None, None) => {}
                    }
                    end = Some(write.clone());
                }
                Write::Event(event) if !self.is_own(event) => continue,
                Write::Event(event) => {
                    state.last_event += 1;
                    event.seq = state.last_event;
                    if event.event_type.kind() == Some(Kind::RunFinished) {
                        without_large_result(event, self.max_event);
                    }
                    refuse_large(event, self.max_event)?;
                    events.push(event.clone());
                }
                Write::StepStarted { path, .. } => {
                    is_urgent |= (self.is_once)(path);
                    state.add(&write);
                }
                Write::StepInputs { .. } => state.add(&write),
                _ => {
                    is_urgent = true;
                    state.add(&write);
                }
            }
            state.note_entry(&write);
            visible.push(write);
        }
        // The end of a run waits for its record. An item has none, but its place is needed until the steps are closed.
        if events.last().is_some_and(is_end) && (end.is_none() || self.target.is_some()) {
            events.pop();
            state.last_event -= 1;
            let finished = visible.remove(visible.len() - 1 - usize::from(end.is_some()));
            state.held = end.is_none().then_some(finished);
        }
        is_urgent |= state.bytes > MAX_WAITING;
        if !is_urgent && end.is_none() {
            self.publisher.push(events);
            return Ok(Batch { part: None, visible });
        }
        let mut waiting = self.publisher.waiting(state.journaled);
        waiting.extend(events.iter().cloned());
        let created = state.created.as_ref().map(|run| (run, &*self.spread));
        let mut part = Part::new(created, &state.entries, &waiting, end.as_ref(), state.failed_step.clone())?;
        part.items.clone_from(&state.items);
        let part = part.encode()?;
        if part.len() > MAX_PART {
            return Err(too_large(&self.run, &state.entries, part.len()));
        }
        self.publisher.push(events);
        state.entries.clear();
        state.bytes = 0;
        state.items.clear();
        state.journaled = waiting.last().map_or(state.journaled, |event| event.seq);
        Ok(Batch { part: Some((part, end.is_some())), visible })
    }

    /// Returns whether the event is of this unit.
    fn is_own(&self, event: &EventRecord) -> bool {
        self.target.as_ref().is_none_or(|target| is_end(event) || is_within(&path_of(event), target))
    }
}

/// Returns the error for a part that the engine would refuse.
fn too_large(run: &str, entries: &[Write], bytes: usize) -> StoreError {
    let ended = entries.iter().rev().find_map(|write| match write {
        Write::StepEnded { path, .. } => Some(path),
        _ => None,
    });
    let what = match ended {
        Some(path) => format!("the record of the step `{path}`, with what precedes it,"),
        None => format!("the record of the run `{run}` since its last step"),
    };
    let message = format!(
        "{what} has {bytes} bytes, and the engine accepts at most {MAX_PART}\nhelp: return less from the step, or put the value into \
         a file"
    );
    StoreError::new(StoreErrorKind::Invalid, message)
}
