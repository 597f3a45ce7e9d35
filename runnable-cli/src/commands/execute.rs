//! Reads the arguments, and calls the command that they name.

use super::{
    completions,
    context::{App, Context},
    fork, graph, init, list, run, runs, types,
};
use crate::{
    arguments::{Program, help_tree, tree},
    failure::{Code, Failure, Result},
    terminal::print_error,
};
use clap::{ArgMatches, error::ErrorKind};
use std::{ffi::OsString, process::ExitCode};

/// Does what the arguments say, and returns the exit code.
pub(crate) async fn execute(program: Program, app: Option<App>, arguments: Vec<OsString>) -> ExitCode {
    let matches = match parse(&program, arguments) {
        Ok(matches) => matches,
        Err(code) => return code,
    };
    match Box::pin(dispatch(program, app, &matches)).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            if !failure.message.is_empty() {
                print_error(&failure.message);
            }
            ExitCode::from(failure.code as u8)
        }
    }
}

/// Reads the arguments. Help and errors are written, and become an exit code.
fn parse(program: &Program, arguments: Vec<OsString>) -> std::result::Result<ArgMatches, ExitCode> {
    let tree = if arguments.first().is_some_and(|first| first == "help") { help_tree(program) } else { tree(program) };
    tree.try_get_matches_from(std::iter::once(OsString::from(&program.name)).chain(arguments)).map_err(|error| {
        // Nobody is left to see that it cannot be written.
        let _ = error.print();
        match error.kind() {
            ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => ExitCode::SUCCESS,
            _ => ExitCode::from(Code::Usage as u8),
        }
    })
}

async fn dispatch(program: Program, app: Option<App>, matches: &ArgMatches) -> Result<()> {
    let Some((name, arguments)) = matches.subcommand() else { return Err(Failure::usage("a command is missing")) };
    #[cfg_attr(not(feature = "url"), expect(unused_mut, reason = "no service can be named"))]
    let mut context = Context::new(program, app, arguments);
    #[cfg(feature = "url")]
    context.service_before(matches, name, arguments)?;
    match name {
        "run" => run::run(context, arguments).await,
        "list" => list::list(&context, arguments),
        "show" => list::show(&context, arguments),
        "graph" => graph::graph(&context, arguments).await,
        #[cfg(feature = "serve")]
        "serve" => super::serve::serve(context, arguments).await,
        "runs" => runs::runs(&context, arguments).await,
        "resume" => fork::resume(context, arguments).await,
        "fork" => fork::fork(context, arguments).await,
        "types" => types::types(&context, arguments).await,
        "init" => init::init(arguments),
        "completions" => completions::completions(&context.program, arguments),
        _ => Err(Failure::usage(format!("unknown command `{name}`"))),
    }
}
