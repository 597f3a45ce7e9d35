//! The pipelines that are served.

use super::{live::Entry, problem::Problem};
use runnable::{
    Graph, Run,
    runner::{ParameterInfo, RunRequest, Runnable, Runner},
};
use runnable_core::{__private::RunData, Result as Ended, recording::input_of};
use serde_json::{Map, Value};
use std::{
    future::Future,
    pin::{Pin, pin},
};
use tokio::sync::oneshot;
use tokio_util::sync::CancellationToken;

/// How many events of a run are taken before somebody asks whether it is to end.
const ASKED: u32 = 32;

type Local<T> = Pin<Box<dyn Future<Output = T>>>;

/// A pipeline that is served.
pub(super) struct Pipeline {
    pub(super) name: &'static str,
    pub(super) graph: fn() -> Graph,
    pub(super) parameters: &'static [ParameterInfo],
    /// Its input as it is recorded, of the values for its parameters.
    pub(super) input: fn(&Runner, Map<String, Value>) -> Result<String, Problem>,
    /// Runs it, from its begin or from where it was.
    pub(super) run: fn(Order) -> Local<()>,
}

/// A run that is to be.
pub(super) struct Order {
    pub(super) runner: Runner,
    pub(super) what: What,
    pub(super) entry: Entry,
    /// Whether it has begun.
    pub(super) begun: oneshot::Sender<Result<(), Problem>>,
    /// Tells that it is to be left as it is.
    pub(super) leave: CancellationToken,
}

pub(super) enum What {
    New { id: String, tag: Option<String>, values: Map<String, Value> },
    Resumed { id: String, assumed: Assumed },
}

/// What is said of steps that must not be repeated unasked.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Assumed {
    /// Steps that had their effect, and what they returned.
    #[serde(default)]
    pub(super) assume_done: Map<String, Value>,
    /// Steps that may run again.
    #[serde(default)]
    pub(super) assume_retry: Vec<String>,
}

impl Pipeline {
    pub(super) fn of<P: Runnable>() -> Self {
        Self {
            name: P::NAME,
            graph: P::graph,
            parameters: P::PARAMETERS,
            input: input::<P>,
            run: |order| Box::pin(run::<P>(order)),
        }
    }
}

fn input<P: Runnable>(runner: &Runner, values: Map<String, Value>) -> Result<String, Problem> {
    let pipeline = runner.parameters::<P>(values)?;
    input_of(&pipeline).map_err(|error| Problem::internal(&error))
}

async fn run<P: Runnable>(order: Order) {
    let Order { runner, what, entry, begun, leave } = order;
    match what {
        What::New { id, tag, values } => match runner.parameters::<P>(values) {
            Ok(pipeline) => {
                let start = runner.run(pipeline).run_id(id);
                let start = if let Some(tag) = tag { start.tag(tag) } else { start };
                drive(start.streaming(), entry, begun, leave).await;
            }
            Err(invalid) => drop(begun.send(Err(invalid.into()))),
        },
        What::Resumed { id, assumed } => {
            let Assumed { assume_done, assume_retry } = assumed;
            let start = runner.resume::<P>(&id);
            let start = assume_done.into_iter().fold(start, |start, (step, output)| start.assume_done(step, output));
            let start = assume_retry.into_iter().fold(start, RunRequest::assume_retry);
            drive(start.streaming(), entry, begun, leave).await;
        }
    }
}

/// Takes a run to its end: who follows it reads its log.
async fn drive<D, O, F>(
    start: impl Future<Output = Ended<Run<D, O, F>>>,
    entry: Entry,
    begun: oneshot::Sender<Result<(), Problem>>,
    leave: CancellationToken,
) where
    D: RunData,
    F: Future<Output = Ended<O>>,
{
    let mut run = match start.await {
        Ok(run) => run,
        Err(error) => return drop(begun.send(Err(Problem::not_started(&error)))),
    };
    drop(begun.send(Ok(())));
    let (mut left, mut cancelled) = (pin!(leave.cancelled()), pin!(entry.cancel.cancelled()));
    let (mut over, mut events) = (false, 0_u32);
    loop {
        // A run that never waits is looked after now and then: to ask with each event costs more than the event.
        events = events.wrapping_add(1);
        if events.is_multiple_of(ASKED) {
            if leave.is_cancelled() {
                break;
            }
            if entry.cancel.is_cancelled() && !std::mem::replace(&mut over, true) {
                run.cancel();
            }
        }
        tokio::select! {
            biased;
            event = run.next() => if event.is_none() { break },
            () = &mut left => break,
            () = &mut cancelled, if !over => {
                over = true;
                run.cancel();
            }
        }
    }
}
