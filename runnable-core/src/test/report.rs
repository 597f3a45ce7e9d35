//! The report of a run under test.

use super::steps::Steps;
use crate::{
    event::{Event, Lifecycle, Outcome, WireEvent},
    graph::Graph,
    id::Result,
};
use std::{collections::HashSet, fmt};

/// The events and the output of a run under test, with assertions on both.
///
/// Name a step by its path (`languages[1]/translate`), or by the end of its path (`translate`). If no step has the name as its
/// whole path, it stands for every step whose path ends with it. Without an index, a name stands for all items of a `map` and
/// all iterations of a `repeat`: an assertion must hold for each that ran, and methods that return something about one step
/// panic if several ran. An empty path is the run itself.
///
/// # Panics
/// Every method that takes a name panics if the pipeline has no such step.
pub struct Report<D, O> {
    graph: Graph,
    events: Vec<Event<D>>,
    output: Result<O>,
}

impl<D, O> Report<D, O> {
    pub(super) fn new(graph: Graph, events: Vec<Event<D>>, output: Result<O>) -> Self {
        Self { graph, events, output }
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
    ///
    /// # Panics
    /// Panics if several steps of this name ran.
    #[track_caller]
    pub fn outcome(&self, step: &str) -> Option<&Outcome> {
        self.outcome_at(&self.single(step)?)
    }

    /// Asserts that a step ran and succeeded.
    ///
    /// # Panics
    /// Panics if it did not run, failed or was cancelled.
    #[track_caller]
    pub fn assert_succeeded(&self, step: &str) {
        for path in self.that_ran(step) {
            match self.outcome_at(&path) {
                Some(Outcome::Succeeded) => {}
                Some(outcome) => panic!("expected `{path}` to succeed, but its outcome is {outcome:?}"),
                None => panic!("expected `{path}` to succeed, but it did not end"),
            }
        }
    }

    /// Asserts that a step did not run.
    ///
    /// # Panics
    /// Panics if it did.
    #[track_caller]
    pub fn assert_skipped(&self, step: &str) {
        if let Some(path) = self.paths(step).first() {
            panic!("expected `{path}` not to run, but it did");
        }
    }

    /// Asserts that each of these steps ended before the next one began.
    ///
    /// # Panics
    /// Panics if a step ended later or did not run, or if there are fewer than two steps.
    #[track_caller]
    pub fn assert_order(&self, steps: &[&str]) {
        assert!(steps.len() > 1, "expected at least two steps, whose order is asserted");
        for pair in steps.windows(2) {
            if let [first, second] = pair {
                let ended = self.that_ran(first).into_iter().map(|path| (self.end(&path), path)).max();
                let began = self.that_ran(second).into_iter().map(|path| (self.begin(&path), path)).min();
                if let (Some((end, first)), Some((begin, second))) = (ended, began)
                    && end > begin
                {
                    panic!("expected `{first}` to end before `{second}` begins, but it ended later");
                }
            }
        }
    }

    /// Returns the number of the event that ends a step.
    #[track_caller]
    fn end(&self, path: &str) -> u64 {
        let is_end = |event: &&Event<D>| event.lifecycle().is_some_and(|life| life.outcome().is_some());
        match self.at(path).filter(is_end).last() {
            Some(event) => event.seq(),
            None => panic!("expected `{path}` to end, but it did not"),
        }
    }

    /// Returns the number of the first event of a step.
    fn begin(&self, path: &str) -> u64 {
        self.at(path).next().map_or(0, Event::seq)
    }

    fn outcome_at(&self, path: &str) -> Option<&Outcome> {
        self.at(path).filter_map(Event::lifecycle).filter_map(Lifecycle::outcome).last()
    }

    /// Returns the paths of the steps of this name that ran, in the order in which they began.
    #[track_caller]
    fn paths(&self, name: &str) -> Vec<String> {
        let steps = match Steps::find(&self.graph, name) {
            Ok(steps) => steps,
            Err(message) => panic!("{message}"),
        };
        self.all_paths().into_iter().filter(|path| steps.contain(path)).collect()
    }

    /// Returns the paths of the steps of this name, of which at least one ran.
    #[track_caller]
    fn that_ran(&self, name: &str) -> Vec<String> {
        let paths = self.paths(name);
        assert!(!paths.is_empty(), "expected `{name}` to run, but it did not; {}", self.known());
        paths
    }

    /// Returns the path of the only step of this name that ran, or `None` if none ran.
    #[track_caller]
    fn single(&self, name: &str) -> Option<String> {
        let mut paths = self.paths(name);
        assert!(paths.len() < 2, "several steps `{name}` ran: {}\nhelp: name one of them", listed(&paths));
        paths.pop()
    }

    fn at(&self, path: &str) -> impl Iterator<Item = &Event<D>> {
        self.events.iter().filter(move |event| event.path() == *path)
    }

    /// Returns the path of everything that sent an event, in the order of the first.
    fn all_paths(&self) -> Vec<String> {
        let mut seen = HashSet::new();
        let paths = self.events.iter().map(|event| event.path().to_string());
        paths.filter(|path| seen.insert(path.clone())).collect()
    }

    /// Lists the steps that ran, for a message.
    fn known(&self) -> String {
        let ran = self.events.iter().filter(|event| matches!(event.lifecycle(), Some(Lifecycle::StepStarted)));
        let paths: Vec<_> = ran.map(|event| event.path().to_string()).collect();
        if paths.is_empty() { "no step ran".to_owned() } else { format!("the steps that ran are {}", listed(&paths)) }
    }
}

fn listed(paths: &[String]) -> String {
    paths.iter().map(|path| format!("`{path}`")).collect::<Vec<_>>().join(", ")
}

impl<D: WireEvent, O> Report<D, O> {
    /// Returns the types of a step's events, in order, such as `["step.started", "chunk", "done", "step.finished"]`. They are
    /// empty if the step did not run.
    ///
    /// # Panics
    /// Panics if several steps of this name ran.
    #[track_caller]
    pub fn types(&self, step: &str) -> Vec<&str> {
        self.single(step).map_or_else(Vec::new, |path| self.at(&path).map(Event::event_type).collect())
    }

