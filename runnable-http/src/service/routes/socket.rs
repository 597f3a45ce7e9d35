//! Runs over a WebSocket.

use super::{
    events::start_after,
    multi_run_session::MultiRunSession,
    query::{FromQuery, Query, QueryOf},
    request::PathOf,
};
use crate::{
    responses::websocket::{CLOSE_EXPIRED, CLOSE_UNKNOWN, refuse, upgrade_to, websocket},
    service::{
        access::Problem,
        openapi::Parameter,
        runs::{LogStream, RunAddress, ServiceState, visible},
    },
};
use axum::{
    extract::{
        OriginalUri, State,
        ws::{WebSocketUpgrade, close_code, rejection::WebSocketUpgradeRejection},
    },
    http::{HeaderMap, StatusCode},
    response::Response,
};
use std::sync::Arc;

type Upgrade = Result<WebSocketUpgrade, WebSocketUpgradeRejection>;

/// The parameters of a WebSocket that follows a single run.
pub(super) struct SocketQuery {
    after: Option<u64>,
}

impl FromQuery for SocketQuery {
    const PARAMETERS: &'static [Parameter] =
        &[Parameter::number("after", "The number of the event after which the events begin")];

    fn from_query(query: &Query) -> Result<Self, Problem> {
        Ok(Self { after: query.number("after")? })
    }
}

/// Follows a single run.
pub(super) async fn single_run(
    State(state): State<Arc<ServiceState>>,
    OriginalUri(uri): OriginalUri,
    PathOf(id): PathOf<String>,
    query: Result<QueryOf<SocketQuery>, Problem>,
    headers: HeaderMap,
    upgrade: Upgrade,
) -> Result<Response, Problem> {
    let upgrade = upgrade.map_err(|error| no_upgrade(&error))?;
    let opened = async {
        let caller = state.access.caller(&headers)?;
        let QueryOf(query) = query?;
        let run = visible(&state, &caller, &id).await?;
        start_after(&state, &run, &headers, query.after, None).await
    };
    Ok(match opened.await {
        Ok(after) => {
            let address = RunAddress::new(uri.path(), 3, &id);
            let events = LogStream::new(&state, id, after, address);
            websocket(events).stalled(state.limits.stalled).upgrade(upgrade)
        }
        Err(problem) => refused(upgrade, &problem),
    })
}

/// Starts and follows the runs that the client asks for.
pub(super) async fn many_runs(
    State(state): State<Arc<ServiceState>>,
    OriginalUri(uri): OriginalUri,
    query: Result<QueryOf<()>, Problem>,
    headers: HeaderMap,
    upgrade: Upgrade,
) -> Result<Response, Problem> {
    let upgrade = upgrade.map_err(|error| no_upgrade(&error))?;
    Ok(match state.access.caller(&headers).and_then(|caller| query.map(|_| caller)) {
        Ok(caller) => {
            let limits = state.limits;
            upgrade_to(upgrade, MultiRunSession::new(state, caller, uri.path()), limits.body, limits.stalled)
        }
        Err(problem) => refused(upgrade, &problem),
    })
}

fn no_upgrade(error: &WebSocketUpgradeRejection) -> Problem {
    Problem::new(StatusCode::UPGRADE_REQUIRED, "no-upgrade", "WebSocket expected", error.body_text())
}

/// Refuses with a close code, since scripts in a browser cannot read the status of a refused upgrade.
fn refused(upgrade: WebSocketUpgrade, problem: &Problem) -> Response {
    let code = match problem.status() {
        StatusCode::NOT_FOUND => CLOSE_UNKNOWN,
        StatusCode::GONE => CLOSE_EXPIRED,
        status if status.is_server_error() => close_code::ERROR,
        _ => close_code::POLICY,
    };
    refuse(upgrade, code, problem.title())
}
