//! The pipelines that a service runs.

use super::local::ActiveRun;
use crate::service::{
    access::Problem,
    chat::{Chat, ChatInput},
};
use runnable_core::{DeclaredMeaning, Graph, Result as RunResult, Run, RunData, WireEvent, recording::input_of};
use runnable_runner::{Fresh, ParameterInfo, RunRequest, Runnable, Runner};
use serde_json::{Map, Value};
use std::{
    future::Future,
    pin::{Pin, pin},
};
use tokio::sync::oneshot;
use tokio_util::sync::CancellationToken;

/// The number of events after which a run that never suspends checks if it was cancelled.
const CHECK_INTERVAL: u32 = 32;

/// Returns whether the step at a path is declared `effect = "once"`.
type IsOnce = Box<dyn Fn(&str) -> bool + Send + Sync>;
/// Returns the values of the parameters with which a pipeline answers a conversation.
pub(in crate::service) type ChatToValues = fn(&Chat) -> Result<Map<String, Value>, Problem>;
type LocalBoxFuture<T> = Pin<Box<dyn Future<Output = T>>>;

/// A pipeline that a service runs.
pub(in crate::service) struct ServedPipeline {
    pub(in crate::service) name: &'static str,
    /// The text of its doc comment.
    pub(in crate::service) docs: &'static str,
    pub(in crate::service) graph: fn() -> Graph,
    /// Returns the hash of the definition, which the records of runs have.
    pub(in crate::service) definition_hash: fn(&Runner) -> String,
    pub(in crate::service) parameters: &'static [ParameterInfo],
    /// Finds the steps that are declared `effect = "once"`.
    pub(in crate::service) once_steps: fn(&Runner) -> IsOnce,
    /// Returns the JSON Schemas of the input, the output and the events.
    pub(in crate::service) schema: fn() -> Value,
    /// Returns the meanings that are declared for its events.
    pub(super) meanings: fn() -> Vec<DeclaredMeaning>,
    /// Looks up the secrets that the tasks declare.
    pub(in crate::service) learn_secrets: fn(&Runner),
    /// Returns the values of the parameters for a conversation, if the pipeline answers conversations.
    pub(in crate::service) chat: Option<ChatToValues>,
    /// Returns the input as the run log records it, from the values of the parameters.
    pub(super) input: fn(&Runner, Map<String, Value>) -> Result<String, Problem>,
    /// Returns the request to start a run on a cluster.
    #[cfg(feature = "cluster")]
    pub(super) order: fn(&runnable_cluster::Cluster, Map<String, Value>) -> Result<runnable_cluster::StartRun, Problem>,
    /// Starts or resumes a run and drives it to its end.
    pub(super) run: fn(LaunchOrder) -> LocalBoxFuture<()>,
}

/// A run that a worker is to start or resume.
pub(super) struct LaunchOrder {
    pub(super) runner: Runner,
    pub(super) launch: Launch,
    pub(super) active: ActiveRun,
    /// Receives the result of the start.
    pub(super) started: oneshot::Sender<Result<(), Problem>>,
    /// Cancelled if the run is to be left to be resumed.
    pub(super) abandon: CancellationToken,
}

/// The way in which a run starts.
pub(in crate::service) enum Launch {
    Fresh {
        id: String,
        tag: Option<String>,
        traceparent: Option<String>,
        values: Map<String, Value>,
    },
    /// A run of its own, which takes over what the run `of` had recorded before the step `at`.
    Forked {
        id: String,
        tag: Option<String>,
        traceparent: Option<String>,
        of: String,
        at: String,
    },
    Resumed {
        id: String,
        assumptions: Assumptions,
    },
}

/// The client's assumptions about interrupted steps with `effect = "once"`.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::service) struct Assumptions {
    /// The steps that had their effect, and their returns.
    #[serde(default)]
    assume_done: Map<String, Value>,
    /// The steps that may run again.
    #[serde(default)]
    assume_retry: Vec<String>,
}

impl ServedPipeline {
    pub(in crate::service) fn of<P: Runnable>() -> Self {
        Self {
            name: P::NAME,
            docs: P::DOCS,
            graph: P::graph,
            definition_hash: Runner::definition_hash::<P>,
            parameters: P::PARAMETERS,
            once_steps: Runner::once_steps::<P>,
            schema: runnable_runner::schemas::<P>,
            meanings: meanings::<P>,
            learn_secrets: Runner::learn_secrets::<P>,
            chat: None,
            input: input::<P>,
            #[cfg(feature = "cluster")]
            order: |cluster, values| Ok(cluster.start(cluster.runner().parameters::<P>(values)?)),
            run: |order| Box::pin(run::<P>(order)),
        }
    }

