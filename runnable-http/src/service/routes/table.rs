//! The routes of a service, each with its description in the OpenAPI document.

use super::{
    agents::{self, ChatQuery},
    events::{self, EventQuery},
    fork,
    graph::{self, GraphForm},
    health::health,
    pipelines,
    query::FromQuery,
    runs::{self, CountQuery, RunQuery},
    socket::{self, SocketQuery},
    steps::{self, FilesQuery, StepQuery, StepsQuery},
    values::{self, OutputQuery, WholeQuery},
};
use crate::service::{
    openapi::{Body, Operation, Parameter, Sent},
    runs::ServiceState,
};
use axum::{
    handler::Handler,
    routing::{self, MethodRouter},
};
use serde_json::json;
use std::sync::Arc;

/// A method of a resource. The router and the OpenAPI document are both made of these, so neither has a route that the other
/// lacks.
pub(super) struct Route {
    pub(super) path: &'static str,
    pub(super) method: MethodRouter<Arc<ServiceState>>,
    /// `true` if the resource is sent as JSON only.
    pub(super) is_json: bool,
    pub(super) operation: Operation,
}

impl Route {
    fn get<H, T>(path: &'static str, handler: H, id: &'static str, summary: &'static str) -> Self
    where
        H: Handler<T, Arc<ServiceState>>,
        T: 'static,
    {
        let operation = Operation::new("get", path, id, summary);
        Self { path, method: routing::get(handler), is_json: false, operation }
    }

    fn post<H, T>(path: &'static str, handler: H, id: &'static str, summary: &'static str) -> Self
    where
        H: Handler<T, Arc<ServiceState>>,
        T: 'static,
    {
        let operation = Operation::new("post", path, id, summary);
        Self { path, method: routing::post(handler), is_json: false, operation }
    }

    fn with(self, change: impl FnOnce(Operation) -> Operation) -> Self {
        Self { operation: change(self.operation), ..self }
    }

    fn query<Q: FromQuery>(self) -> Self {
        self.with(|operation| operation.query(Q::PARAMETERS))
    }

    fn headers(self, headers: &'static [Parameter]) -> Self {
        self.with(|operation| operation.headers(headers))
    }

    fn body(self, body: Body) -> Self {
        self.with(|operation| operation.body(body))
    }

    fn sends(self, sent: Sent) -> Self {
        self.with(|operation| operation.sends(sent))
    }

    fn problems<const N: usize>(self, statuses: [u16; N]) -> Self {
        self.with(|operation| operation.problems(statuses))
    }

    /// The resource is sent as JSON only.
    fn json(self, component: &'static str, about: &'static str) -> Self {
        self.json_only().sends(Sent::Json { status: 200, component, about })
    }

    /// The resource is any JSON value.
    fn value(self, about: &'static str) -> Self {
        self.json_only().sends(Sent::Value { about })
    }

    fn json_only(self) -> Self {
        Self { is_json: true, ..self.problems([406]) }
    }

    /// The request starts or resumes a run and sends its events.
    fn follows(self) -> Self {
        let answered = self.query::<EventQuery>().sends(Sent::Events).sends(Sent::Accepted);
        answered.problems([406, 409, 410, 429])
    }
}

/// Returns all routes, except the route of the document itself.
pub(super) fn routes() -> Vec<Route> {
    let routes = pipelines_and_starts().into_iter().chain(conversations()).chain(lists_and_values());
    let routes = routes.chain(events_and_changes());
    #[cfg(feature = "metrics")]
    let routes = routes.chain([metrics()]);
    routes.collect()
}

fn pipelines_and_starts() -> [Route; 4] {
    [
        Route::get("/pipelines", pipelines::list, "listPipelines", "Lists the pipelines")
            .json("Pipelines", "The pipelines."),
        Route::post("/pipelines/{name}", pipelines::start, "start", "Starts a run and sends its events")
            .headers(const { &[LAST_EVENT_ID, PREFER, IDEMPOTENCY_KEY] })
            .body(Body::Input)
            .follows()
            .sends(ALL_READ),
        Route::get("/pipelines/{name}/graph", graph::of_pipeline, "showPipelineGraph", "Shows the graph of a pipeline")
            .query::<GraphForm>()
            .sends(Sent::Graph)
            .problems([406]),
        Route::get("/pipelines/{name}/schema", pipelines::schema, "showSchema", "Shows the JSON Schemas of a pipeline")
            .json("Schemas", "The schemas. Without schemas of all types, the input alone."),
    ]
}

fn conversations() -> [Route; 3] {
    [
        Route::post("/agents/{name}", agents::start, "answer", "Answers a conversation of AG-UI or the AI SDK")
            .headers(const { &[IDEMPOTENCY_KEY] })
            .body(Body::Component { name: "ChatRequest", required: true })
            .sends(Sent::Answer)
            .problems([406, 409, 410, 429]),
        Route::get(
            "/agents/{name}/{chat}/stream",
            agents::follow,
            "followAnswer",
            "Sends the answer that is being written",
        )
        .query::<ChatQuery>()
        .sends(Sent::Answer)
        .sends(Sent::Nothing { status: 204, about: "Nothing is being written." })
        .problems([406]),
        Route::post(
            "/agents/{name}/{chat}/stop",
            agents::stop,
            "stopAnswer",
            "Cancels the answers that are being written",
        )
        .json_only()
        .sends(Sent::Json { status: 202, component: "Cancelling", about: "The newest answer is being cancelled." })
        .sends(Sent::Nothing { status: 204, about: "Nothing is being written." }),
    ]
}

fn lists_and_values() -> [Route; 9] {
    [
        Route::get("/runs", runs::list, "listRuns", "Lists runs, the newest first")
            .query::<RunQuery>()
            .json("Runs", "A page of runs."),
        Route::get("/runs/counts", runs::counts, "countRuns", "Counts runs by status")
            .query::<CountQuery>()
            .json("RunCounts", "The numbers of runs.")
            .problems([501]),
        Route::get("/runs/{id}", runs::show, "showRun", "Shows a run").json("Run", "The run."),
        Route::get("/runs/{id}/steps", steps::list, "listSteps", "Lists the attempts of the steps of a run")
            .query::<StepsQuery>()
            .json("StepPage", "A page of attempts.")
            .problems([409]),
        Route::get("/runs/{id}/step", steps::show, "showStep", "Shows all attempts of a step")
            .query::<StepQuery>()
            .json("Step", "The attempts.")
            .problems([409]),
        Route::get("/runs/{id}/files", steps::files, "listFiles", "Lists the files that steps put and got")
            .query::<FilesQuery>()
            .json("FilePage", "A page of files.")
            .problems([409]),
        Route::get("/runs/{id}/input", values::input, "showInput", "Shows the whole input of a run")
            .value("The parameters by name."),
        Route::get("/runs/{id}/output", values::output, "showOutput", "Shows the whole output of a run or a step")
            .query::<OutputQuery>()
            .value("The returns by name.")
            .problems([409]),
        Route::get("/runs/{id}/graph", graph::of_run, "showGraph", "Shows the graph of a run")
            .query::<GraphForm>()
            .sends(Sent::Graph)
            .problems([406, 409]),
    ]
}

fn events_and_changes() -> [Route; 8] {
    [
        Route::get("/runs/{id}/events", events::events, "followRun", "Sends the events of a run until its end")
            .query::<EventQuery>()
            .headers(const { &[LAST_EVENT_ID] })
            .sends(Sent::Events)
            .sends(ALL_READ)
            .problems([406, 410, 422]),
        Route::get("/runs/{id}/events/{seq}", values::event, "showEvent", "Shows a whole event")
            .query::<WholeQuery>()
            .json("AnyEvent", "The event.")
            .problems([409, 410]),
        Route::post("/runs/{id}/cancel", runs::cancel, "cancelRun", "Cancels a run")
            .json_only()
            .sends(Sent::Json { status: 202, component: "Cancelling", about: "The run is being cancelled." })
            .problems([409]),
        Route::post("/runs/{id}/resume", runs::resume, "resumeRun", "Resumes a run and sends its events")
            .headers(const { &[LAST_EVENT_ID, PREFER] })
            .body(Body::Component { name: "Assumptions", required: false })
            .follows(),
        Route::post("/runs/{id}/fork", fork::fork, "forkRun", "Starts a run with the steps of another before a step")
            .headers(const { &[LAST_EVENT_ID, PREFER, IDEMPOTENCY_KEY] })
            .body(Body::Component { name: "ForkPoint", required: true })
            .follows()
            .sends(ALL_READ),
        Route::get("/runs/{id}/ws", socket::single_run, "followRunOverWebSocket", "Follows a run over a WebSocket")
            .query::<SocketQuery>()
            .sends(SWITCHED)
            .problems([426]),
        Route::get("/ws", socket::many_runs, "openWebSocket", "Starts and follows runs over a WebSocket")
            .sends(SWITCHED)
            .problems([426]),
        Route::get("/healthz", health, "showHealth", "Reports if the service can start runs")
            .sends(Sent::Json { status: 200, component: "Health", about: "The service can start runs." })
            .with(Operation::open),
    ]
}

#[cfg(feature = "metrics")]
fn metrics() -> Route {
    Route::get("/metrics", super::metrics::metrics, "showMetrics", "Shows the metrics of the runs of this process")
        .sends(Sent::Metrics(&super::metrics::TYPES))
        .problems([404, 406])
}

const ALL_READ: Sent = Sent::Nothing { status: 204, about: "The run has ended, and all its events were read." };
const SWITCHED: Sent = Sent::Nothing { status: 101, about: "The connection is a WebSocket." };

const LAST_EVENT_ID: Parameter = Parameter::new(
    "Last-Event-ID",
    "The id of the last event that the reader has",
    || json!({ "type": "string", "pattern": "^[^:].*:[0-9]{1,9}$" }),
);
const PREFER: Parameter = Parameter::new(
    "Prefer",
    "`respond-async` if the client does not wait for the run",
    || json!({ "type": "string", "examples": ["respond-async"] }),
);
const IDEMPOTENCY_KEY: Parameter = Parameter::new(
    "Idempotency-Key",
    "A key with which several requests start a single run",
    || json!({ "type": "string", "minLength": 1, "maxLength": 255, "pattern": "^[!-~]+$" }),
);
