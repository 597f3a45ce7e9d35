//! Records the steps of a run, and replaces those that an earlier part of the run has completed.

use crate::{
    history::{Assumption, History, NewArm, Recall, is_below, split},
    json::json,
    shared_run::SharedRun,
};
use runnable_core::{
    BoxError, Error, ErrorKind, Result,
    hooks::{
        AttemptEnd, FailedAttempts, Interceptor, LimitPlan, Opening, RecordedInputs, Recorder, Redact, RetryPlan,
        StepInput, StepPlan, WriteNumber,
    },
};
use runnable_store::{
    HashedInput, Json, RunWriter, StepStatus, Write,
    secrets::{Redactor, Restorer},
};
use std::{
    collections::HashMap,
    future::poll_fn,
    ops::Range,
    sync::{
        Arc, Mutex, MutexGuard, PoisonError, RwLock, RwLockReadGuard,
        atomic::{AtomicU64, Ordering},
    },
    task::{Context, Poll},
    time::{Duration, SystemTime},
};

/// Records the steps of a run, and replaces those that its history has completed.
#[derive(Debug)]
pub(crate) struct StepRecorder {
    writer: RunWriter,
    /// Grows by the steps of items that ran in other processes.
    history: RwLock<History>,
    recall: Recall,
    assumptions: HashMap<String, Assumption>,
    redactor: Redactor,
    attempts: Mutex<Attempts>,
    /// The run, if other processes take part in it.
    shared: Option<Arc<dyn SharedRun>>,
    /// The number of the last write.
    last_write: AtomicU64,
}

/// The attempts that this part of the run has started, by path.
#[derive(Debug, Default)]
struct Attempts {
    open: HashMap<String, OpenAttempt>,
    /// Failed attempts whose step may be retried or recovered.
    failed: HashMap<String, FailedAttempt>,
}

#[derive(Debug)]
struct OpenAttempt {
    number: u32,
    inputs: Inputs,
}

/// The inputs of an attempt.
#[derive(Debug, Default, Clone)]
struct Inputs {
    json: Option<Json>,
    hashed: Vec<HashedInput>,
    unchecked: Vec<String>,
}

#[derive(Debug)]
struct FailedAttempt {
    number: u32,
    error: Json,
    inputs: Inputs,
}

impl StepRecorder {
    pub(crate) fn new(
        writer: RunWriter,
        history: History,
        assumptions: HashMap<String, Assumption>,
        redactor: Redactor,
        is_once: &dyn Fn(&str) -> bool,
        shared: Option<Arc<dyn SharedRun>>,
    ) -> Self {
        let decided = |path: &str| is_once(path) || assumptions.contains_key(path);
        let recall = history.recall(decided, shared.as_deref());
        let (history, attempts, last_write) = (RwLock::new(history), Mutex::default(), AtomicU64::new(0));
        Self { writer, history, recall, assumptions, redactor, attempts, shared, last_write }
    }

    fn history(&self) -> RwLockReadGuard<'_, History> {
        self.history.read().unwrap_or_else(PoisonError::into_inner)
    }

    fn attempts(&self) -> MutexGuard<'_, Attempts> {
        self.attempts.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn write(&self, write: Write) -> WriteNumber {
        let number = self.writer.write(write).into();
        if self.shared.is_some() {
            self.last_write.fetch_max(number, Ordering::Relaxed);
        }
        WriteNumber(number)
    }

    /// Waits until everything that was written is durable.
    ///
    /// # Errors
    /// Returns an error if it cannot be recorded.
    pub(crate) async fn written(&self) -> Result<()> {
        let last = WriteNumber(self.last_write.load(Ordering::Relaxed));
        poll_fn(|task| self.poll_durable(last, task)).await.map_err(Self::not_recorded)
    }

    /// Returns the error of a run that cannot be recorded.
    pub(crate) fn not_recorded(source: impl Into<BoxError>) -> Error {
        Error::recorded(ErrorKind::NotRecorded, false, source.into())
    }

    /// Adds the records of steps that ran in another process. Returns those that are not in the log.
    ///
    /// # Errors
    /// Returns an error if a secret in the records has changed.
    pub(crate) fn learn(&self, mut entries: Vec<Write>, restorer: &mut Restorer<'_>) -> Result<Vec<Write>> {
        let mut attempts = self.attempts();
        for write in &entries {
            if let Write::StepEnded { path, attempt, status: StepStatus::Failed, error: Some(error), .. } = write {
                let failed = FailedAttempt { number: *attempt, error: Json::clone(error), inputs: Inputs::default() };
                attempts.failed.insert(path.clone(), failed);
            }
        }
        drop(attempts);
        let mut history = self.history.write().unwrap_or_else(PoisonError::into_inner);
        history.learn(&mut entries, restorer).map_err(Self::not_recorded)?;
        Ok(entries)
    }

    pub(crate) fn write_all(&self, entries: Vec<Write>) {
        for entry in entries {
            self.write(entry);
        }
    }

    /// Converts a JSON text, with references in the place of secrets.
    fn referring_json(&self, text: String) -> Json {
        self.redactor.refer_json(&json(text))
    }
}

