//! `resume` and `fork`.

#[cfg(feature = "url")]
use super::remote;
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
#[cfg(feature = "url")]
use serde_json::{Map, json};

pub(super) async fn resume(context: Context, arguments: &ArgMatches) -> Result<()> {
    let done: Vec<_> = texts(arguments, "assume-done").map(assumption).collect::<Result<_>>()?;
    let retry: Vec<_> = texts(arguments, "assume-retry").cloned().collect();
    #[cfg(feature = "url")]
    if let Some(service) = context.service()? {
        let done: Map<_, _> = done.into_iter().collect();
        let body = json!({ "assume_done": done, "assume_retry": retry });
        return remote::start(&context.program, service, arguments, "resume", &body).await;
    }
    again(context, "resume", arguments, |run| Origin::Resumed { run, done, retry }).await
}

pub(super) async fn fork(context: Context, arguments: &ArgMatches) -> Result<()> {
    let text = |name: &str| arguments.get_one::<String>(name).cloned();
    let (at, run_id, tag) = (text("at").unwrap_or_default(), text("run-id"), text("tag"));
    #[cfg(feature = "url")]
    if let Some(service) = context.service()? {
        if let Some((name, _)) = [("run-id", &run_id), ("tag", &tag)].iter().find(|(_, value)| value.is_some()) {
            return Err(Failure::usage(format!("--{name}: the service chooses it")));
        }
        return remote::start(&context.program, service, arguments, "fork", &json!({ "at": at })).await;
    }
    again(context, "fork", arguments, |run| Origin::Forked { run, at, run_id, tag }).await
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

async fn again(
    mut context: Context,
    action: &str,
    arguments: &ArgMatches,
    origin: impl FnOnce(String) -> Origin,
) -> Result<()> {
    if !context.program.is_app() {
        return Err(without_code(&context, action, arguments).await?);
    }
    let interrupt = Interrupt::listen();
    let config = context.config()?;
    let runner = context.runner(config).await?;
    let log = runner.log().map_err(|_| crate::source::no_log())?;
    let source = Source::from(log.clone());
    let run = source.find(arguments.get_one::<String>("run").map_or("", String::as_str)).await?;
    let pipeline = context.pipeline(&run.pipeline).map_err(|failure| {
        let message = format!("run `{}` is a run of `{}`", run.id, run.pipeline);
        Failure::new(crate::failure::Code::State, format!("{message}: {}", failure.message))
    })?;
    let text = |name: &str| arguments.get_one::<String>(name).map_or("", String::as_str);
    let (events, form) = (Events::from_name(text("events")), ProgressForm::from_name(text("progress")));
    let mut watch = Watch::new(Some(source), (pipeline.graph)(), events, form);
    let order = Order { runner: &runner, origin: origin(run.id), interrupt: &interrupt, follow: &mut watch };
    let ended = (pipeline.launch)(order).await;
    finish(&context.program, &runner, ended, &watch).await
}

/// Returns the error of a program that has no pipelines: it names a program that can start the run.
async fn without_code(context: &Context, action: &str, arguments: &ArgMatches) -> Result<Failure> {
    let source = context.source().await?;
    let run = source.find(arguments.get_one::<String>("run").map_or("", String::as_str)).await?;
    let program = &context.program.name;
    let code = run.code.as_ref().and_then(|code| {
        let version = code.version.as_ref().map_or_else(String::new, |version| format!(" {version}"));
        Some(format!(" of `{}{version}`", code.name.as_ref()?))
    });
    let message = format!(
        "`{program}` has no code, and run `{}` is a run of the pipeline `{}`{}",
        run.id,
        run.pipeline,
        code.unwrap_or_default()
    );
    let help = format!("run `APP {action} {}` with the program that has the pipeline", run.id);
    let service = if cfg!(feature = "url") { ", or name a service that has it with `--url`" } else { "" };
    Ok(Failure::usage(format!("{message}\nhelp: {help}{service}")))
}
