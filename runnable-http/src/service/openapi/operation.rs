//! The descriptions of routes in the document.

use super::{parameter::Parameter, problems};
use serde_json::{Map, Value, json};

/// The description of a method of a resource.
#[derive(Debug, Clone)]
pub(in crate::service) struct Operation {
    pub(super) method: &'static str,
    pub(super) path: &'static str,
    id: &'static str,
    summary: &'static str,
    query: &'static [Parameter],
    headers: &'static [Parameter],
    pub(super) body: Option<Body>,
    sent: Vec<Sent>,
    problems: Vec<u16>,
    /// `true` if no token is required.
    is_open: bool,
}

/// The JSON body of a request.
#[derive(Debug, Clone)]
pub(in crate::service) enum Body {
    /// The parameters of the pipeline that the path names.
    Input,
    /// A value with the schema of a component.
    Component { name: &'static str, required: bool },
}

/// A response of an operation that succeeds.
#[derive(Debug, Clone)]
pub(in crate::service) enum Sent {
    /// A JSON value with the schema of a component.
    Json { status: u16, component: &'static str, about: &'static str },
    /// Any JSON value.
    Value { about: &'static str },
    /// The events of a run, in a format that the client chooses.
    Events,
    /// The events of a run, in the protocol of a front end.
    Answer,
    /// A graph as JSON, or as a picture.
    Graph,
    /// Metrics, as each of these types of text.
    #[cfg(feature = "metrics")]
    Metrics(&'static [&'static str]),
    /// The address of a run, for a client that does not wait for it.
    Accepted,
    /// Nothing.
    Nothing { status: u16, about: &'static str },
}

/// The types of pictures.
const PICTURES: [&str; 4] = ["image/svg+xml", "text/vnd.mermaid", "text/vnd.graphviz", "text/plain"];

impl Operation {
    /// Returns the description of a method. Any request can have a malformed address, an unknown host or no token, and any can
    /// find the run log busy.
    pub(in crate::service) fn new(
        method: &'static str,
        path: &'static str,
        id: &'static str,
        summary: &'static str,
    ) -> Self {
        let problems = vec![400, 401, 421, 500, 503];
        let (query, headers) = (&[], &[]);
        Self { method, path, id, summary, query, headers, body: None, sent: Vec::new(), problems, is_open: false }
    }

    /// Adds the parameters of the query.
    pub(in crate::service) fn query(self, query: &'static [Parameter]) -> Self {
        Self { query, ..self }
    }

    /// Adds headers of the request.
    pub(in crate::service) fn headers(self, headers: &'static [Parameter]) -> Self {
        Self { headers, ..self }
    }

    /// Adds a body, and the problems that bodies have.
    pub(in crate::service) fn body(mut self, body: Body) -> Self {
        self.body = Some(body);
        self.problems([408, 413, 415, 422, 501])
    }

    /// Adds a response.
    pub(in crate::service) fn sends(mut self, sent: Sent) -> Self {
        self.sent.push(sent);
        self
    }

    /// Adds the statuses of problems.
    pub(in crate::service) fn problems(mut self, statuses: impl IntoIterator<Item = u16>) -> Self {
        self.problems.extend(statuses);
        self
    }

    /// Requires no token.
    pub(in crate::service) fn open(self) -> Self {
        Self { is_open: true, ..self }
    }

    /// Returns the operation as an object of the document. `pipeline` is the name in the path and the schema of the body, if the
    /// path names a pipeline.
    pub(super) fn object(&self, has_tokens: bool, pipeline: Option<(&str, Value)>) -> Value {
        let id = pipeline.as_ref().map_or_else(|| self.id.to_owned(), |(name, _)| format!("{}_{name}", self.id));
        let in_path = if pipeline.is_some() { Vec::new() } else { self.in_path() };
        let query = self.query.iter().map(|parameter| parameter.object("query"));
        let headers = self.headers.iter().map(|parameter| parameter.object("header"));
        let parameters: Vec<_> = in_path.into_iter().chain(query).chain(headers).collect();
        let first = self.path.split('/').nth(1);
        let tag = first.filter(|first| matches!(*first, "pipelines" | "agents")).unwrap_or("runs");
        let mut operation = json!({
            "operationId": id,
            "summary": self.summary,
            "tags": [tag],
            "parameters": parameters,
            "responses": self.responses(has_tokens),
        });
        match (&self.body, pipeline) {
            (Some(Body::Component { name, required }), _) => {
                operation["requestBody"] = body(&component(name), *required);
            }
            (Some(Body::Input), Some((_, schema))) => operation["requestBody"] = body(&schema, false),
            (Some(Body::Input), None) => operation["requestBody"] = body(&json!({ "type": "object" }), false),
            (None, _) => {}
        }
        if has_tokens && self.is_open {
            operation["security"] = json!([]);
        }
        operation
    }

