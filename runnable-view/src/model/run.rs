//! The model of a run.

use super::{
    attempt::millis_between,
    axis::{Axis, millis},
    build, critical,
    node::{NodeId, StepNode},
    parts::{self, Gap, Part},
    why,
};
use runnable_graph::Graph;
use runnable_store::{EventRecord, RunRecord, StepRecord};
use std::time::{Duration, SystemTime};

/// The records of a run from which a [`RunModel`] is made.
#[derive(Debug, Clone, Copy)]
#[must_use]
pub struct Recording<'a> {
    run: &'a RunRecord,
    steps: &'a [StepRecord],
    events: &'a [EventRecord],
    graph: Option<&'a Graph>,
    now: SystemTime,
}

impl<'a> Recording<'a> {
    /// Takes the record of a run and those of its steps, in the order of [`RunLog::steps`](runnable_store::RunLog::steps).
    ///
    /// `now` is the end of what is running.
    pub fn new(run: &'a RunRecord, steps: &'a [StepRecord], now: SystemTime) -> Self {
        Self { run, steps, events: &[], graph: None, now }
    }

    /// Adds events of the run. The lifecycle events of the run itself are enough: they show each resume, also after a failure;
    /// without them, a resume shows only if the process had died during a step.
    pub fn events(mut self, events: &'a [EventRecord]) -> Self {
        self.events = events;
        self
    }

    /// Adds the graph of the pipeline, which separates the branches of a `parallel` without labels.
    pub fn graph(mut self, graph: &'a Graph) -> Self {
        self.graph = Some(graph);
        self
    }

    /// Returns the model. It takes time in proportion to the size of the records, up to the sorting of siblings.
    #[must_use]
    pub fn model(self) -> RunModel<'a> {
        let parts = parts::parts(self.run, self.steps, self.events, millis(self.now));
        let gaps = parts::gaps(&parts);
        let mut nodes = build::nodes(self.run, self.steps, &parts);
        critical::mark(&mut nodes, self.graph);
        let axis = Axis::new(millis(self.run.started), &gaps);
        RunModel { run: self.run, steps: self.steps, graph: self.graph, now: self.now, nodes, parts, gaps, axis }
    }
}

/// A run as views show it: its steps as a tree, its parts, and its critical path.
#[derive(Debug, Clone)]
pub struct RunModel<'a> {
    run: &'a RunRecord,
    steps: &'a [StepRecord],
    graph: Option<&'a Graph>,
    now: SystemTime,
    nodes: Vec<StepNode<'a>>,
    parts: Vec<Part>,
    gaps: Vec<Gap>,
    axis: Axis,
}

impl<'a> RunModel<'a> {
    /// Returns the record of the run.
    #[must_use]
    pub fn run(&self) -> &'a RunRecord {
        self.run
    }

    /// Returns the records of its steps: one for each attempt.
    #[must_use]
    pub fn records(&self) -> &'a [StepRecord] {
        self.steps
    }

    /// Returns the graph of its pipeline, if it is known.
    #[must_use]
    pub fn graph(&self) -> Option<&'a Graph> {
        self.graph
    }

    /// Returns the time that the model takes for now.
    #[must_use]
    pub fn now(&self) -> SystemTime {
        self.now
    }

    /// Returns the tree of steps, each node before those below. Items are in the order of their indices, all others in the order
    /// in which they started.
    #[must_use]
    pub fn nodes(&self) -> &[StepNode<'a>] {
        &self.nodes
    }

    /// Returns the nodes directly below a node; with `None`, those at the top.
    pub fn children(&self, of: Option<NodeId>) -> impl Iterator<Item = NodeId> {
        let (mut at, end) = match of {
            None => (0, self.nodes.len()),
            Some(of) => (of + 1, self.nodes.get(of).map_or(0, |node| node.end)),
        };
        std::iter::from_fn(move || {
            let child = at;
            at = self.nodes.get(child).filter(|_| child < end)?.end;
            Some(child)
        })
    }

    /// Returns the parts of the run: one more than the number of its resumes.
    #[must_use]
    pub fn parts(&self) -> &[Part] {
        &self.parts
    }

    /// Returns the dead times between the parts.
    #[must_use]
    pub fn gaps(&self) -> &[Gap] {
        &self.gaps
    }

    /// Returns the steps on the critical path, in the order of [`nodes`](Self::nodes).
    pub fn critical(&self) -> impl Iterator<Item = &StepNode<'a>> {
        self.nodes.iter().filter(|node| node.critical && !node.attempts.is_empty())
    }

    /// Returns the time during which the run ran: without the dead time between its parts.
    #[must_use]
    pub fn took(&self) -> Duration {
        let work = self.parts.iter().map(|part| millis_between(part.start, part.end));
        work.fold(Duration::ZERO, Duration::saturating_add)
    }

    /// Returns the work of the run before a moment in milliseconds since the Unix epoch: the position of the moment on a time
    /// axis without dead times.
    #[must_use]
    pub fn work_before(&self, moment: i64) -> Duration {
        Duration::from_millis(u64::try_from(self.axis.at(moment)).unwrap_or(0))
    }

    /// Returns the reason for the state of the run in one line, if it needs a reason: `languages[7]/translate: 429 (3 attempts)`.
    #[must_use]
    pub fn why(&self) -> Option<String> {
        why::why(self)
    }

    /// Returns the step that made the run fail.
    #[must_use]
    pub fn failed_step(&self) -> Option<&StepNode<'a>> {
        why::failed_step(self)
    }
}
