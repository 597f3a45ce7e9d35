//! Measures a run by its events.

use super::Metrics;
use crate::pipeline::Known;
use prometheus_client::metrics::{counter::Counter, gauge::Gauge};
use runnable_core::{BoxError, Event, Lifecycle, Segment, StepPath, hooks::Observer};
use runnable_graph::Graph;
use std::{
    collections::HashMap,
    sync::Arc,
    task::{Context, Poll},
};
use tokio::time::Instant;

/// Measures a run by its events, and shows them to its recorder, if the run is recorded.
pub(crate) struct Measured<D> {
    recorder: Option<Box<dyn Observer<D>>>,
    run: RunMetrics,
}

/// The measurements of a run in progress.
struct RunMetrics {
    metrics: Metrics,
    pipeline: &'static str,
    graph: Arc<Graph>,
    /// The number of runs in progress; `None` for an item, which another process measures as a part of its run.
    active: Option<Gauge>,
    began: Option<Instant>,
    open: HashMap<StepPath, OpenStep>,
    /// The step that sent the last event, kept because a step sends many events in a row.
    sender: Option<(StepPath, Option<Counter>)>,
}

/// A step that has started.
struct OpenStep {
    node: String,
    began: Instant,
    attempt_began: Instant,
    has_sent: bool,
}

impl<D> Measured<D> {
    pub(crate) fn new(metrics: &Metrics, known: &Known, is_run: bool, recorder: Option<Box<dyn Observer<D>>>) -> Self {
        let (pipeline, graph) = (known.name, Arc::clone(known.graph()));
        let active = is_run.then(|| metrics.active(pipeline));
        if let Some(active) = &active {
            active.inc();
        }
        let (metrics, open) = (metrics.clone(), HashMap::new());
        Self { recorder, run: RunMetrics { metrics, pipeline, graph, active, began: None, open, sender: None } }
    }
}

impl RunMetrics {
    fn lifecycle(&mut self, path: StepPath, event: &Lifecycle) {
        self.sender = None;
        match event {
            Lifecycle::RunStarted | Lifecycle::RunResumed => self.began = Some(Instant::now()),
            Lifecycle::RunFinished(outcome) => {
                if let (Some(began), Some(_)) = (self.began, &self.active) {
                    self.metrics.run_ended(self.pipeline, outcome, began.elapsed());
                }
            }
            Lifecycle::StepStarted => self.step_began(path),
            // An earlier part of the run may have sent the start.
            Lifecycle::StepReset(_) => match self.open.get_mut(&path) {
                Some(step) => {
                    self.metrics.retried(self.pipeline, &step.node);
                    (step.attempt_began, step.has_sent) = (Instant::now(), false);
                }
                None => self.step_began(path),
            },
            event => {
                if let (Some(step), Some(outcome)) = (self.open.remove(&path), event.outcome()) {
                    self.metrics.step_ended(self.pipeline, &step.node, outcome, step.began.elapsed());
                }
            }
        }
    }

    fn step_began(&mut self, path: StepPath) {
        if let Some(node) = self.node(&path) {
            let now = Instant::now();
            self.open.insert(path, OpenStep { node, began: now, attempt_began: now, has_sent: false });
        }
    }

    /// Returns the id of a step in the graph, which has as many ids as the program has steps.
    fn node(&self, path: &StepPath) -> Option<String> {
        let names: Vec<_> = path.segments().iter().map(Segment::name).collect();
        Some(names.join("/")).filter(|id| self.graph.node(id).is_some())
    }

    /// Counts an event of a task.
    fn sent(&mut self, path: StepPath) {
        if self.sender.as_ref().is_none_or(|(sender, _)| *sender != path) {
            let counter = self.node(&path).map(|node| self.metrics.events(self.pipeline, &node));
            if let Some(step) = self.open.get_mut(&path).filter(|step| !step.has_sent) {
                step.has_sent = true;
                self.metrics.first_event(self.pipeline, &step.node, step.attempt_began.elapsed());
            }
            self.sender = Some((path, counter));
        }
        if let Some((_, Some(counter))) = &self.sender {
            counter.inc();
        }
    }
}

impl Drop for RunMetrics {
    fn drop(&mut self) {
        if let Some(active) = &self.active {
            active.dec();
        }
    }
}

impl<D> Observer<D> for Measured<D> {
    fn event(&mut self, event: &Event<D>) {
        match event.lifecycle() {
            Some(lifecycle) => self.run.lifecycle(event.path(), lifecycle),
            None => self.run.sent(event.path()),
        }
        if let Some(recorder) = &mut self.recorder {
            recorder.event(event);
        }
    }

    fn poll_ready(&mut self, task: &mut Context<'_>) -> Poll<()> {
        self.recorder.as_mut().map_or(Poll::Ready(()), |recorder| recorder.poll_ready(task))
    }

    fn is_cancelled(&self) -> bool {
        self.recorder.as_ref().is_some_and(|recorder| recorder.is_cancelled())
    }

    fn poll_cancelled(&mut self, task: &mut Context<'_>) -> Poll<()> {
        self.recorder.as_mut().map_or(Poll::Pending, |recorder| recorder.poll_cancelled(task))
    }

    fn poll_end(&mut self, task: &mut Context<'_>) -> Poll<Result<(), BoxError>> {
        self.recorder.as_mut().map_or(Poll::Ready(Ok(())), |recorder| recorder.poll_end(task))
    }
}