    /// Returns the parameters in the path.
    fn in_path(&self) -> Vec<Value> {
        let names = self.path.split('{').skip(1).filter_map(|rest| rest.split('}').next());
        let parameter = |name: &str| {
            let (about, schema) = match name {
                "seq" => ("The number of the event, from 1", json!({ "type": "integer", "minimum": 0 })),
                "chat" => ("The id of the conversation", json!({ "type": "string", "minLength": 1 })),
                "name" => ("The name of the pipeline", json!({ "type": "string", "minLength": 1 })),
                _ => ("The id of the run", json!({ "type": "string", "minLength": 1 })),
            };
            json!({ "name": name, "in": "path", "description": about, "required": true, "schema": schema })
        };
        names.map(parameter).collect()
    }

    fn responses(&self, has_tokens: bool) -> Map<String, Value> {
        let sent = self.sent.iter().map(Sent::object);
        let mut statuses = self.problems.clone();
        if self.method == "post" {
            statuses.push(403);
        }
        if self.path.contains('{') {
            statuses.push(404);
        }
        statuses.retain(|status| *status != 401 || (has_tokens && !self.is_open));
        let problems = statuses.into_iter().map(|status| {
            let reference = format!("#/components/responses/{}", problems::key(status));
            (status.to_string(), json!({ "$ref": reference }))
        });
        sent.chain(problems).collect()
    }
}

impl Sent {
    /// Returns the status and the response.
    fn object(&self) -> (String, Value) {
        let (status, about, content) = match self {
            Self::Json { status, component: name, about } => {
                (*status, *about, json!({ "application/json": { "schema": component(name) } }))
            }
            Self::Value { about } => (200, *about, json!({ "application/json": { "schema": true } })),
            Self::Events => (200, EVENTS, events()),
            Self::Answer => {
                let text = json!({ "text/event-stream": { "schema": { "type": "string" } } });
                (200, "The answer, in the protocol of the request.", text)
            }
            Self::Graph => {
                let mut content = json!({ "application/json": { "schema": component("Graph") } });
                for picture in PICTURES {
                    content[picture] = json!({ "schema": { "type": "string" } });
                }
                (200, "The graph.", content)
            }
            #[cfg(feature = "metrics")]
            Self::Metrics(types) => {
                let of_type = |name: &&str| ((*name).to_owned(), json!({ "schema": { "type": "string" } }));
                (200, METRICS, Value::Object(types.iter().map(of_type).collect()))
            }
            Self::Accepted => return ("202".to_owned(), accepted()),
            Self::Nothing { status, about } => return (status.to_string(), json!({ "description": about })),
        };
        (status.to_string(), json!({ "description": about, "content": content }))
    }
}

const EVENTS: &str = "The events of the run, as server-sent events, or as lines of JSON if `Accept` prefers them. \
                      The stream ends after the last event of the run. The `id` of a server-sent event is the \
                      `Last-Event-ID` with which a reader reconnects.";

#[cfg(feature = "metrics")]
const METRICS: &str = "The metrics, in the text format of Prometheus: `runnable_run_duration_seconds`, \
                       `runnable_step_duration_seconds`, `runnable_step_time_to_first_event_seconds` and \
                       `runnable_log_commit_duration_seconds` are histograms in seconds, `runnable_run_active` is the number \
                       of runs in progress, and `runnable_step_retries_total` and `runnable_events_total` count attempts \
                       after the first and events of tasks. `# HELP` has the meaning of each.";

/// Returns the formats of events. OpenAPI 3.2 can describe the items of a stream, and calls their schema `itemSchema`.
fn events() -> Value {
    let (event, text) = (component("AnyEvent"), json!({ "type": "string" }));
    let data = json!({ "type": "string", "contentMediaType": "application/json", "contentSchema": event });
    let block = json!({ "type": "object", "properties": { "id": text, "event": text, "data": data } });
    json!({
        "text/event-stream": { "x-itemSchema": block },
        "application/x-ndjson": { "x-itemSchema": event },
    })
}

fn accepted() -> Value {
    let uses = |operation: &str| json!({ "operationId": operation, "parameters": { "id": "$response.body#/id" } });
    json!({
        "description": "The run has started, for a client that sent `Prefer: respond-async`.",
        "headers": { "Location": { "description": "The address of the run.", "schema": { "type": "string" } } },
        "content": { "application/json": { "schema": component("Accepted") } },
        "links": {
            "run": uses("showRun"),
            "steps": uses("listSteps"),
            "output": uses("showOutput"),
            "cancel": uses("cancelRun"),
            "fork": uses("forkRun"),
            "resume": uses("resumeRun"),
        },
    })
}

fn component(name: &str) -> Value {
    json!({ "$ref": format!("#/components/schemas/{name}") })
}

fn body(schema: &Value, required: bool) -> Value {
    json!({ "required": required, "content": { "application/json": { "schema": schema } } })
}
