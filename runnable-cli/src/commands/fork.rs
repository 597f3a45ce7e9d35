//! `resume` and `fork`.

use super::{
    context::Context,
    follow::{Watch, finish},
};
use crate::{
    arguments::{Events, ProgressForm},
    failure::{Failure, Result},
    launch::{Interrupt, Order, Origin},
    source::Source,
};
use clap::ArgMatches;
use serde_json::Value;

pub(super) async fn resume(context: Context, arguments: &ArgMatches) -> Result<()> {
    let done: Vec<_> = texts(arguments, "assume-done").map(assumption).collect::<Result<_>>()?;
    let retry: Vec<_> = texts(arguments, "assume-retry").cloned().collect();
    again(context, arguments, |run| Origin::Resumed { run, done, retry }).await
}

pub(super) async fn fork(context: Context, arguments: &ArgMatches) -> Result<()> {
    let text = |name: &str| arguments.get_one::<String>(name).cloned();
    let (at, run_id, tag) = (text("at").unwrap_or_default(), text("run-id"), text("tag"));
    again(context, arguments, |run| Origin::Forked { run, at, run_id, tag }).await
}

fn texts<'a>(arguments: &'a ArgMatches, name: &str) -> impl Iterator<Item = &'a String> {
    arguments.get_many::<String>(name).into_iter().flatten()
}

/// Reads `STEP=JSON`. Paths of steps contain no `=`.
fn assumption(text: &String) -> Result<(String, Value)> {
    let example = "such as `--assume-done 'charge={\"receipt\":\"17\"}'`";
    let Some((step, output)) = text.split_once('=') else {
        return Err(Failure::usage(format!("--assume-done: expected STEP=JSON, found `{text}`\nhelp: {example}")));
    };
    match serde_json::from_str(output) {
        Ok(output) => Ok((step.to_owned(), output)),
        Err(error) => {
            Err(Failure::usage(format!("--assume-done: the output of `{step}` is not JSON: {error}\nhelp: {example}")))
        }
    }
}

async fn again(mut context: Context, arguments: &ArgMatches, origin: impl FnOnce(String) -> Origin) -> Result<()> {
    let interrupt = Interrupt::listen();
    let config = context.config()?;
    let runner = context.runner(config).await?;
    let log = runner.log().map_err(|_| crate::source::no_log())?;
    let run = Source::from(log.clone()).find(arguments.get_one::<String>("run").map_or("", String::as_str)).await?;
    let pipeline = context.pipeline(&run.pipeline).map_err(|failure| {
        let message = format!("run `{}` is a run of `{}`", run.id, run.pipeline);
        Failure::new(crate::failure::Code::State, format!("{message}: {}", failure.message))
    })?;
    let text = |name: &str| arguments.get_one::<String>(name).map_or("", String::as_str);
    let (events, form) = (Events::from_name(text("events")), ProgressForm::from_name(text("progress")));
    let mut watch = Watch::new(&runner, (pipeline.graph)(), events, form);
    let order = Order { runner: &runner, origin: origin(run.id), interrupt: &interrupt, follow: &mut watch };
    let ended = (pipeline.launch)(order).await;
    finish(&context.program, &runner, ended, &watch).await
}
