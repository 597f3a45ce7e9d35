//! Graphs of pipelines and runs.

use super::{
    accept::accepted_format,
    query::{FromQuery, Query, QueryOf},
    request::PathOf,
};
use crate::service::{
    access::{Caller, Problem},
    openapi::Parameter,
    runs::{ServiceState, graph_of, visible},
};
use axum::{
    Json,
    extract::State,
    http::{HeaderMap, StatusCode, header::CONTENT_TYPE},
    response::{IntoResponse, Response},
};
use runnable_graph::Graph;
use runnable_store::StepFilter;
use runnable_view::{GraphPicture, Recording, TextStyle};
use serde_json::json;
use std::{sync::Arc, time::SystemTime};

/// The form in which a client receives a graph.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum GraphForm {
    Json,
    Svg,
    Mermaid,
    Dot,
    Text,
}

impl GraphForm {
    fn media_type(self) -> &'static str {
        match self {
            Self::Json => "application/json",
            Self::Svg => "image/svg+xml",
            Self::Mermaid => "text/vnd.mermaid",
            Self::Dot => "text/vnd.graphviz",
            Self::Text => "text/plain",
        }
    }

    fn write(self, graph: &Graph, picture: &GraphPicture<'_>) -> Response {
        let text = match self {
            Self::Json => return Json(graph).into_response(),
            Self::Svg => picture.svg(),
            Self::Mermaid => picture.mermaid(),
            Self::Dot => picture.dot(),
            Self::Text => picture.text(&TextStyle::new()),
        };
        ([(CONTENT_TYPE, format!("{}; charset=utf-8", self.media_type()))], text).into_response()
    }
}

impl FromQuery for GraphForm {
    const PARAMETERS: &'static [Parameter] = &[Parameter::new(
        "format",
        "The form of the graph",
        || json!({ "type": "string", "enum": ["json", "svg", "mermaid", "dot", "text"], "default": "json" }),
    )];

    fn from_query(query: &Query) -> Result<Self, Problem> {
        Ok(match query.text("format") {
            None | Some("json") => Self::Json,
            Some("svg") => Self::Svg,
            Some("mermaid") => Self::Mermaid,
            Some("dot") => Self::Dot,
            Some("text") => Self::Text,
            Some(other) => {
                return Err(Query::unexpected("format", "`json`, `svg`, `mermaid`, `dot` or `text`", other));
            }
        })
    }
}

pub(super) async fn of_pipeline(
    State(state): State<Arc<ServiceState>>,
    PathOf(name): PathOf<String>,
    QueryOf(form): QueryOf<GraphForm>,
    _: Caller,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    accepted_format(&headers, &[form.media_type()])?;
    let graph = (state.pipeline(&name)?.graph)();
    Ok(form.write(&graph, &GraphPicture::new(&graph)))
}

/// Sends the graph of a run's pipeline. Pictures also show the state of the run.
pub(super) async fn of_run(
    State(state): State<Arc<ServiceState>>,
    PathOf(id): PathOf<String>,
    QueryOf(form): QueryOf<GraphForm>,
    caller: Caller,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    accepted_format(&headers, &[form.media_type()])?;
    let run = visible(&state, &caller, &id).await?;
    let graph = graph_of(&state, &run).await?;
    if form == GraphForm::Json {
        return Ok(Json(graph).into_response());
    }
    let steps = match state.backend.steps(&run, &StepFilter::new().without_values()).await {
        Ok(page) => page.steps,
        // A cluster has recorded no steps before the run has ended.
        Err(problem) if problem.status() == StatusCode::CONFLICT => Vec::new(),
        Err(problem) => return Err(problem),
    };
    let model = Recording::new(&run, &steps, SystemTime::now()).graph(&graph).model();
    Ok(form.write(&graph, &GraphPicture::new(&graph).run(&model)))
}
