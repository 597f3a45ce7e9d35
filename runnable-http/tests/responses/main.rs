//! Runs as responses of a handler.

mod disconnect;
mod lines;
mod sse;
mod tasks;
mod websocket;

use axum::{body::Body, response::IntoResponse};
use http_body_util::BodyExt;

/// The whole body as text, with one time in all of its events.
async fn text(response: impl IntoResponse) -> String {
    let bytes = response.into_response().into_body().collect().await.expect("the body is whole").to_bytes();
    timeless(str::from_utf8(&bytes).expect("UTF-8"))
}

/// The next piece of a body as text.
async fn piece(body: &mut Body) -> Option<String> {
    let frame = body.frame().await?.expect("the body goes on");
    let bytes = frame.into_data().expect("data");
    Some(timeless(str::from_utf8(&bytes).expect("UTF-8")))
}

/// Text in which every event was sent at the same time.
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
