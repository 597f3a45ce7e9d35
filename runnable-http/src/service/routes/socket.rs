//! Runs over a WebSocket.

use super::events::{Form, begin};
use crate::{
    service::{
        commands::visible,
        conversation::Conversation,
        feed::Feed,
        problem::Problem,
        request::{Asked, Named},
        state::State,
    },
    websocket::{CLOSE_EXPIRED, CLOSE_UNKNOWN, converse as talk, refuse, websocket as follow},
};
use axum::{
    extract::{
        State as Shared,
        ws::{WebSocketUpgrade, close_code, rejection::WebSocketUpgradeRejection},
    },
    http::{HeaderMap, StatusCode},
    response::Response,
};
use std::sync::Arc;

type Upgrade = Result<WebSocketUpgrade, WebSocketUpgradeRejection>;

/// One run.
pub(super) async fn socket(
    Shared(state): Shared<Arc<State>>,
    Named(id): Named,
    Asked(form): Asked<Form>,
    headers: HeaderMap,
    upgrade: Upgrade,
) -> Result<Response, Problem> {
    let upgrade = upgrade.map_err(|error| no_upgrade(&error))?;
    let opened = async {
        let caller = state.access.caller(&headers)?;
        let run = visible(&state, &caller, &id).await?;
        begin(&state, &run, &headers, form.after()).await
    };
    Ok(match opened.await {
        Ok(after) => follow(Feed::new(&state, id, after)).stalled(state.limits.stalled).upgrade(upgrade),
        Err(problem) => refused(upgrade, &problem),
    })
}

/// As many runs as the client asks for.
pub(super) async fn converse(
    Shared(state): Shared<Arc<State>>,
    headers: HeaderMap,
    upgrade: Upgrade,
) -> Result<Response, Problem> {
    let upgrade = upgrade.map_err(|error| no_upgrade(&error))?;
    Ok(match state.access.caller(&headers) {
        Ok(caller) => {
            let limits = state.limits;
            talk(upgrade, Conversation::new(state, caller), limits.body, limits.stalled)
        }
        Err(problem) => refused(upgrade, &problem),
    })
}

fn no_upgrade(error: &WebSocketUpgradeRejection) -> Problem {
    Problem::new(StatusCode::UPGRADE_REQUIRED, "no-upgrade", "Expected a WebSocket", error.body_text())
}

/// A page sees how a WebSocket is closed, and nothing of a refusal before.
fn refused(upgrade: WebSocketUpgrade, problem: &Problem) -> Response {
    let code = match problem.status() {
        StatusCode::NOT_FOUND => CLOSE_UNKNOWN,
        StatusCode::GONE => CLOSE_EXPIRED,
        status if status.is_server_error() => close_code::ERROR,
        _ => close_code::POLICY,
    };
    refuse(upgrade, code, problem.title())
}
