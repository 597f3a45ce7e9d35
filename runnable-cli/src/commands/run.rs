//! `run`.

use super::{
    context::Context,
    follow::{Watch, finish},
};
use crate::{
    arguments::{Flag, RunFlags, Values, help_tree},
    failure::{Failure, Result},
    launch::{Interrupt, Order, Origin, Pipeline},
    source::Source,
    terminal::stdout_text,
};
use clap::ArgMatches;
use runnable_runner::{Environment, Parameters};
use std::ffi::OsString;

pub(super) async fn run(mut context: Context, arguments: &ArgMatches) -> Result<()> {
    let mut words = arguments.get_many::<OsString>("arguments").into_iter().flatten().cloned();
    let name = words.next().unwrap_or_default().to_string_lossy().into_owned();
    if matches!(&*name, "" | "-h" | "--help") {
        return help(&context, None);
    }
    if name.starts_with('-') {
        let message = format!("the name of a pipeline comes before `{name}`");
        return Err(Failure::usage(format!("{message}\nhelp: {} run NAME {name} ..", context.program.name)));
    }
    let pipeline = context.pipeline(&name)?;
    let flags = RunFlags::read(pipeline.parameters, words.collect());
    if flags.help {
        return help(&context, Some(pipeline));
    }
    let parameters = parameters(&context, pipeline, &flags)?;
    let options = &mut context.options;
    options.config = flags.config.or(options.config.take());
    options.log = flags.log.or(options.log.take());
    let interrupt = Interrupt::listen();
    let config = context.config()?;
    let runner = context.runner(config).await?;
    let mut watch =
        Watch::new(runner.log().ok().cloned().map(Source::from), (pipeline.graph)(), flags.events, flags.progress);
    let origin = Origin::New { parameters, run_id: flags.run_id, tag: flags.tag };
    let order = Order { runner: &runner, origin, interrupt: &interrupt, follow: &mut watch };
    let ended = (pipeline.launch)(order).await;
    finish(&context.program, &runner, ended, &watch).await
}

/// Reads the parameters of a pipeline from the flags, the environment and the file of `--params`.
fn parameters(context: &Context, pipeline: Pipeline, flags: &RunFlags) -> Result<Parameters> {
    let app = context.app.as_ref();
    let base = app.map_or_else(Parameters::new, |app| app.parameters.clone()).environment(&Environment::process());
    let base = match &flags.params {
        Some(file) => base.file(file).map_err(|error| Failure::usage(format!("--params: {error}")))?,
        None => base,
    };
    let resources = app.map(|app| app.resources.clone()).unwrap_or_default();
    let all: Vec<Flag> = Flag::of(pipeline.parameters).collect();
    let check = |parameters: &Parameters| (pipeline.check)(parameters, &resources);
    let values = Values::read(&base, &all, &flags.values, &check);
    let problems: Vec<_> =
        flags.problems.iter().chain(&values.problems).map(|problem| format!("\n  {problem}")).collect();
    if problems.is_empty() {
        return Ok(values.parameters);
    }
    let (program, name) = (&context.program.name, pipeline.name);
    let help = format!("\nhelp: `{program} run {name} --help` lists the parameters");
    Err(Failure::usage(format!("invalid parameters of `{name}`:{}{help}", problems.concat())))
}

/// Writes the help of `run`, or of a pipeline.
fn help(context: &Context, pipeline: Option<Pipeline>) -> Result<()> {
    let mut tree = help_tree(&context.program);
    tree.build();
    let run = tree.find_subcommand_mut("run");
    let command = match pipeline {
        Some(pipeline) => run.and_then(|run| run.find_subcommand_mut(pipeline.name)),
        None => run,
    };
    let Some(command) = command else { return Ok(()) };
    let look = crate::terminal::Look::of(crate::terminal::Stream::Stdout);
    let help = command.render_long_help();
    stdout_text(&if look.colour { help.ansi().to_string() } else { help.to_string() })
}
