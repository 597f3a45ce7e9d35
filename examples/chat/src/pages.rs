//! The pages, and the scripts that `npm run build` makes.

use axum::{
    Router,
    extract::Path,
    http::{StatusCode, header::CONTENT_TYPE},
    response::{Html, IntoResponse, Response},
    routing::get,
};
use std::path::PathBuf;

pub(crate) fn router(scripts: PathBuf) -> Router {
    Router::new()
        .route("/", get(Html(include_str!("../web/index.html"))))
        .route("/ai-sdk", get(Html(include_str!("../web/ai-sdk.html"))))
        .route("/ag-ui", get(Html(include_str!("../web/ag-ui.html"))))
        .route("/style.css", get(([(CONTENT_TYPE, "text/css")], include_str!("../web/style.css"))))
        .route("/scripts/{name}", get(move |Path(name): Path<String>| script(scripts, name)))
}

async fn script(scripts: PathBuf, name: String) -> Response {
    if !["ai-sdk.js", "ag-ui.js"].contains(&name.as_str()) {
        return StatusCode::NOT_FOUND.into_response();
    }
    match tokio::fs::read(scripts.join(&name)).await {
        Ok(script) => ([(CONTENT_TYPE, "text/javascript")], script).into_response(),
        Err(error) => {
            let help = "run `npm ci && npm run build` in `examples/chat/web`";
            (StatusCode::NOT_FOUND, format!("{name}: {error}\nhelp: {help}")).into_response()
        }
    }
}
