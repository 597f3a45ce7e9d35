//! A pipeline of a command line, without its types.

use super::{
    Interrupt,
    drive::{Ended, Follow, drive},
};
use crate::failure::Failure;
use runnable_core::Graph;
use runnable_runner::{
    InvalidParameters, ParameterInfo, Parameters, Resources, RunRequest, Runnable, Runner, RunnerBuilder,
};
use serde_json::Value;
use std::{future::Future, pin::Pin};

/// A pipeline of a command line.
#[derive(Clone, Copy)]
pub(crate) struct Pipeline {
    pub(crate) name: &'static str,
    pub(crate) docs: &'static str,
    pub(crate) parameters: &'static [ParameterInfo],
    pub(crate) graph: fn() -> Graph,
    /// Returns the JSON Schemas of the input, the output and the events.
    pub(crate) schemas: fn() -> Value,
    /// Reads parameters, and forgets the pipeline.
    pub(crate) check: fn(&Parameters, &Resources) -> Result<(), InvalidParameters>,
    /// Makes a builder fail without the resources of the pipeline.
    pub(crate) register: fn(RunnerBuilder) -> RunnerBuilder,
    /// Adds the pipeline to a service.
    #[cfg(feature = "serve")]
    pub(crate) serve: fn(runnable_http::Service) -> runnable_http::Service,
    /// Starts a run and drives it to its end.
    pub(crate) launch: for<'o> fn(Order<'o>) -> Pin<Box<dyn Future<Output = Ended> + 'o>>,
}

/// The order to start a run.
pub(crate) struct Order<'o> {
    pub(crate) runner: &'o Runner,
    pub(crate) origin: Origin,
    pub(crate) interrupt: &'o Interrupt,
    pub(crate) follow: &'o mut dyn Follow,
}

/// The origin of a run.
pub(crate) enum Origin {
    New { parameters: Parameters, run_id: Option<String>, tag: Option<String> },
    Resumed { run: String, done: Vec<(String, Value)>, retry: Vec<String> },
    Forked { run: String, at: String, run_id: Option<String>, tag: Option<String> },
}

impl Pipeline {
    pub(crate) fn of<P: Runnable>() -> Self {
        Self {
            name: P::NAME,
            docs: P::DOCS,
            parameters: P::PARAMETERS,
            graph: P::graph,
            schemas: runnable_runner::schemas::<P>,
            check: |parameters, resources| parameters.build::<P>(resources).map(drop),
            register: RunnerBuilder::pipeline::<P>,
            #[cfg(feature = "serve")]
            serve: runnable_http::Service::pipeline::<P>,
            launch: |order| Box::pin(launch::<P>(order)),
        }
    }
}

async fn launch<P: Runnable>(order: Order<'_>) -> Ended {
    let Order { runner, origin, interrupt, follow } = order;
    let maps = follow.map_started();
    let write = |output: &P::Output| P::output(output).map_err(|error| error.to_string());
    match origin {
        Origin::New { parameters, run_id, tag } => {
            // Errors may show values of secrets.
            runner.learn_secrets::<P>();
            let pipeline: P = match runner.build_pipeline(&parameters) {
                Ok(pipeline) => pipeline,
                Err(error) => {
                    let text = error.to_string();
                    return Ended::NotStarted(Failure::usage(runner.redact().text(&text).unwrap_or(text)));
                }
            };
            let request = maps.into_iter().fold(runner.run(pipeline), RunRequest::map_started);
            let request = run_id.into_iter().fold(request, RunRequest::run_id);
            let request = tag.into_iter().fold(request, RunRequest::tag);
            drive(request.streaming(), write, runner.redact(), interrupt, follow).await
        }
        Origin::Resumed { run, done, retry } => {
            let request = maps.into_iter().fold(runner.resume::<P>(&run), RunRequest::map_started);
            let request = done.into_iter().fold(request, |request, (step, output)| request.assume_done(step, output));
            let request = retry.into_iter().fold(request, RunRequest::assume_retry);
            drive(request.streaming(), write, runner.redact(), interrupt, follow).await
        }
        Origin::Forked { run, at, run_id, tag } => {
            let request = maps.into_iter().fold(runner.fork::<P>(&run, &at), RunRequest::map_started);
            let request = run_id.into_iter().fold(request, RunRequest::run_id);
            let request = tag.into_iter().fold(request, RunRequest::tag);
            drive(request.streaming(), write, runner.redact(), interrupt, follow).await
        }
    }
}
