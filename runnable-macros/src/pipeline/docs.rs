//! The generated part of a pipeline's documentation: its signature, its steps and its graph.

use super::{plan::Plan, shape::Sketch, syntax};
use crate::util::text::{plain, type_text};
use proc_macro2::TokenStream;
use quote::quote;

/// The signature, the steps and the graph, after what the author wrote.
pub(super) fn drawn(item: &syntax::Item, plan: &Plan, sketch: &Sketch<'_>) -> TokenStream {
    let graph = sketch.graph();
    let steps = graph.steps().map(|step| match step.task() {
        Some(task) if task != step.id() => format!("- `{}`, which runs `{task}`\n", step.id()),
        _ => format!("- `{}`\n", step.id()),
    });
    // The blocks name a language that rustdoc does not know, so that it does not run them as tests.
    let text = format!(
        "\n# Signature\n```text\n{}\n```\n\n# Steps\n{}\n# Graph\n```mermaid\n{}```",
        signature(item, plan),
        steps.collect::<String>(),
        graph.to_mermaid(),
    );
    quote!(#[doc = #text])
}

fn signature(item: &syntax::Item, plan: &Plan) -> String {
    let params = item.params.iter().map(|param| {
        let borrow = if param.borrowed { "&" } else { "" };
        format!("{}: {borrow}{}", plain(&param.ident), type_text(&param.ty))
    });
    let outputs: Vec<_> = plan.outputs.iter().map(plain).collect();
    let params: Vec<_> = params.collect();
    format!("{}({}) -> [{}]", plain(&item.ident), params.join(", "), outputs.join(", "))
}
