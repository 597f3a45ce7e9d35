//! The steps and arms of earlier parts of a run.

use super::{
    arms::{Arms, NewArm},
    assumption::Assumption,
    compare::compare,
    path::{is_below, is_within},
    recall::Recall,
    status::{is_settled, is_undecided},
    taken::Taken,
    void::{Retries, Void},
};
use crate::{attach::restored_step, shared_run::SharedRun};
use runnable_core::{
    Error, ErrorKind, Kind, Result,
    hooks::{FailedAttempts, LimitPlan, Opening, Replacement, RetryPlan, StepInput, StepPlan},
};
use runnable_store::{
    EventRecord, Json, RunLog, RunPast, StepRecord, StepStatus, StoreError,
    secrets::{Redactor, Restorer},
};
use runnable_wire::{ErrorData, Finished, OutcomeName, RunBegan};
use std::{
    collections::{HashMap, HashSet},
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    time::SystemTime,
};

/// Number of events that are read at a time.
const PAGE: usize = 1000;

/// The steps that earlier parts of a run have started, by path.
#[derive(Debug, Default)]
pub(crate) struct History {
    pub(super) steps: HashMap<String, StepHistory>,
    pub(super) arms: Arms,
    /// Number of the last event.
    pub(crate) last_seq: u64,
    /// Finds the `retry` parts of the pipeline.
    pub(crate) retries: Option<Retries>,
    /// True if this process continues the attempts of a process that has died, and does not try again.
    pub(crate) continues_attempts: bool,
    /// The `traceparent` of the last part of the run that belonged to a trace.
    pub(crate) traceparent: Option<String>,
}

#[derive(Debug, Default)]
pub(super) struct StepHistory {
    /// Number of attempts so far.
    attempts: u32,
    /// Number of the last attempt that is recorded, also if it is void.
    pub(super) recorded: u32,
    /// Number of attempts that failed, and the end of the last of them.
    failed: u32,
    failed_at: Option<SystemTime>,
    /// Number of the last attempt that failed.
    failed_attempt: u32,
    /// Record of the last attempt.
    pub(super) last: Option<StepRecord>,
    seen: Seen,
    /// Number of the last attempt whose beginning the readers have seen.
    seen_attempt: u32,
    /// True once this part of the run has reached it.
    reached: AtomicBool,
}

/// The state of a step for readers of the run's events.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
enum Seen {
    #[default]
    Nothing,
    Open,
    Closed {
        succeeded: bool,
    },
}

impl History {
    /// Takes the history of a run from its past.
    pub(crate) fn of(past: &mut RunPast, retries: Retries, restorer: &mut Restorer<'_>) -> Result<Self, StoreError> {
        let void = Void::of(&past.steps, &retries);
        let mut history = Self { retries: Some(retries), ..Self::default() };
        for (at, record) in std::mem::take(&mut past.steps).into_iter().enumerate() {
            if void.has_step(&record.path, at) {
                history.count_attempt(&record);
            } else {
                history.add_attempt(restored_step(restorer, record)?);
            }
        }
        past.arms.retain(|arm| !void.has_arm(arm));
        history.arms = Arms::of(std::mem::take(&mut past.arms), usize::MAX);
        past.events.iter().for_each(|event| history.add_event(event));
        history.last_seq = past.last_seq;
        Ok(history)
    }

