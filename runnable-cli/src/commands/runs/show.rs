//! `runs show`, `timeline` and `diff`.

use super::{
    super::{
        context::Context,
        graph::{style, write},
        whole::Whole,
    },
    words::text,
};
use crate::{failure::Result, terminal::stdout_text};
use clap::ArgMatches;
use runnable_view::RunDiff;
use serde_json::json;

pub(super) async fn show(context: &Context, arguments: &ArgMatches) -> Result<()> {
    let (source, run) = (context.source().await?, text(arguments, "run"));
    if arguments.get_flag("json") {
        let whole = Whole::read(&source, run).await?;
        return stdout_text(&format!("{:#}\n", json!({ "run": whole.run, "steps": whole.steps })));
    }
    stdout_text(&Whole::outline(&source, run).await?.recording().model().tree(&style()))
}

pub(super) async fn timeline(context: &Context, arguments: &ArgMatches) -> Result<()> {
    let (source, run) = (context.source().await?, text(arguments, "run"));
    if text(arguments, "format") == "html" {
        return write(arguments, &Whole::read(&source, run).await?.recording().model().html());
    }
    write(arguments, &Whole::outline(&source, run).await?.recording().model().timeline(&style()))
}

pub(super) async fn diff(context: &Context, arguments: &ArgMatches) -> Result<()> {
    let source = context.source().await?;
    let from = Whole::read(&source, text(arguments, "from")).await?;
    let to = Whole::read(&source, text(arguments, "to")).await?;
    let (from, to) = (from.recording().model(), to.recording().model());
    let diff = RunDiff::new(&from, &to);
    stdout_text(&if arguments.get_flag("json") { format!("{:#}\n", json!(diff)) } else { diff.text(&style()) })
}
