//! Drives a run to its end.

use super::Interrupt;
use crate::failure::{Code, Failure};
use runnable_core::{
    ErrorKind, Event, Lifecycle, Result as RunResult, Run, RunData, StepPath, WireEvent,
    hooks::{MapStarted, Redact},
};
use std::{future::Future, pin::pin, sync::Arc};

/// The end of a run.
pub(crate) enum Ended {
    /// The run succeeded with this output, a JSON object.
    Succeeded(String),
    /// The run failed.
    Failed(Failure),
    /// The run was cancelled, by Ctrl-C or by another process.
    Cancelled,
    /// The run did not start.
    NotStarted(Failure),
}

/// An event as those who follow a run see it, without the types of the run.
pub(crate) trait SeenEvent {
    fn path(&self) -> StepPath;
    fn attempt(&self) -> u32;
    fn event_type(&self) -> &str;
    fn lifecycle(&self) -> Option<&Lifecycle>;
    /// Returns the data of a task's own event.
    fn data(&self) -> serde_json::Value;
    /// Appends the envelope as a line of JSON.
    fn envelope(&self, to: &mut Vec<u8>);
}

impl<D: WireEvent> SeenEvent for Event<D> {
    fn path(&self) -> StepPath {
        self.path()
    }
    fn attempt(&self) -> u32 {
        self.attempt()
    }
    fn event_type(&self) -> &str {
        self.event_type()
    }
    fn lifecycle(&self) -> Option<&Lifecycle> {
        self.lifecycle()
    }
    fn data(&self) -> serde_json::Value {
        self.data().serialize_data(serde_json::value::Serializer).unwrap_or_default()
    }
    fn envelope(&self, to: &mut Vec<u8>) {
        // An event that does not serialize is not written; the run reports it.
        let _ = self.write_json(to);
    }
}

/// A follower of a run.
pub(crate) trait Follow {
    /// Returns the function that learns the lengths of maps, if they are of use.
    fn map_started(&self) -> Option<MapStarted>;
    /// The run has started.
    fn started(&mut self, id: &str, redact: &Arc<dyn Redact>);
    /// The run sent an event.
    fn event(&mut self, event: &dyn SeenEvent);
    /// The run is being cancelled.
    fn cancelling(&mut self);
    /// The run has ended.
    fn ended(&mut self, ended: &Ended);
}

/// Starts a run and drives it to its end. `write` returns an output as JSON.
pub(super) async fn drive<D, O, F>(
    start: impl Future<Output = RunResult<Run<D, O, F>>>,
    write: impl FnOnce(&O) -> Result<String, String>,
    redact: &Arc<dyn Redact>,
    interrupt: &Interrupt,
    follow: &mut dyn Follow,
) -> Ended
where
    D: RunData + WireEvent,
    F: Future<Output = RunResult<O>>,
{
    let started = tokio::select! {
        started = start => started,
        () = interrupt.pressed() => return Ended::Cancelled,
    };
    let mut run = match started {
        Ok(run) => run,
        Err(error) => return Ended::NotStarted(Failure::of_run(&redact.error(error))),
    };
    follow.started(&run.id().to_string(), redact);
    let cancelled = events(&mut run, interrupt, follow).await;
    let ended = match run.output().await {
        Ok(output) => match write(&output) {
            Ok(output) => Ended::Succeeded(redact.json(&output).unwrap_or(output)),
            Err(error) => Ended::Failed(Failure::new(Code::Failed, error)),
        },
        // Another process may have cancelled the run.
        Err(error) if cancelled || error.kind() == ErrorKind::Cancelled => Ended::Cancelled,
        Err(error) => Ended::Failed(Failure::of_run(&redact.error(error))),
    };
    follow.ended(&ended);
    ended
}

/// Passes on the events of a run; returns true if the run was cancelled.
async fn events<D, O, F>(run: &mut Run<D, O, F>, interrupt: &Interrupt, follow: &mut dyn Follow) -> bool
where
    D: RunData + WireEvent,
    F: Future<Output = RunResult<O>>,
{
    let mut pressed = pin!(interrupt.pressed());
    let mut cancelled = false;
    loop {
        // A run that never suspends does not let the second branch run.
        if !cancelled && interrupt.is_pressed() {
            cancelled = true;
            follow.cancelling();
            // Its closing events follow.
            _ = run.cancel();
        }
        tokio::select! {
            biased;
            event = run.next() => match event {
                Some(event) => follow.event(&event),
                None => return cancelled,
            },
            () = &mut pressed, if !cancelled => {}
        }
    }
}
