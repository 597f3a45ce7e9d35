//! The steps and arms of earlier parts of a run.

use super::{
    arms::{Arms, NewArm},
    assumption::Assumption,
    compare::compare,
    recall::Recall,
    status::{is_settled, is_undecided},
    taken::Taken,
};
use crate::{attach::restored_step, shared_run::SharedRun};
use runnable_core::{
    Error, ErrorKind, Kind, Result,
    hooks::{FailedAttempts, LimitPlan, Opening, Replacement, StepInput, StepPlan},
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
    /// True if this process continues the attempts of a process that has died, and does not try again.
    pub(crate) continues_attempts: bool,
    /// The `traceparent` of the last part of the run that belonged to a trace.
    #[cfg_attr(not(feature = "opentelemetry"), expect(dead_code, reason = "nothing links to it"))]
    pub(crate) traceparent: Option<String>,
}

#[derive(Debug, Default)]
pub(super) struct StepHistory {
    /// Number of attempts so far.
    attempts: u32,
    /// Number of attempts that failed, and the end of the last of them.
    failed: u32,
    failed_at: Option<SystemTime>,
    /// Record of the last attempt.
    pub(super) last: Option<StepRecord>,
    seen: Seen,
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
    pub(crate) fn of(past: &mut RunPast, restorer: &mut Restorer<'_>) -> Result<Self, StoreError> {
        let mut history = Self::default();
        for record in std::mem::take(&mut past.steps) {
            history.add_attempt(restored_step(restorer, record)?);
        }
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
        restorer: &mut Restorer<'_>,
    ) -> Result<Option<(Self, Taken)>, StoreError> {
        let Some(finished) = finished_before(log, run, at).await? else { return Ok(None) };
        let (steps, mut arms) = (log.steps(run).await?, log.arms(run).await?);
        let start = steps.iter().position(|record| is_within(&record.path, at)).unwrap_or(steps.len());
        arms.retain(|arm| arm.attempts <= start);
        let is_taken = |record: &StepRecord| is_settled(record.status) && finished.contains(&record.path);
        let taken: HashSet<_> = steps.iter().filter(|record| is_taken(record)).map(|record| &record.path).collect();
        // An arm that was taken later may follow a step that runs again.
        let complete = steps.iter().position(|record| !taken.contains(&record.path)).unwrap_or(start);
        let steps: Vec<_> = steps.into_iter().enumerate().filter(|(_, record)| is_taken(record)).collect();
        let mut history = Self { arms: Arms::of(arms.iter().cloned(), complete), ..Self::default() };
        // The records are copied as they are, with their references.
        for (_, record) in &steps {
            history.add_attempt(restored_step(restorer, record.clone())?);
        }
        let arms = arms.into();
        Ok(Some((history, Taken { steps, arms })))
    }

    pub(super) fn add_attempt(&mut self, record: StepRecord) {
        let step = self.steps.entry(record.path.clone()).or_default();
        step.attempts = step.attempts.max(record.attempt);
        if record.status == StepStatus::Failed {
            step.failed += 1;
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
        let step = self.steps.entry(path_of(event)).or_default();
        step.seen = seen;
        // The event may have been written although the record of the attempt was lost with the process.
        step.attempts = step.attempts.max(event.attempt);
    }

    fn add_part(&mut self, data: Option<&Json>) {
        let began = data.and_then(|data| serde_json::from_str::<RunBegan<'_>>(data.get()).ok());
        if let Some(traceparent) = began.and_then(|began| began.traceparent) {
            self.traceparent = Some(traceparent.into_owned());
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
            return LimitPlan::Run { attempt: 1, opening };
        };
        match last.status {
            StepStatus::Recovered => {
                LimitPlan::Expired { error: error_of(last.error.as_ref()), opening: step.opening_if_settled() }
            }
            _ => LimitPlan::Run { attempt: last.attempt + 1, opening },
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
        let error = self.last.as_ref().and_then(|last| last.error.as_ref());
        let opening = match self.seen {
            Seen::Nothing => Opening::Started,
            Seen::Open | Seen::Closed { .. } => Opening::Reset(error_of(error)),
        };
        StepPlan::run(self.attempts, opening)
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
                _ => {}
            }
        }
        if page.len() < PAGE {
            return Ok(None);
        }
    }
}

/// Returns whether `path` is `at` or a step inside `at`.
fn is_within(path: &str, at: &str) -> bool {
    path.strip_prefix(at).is_some_and(|rest| rest.is_empty() || rest.starts_with(['/', '[']))
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
