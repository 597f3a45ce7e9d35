//! `list` and `show`.

use super::{context::Context, graph::style};
use crate::{
    arguments::Flag,
    failure::Result,
    launch::Pipeline,
    terminal::{Look, Paint, Stream, Table, stdout_text, width},
};
use clap::ArgMatches;
use runnable_view::GraphPicture;
use serde_json::{Value, json};
use std::fmt::Write as _;

pub(super) fn list(context: &Context, arguments: &ArgMatches) -> Result<()> {
    let pipelines = context.pipelines();
    if arguments.get_flag("json") {
        let all: Vec<_> = pipelines.iter().map(description).collect();
        return stdout_text(&format!("{:#}\n", Value::from(all)));
    }
    let mut table = Table::new(&["PIPELINE", "PARAMETERS", "DESCRIPTION"]);
    for pipeline in pipelines {
        let parameter = |flag: Flag| format!("--{}{}", flag.name(), if flag.0.has_default { "?" } else { "" });
        let parameters: Vec<_> = Flag::of(pipeline.parameters).map(parameter).collect();
        let docs = summary(pipeline.docs);
        table.row(vec![(pipeline.name.to_owned(), Some(Paint::Bold)), (parameters.join(" "), None), (docs, None)]);
    }
    let lines = table.lines(Look::of(Stream::Stdout), width(Stream::Stdout));
    stdout_text(&(lines.join("\n") + "\n"))
}

fn description(pipeline: &Pipeline) -> Value {
    let parameter = |flag: Flag| {
        json!({
            "name": flag.0.name,
            "flag": format!("--{}", flag.name()),
            "type": type_text(flag.0.ty),
            "has_default": flag.0.has_default,
            "docs": flag.0.docs,
        })
    };
    let parameters: Vec<_> = Flag::of(pipeline.parameters).map(parameter).collect();
    json!({ "name": pipeline.name, "docs": pipeline.docs, "parameters": parameters })
}

pub(super) fn show(context: &Context, arguments: &ArgMatches) -> Result<()> {
    let name = arguments.get_one::<String>("pipeline").map_or("", String::as_str);
    let pipeline = context.pipeline(name)?;
    let look = Look::of(Stream::Stdout);
    let mut text = look.paint(Paint::Bold, pipeline.name) + "\n";
    if !pipeline.docs.is_empty() {
        let _ = writeln!(text, "{}", pipeline.docs);
    }
    let mut table = Table::new(&["PARAMETER", "TYPE", "", "DESCRIPTION"]);
    let flags: Vec<_> = Flag::of(pipeline.parameters).collect();
    for flag in &flags {
        let default = if flag.0.has_default { "has a default" } else { "" };
        let cells = [format!("--{}", flag.name()), type_text(flag.0.ty), default.to_owned(), summary(flag.0.docs)];
        table.row(cells.map(|cell| (cell, None)).into());
    }
    if !flags.is_empty() {
        let _ = writeln!(text, "\n{}", table.lines(look, width(Stream::Stdout)).join("\n"));
    }
    let _ = write!(text, "\n{}", GraphPicture::new(&(pipeline.graph)()).text(&style()));
    stdout_text(&text)
}

/// Returns the first paragraph of a documentation, in one line.
fn summary(docs: &str) -> String {
    type_text(docs.split("\n\n").next().unwrap_or_default())
}

/// Returns a text with single spaces.
fn type_text(ty: &str) -> String {
    ty.split_whitespace().collect::<Vec<_>>().join(" ")
}
