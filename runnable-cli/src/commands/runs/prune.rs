//! `runs prune`.

use super::{
    super::context::Context,
    words::{before, duration, text},
};
use crate::{
    failure::{Code, Failure, Result},
    terminal::{Stream, stderr_line, stdout_text},
};
use clap::ArgMatches;
use std::{
    io::{IsTerminal, Write, stdin},
    time::SystemTime,
};

pub(super) async fn prune(context: &Context, arguments: &ArgMatches) -> Result<()> {
    let age = text(arguments, "older-than");
    let before = before(SystemTime::now(), duration("older-than", age)?);
    let source = context.writable_source().await?;
    let log = source.log()?;
    if !arguments.get_flag("yes") && !confirmed(age)? {
        return Err(Failure::new(Code::Cancelled, "nothing was deleted"));
    }
    let deleted = log.prune(before).await?;
    let lines: String = deleted.iter().flat_map(|id| [id, "\n"]).collect();
    stderr_line(&format!("{} runs were deleted", deleted.len()));
    stdout_text(&lines)
}

fn confirmed(age: &str) -> Result<bool> {
    if !stdin().is_terminal() || !Stream::Stderr.is_terminal() {
        return Err(Failure::usage("runs are deleted for ever\nhelp: to delete them without a question, add `--yes`"));
    }
    let _ = write!(std::io::stderr(), "delete all runs that ended more than {age} ago, for ever? [y/N] ");
    let mut answer = String::new();
    let _ = stdin().read_line(&mut answer);
    Ok(matches!(answer.trim(), "y" | "Y" | "yes"))
}
