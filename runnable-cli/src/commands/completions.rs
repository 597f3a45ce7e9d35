//! `completions SHELL`.

use crate::{
    arguments::{Program, help_tree},
    failure::{Failure, Result},
    terminal::stdout_text,
};
use clap::ArgMatches;
use clap_complete::{Shell, generate};

pub(super) fn completions(program: &Program, arguments: &ArgMatches) -> Result<()> {
    let Some(shell) = arguments.get_one::<Shell>("shell") else { return Err(Failure::usage("a shell is missing")) };
    let mut script = Vec::new();
    generate(*shell, &mut help_tree(program), &program.name, &mut script);
    stdout_text(&String::from_utf8_lossy(&script))
}