/// Returns an error as it is recorded.
pub(crate) fn error_json(error: &Error, redactor: &Redactor) -> Json {
    let error = redactor.error(error.clone());
    let text = serde_json::to_string(&error).unwrap_or_else(|_| "null".to_owned());
    Redactor::escape_json(&json(text))
}

impl Interceptor for StepRecorder {
    fn before_step(&self, path: &str, once: bool) -> StepPlan {
        self.recall.reach(path);
        self.history().plan(path, once, self.assumptions.get(path))
    }

    fn compare(&self, path: &str, input: &StepInput<'_>) -> Result<()> {
        self.history().compare(path, input, &self.redactor)
    }

    fn before_arm(&self, path: &str, choice: u32, arm: u32) -> Result<()> {
        let arm = NewArm { path: path.to_owned(), choice, arm };
        if self.history().takes(&arm)? {
            self.recall.take(arm);
        } else {
            let NewArm { path, choice, arm } = arm;
            self.write_all(self.recall.keep(vec![Write::Arm { path, choice, arm, at: SystemTime::now() }]));
        }
        Ok(())
    }

    fn recorded_arm(&self, path: &str, choice: u32) -> Option<u32> {
        self.history().arm(path, choice)
    }

    fn first_ended(&self, paths: &[String]) -> usize {
        self.history().first_ended(paths)
    }

    fn left_open(&self, path: &str, complete: bool) -> Vec<(String, u32)> {
        let mut left = self.history().left_open(path, complete);
        if let Some(shared) = &self.shared {
            left.retain(|(path, _)| !shared.is_foreign(path));
        }
        left
    }

    fn excuse(&self, path: &str, choices: Range<u32>, is_within: &dyn Fn(&str) -> bool) {
        self.recall.excuse(path, choices, is_within);
    }

    fn recalled_items(&self, path: &str) -> usize {
        self.recall.items(path)
    }

    fn has_recalled(&self) -> bool {
        self.recall.has_ended()
    }

    fn hold_recall(&self, held: bool) {
        self.recall.hold(held);
    }

    fn end_recall(&self) -> Result<()> {
        if self.recall.has_ended() {
            return Ok(());
        }
        let has_ended = self.recall.end(|entry| {
            self.write(entry);
        })?;
        if !has_ended {
            return Ok(());
        }
        self.shared.as_ref().map_or(Ok(()), |shared| shared.recalled())
    }

    fn failed_attempts(&self, path: &str) -> Option<FailedAttempts> {
        self.history().failed_attempts(path)
    }

    fn before_limit(&self, path: &str) -> LimitPlan {
        self.recall.reach(path);
        let plan = self.history().limit_plan(path);
        match (&self.shared, &plan) {
            (Some(shared), LimitPlan::Run { .. }) if shared.is_foreign(path) => LimitPlan::Elsewhere,
            _ => plan,
        }
    }

    fn before_retry(&self, path: &str) -> RetryPlan {
        self.recall.reach(path);
        match &self.shared {
            Some(shared) if shared.is_foreign(path) => RetryPlan::Elsewhere,
            _ => self.history().retry_plan(path),
        }
    }

    fn void(&self, path: &str) {
        self.history.write().unwrap_or_else(PoisonError::into_inner).void(path);
        self.attempts().failed.retain(|step, _| !is_below(step, path));
    }

    fn void_events(&self, path: &str) {
        self.history.write().unwrap_or_else(PoisonError::into_inner).void_events(path);
    }

