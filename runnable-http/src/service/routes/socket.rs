//! A run over a WebSocket.

use super::events::{Form, begin, visible};
use crate::{
    service::{
        feed::Feed,
        problem::Problem,
        request::{Asked, Named},
        state::State,
    },
    websocket as over_websocket,
    websocket::{CLOSE_EXPIRED, CLOSE_UNKNOWN, refuse},
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

pub(super) async fn socket(
    Shared(state): Shared<Arc<State>>,
    Named(id): Named,
    Asked(form): Asked<Form>,
    headers: HeaderMap,
    upgrade: Result<WebSocketUpgrade, WebSocketUpgradeRejection>,
) -> Result<Response, Problem> {
    let upgrade = upgrade.map_err(|error| {
        let detail = error.body_text();
        Problem::new(StatusCode::UPGRADE_REQUIRED, "no-upgrade", "Expected a WebSocket", detail)
    })?;
    let opened = async {
        let caller = state.access.caller(&headers)?;
        let run = visible(&state, &caller, &id).await?;
        begin(&state, &run, &headers, form.after()).await
    };
    // A page sees how a WebSocket is closed, and nothing of a refusal before.
    Ok(match opened.await {
        Ok(after) => over_websocket(Feed::new(&state, id, after)).stalled(state.limits.stalled).upgrade(upgrade),
        Err(problem) => {
            let code = match problem.status() {
                StatusCode::NOT_FOUND => CLOSE_UNKNOWN,
                StatusCode::GONE => CLOSE_EXPIRED,
                status if status.is_server_error() => close_code::ERROR,
                _ => close_code::POLICY,
            };
            refuse(upgrade, code, problem.title())
        }
    })
}
