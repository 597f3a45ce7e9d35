//! The errors of the service: their statuses, and their codes.

use serde_json::{Map, Value, json};

/// The status, the reason and the codes of each kind of error.
const PROBLEMS: &[(u16, &str, &[&str])] = &[
    (
        400,
        "The path or the query is invalid, a header is repeated that may occur once, the body is incomplete, or `Host` is \
         missing or differs from the address.",
        &["invalid-path", "invalid-query", "repeated-header", "incomplete", "invalid-host"],
    ),
    (401, "The token is missing or unknown.", &["unauthorized"]),
    (403, "A page of another site sent the request.", &["foreign-origin"]),
    (
        404,
        "The pipeline, the run, the step or the event does not exist, or the run is not visible to the client; or the \
         service does not measure its runs.",
        &["unknown-path", "unknown-pipeline", "unknown-run", "unknown-step", "unknown-event", "not-measured"],
    ),
    (405, "The resource does not have the method.", &["no-method"]),
    (406, "The client accepts none of the formats of the resource.", &["not-acceptable"]),
    (408, "The body did not arrive within 20 seconds.", &["too-slow"]),
    (
        409,
        "The run's state does not allow the request, or its pipeline has changed.",
        &["changed", "ended", "exists", "interrupted", "no-graph", "no-output", "running"],
    ),
    (410, "The events are no longer in the run log.", &["expired"]),
    (413, "The body is too large.", &["too-large"]),
    (415, "The body is not JSON in UTF-8, or it has a `Content-Encoding`.", &["encoded", "not-json"]),
    (421, "The header `Host` does not name the server.", &["unknown-host"]),
    (
        422,
        "The input, the body or `Last-Event-ID` is invalid, the run has no event `after` this number, or the \
         `Idempotency-Key` was used with another input.",
        &["invalid-parameters", "invalid-request"],
    ),
    (426, "A WebSocket was expected.", &["no-upgrade"]),
    (429, "The server is at its limit of concurrent runs.", &["full"]),
    (500, "The server failed; its log has the cause.", &["internal"]),
    (501, "The cluster of the service, or the server, cannot do this.", &["encoded", "no-counts", "no-fork"]),
    (
        503,
        "The server is shutting down, its run log is busy, or its cluster cannot be reached.",
        &["busy", "no-worker", "not-recorded", "stopping", "unreachable"],
    ),
];

/// Returns `true` if the document has an error.
pub(in crate::service) fn is_documented(status: u16, code: &str) -> bool {
    PROBLEMS.iter().any(|(of, _, codes)| *of == status && codes.contains(&code))
}

/// Returns the key of a response among the components.
pub(super) fn key(status: u16) -> String {
    format!("Problem{status}")
}

/// Returns the responses for the components.
pub(super) fn responses() -> Map<String, Value> {
    PROBLEMS.iter().map(|(status, reason, codes)| (key(*status), response(*status, reason, codes))).collect()
}

fn response(status: u16, reason: &str, codes: &[&str]) -> Value {
    let types: Vec<_> = codes.iter().map(|code| format!("urn:runnable:problem:{code}")).collect();
    let members = json!({ "type": { "enum": types }, "status": { "const": status } });
    let schema = json!({ "allOf": [{ "$ref": "#/components/schemas/Problem" }, { "properties": members }] });
    let mut response =
        json!({ "description": reason, "content": { "application/problem+json": { "schema": schema } } });
    if matches!(status, 429 | 503) {
        let schema = json!({ "type": "integer", "minimum": 1 });
        response["headers"] =
            json!({ "Retry-After": { "description": "The time to wait, in seconds.", "schema": schema } });
    }
    response
}