    /// Returns a pipeline that answers conversations.
    pub(in crate::service) fn of_agent<P: ChatInput>() -> Self {
        Self { chat: Some(chat::<P>), ..Self::of::<P>() }
    }
}

fn chat<P: ChatInput>(chat: &Chat) -> Result<Map<String, Value>, Problem> {
    let input = P::input(chat)?;
    match serde_json::to_value(&input) {
        Ok(Value::Object(values)) => Ok(values),
        Ok(_) => Err(Problem::internal(&format_args!("`ChatInput` of `{}` does not return an object", P::NAME))),
        Err(error) => Err(Problem::internal(&error)),
    }
}

fn meanings<P: Runnable>() -> Vec<DeclaredMeaning> {
    let mut meanings = Vec::new();
    P::Data::meanings(&mut meanings);
    meanings
}

fn input<P: Runnable>(runner: &Runner, values: Map<String, Value>) -> Result<String, Problem> {
    // Secrets may have changed.
    runner.learn_secrets::<P>();
    let pipeline = runner.parameters::<P>(values).map_err(Problem::from)?;
    input_of(&pipeline).map_err(|error| {
        let text = error.to_string();
        Problem::internal(&runner.redact().text(&text).unwrap_or(text))
    })
}

async fn run<P: Runnable>(order: LaunchOrder) {
    let LaunchOrder { runner, launch, active, started, abandon } = order;
    match launch {
        Launch::Fresh { id, tag, traceparent, values } => match runner.parameters::<P>(values) {
            Ok(pipeline) => {
                let request = named(runner.run(pipeline), id, tag, traceparent.as_deref());
                drive(request.streaming(), active, started, abandon).await;
            }
            Err(invalid) => drop(started.send(Err(Problem::from(invalid)))),
        },
        Launch::Forked { id, tag, traceparent, of, at } => {
            let request = named(runner.fork::<P>(&of, &at), id, tag, traceparent.as_deref());
            drive(request.streaming(), active, started, abandon).await;
        }
        Launch::Resumed { id, assumptions } => {
            let Assumptions { assume_done, assume_retry } = assumptions;
            let request = runner.resume::<P>(&id);
            let request =
                assume_done.into_iter().fold(request, |request, (step, output)| request.assume_done(step, output));
            let request = assume_retry.into_iter().fold(request, RunRequest::assume_retry);
            drive(request.streaming(), active, started, abandon).await;
        }
    }
}

fn named<P: Runnable, F>(
    request: RunRequest<P, F, Fresh>,
    id: String,
    tag: Option<String>,
    traceparent: Option<&str>,
) -> RunRequest<P, F, Fresh> {
    let request = request.run_id(id);
    #[cfg(feature = "opentelemetry")]
    let request = match traceparent {
        Some(traceparent) => request.traceparent(traceparent),
        None => request,
    };
    #[cfg(not(feature = "opentelemetry"))]
    let _ = traceparent;
    if let Some(tag) = tag { request.tag(tag) } else { request }
}

/// Drives a run to its end. Its events are not used here: readers follow the run log.
async fn drive<D, O, F>(
    start: impl Future<Output = RunResult<Run<D, O, F>>>,
    active: ActiveRun,
    started: oneshot::Sender<Result<(), Problem>>,
    abandon: CancellationToken,
) where
    D: RunData,
    F: Future<Output = RunResult<O>>,
{
    let mut run = match start.await {
        Ok(run) => run,
        Err(error) => return drop(started.send(Err(Problem::not_started(&error)))),
    };
    drop(started.send(Ok(())));
    let (mut abandoned, mut cancel) = (pin!(abandon.cancelled()), pin!(active.cancel.cancelled()));
    let (mut cancelled, mut events) = (false, 0_u32);
    loop {
        // The branches below do not run while events are ready, and checking after each event costs more than the event.
        events = events.wrapping_add(1);
        if events.is_multiple_of(CHECK_INTERVAL) {
            if abandon.is_cancelled() {
                break;
            }
            if active.cancel.is_cancelled() && !std::mem::replace(&mut cancelled, true) {
                run.cancel();
            }
        }
        tokio::select! {
            biased;
            event = run.next() => if event.is_none() { break },
            () = &mut abandoned => break,
            () = &mut cancel, if !cancelled => {
                cancelled = true;
                run.cancel();
            }
        }
    }
}