    /// Reads the history of a fork at the step `at`: the steps that had succeeded or been recovered from before any step in
    /// `at` started, and the arms that had been taken. Returns `None` if no step in `at` has started.
    pub(crate) async fn before(
        log: &dyn RunLog,
        run: &str,
        at: &str,
        retries: Retries,
        restorer: &mut Restorer<'_>,
    ) -> Result<Option<(Self, Taken)>, StoreError> {
        let Some(finished) = finished_before(log, run, at).await? else { return Ok(None) };
        let (steps, mut arms) = (log.steps(run).await?, log.arms(run).await?);
        let start = steps.iter().position(|record| is_within(&record.path, at)).unwrap_or(steps.len());
        let void = Void::before(&steps, start, &retries);
        arms.retain(|arm| arm.attempts <= start && !void.has_arm(arm));
        let mut steps: Vec<_> = steps.into_iter().enumerate().collect();
        steps.truncate(start);
        steps.retain(|(at, record)| !void.has_step(&record.path, *at));
        let is_taken = |record: &StepRecord| is_settled(record.status) && finished.contains(&record.path);
        let taken: HashSet<_> = steps.iter().map(|(_, step)| step).filter(|s| is_taken(s)).map(|s| &s.path).collect();
        // An arm that was taken later may follow a step that runs again.
        let complete = steps.iter().find(|(_, record)| !taken.contains(&record.path)).map_or(start, |(at, _)| *at);
        steps.retain(|(_, record)| is_taken(record));
        let arms_before = Arms::of(arms.iter().cloned(), complete);
        let mut history = Self { arms: arms_before, retries: Some(retries), ..Self::default() };
        // The records are copied as they are, with their references.
        for (_, record) in &steps {
            history.add_attempt(restored_step(restorer, record.clone())?);
        }
        let arms = arms.into();
        Ok(Some((history, Taken { steps, arms })))
    }

    /// Counts an attempt.
    fn count_attempt(&mut self, record: &StepRecord) -> &mut StepHistory {
        let step = self.steps.entry(record.path.clone()).or_default();
        step.attempts = step.attempts.max(record.attempt);
        step.recorded = step.recorded.max(record.attempt);
        step
    }

    pub(super) fn add_attempt(&mut self, record: StepRecord) {
        let step = self.count_attempt(&record);
        if record.status == StepStatus::Failed {
            step.failed += 1;
            step.failed_attempt = step.failed_attempt.max(record.attempt);
            step.failed_at = step.failed_at.max(record.ended);
        }
        if step.last.as_ref().is_none_or(|last| last.attempt <= record.attempt) {
            step.last = Some(record);
        }
    }

    fn add_event(&mut self, event: &EventRecord) {
        self.last_seq = event.seq;
        let Some(kind) = event.event_type.kind() else { return };
        let seen = match kind {
            Kind::StepStarted | Kind::StepReset => Seen::Open,
            Kind::StepFinished => Seen::Closed { succeeded: succeeded(event.data.as_ref()) },
            Kind::RunStarted | Kind::RunResumed => return self.add_part(event.data.as_ref()),
            Kind::RunFinished => return,
        };
        let path = path_of(event);
        if kind == Kind::StepReset && self.retries.as_ref().is_some_and(|retries| retries.contain(&path)) {
            self.void_events(&path);
        }
        let step = self.steps.entry(path).or_default();
        step.seen = seen;
        if seen == Seen::Open {
            step.seen_attempt = event.attempt;
        }
        // The event may have been written although the record of the attempt was lost with the process.
        step.attempts = step.attempts.max(event.attempt);
    }

