//! What records the steps of a run, and answers for those of its earlier parts.

use crate::{
    history::{Assumed, Past},
    json::json,
};
use runnable_core::{
    BoxError, Error,
    hooks::{AttemptEnd, Interceptor, Opening, Recorder, StepPlan, WriteNumber},
};
use runnable_store::{Json, RunWriter, StepStatus, Write, secrets::Redactor};
use std::{
    collections::HashMap,
    sync::{Mutex, MutexGuard, PoisonError},
    task::{Context, Poll},
    time::SystemTime,
};

/// What records the steps of a run.
#[derive(Debug)]
pub(crate) struct Keeper {
    recording: RunWriter,
    past: Past,
    assumed: HashMap<String, Assumed>,
    redactor: Redactor,
    now: Mutex<Now>,
}

/// What this part of the run has begun.
#[derive(Debug, Default)]
struct Now {
    /// Attempts that are open, by path.
    open: HashMap<String, (u32, Option<Json>)>,
    /// Attempts that failed, by path: they are tried again, or a `try` goes on without them.
    failed: HashMap<String, Failed>,
}

#[derive(Debug)]
struct Failed {
    attempt: u32,
    error: Json,
    inputs: Option<Json>,
}

impl Keeper {
    pub(crate) fn new(recording: RunWriter, past: Past, assumed: HashMap<String, Assumed>, redactor: Redactor) -> Self {
        Self { recording, past, assumed, redactor, now: Mutex::default() }
    }

    fn now(&self) -> MutexGuard<'_, Now> {
        self.now.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn told(&self, write: Write) -> WriteNumber {
        WriteNumber(self.recording.write(write).into())
    }

    /// A text as JSON, without the values of secrets.
    fn json(&self, text: String) -> Json {
        self.redactor.redact_json(&json(text))
    }
}

/// An error as it is recorded.
pub(crate) fn error_json(error: &Error, redactor: &Redactor) -> Json {
    let text = serde_json::to_string(error).unwrap_or_else(|_| "null".to_owned());
    redactor.redact_json(&json(text))
}

impl Interceptor for Keeper {
    fn before_step(&self, path: &str, once: bool) -> StepPlan {
        self.past.step(path, once, self.assumed.get(path))
    }

    fn before_loop(&self, path: &str) -> Opening {
        self.past.group(path)
    }
}

impl Recorder for Keeper {
    fn started(&self, path: &str, attempt: u32, inputs: Option<String>) -> WriteNumber {
        let mut now = self.now();
        // A further attempt has the inputs of the one before.
        let inputs = match inputs {
            Some(inputs) => Some(self.json(inputs)),
            None => now.failed.get(path).and_then(|failed| failed.inputs.clone()),
        };
        now.open.insert(path.to_owned(), (attempt, inputs.clone()));
        drop(now);
        let at = SystemTime::now();
        self.told(Write::StepStarted { path: path.to_owned(), attempt, at, inputs })
    }

    fn ended(&self, path: &str, end: AttemptEnd<'_>) -> WriteNumber {
        let mut now = self.now();
        let (attempt, inputs) = now.open.remove(path).unwrap_or((1, None));
        let (status, output, error) = match end {
            AttemptEnd::Succeeded(output) => (StepStatus::Succeeded, Some(self.json(output)), None),
            AttemptEnd::Failed(error) => (StepStatus::Failed, None, Some(error_json(error, &self.redactor))),
            AttemptEnd::Cancelled => (StepStatus::Cancelled, None, None),
        };
        if let Some(error) = error.clone() {
            now.failed.insert(path.to_owned(), Failed { attempt, error, inputs });
        }
        drop(now);
        let at = SystemTime::now();
        self.told(Write::StepEnded { path: path.to_owned(), attempt, at, status, output, error })
    }

    fn recovered(&self, path: &str) {
        let Some(Failed { attempt, error, .. }) = self.now().failed.remove(path) else { return };
        let (path, at, status) = (path.to_owned(), SystemTime::now(), StepStatus::Recovered);
        let _ = self.told(Write::StepEnded { path, attempt, at, status, output: None, error: Some(error) });
    }

    fn poll_durable(&self, write: WriteNumber, task: &mut Context<'_>) -> Poll<Result<(), BoxError>> {
        self.recording.poll_durable(write.0.into(), task).map_err(Into::into)
    }

    fn redacted(&self, error: Error) -> Error {
        let text = error.message();
        let shown = self.redactor.redact(&text);
        if *shown == *text {
            return error;
        }
        let source = BoxError::from(shown.into_owned());
        Error::recorded(error.kind(), error.is_retryable(), source).tried(error.attempts())
    }
}
