//! What the earlier parts of a run have recorded, as the next part asks for it.

use runnable_core::{
    Error, ErrorKind, Kind,
    hooks::{Opening, Replacement, StepPlan},
};
use runnable_store::{EventRecord, Json, RunLog, StepRecord, StepStatus, StoreError};
use serde::Deserialize;
use std::{collections::HashMap, sync::Arc};

/// How many events are read at once.
const PAGE: usize = 1000;

/// The earlier parts of a run, by the paths of their steps.
#[derive(Debug, Default)]
pub(crate) struct Past {
    steps: HashMap<String, Step>,
    /// The number of the last event.
    pub(crate) last_seq: u64,
}

#[derive(Debug, Default)]
struct Step {
    /// How many attempts were made.
    attempts: u32,
    /// The last one, as it was recorded.
    last: Option<StepRecord>,
    seen: Seen,
}

/// What a reader knows of a step.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
enum Seen {
    #[default]
    Nothing,
    Open,
    /// Closed; whether with success.
    Closed(bool),
}

/// What the user says of a step that was interrupted and must not be repeated unasked.
#[derive(Debug, Clone)]
pub(crate) enum Assumed {
    /// It had its effect, and returned this.
    Done(Arc<str>),
    /// It had none: it may run again.
    Retry,
}

impl Past {
    /// Reads the log of a run.
    pub(crate) async fn read(log: &dyn RunLog, run: &str) -> Result<Self, StoreError> {
        let mut past = Self::default();
        for record in log.steps(run).await? {
            past.add(record);
        }
        loop {
            let page = log.events(run, past.last_seq, PAGE).await?;
            for event in &page {
                past.see(event);
            }
            if page.len() < PAGE {
                return Ok(past);
            }
        }
    }

    /// Of a fork: what had succeeded, and what was recovered from, before any step at `at` began. `None` where none did.
    pub(crate) async fn before(
        log: &dyn RunLog,
        run: &str,
        at: &str,
    ) -> Result<Option<(Self, Vec<StepRecord>)>, StoreError> {
        let (mut ended, mut after, mut begun) = (Vec::new(), 0, false);
        'pages: loop {
            let page = log.events(run, after, PAGE).await?;
            for event in &page {
                after = event.seq;
                let path = path_of(event);
                begun = event.event_type.kind() == Some(Kind::StepStarted) && below(&path, at);
                if begun {
                    break 'pages;
                }
                if event.event_type.kind() == Some(Kind::StepFinished) {
                    ended.push(path);
                }
            }
            if page.len() < PAGE {
                break;
            }
        }
        if !begun {
            return Ok(None);
        }
        let mut past = Self::default();
        let settled = |record: &StepRecord| matches!(record.status, StepStatus::Succeeded | StepStatus::Recovered);
        let records: Vec<_> = log
            .steps(run)
            .await?
            .into_iter()
            .filter(|record| settled(record) && ended.contains(&record.path))
            .collect();
        records.iter().cloned().for_each(|record| past.add(record));
        Ok(Some((past, records)))
    }

    fn add(&mut self, record: StepRecord) {
        let step = self.steps.entry(record.path.clone()).or_default();
        step.attempts = step.attempts.max(record.attempt);
        if step.last.as_ref().is_none_or(|last| last.attempt <= record.attempt) {
            step.last = Some(record);
        }
    }

    fn see(&mut self, event: &EventRecord) {
        self.last_seq = event.seq;
        let Some(kind) = event.event_type.kind() else { return };
        let seen = match kind {
            Kind::StepStarted | Kind::StepReset => Seen::Open,
            Kind::StepFinished => Seen::Closed(succeeded(event.data.as_ref())),
            Kind::RunStarted | Kind::RunResumed | Kind::RunFinished => return,
        };
        let step = self.steps.entry(path_of(event)).or_default();
        step.seen = seen;
        // What its readers saw begin has begun, though its own record may have been lost with the process.
        step.attempts = step.attempts.max(event.attempt);
    }

    /// The attempts that have no end: their process died.
    pub(crate) fn open(&self) -> impl Iterator<Item = &StepRecord> {
        self.steps.values().filter_map(|step| step.last.as_ref()).filter(|record| record.status == StepStatus::Running)
    }

    /// The attempt of a step that was interrupted.
    pub(crate) fn interrupted(&self, path: &str) -> Option<u32> {
        let last = self.steps.get(path)?.last.as_ref()?;
        let in_flight = matches!(last.status, StepStatus::Running | StepStatus::Cancelled | StepStatus::Interrupted);
        in_flight.then_some(last.attempt)
    }

    /// What is known of a step that is about to begin.
    pub(crate) fn step(&self, path: &str, once: bool, assumed: Option<&Assumed>) -> StepPlan {
        let Some(step) = self.steps.get(path) else {
            return StepPlan::default();
        };
        let settled = match step.seen {
            Seen::Nothing => Opening::Started,
            Seen::Open => Opening::Open,
            Seen::Closed(_) => Opening::Closed,
        };
        let last = step.last.as_ref();
        match last.map(|last| last.status) {
            Some(StepStatus::Succeeded) => {
                let output = last.and_then(|last| last.output.as_ref()).map_or("{}", |output| output.get());
                return StepPlan::replace(Replacement::Recorded(Arc::from(output)), settled);
            }
            Some(StepStatus::Recovered) => {
                let error = error_of(last.and_then(|last| last.error.as_ref()));
                return StepPlan::replace(Replacement::Failure(error), settled);
            }
            Some(StepStatus::Running | StepStatus::Cancelled | StepStatus::Interrupted) if once => match assumed {
                None => {
                    let error = interrupted_once(path);
                    return StepPlan::replace(Replacement::Failure(error), reopened(step.seen));
                }
                Some(Assumed::Done(output)) => {
                    let output = Replacement::Recorded(Arc::clone(output));
                    return StepPlan::replace(output, reopened(step.seen));
                }
                Some(Assumed::Retry) => {}
            },
            _ => {}
        }
        let error = last.and_then(|last| last.error.as_ref()).map_or_else(interrupted, |error| error_of(Some(error)));
        let opening = if step.seen == Seen::Nothing { Opening::Started } else { Opening::Reset(error) };
        StepPlan::run(step.attempts, opening)
    }

    /// What is known of a loop that is about to begin.
    pub(crate) fn group(&self, path: &str) -> Opening {
        match self.steps.get(path).map(|step| step.seen) {
            None | Some(Seen::Nothing | Seen::Closed(false)) => Opening::Started,
            Some(Seen::Open) => Opening::Open,
            Some(Seen::Closed(true)) => Opening::Closed,
        }
    }
}

