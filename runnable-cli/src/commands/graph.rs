//! `graph`: pictures of pipelines.

use super::context::Context;
use crate::{
    failure::{Failure, Result},
    terminal::stdout_text,
};
use clap::ArgMatches;
use runnable_graph::{Graph, Node, NodeKind};
use std::{fmt::Write as _, fs, path::PathBuf};

pub(super) fn graph(context: &Context, arguments: &ArgMatches) -> Result<()> {
    let name = arguments.get_one::<String>("pipeline").map_or("", String::as_str);
    let graph = (context.pipeline(name)?.graph)();
    let text = match arguments.get_one::<String>("format").map_or("", String::as_str) {
        "mermaid" => graph.to_mermaid(),
        _ => outline(&graph),
    };
    write(arguments, &text)
}

/// Writes a text to the file of `--output`, or to stdout.
pub(super) fn write(arguments: &ArgMatches, text: &str) -> Result<()> {
    match arguments.get_one::<PathBuf>("output") {
        None => stdout_text(text),
        Some(file) => fs::write(file, text)
            .map_err(|error| Failure::usage(format!("`{}` cannot be written: {error}", file.display()))),
    }
}

/// Returns the steps as an indented list.
pub(super) fn outline(graph: &Graph) -> String {
    let mut text = String::new();
    inside(graph, None, 0, &mut text);
    text
}

fn inside(graph: &Graph, of: Option<&str>, depth: usize, text: &mut String) {
    for node in graph.children(of) {
        if !matches!(node.kind(), NodeKind::Input | NodeKind::Output) {
            let _ = writeln!(text, "{:1$}{2}", "", depth * 2, title(node));
            inside(graph, Some(node.id()), depth + 1, text);
        }
    }
}

fn title(node: &Node) -> String {
    let name = node.name();
    match node.kind() {
        NodeKind::Task { task, .. } | NodeKind::Pipeline { task, .. } if task == name => name.to_owned(),
        NodeKind::Task { task, .. } | NodeKind::Pipeline { task, .. } => format!("{name} ({task})"),
        NodeKind::Map => format!("map {name}"),
        NodeKind::Repeat { max, until, .. } => format!("repeat {name} (at most {max}, until {until})"),
        NodeKind::Match { scrutinee, .. } => format!("match {scrutinee}"),
        NodeKind::Arm { title, .. } => title.clone(),
        _ => name.to_owned(),
    }
}
