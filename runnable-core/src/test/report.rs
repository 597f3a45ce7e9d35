//! The report of a run under test.

use crate::{
    event::{Event, Lifecycle, Outcome, WireEvent},
    id::Result,
};
use std::fmt;

/// The events and the output of a run under test, with assertions on both.
///
/// Name a step by its whole path, with indices: `languages[0]/translate`.
pub struct Report<D, O> {
    events: Vec<Event<D>>,
    output: Result<O>,
}

impl<D, O> Report<D, O> {
    pub(super) fn new(events: Vec<Event<D>>, output: Result<O>) -> Self {
        Self { events, output }
    }

    /// Returns all events, in order.
    pub fn events(&self) -> &[Event<D>] {
        &self.events
    }

    /// Returns the output.
    ///
    /// # Errors
    /// Returns the failure of the run.
    pub fn output(&self) -> Result<&O> {
        self.output.as_ref().map_err(Clone::clone)
    }

    /// Consumes the report, and returns the output.
    ///
    /// # Errors
    /// Returns the failure of the run.
    pub fn into_output(self) -> Result<O> {
        self.output
    }

    /// Returns the outcome of a step, or `None` if it did not run.
    pub fn outcome(&self, path: &str) -> Option<&Outcome> {
        self.at(path).filter_map(Event::lifecycle).filter_map(Lifecycle::outcome).last()
    }

    /// Asserts that a step ran and succeeded.
    ///
    /// # Panics
    /// Panics if it did not run, failed or was cancelled.
    #[track_caller]
    pub fn assert_succeeded(&self, path: &str) {
        match self.outcome(path) {
            Some(Outcome::Succeeded) => {}
            Some(outcome) => panic!("expected `{path}` to succeed, but its outcome is {outcome:?}"),
            None => panic!("expected `{path}` to succeed, but it did not run; {}", self.known()),
        }
    }

    /// Asserts that a step did not run.
    ///
    /// # Panics
    /// Panics if it did.
    #[track_caller]
    pub fn assert_skipped(&self, path: &str) {
        assert!(self.at(path).next().is_none(), "expected `{path}` not to run, but it did");
    }

    /// Asserts that each of these steps ended before the next one began.
    ///
    /// # Panics
    /// Panics if a step ended later, or did not run.
    #[track_caller]
    pub fn assert_order(&self, paths: &[&str]) {
        for pair in paths.windows(2) {
            if let [first, second] = pair {
                let ended = self.seq(first, |life| life.outcome().is_some());
                let began = self.seq(second, |life| matches!(life, Lifecycle::StepStarted));
                assert!(ended < began, "expected `{first}` to end before `{second}` begins, but it ended later");
            }
        }
    }

    #[track_caller]
    fn seq(&self, path: &str, is: impl Fn(&Lifecycle) -> bool) -> u64 {
        match self.at(path).find(|event| event.lifecycle().is_some_and(&is)) {
            Some(event) => event.seq(),
            None => panic!("expected `{path}` to run, but it did not; {}", self.known()),
        }
    }

    fn at(&self, path: &str) -> impl Iterator<Item = &Event<D>> {
        self.events.iter().filter(move |event| event.path() == *path)
    }

    /// Lists the steps that ran, for a message.
    fn known(&self) -> String {
        let mut paths = Vec::new();
        for event in &self.events {
            if matches!(event.lifecycle(), Some(Lifecycle::StepStarted)) {
                paths.push(format!("`{}`", event.path()));
            }
        }
        if paths.is_empty() { "no step ran".to_owned() } else { format!("the steps that ran are {}", paths.join(", ")) }
    }
}

impl<D: WireEvent, O> Report<D, O> {
    /// Returns the types of a step's events, in order, such as `["step.started", "chunk", "done", "step.finished"]`.
    pub fn types(&self, path: &str) -> Vec<&str> {
        self.at(path).map(Event::event_type).collect()
    }

    /// Returns the text of a step: the joined `text` fields of its `chunk` events, without those of failed attempts.
    pub fn text(&self, path: &str) -> String {
        let mut text = String::new();
        for event in self.at(path) {
            if let Some(Lifecycle::StepReset(_)) = event.lifecycle() {
                text.clear();
            } else if event.event_type() == "chunk"
                && let Some(flat) = event.flat()
                && let Ok(fields) = serde_json::to_value(&flat)
                && let Some(chunk) = fields.get("text").and_then(serde_json::Value::as_str)
            {
                text.push_str(chunk);
            }
        }
        text
    }

    /// Asserts that a step's events have these types, in this order.
    ///
    /// # Panics
    /// Panics if they do not.
    #[track_caller]
    pub fn assert_types(&self, path: &str, types: &[&str]) {
        assert_eq!(self.types(path), types, "the events of `{path}`; {}", self.known());
    }

    /// Asserts that this is the text of a step.
    ///
    /// # Panics
    /// Panics if it is not.
    #[track_caller]
    pub fn assert_text(&self, path: &str, text: &str) {
        assert_eq!(self.text(path), text, "the text of `{path}`; {}", self.known());
    }
}

impl<D, O> fmt::Debug for Report<D, O> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let ended = self.output.as_ref().map(|_| ());
        f.debug_struct("Report").field("events", &self.events.len()).field("ended", &ended).finish()
    }
}
