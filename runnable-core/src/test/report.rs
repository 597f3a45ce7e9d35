//! What a run under test did.

use crate::{
    event::{Event, Lifecycle, Outcome, WireEvent},
    id::Result,
};
use std::fmt;

/// What a run under test did: its events and its output, with assertions on both.
///
/// A step is named by its whole path, with indices: `languages[0]/translate`.
pub struct Report<D, O> {
    events: Vec<Event<D>>,
    output: Result<O>,
}

impl<D, O> Report<D, O> {
    pub(super) fn new(events: Vec<Event<D>>, output: Result<O>) -> Self {
        Self { events, output }
    }

    /// All events, in order.
    pub fn events(&self) -> &[Event<D>] {
        &self.events
    }

    /// The output.
    ///
    /// # Errors
    /// The failure of the run.
    pub fn output(&self) -> Result<&O> {
        self.output.as_ref().map_err(Clone::clone)
    }

    /// The output, owned.
    ///
    /// # Errors
    /// The failure of the run.
    pub fn into_output(self) -> Result<O> {
        self.output
    }

    /// How a step ended; `None` where it did not run.
    pub fn outcome(&self, path: &str) -> Option<&Outcome> {
        self.at(path).filter_map(Event::lifecycle).filter_map(Lifecycle::outcome).last()
    }

    /// Asserts that a step ran, and gave its returns.
    ///
    /// # Panics
    /// It did not.
    #[track_caller]
    pub fn assert_succeeded(&self, path: &str) {
        match self.outcome(path) {
            Some(Outcome::Succeeded) => {}
            Some(outcome) => panic!("expected that `{path}` succeeds, but it ended as {outcome:?}"),
            None => panic!("expected that `{path}` succeeds, but it did not run; {}", self.known()),
        }
    }

    /// Asserts that a step did not run.
    ///
    /// # Panics
    /// It did.
    #[track_caller]
    pub fn assert_skipped(&self, path: &str) {
        assert!(self.at(path).next().is_none(), "expected that `{path}` does not run, but it did");
    }

    /// Asserts that each of these steps had ended before the next one began.
    ///
    /// # Panics
    /// One had not, or did not run.
    #[track_caller]
    pub fn assert_order(&self, paths: &[&str]) {
        for pair in paths.windows(2) {
            if let [first, second] = pair {
                let ended = self.seq(first, |life| life.outcome().is_some());
                let began = self.seq(second, |life| matches!(life, Lifecycle::StepStarted));
                assert!(ended < began, "expected that `{first}` ends before `{second}` begins, but it ended later");
            }
        }
    }

    #[track_caller]
    fn seq(&self, path: &str, is: impl Fn(&Lifecycle) -> bool) -> u64 {
        match self.at(path).find(|event| event.lifecycle().is_some_and(&is)) {
            Some(event) => event.seq(),
            None => panic!("expected that `{path}` runs, but it did not; {}", self.known()),
        }
    }

    fn at(&self, path: &str) -> impl Iterator<Item = &Event<D>> {
        self.events.iter().filter(move |event| event.path() == *path)
    }

    /// The steps that ran, for a message.
    fn known(&self) -> String {
        let mut paths = Vec::new();
        for event in &self.events {
            if matches!(event.lifecycle(), Some(Lifecycle::StepStarted)) {
                paths.push(format!("`{}`", event.path()));
            }
        }
        if paths.is_empty() { "no step ran".to_owned() } else { format!("there ran {}", paths.join(", ")) }
    }
}

impl<D: WireEvent, O> Report<D, O> {
    /// The types of a step's events, in order, such as `["step.started", "chunk", "done", "step.finished"]`.
    pub fn types(&self, path: &str) -> Vec<&str> {
        self.at(path).map(Event::event_type).collect()
    }

    /// The text of a step: the `text` fields of its `chunk` events, joined. What a failed attempt sent is void.
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
    /// They do not.
    #[track_caller]
    pub fn assert_types(&self, path: &str, types: &[&str]) {
        assert_eq!(self.types(path), types, "the events of `{path}`; {}", self.known());
    }

    /// Asserts that a step's text is this.
    ///
    /// # Panics
    /// It is not.
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
