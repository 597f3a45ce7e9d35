//! `graph`: pictures of pipelines and runs.

use super::{context::Context, whole::Whole};
use crate::{
    failure::{Code, Failure, Result},
    terminal::{Look, Stream, stdout_text, width},
};
use clap::ArgMatches;
use runnable_view::{GraphPicture, TextStyle};
use std::{fs, path::PathBuf};

pub(super) async fn graph(context: &Context, arguments: &ArgMatches) -> Result<()> {
    let text = |name: &str| arguments.get_one::<String>(name).map_or("", String::as_str);
    let (subject, format) = (text("subject"), text("format"));
    if let Some(pipeline) = context.pipelines().iter().find(|pipeline| pipeline.name == subject) {
        let graph = (pipeline.graph)();
        return write(arguments, &picture(&GraphPicture::new(&graph), format));
    }
    let whole = match context.source().await {
        Ok(source) => Whole::outline(&source, subject).await,
        Err(failure) => Err(failure),
    };
    // A name that is not a run was probably meant to be a pipeline.
    let whole = match whole {
        Err(failure) if context.program.is_app() && matches!(failure.code, Code::NoRun | Code::Usage | Code::Store) => {
            let Err(other) = context.pipeline(subject) else { return Err(failure) };
            return Err(Failure::new(failure.code, format!("{}\nhelp: {}", failure.message, other.message)));
        }
        whole => whole?,
    };
    let Some(graph) = &whole.graph else {
        let message = format!("the graph of run `{}` cannot be read from its definition", whole.run.id);
        return Err(Failure::store(message));
    };
    let model = whole.recording().model();
    write(arguments, &picture(&GraphPicture::new(graph).run(&model), format))
}

fn picture(picture: &GraphPicture<'_>, format: &str) -> String {
    match format {
        "svg" => picture.svg(),
        "mermaid" => picture.mermaid(),
        "dot" => picture.dot(),
        _ => picture.text(&style()),
    }
}

/// Returns the style of pictures on stdout.
pub(super) fn style() -> TextStyle {
    let look = Look::of(Stream::Stdout);
    let style = TextStyle::new().ascii(!look.unicode).colour(look.colour);
    style.width(width(Stream::Stdout).unwrap_or(100))
}

/// Writes a text to the file of `--output`, or to stdout.
pub(super) fn write(arguments: &ArgMatches, text: &str) -> Result<()> {
    match arguments.get_one::<PathBuf>("output") {
        None => stdout_text(text),
        Some(file) => fs::write(file, text)
            .map_err(|error| Failure::usage(format!("`{}` cannot be written: {error}", file.display()))),
    }
}
