//! The metrics and their labels.

use prometheus_client::{
    encoding::text::encode,
    metrics::{counter::Counter, family::Family, gauge::Gauge, histogram::Histogram},
    registry::{Registry, Unit},
};
use runnable_core::Outcome;
use std::{fmt, sync::Arc, time::Duration};

/// The names and values of a series.
type Labels = Vec<(&'static str, String)>;
type Durations = Family<Labels, Histogram, fn() -> Histogram>;

/// The upper bounds of the durations of runs and steps, in seconds.
const WORK: [f64; 13] = [0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1.0, 5.0, 10.0, 30.0, 60.0, 300.0, 1800.0];
/// The upper bounds of the durations of transactions, in seconds.
const COMMITS: [f64; 11] = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.5, 1.0, 5.0];

/// Metrics of the runs of one or more runners; see [`RunnerBuilder::metrics`](crate::RunnerBuilder::metrics).
///
/// A clone is the same metrics. [`encode`](Self::encode) returns them in the text format of Prometheus, with the units and types
/// of `OpenMetrics` 1.0. The service of `runnable-http` sends them at `/metrics`.
///
/// | Metric | Type and unit | Labels | Meaning |
/// |---|---|---|---|
/// | `runnable_run_duration_seconds` | histogram, seconds | `pipeline`, `outcome`, `error_type` | The time from the start of a run, or of its resumed part, to its end |
/// | `runnable_run_active` | gauge, runs | `pipeline` | The runs in progress |
/// | `runnable_step_duration_seconds` | histogram, seconds | `pipeline`, `node`, `outcome`, `error_type` | The time from the start of a step to its end, with all attempts and the delays between them |
/// | `runnable_step_time_to_first_event_seconds` | histogram, seconds | `pipeline`, `node` | The time from the start of an attempt to the first event that its task sends |
/// | `runnable_step_retries_total` | counter, attempts | `pipeline`, `node` | The attempts after the first |
/// | `runnable_events_total` | counter, events | `pipeline`, `node` | The events that tasks have sent |
/// | `runnable_log_commit_duration_seconds` | histogram, seconds | `outcome` | The time that a transaction of the run log took, including the time for which the store was busy |
///
/// `pipeline` is the name of the pipeline, `node` the id of the step in its [graph](runnable_core::Node::graph), which has no
/// numbers of items, `outcome` is `success`, `failed` or `cancelled`, and `error_type` the kind of the error of a failure. So the
/// number of series depends on the program alone, and not on the inputs, the ids or the tags of its runs.
///
/// Steps that a resumed run takes from its record are not measured again. A run on a cluster is measured by the workers that
/// execute it.
///
/// # Examples
/// ```
/// use runnable::{prelude::*, runner::{Metrics, Runner}};
///
/// #[task(returns = [text])]
/// async fn shout(text: String) -> String {
///     text.to_uppercase()
/// }
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let metrics = Metrics::new();
/// let runner = Runner::builder().run_log("memory:").metrics(metrics.clone()).build().await?;
/// runner.run(Shout { text: "hi".into() }).await?;
///
/// let text = metrics.encode();
/// assert!(text.contains(r#"runnable_run_duration_seconds_count{pipeline="shout",outcome="success"} 1"#));
/// # Ok(())
/// # }
/// ```
#[derive(Clone)]
pub struct Metrics(Arc<Families>);

struct Families {
    registry: Registry,
    run_duration: Durations,
    run_active: Family<Labels, Gauge>,
    step_duration: Durations,
    first_event: Durations,
    retries: Family<Labels, Counter>,
    events: Family<Labels, Counter>,
    commits: Durations,
}