    fn before_loop(&self, path: &str) -> Opening {
        match &self.shared {
            Some(shared) if shared.is_foreign(path) => Opening::Closed,
            _ => self.history().loop_opening(path),
        }
    }
}

impl Recorder for StepRecorder {
    fn started(&self, path: &str, attempt: u32, inputs: Option<RecordedInputs>) -> WriteNumber {
        let mut attempts = self.attempts();
        // A retry has the inputs of the attempt before.
        let inputs = match inputs {
            Some(inputs) => {
                let (json, hashed, unchecked) = split(inputs);
                let unchecked = unchecked.into_iter().map(ToOwned::to_owned).collect();
                Inputs { json: Some(self.referring_json(json)), hashed, unchecked }
            }
            None => attempts.failed.get(path).map(|failed| failed.inputs.clone()).unwrap_or_default(),
        };
        attempts.open.insert(path.to_owned(), OpenAttempt { number: attempt, inputs: inputs.clone() });
        drop(attempts);
        let (at, Inputs { json: inputs, hashed, unchecked }) = (SystemTime::now(), inputs);
        let write = self.write(Write::StepStarted { path: path.to_owned(), attempt, at, inputs });
        if hashed.is_empty() && unchecked.is_empty() {
            return write;
        }
        self.write(Write::StepInputs { path: path.to_owned(), attempt, at, hashed, unchecked })
    }

    fn poll_recalled(&self, path: &str, task: &mut Context<'_>) -> Poll<()> {
        if self.shared.as_ref().is_some_and(|shared| !shared.may_begin(path)) {
            // Another process runs the step.
            return Poll::Pending;
        }
        self.recall.poll_ended(path, task)
    }

    fn ended(&self, path: &str, end: AttemptEnd<'_>) -> WriteNumber {
        let mut attempts = self.attempts();
        // A step that is dropped between two attempts has no attempt to end.
        let Some(OpenAttempt { number, inputs }) = attempts.open.remove(path) else { return WriteNumber(0) };
        let (status, output, error) = match end {
            AttemptEnd::Succeeded(output) => (StepStatus::Succeeded, Some(self.referring_json(output)), None),
            AttemptEnd::Failed(error) => (StepStatus::Failed, None, Some(error_json(error, &self.redactor))),
            AttemptEnd::Cancelled => (StepStatus::Cancelled, None, None),
        };
        if let Some(error) = error.clone() {
            attempts.failed.insert(path.to_owned(), FailedAttempt { number, error, inputs });
        }
        drop(attempts);
        let path = path.to_owned();
        self.write(Write::StepEnded { path, attempt: number, at: SystemTime::now(), status, output, error })
    }

    fn timed_out(&self, path: &str, attempt: u32, limit: Duration, error: &Error) -> WriteNumber {
        let (ended, inputs, error) = (SystemTime::now(), Inputs::default(), error_json(error, &self.redactor));
        let failed = FailedAttempt { number: attempt, error: Json::clone(&error), inputs };
        self.attempts().failed.insert(path.to_owned(), failed);
        let (path, began) = (path.to_owned(), ended.checked_sub(limit).unwrap_or(ended));
        self.write(Write::StepStarted { path: path.clone(), attempt, at: began, inputs: None });
        let (status, error) = (StepStatus::Failed, Some(error));
        self.write(Write::StepEnded { path, attempt, at: ended, status, output: None, error })
    }

    fn recalled(&self, path: &str, attempt: u32) {
        let at = SystemTime::now();
        let (status, output) = (StepStatus::Succeeded, Some(json("{}".to_owned())));
        self.write_all(self.recall.keep(vec![
            Write::StepStarted { path: path.to_owned(), attempt, at, inputs: None },
            Write::StepEnded { path: path.to_owned(), attempt, at, status, output, error: None },
        ]));
    }

    fn recovered(&self, path: &str) {
        let Some(failed) = self.attempts().failed.remove(path) else { return };
        self.write(Write::StepEnded {
            path: path.to_owned(),
            attempt: failed.number,
            at: SystemTime::now(),
            status: StepStatus::Recovered,
            output: None,
            error: Some(failed.error),
        });
    }

    fn poll_durable(&self, write: WriteNumber, cx: &mut Context<'_>) -> Poll<Result<(), BoxError>> {
        self.writer.poll_durable(write.0.into(), cx).map_err(Into::into)
    }
}
