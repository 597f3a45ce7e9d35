//! Runs as responses of handlers.

mod disconnect;
mod errors;
mod lines;
mod sse;
mod tasks;
mod websocket;

use axum::{body::Body, response::IntoResponse};
use http_body_util::BodyExt;

/// Returns the whole body as text, with the same time in all events.
async fn text(response: impl IntoResponse) -> String {
    let bytes = response.into_response().into_body().collect().await.expect("the body is whole").to_bytes();
    timeless(str::from_utf8(&bytes).expect("UTF-8"))
}

/// Returns the next chunk of a body as text.
async fn piece(body: &mut Body) -> Option<String> {
    let frame = body.frame().await?.expect("another chunk");
    let bytes = frame.into_data().expect("data");
    Some(timeless(str::from_utf8(&bytes).expect("UTF-8")))
}

/// Replaces the time of every event in a text.
fn timeless(text: &str) -> String {
    let mut parts = text.split(r#""ts":""#);
    let mut all = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (_, rest) = part.split_once('"').expect("a time ends");
        all.push_str(r#""ts":"T""#);
        all.push_str(rest);
    }
    all
}
