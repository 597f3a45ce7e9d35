//! The graph of a run.

use super::state::ServiceState;
use crate::service::access::Problem;
use runnable_graph::Graph;
use runnable_store::RunRecord;
use runnable_view::recorded_graph;

/// Returns the graph of a run's pipeline: from the code, if it is here in the version of the run, or else from the run log.
pub(in crate::service) async fn graph_of(state: &ServiceState, run: &RunRecord) -> Result<Graph, Problem> {
    let served = state.pipelines.get(run.pipeline.as_str());
    if let Some(pipeline) = served.filter(|served| (served.definition_hash)(&state.runner) == run.definition_hash) {
        return Ok((pipeline.graph)());
    }
    let recorded = match state.runner.log() {
        Ok(log) => recorded_graph(&**log, &run.definition_hash).await?,
        Err(_) => None,
    };
    recorded.ok_or_else(|| {
        let detail =
            "this server does not have the version of the pipeline, and the run log has no graph that can be read";
        Problem::conflict("no-graph", detail)
    })
}