    fn add_part(&mut self, data: Option<&Json>) {
        let began = data.and_then(|data| serde_json::from_str::<RunBegan<'_>>(data.get()).ok());
        if let Some(traceparent) = began.and_then(|began| began.traceparent) {
            self.traceparent = Some(traceparent.into_owned());
        }
    }

    /// Forgets everything below a `retry` whose attempt has failed, as another begins.
    pub(crate) fn void(&mut self, retry: &str) {
        for (_, step) in self.steps.iter_mut().filter(|(path, _)| is_below(path, retry)) {
            let StepHistory { attempts, recorded, .. } = *step;
            *step = StepHistory { attempts, recorded, ..StepHistory::default() };
        }
        self.arms.void(retry);
    }

    /// Forgets the events of everything below a `retry`.
    pub(crate) fn void_events(&mut self, retry: &str) {
        for (_, step) in self.steps.iter_mut().filter(|(path, _)| is_below(path, retry)) {
            step.seen = Seen::Nothing;
        }
    }

    /// Notes the steps whose events other processes have sent.
    pub(crate) fn see(&mut self, shared: &dyn SharedRun) {
        for (_, step) in self.steps.iter_mut().filter(|(path, _)| shared.is_foreign(path)) {
            step.see_end();
        }
    }

    /// Returns the attempts without an end, whose process died.
    pub(crate) fn open(&self) -> impl Iterator<Item = &StepRecord> {
        self.attempts().filter(|record| record.status == StepStatus::Running)
    }

    /// Returns the last attempt of a step, if its effect may have happened.
    pub(crate) fn undecided(&self, path: &str) -> Option<&StepRecord> {
        self.last(path).filter(|last| is_undecided(last))
    }

    /// Returns the failed attempts that the next attempt of a step continues.
    pub(crate) fn failed_attempts(&self, path: &str) -> Option<FailedAttempts> {
        let step = self.steps.get(path).filter(|step| self.continues_attempts && step.failed > 0)?;
        let since = step.failed_at.and_then(|at| at.elapsed().ok()).unwrap_or_default();
        Some(FailedAttempts { count: step.failed, since })
    }

    /// Returns the record of the last attempt of a step.
    pub(super) fn last(&self, path: &str) -> Option<&StepRecord> {
        self.steps.get(path)?.last.as_ref()
    }

    /// Returns the last attempts of all steps.
    fn attempts(&self) -> impl Iterator<Item = &StepRecord> {
        self.steps.values().filter_map(|step| step.last.as_ref())
    }

    /// Returns how a step runs, given its history.
    pub(crate) fn plan(&self, path: &str, once: bool, assumption: Option<&Assumption>) -> StepPlan {
        let Some(step) = self.steps.get(path) else { return StepPlan::default() };
        step.reached.store(true, Ordering::Relaxed);
        let Some(last) = &step.last else { return step.run_again() };
        match (last.status, assumption) {
            (StepStatus::Succeeded, _) => {
                let output = last.output.as_ref().map_or("{}", |output| output.get());
                StepPlan::replace(Replacement::Recorded(Arc::from(output)), step.opening_if_settled())
            }
            (StepStatus::Recovered, _) => {
                let error = error_of(last.error.as_ref());
                StepPlan::replace(Replacement::Failure(error), step.opening_if_settled())
            }
            (_, None) if once && is_undecided(last) => {
                StepPlan::replace(Replacement::Failure(undecided_once(last)), step.opening_if_reopened())
            }
            (_, Some(Assumption::Done(output))) if is_undecided(last) => {
                StepPlan::replace(Replacement::Recorded(Arc::clone(output)), step.opening_if_reopened())
            }
            _ => step.run_again(),
        }
    }

    /// Compares an arm with the recorded arm. Returns false if none is recorded.
    ///
    /// # Errors
    /// Returns an error if another arm is recorded.
    pub(crate) fn takes(&self, arm: &NewArm) -> Result<bool> {
        self.arms.compare(arm)
    }

    /// Returns the recorded arm of a choice.
    pub(crate) fn arm(&self, path: &str, choice: u32) -> Option<u32> {
        self.arms.get(path, choice)
    }

    /// Returns the position of the branch whose last step ended first.
    pub(crate) fn first_ended(&self, paths: &[String]) -> usize {
        let last = |path: &String| {
            let within = self.attempts().filter(|record| is_within(&record.path, path) && is_settled(record.status));
            within.filter_map(|record| record.ended).max()
        };
        let ends = paths.iter().enumerate().filter_map(|(at, path)| Some((last(path)?, at)));
        ends.min().map_or(0, |(_, at)| at)
    }

    /// Returns the path and the last attempt of each step at `at` or below that readers take for open, and with `complete` of the
    /// step at `at` also if they take it for complete. Without those that this part of the run has reached. The innermost come
    /// first.
    pub(crate) fn left_open(&self, at: &str, complete: bool) -> Vec<(String, u32)> {
        let is_left = |(path, step): &(&String, &StepHistory)| {
            let is_open = match step.seen {
                Seen::Open => is_within(path, at),
                Seen::Closed { succeeded: true } => complete && *path == at,
                Seen::Nothing | Seen::Closed { succeeded: false } => false,
            };
            is_open && !step.reached.load(Ordering::Relaxed)
        };
        let left = self.steps.iter().filter(is_left);
        let mut left: Vec<_> = left.map(|(path, step)| (path.clone(), step.attempts.max(1))).collect();
        left.sort_unstable_by(|a, b| b.cmp(a));
        left
    }

    /// Compares an input of a step with its record.
    ///
    /// # Errors
    /// Returns an error if they differ.
    pub(crate) fn compare(&self, path: &str, input: &StepInput<'_>, redactor: &Redactor) -> Result<()> {
        self.last(path).map_or(Ok(()), |last| compare(last, input, redactor))
    }

    /// Returns the recall of this history. `decided` returns whether a step must be reached again if its effect may have
    /// happened.
    /// `shared` is the run if other processes take part in it.
    pub(crate) fn recall(&self, decided: impl Fn(&str) -> bool, shared: Option<&dyn SharedRun>) -> Recall {
        let is_here = |path: &str| shared.is_none_or(|shared| shared.recalls(path));
        let is_part = |record: &&StepRecord| {
            (is_settled(record.status) || (is_undecided(record) && decided(&record.path))) && is_here(&record.path)
        };
        let steps = self.attempts().filter(is_part).map(|record| record.path.clone());
        let choices = self.arms.due().filter(|(path, _)| is_here(path));
        let choices = choices.map(|(path, choice)| (path.to_owned(), choice));
        let recall = Recall::new(steps.collect(), choices.collect());
        if shared.is_some_and(SharedRun::is_item) { recall.even_if_empty() } else { recall }
    }

    /// Returns how a part of a pipeline runs whose time is limited.
    pub(crate) fn limit_plan(&self, path: &str) -> LimitPlan {
        let opening = self.loop_opening(path);
        let Some((step, last)) = self.steps.get(path).and_then(|step| Some((step, step.last.as_ref()?))) else {
            let attempt = self.steps.get(path).map_or(1, |step| step.recorded + 1);
            return LimitPlan::Run { attempt, opening };
        };
        match last.status {
            StepStatus::Recovered => {
                LimitPlan::Expired { error: error_of(last.error.as_ref()), opening: step.opening_if_settled() }
            }
            _ => LimitPlan::Run { attempt: last.attempt + 1, opening },
        }
    }

    /// Returns how a part of a pipeline runs that is tried again if it fails.
    pub(crate) fn retry_plan(&self, path: &str) -> RetryPlan {
        let first = self.loop_opening(path);
        let Some(step) = self.steps.get(path) else {
            return RetryPlan::Run { attempt: 1, opening: first, resets: false };
        };
        let resets = step.seen != Seen::Nothing && step.failed_attempt >= step.seen_attempt.max(1);
        let opening = |kept| if resets { step.opening_again() } else { kept };
        match &step.last {
            // The run has recovered from the failure of a step below.
            Some(last) if is_settled(last.status) => {
                RetryPlan::Recall { attempt: last.attempt, opening: opening(step.opening_if_settled()), resets }
            }
            _ => RetryPlan::Run { attempt: step.attempts + 1, opening: opening(first), resets },
        }
    }

    /// Returns how the events of a loop begin.
    pub(crate) fn loop_opening(&self, path: &str) -> Opening {
        let step = self.steps.get(path);
        if let Some(step) = step {
            step.reached.store(true, Ordering::Relaxed);
        }
        match step.map(|step| step.seen) {
            None | Some(Seen::Nothing | Seen::Closed { succeeded: false }) => Opening::Started,
            Some(Seen::Open) => Opening::Open,
            Some(Seen::Closed { succeeded: true }) => Opening::Closed,
        }
    }
}

impl StepHistory {
    /// Notes that the readers have seen how the last attempt ended.
    pub(super) fn see_end(&mut self) {
        if let Some(last) = self.last.as_ref().filter(|last| last.status != StepStatus::Running) {
            self.seen = Seen::Closed { succeeded: last.status == StepStatus::Succeeded };
        }
    }

