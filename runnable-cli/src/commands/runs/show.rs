//! `runs show` and `timeline`.

use super::{
    super::{context::Context, graph::write},
    words::text,
};
use crate::{
    failure::Result,
    source::Source,
    terminal::{Look, Stream, stdout_text, width},
};
use clap::ArgMatches;
use runnable_store::{RunRecord, StepRecord};
use runnable_view::{Recording, TextStyle};
use serde_json::json;
use std::time::SystemTime;

/// A run with its steps.
struct Whole {
    run: RunRecord,
    steps: Vec<StepRecord>,
}

impl Whole {
    async fn read(source: &Source, id: &str) -> Result<Self> {
        let run = source.find(id).await?;
        let steps = source.steps(&run.id).await?;
        Ok(Self { run, steps })
    }

    fn recording(&self) -> Recording<'_> {
        Recording::new(&self.run, &self.steps, SystemTime::now())
    }
}

/// Returns the style of pictures on stdout.
fn style() -> TextStyle {
    let look = Look::of(Stream::Stdout);
    let style = TextStyle::new().ascii(!look.unicode).colour(look.colour);
    style.width(width(Stream::Stdout).unwrap_or(100))
}

pub(super) async fn show(context: &Context, arguments: &ArgMatches) -> Result<()> {
    let whole = Whole::read(&context.source().await?, text(arguments, "run")).await?;
    if arguments.get_flag("json") {
        return stdout_text(&format!("{:#}\n", json!({ "run": whole.run, "steps": whole.steps })));
    }
    stdout_text(&whole.recording().model().tree(&style()))
}

pub(super) async fn timeline(context: &Context, arguments: &ArgMatches) -> Result<()> {
    let whole = Whole::read(&context.source().await?, text(arguments, "run")).await?;
    let model = whole.recording().model();
    write(arguments, &model.timeline(&style()))
}