/// Of a step that is to close again.
fn reopened(seen: Seen) -> Opening {
    match seen {
        Seen::Open => Opening::Open,
        Seen::Nothing | Seen::Closed(_) => Opening::Started,
    }
}

/// Whether `path` is `at`, or in it.
fn below(path: &str, at: &str) -> bool {
    path.strip_prefix(at).is_some_and(|rest| rest.is_empty() || rest.starts_with(['/', '[']))
}

/// The path of an event, as that of a step.
pub(crate) fn path_of(event: &EventRecord) -> String {
    serde_json::from_str::<Vec<String>>(event.path.get()).unwrap_or_default().join("/")
}

fn succeeded(data: Option<&Json>) -> bool {
    #[derive(Deserialize)]
    struct Data {
        outcome: String,
    }
    data.and_then(|data| serde_json::from_str(data.get()).ok()).is_some_and(|data: Data| data.outcome == "success")
}

fn interrupted() -> Error {
    Error::recorded(ErrorKind::Interrupted, false, "the run was interrupted".into())
}

fn interrupted_once(path: &str) -> Error {
    let message = format!(
        "it was interrupted in flight and is declared `effect = \"once\"`: find out whether it had its effect, then resume with \
         `.assume_done(\"{path}\", output)` or `.assume_retry(\"{path}\")`"
    );
    Error::recorded(ErrorKind::Interrupted, false, message.into())
}

/// An error, as it was recorded.
pub(crate) fn error_of(error: Option<&Json>) -> Error {
    #[derive(Deserialize)]
    struct Recorded {
        code: String,
        message: String,
        retryable: bool,
    }
    let recorded: Option<Recorded> = error.and_then(|error| serde_json::from_str(error.get()).ok());
    recorded.map_or_else(interrupted, |error| {
        Error::recorded(ErrorKind::from_code(&error.code), error.retryable, error.message.into())
    })
}