    fn run_again(&self) -> StepPlan {
        StepPlan::run(self.attempts, self.opening_again())
    }

    /// Returns the opening of a step that begins again.
    fn opening_again(&self) -> Opening {
        let error = self.last.as_ref().and_then(|last| last.error.as_ref());
        match self.seen {
            Seen::Nothing => Opening::Started,
            Seen::Open | Seen::Closed { .. } => Opening::Reset(error_of(error)),
        }
    }

    /// Returns the opening of a step that keeps the end it had.
    fn opening_if_settled(&self) -> Opening {
        match self.seen {
            Seen::Nothing => Opening::Started,
            Seen::Open => Opening::Open,
            Seen::Closed { .. } => Opening::Closed,
        }
    }

    /// Returns the opening of a step that ends in another way than before.
    fn opening_if_reopened(&self) -> Opening {
        match self.seen {
            Seen::Open => Opening::Open,
            Seen::Nothing | Seen::Closed { .. } => Opening::Started,
        }
    }
}

/// Returns the paths of the steps that had finished before the first step in `at` started; `None` if none has started.
async fn finished_before(log: &dyn RunLog, run: &str, at: &str) -> Result<Option<Vec<String>>, StoreError> {
    let (mut finished, mut last_seq) = (Vec::new(), 0);
    loop {
        let page = log.events(run, last_seq, PAGE).await?;
        for event in &page {
            last_seq = event.seq;
            let path = path_of(event);
            match event.event_type.kind() {
                Some(Kind::StepStarted) if is_within(&path, at) => return Ok(Some(finished)),
                Some(Kind::StepFinished) => finished.push(path),
                // The steps below are void.
                Some(Kind::StepReset) => finished.retain(|step| !is_below(step, &path)),
                _ => {}
            }
        }
        if page.len() < PAGE {
            return Ok(None);
        }
    }
}

/// Returns the path of an event in the form of a step's path.
fn path_of(event: &EventRecord) -> String {
    serde_json::from_str::<Vec<String>>(event.path.get()).unwrap_or_default().join("/")
}

fn succeeded(data: Option<&Json>) -> bool {
    data.and_then(|data| serde_json::from_str(data.get()).ok())
        .is_some_and(|finished: Finished<'_>| finished.outcome == OutcomeName::Success)
}

fn interrupted() -> Error {
    Error::recorded(ErrorKind::Interrupted, false, "the run was interrupted".into())
}

fn undecided_once(last: &StepRecord) -> Error {
    let ended = match &last.error {
        Some(error) if last.status == StepStatus::Failed => {
            format!("ended without a result ({})", error_of(Some(error)).message())
        }
        _ => "was interrupted".to_owned(),
    };
    let path = &last.path;
    let message = format!(
        "the step {ended} and is declared `effect = \"once\"`\nhelp: find out whether it took effect, then resume with \
         `.assume_done(\"{path}\", output)` or `.assume_retry(\"{path}\")`"
    );
    Error::recorded(ErrorKind::Interrupted, false, message.into())
}

/// Returns a recorded error; if none was recorded, the step was interrupted.
pub(crate) fn error_of(error: Option<&Json>) -> Error {
    let recorded: Option<ErrorData<'_>> = error.and_then(|error| serde_json::from_str(error.get()).ok());
    recorded.map_or_else(interrupted, Error::restored)
}
