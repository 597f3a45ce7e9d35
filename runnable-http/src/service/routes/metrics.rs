//! The metrics of the runner.

use super::{accept::accepted_format, query::QueryOf};
use crate::service::{
    access::{Caller, Problem},
    runs::ServiceState,
};
use axum::{
    extract::State,
    http::{
        HeaderMap, StatusCode,
        header::{CONTENT_TYPE, VARY},
    },
    response::IntoResponse,
};
use std::sync::Arc;

/// The media types, which have the same text: readers of the older format skip the lines that it does not have.
pub(super) const TYPES: [&str; 2] = ["application/openmetrics-text", "text/plain"];

/// Sends the metrics of the runner.
pub(super) async fn metrics(
    State(state): State<Arc<ServiceState>>,
    _: QueryOf<()>,
    _: Caller,
    headers: HeaderMap,
) -> Result<impl IntoResponse, Problem> {
    let content_type = match accepted_format(&headers, &TYPES)? {
        "text/plain" => "text/plain; version=0.0.4; charset=utf-8",
        _ => "application/openmetrics-text; version=1.0.0; charset=utf-8",
    };
    let metrics = state.runner.metrics().ok_or_else(|| {
        let detail = "this server does not measure its runs";
        Problem::new(StatusCode::NOT_FOUND, "not-measured", "Runs are not measured", detail)
    })?;
    Ok(([(CONTENT_TYPE, content_type), (VARY, "accept")], metrics.encode()))
}
