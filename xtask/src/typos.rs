//! `cargo xtask typos`: checks the spelling of all files.

use crate::{needs, workspace};
use std::process::{Command, ExitCode};

pub(crate) const DETAILS: &str = "\
Runs `typos`, which it installs from PyPI in the target directory, once. `typos.toml` lists the exceptions.
Further arguments go to `typos`: `--write-changes` corrects what has one correction.";

/// The version of `typos`, as pip names it.
const TYPOS: &str = "typos==1.52.0";

/// Checks the spelling.
pub(crate) fn command(arguments: &[String]) -> Result<ExitCode, String> {
    let program = needs::python_program(&workspace::target().join("typos"), TYPOS, "typos")?;
    let mut typos = Command::new(program);
    typos.args(["--format", "brief"]).args(arguments).current_dir(workspace::root());
    let status = typos.status().map_err(|error| format!("cannot run `typos`: {error}"))?;
    Ok(if status.success() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