impl Metrics {
    /// Returns metrics without values.
    #[must_use]
    pub fn new() -> Self {
        let work = || Durations::new_with_constructor(|| Histogram::new(WORK));
        let families = Families {
            registry: Registry::with_prefix("runnable"),
            run_duration: work(),
            run_active: Family::default(),
            step_duration: work(),
            first_event: work(),
            retries: Family::default(),
            events: Family::default(),
            commits: Durations::new_with_constructor(|| Histogram::new(COMMITS)),
        };
        Self(Arc::new(families.registered()))
    }

    /// Returns the metrics as text: `# HELP`, `# TYPE` and `# UNIT` of each, its series, and `# EOF` as the last line.
    #[must_use]
    pub fn encode(&self) -> String {
        let mut text = String::new();
        // Cannot fail: a `String` takes any text.
        let _ = encode(&mut text, &self.0.registry);
        text
    }

    pub(super) fn active(&self, pipeline: &str) -> Gauge {
        self.0.run_active.get_or_create_owned(&of_pipeline(pipeline))
    }

    pub(super) fn run_ended(&self, pipeline: &str, outcome: &Outcome, took: Duration) {
        let labels = with_outcome(of_pipeline(pipeline), outcome);
        self.0.run_duration.get_or_create(&labels).observe(took.as_secs_f64());
    }

    pub(super) fn step_ended(&self, pipeline: &str, node: &str, outcome: &Outcome, took: Duration) {
        let labels = with_outcome(of_node(pipeline, node), outcome);
        self.0.step_duration.get_or_create(&labels).observe(took.as_secs_f64());
    }

    pub(super) fn first_event(&self, pipeline: &str, node: &str, after: Duration) {
        self.0.first_event.get_or_create(&of_node(pipeline, node)).observe(after.as_secs_f64());
    }

    pub(super) fn retried(&self, pipeline: &str, node: &str) {
        self.0.retries.get_or_create(&of_node(pipeline, node)).inc();
    }

    pub(super) fn events(&self, pipeline: &str, node: &str) -> Counter {
        self.0.events.get_or_create_owned(&of_node(pipeline, node))
    }

    pub(crate) fn committed(&self, took: Duration, is_durable: bool) {
        let outcome = if is_durable { "success" } else { "failed" };
        self.0.commits.get_or_create(&vec![("outcome", outcome.to_owned())]).observe(took.as_secs_f64());
    }
}

impl Families {
    fn registered(mut self) -> Self {
        let seconds = |registry: &mut Registry, name: &str, help: &str, durations: &Durations| {
            registry.register_with_unit(name, help, Unit::Seconds, durations.clone());
        };
        let registry = &mut self.registry;
        let help = "The time from the start of a run, or of its resumed part, to its end";
        seconds(registry, "run_duration", help, &self.run_duration);
        registry.register("run_active", "The runs in progress", self.run_active.clone());
        let help = "The time from the start of a step to its end, with all attempts and the delays between them";
        seconds(registry, "step_duration", help, &self.step_duration);
        let help = "The time from the start of an attempt to the first event that its task sends";
        seconds(registry, "step_time_to_first_event", help, &self.first_event);
        registry.register("step_retries", "The attempts after the first", self.retries.clone());
        registry.register("events", "The events that tasks have sent", self.events.clone());
        let help = "The time that a transaction of the run log took";
        seconds(registry, "log_commit_duration", help, &self.commits);
        self
    }
}

fn of_pipeline(pipeline: &str) -> Labels {
    vec![("pipeline", pipeline.to_owned())]
}

fn of_node(pipeline: &str, node: &str) -> Labels {
    vec![("pipeline", pipeline.to_owned()), ("node", node.to_owned())]
}

fn with_outcome(mut labels: Labels, outcome: &Outcome) -> Labels {
    labels.push(("outcome", outcome.name().to_owned()));
    if let Outcome::Failed(error) = outcome {
        labels.push(("error_type", error.kind().code().to_owned()));
    }
    labels
}

impl Default for Metrics {
    fn default() -> Self {
        Self::new()
    }
}

impl fmt::Debug for Metrics {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Metrics").finish_non_exhaustive()
    }
}