    /// Returns the text of a step: the joined `text` fields of its `chunk` events, without those of failed attempts.
    ///
    /// # Panics
    /// Panics if several steps of this name ran.
    #[track_caller]
    pub fn text(&self, step: &str) -> String {
        self.single(step).map_or_else(String::new, |path| self.text_at(&path))
    }

    fn text_at(&self, path: &str) -> String {
        let mut text = String::new();
        for event in &self.events {
            let at = event.path();
            if let Some(Lifecycle::StepReset(_)) = event.lifecycle() {
                // It voids the events of the steps below, too.
                let at = at.to_string();
                if path.strip_prefix(&at).is_some_and(|below| below.is_empty() || below.starts_with('/')) {
                    text.clear();
                }
            } else if at == *path
                && event.event_type() == "chunk"
                && let Some(flat) = event.flat()
                && let Ok(fields) = serde_json::to_value(&flat)
                && let Some(chunk) = fields.get("text").and_then(serde_json::Value::as_str)
            {
                text.push_str(chunk);
            }
        }
        text
    }

    /// Asserts that the events of a step have these types, in this order.
    ///
    /// # Panics
    /// Panics if they do not, or if the step did not run.
    #[track_caller]
    pub fn assert_types(&self, step: &str, types: &[&str]) {
        for path in self.that_ran(step) {
            let found: Vec<_> = self.at(&path).map(Event::event_type).collect();
            assert_eq!(found, types, "the events of `{path}`");
        }
    }

    /// Asserts that this is the text of a step: the joined `text` fields of its `chunk` events, without those of failed
    /// attempts.
    ///
    /// # Panics
    /// Panics if it is not, or if the step did not run.
    #[track_caller]
    pub fn assert_text(&self, step: &str, text: &str) {
        for path in self.that_ran(step) {
            assert_eq!(self.text_at(&path), text, "the text of `{path}`");
        }
    }
}

impl<D: fmt::Debug, O> fmt::Debug for Report<D, O> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let output = self.output.as_ref().map(|_| format_args!(".."));
        f.debug_struct("Report").field("events", &self.events).field("output", &output).finish_non_exhaustive()
    }
}
