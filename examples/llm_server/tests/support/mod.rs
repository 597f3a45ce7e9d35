//! The example on a socket, and its client.
#![allow(dead_code)] // No test uses everything.
pub(crate) mod upstream;

use eventsource_stream::Eventsource;
use futures_util::{Stream, StreamExt, stream::BoxStream};
use llm_server::{Model, app};
use reqwest::Response;
use serde_json::Value;
use std::time::Duration;
use tokio::{net::TcpListener, time::timeout};

/// A generous timeout for operations that should be quick.
pub(crate) const SOON: Duration = Duration::from_secs(30);

/// The example on a socket.
pub(crate) struct Server {
    pub(crate) url: String,
}

impl Server {
    pub(crate) async fn start(model: Model) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        tokio::spawn(async { axum::serve(listener, app(model)).await });
        Self { url }
    }

    pub(crate) async fn post(&self, path: &str, body: &Value) -> Response {
        reqwest::Client::new().post(format!("{}{path}", self.url)).json(body).send().await.unwrap()
    }

    /// Sends a request and returns its frames. Dropping them disconnects.
    pub(crate) async fn stream(&self, path: &str, body: Value) -> Frames {
        let response = self.post(path, &body).await;
        assert_eq!(response.status(), 200);
        Frames(frames(response).boxed())
    }
}

fn frames(response: Response) -> impl Stream<Item = Value> + Send {
    response.bytes_stream().eventsource().map(|event| serde_json::from_str(&event.unwrap().data).unwrap())
}

pub(crate) struct Frames(BoxStream<'static, Value>);

impl Frames {
    /// Returns the next frame, or `None` at the end.
    pub(crate) async fn next(&mut self) -> Option<Value> {
        timeout(SOON, self.0.next()).await.expect("no frame came")
    }

    /// Returns the next frame of this type, skipping others.
    pub(crate) async fn next_of(&mut self, kind: &str) -> Value {
        loop {
            let frame = self.next().await.expect("the stream ended");
            if frame["type"] == kind {
                return frame;
            }
        }
    }

    /// Returns all remaining frames.
    pub(crate) async fn rest(mut self) -> Vec<Value> {
        let mut frames = vec![];
        while let Some(frame) = self.next().await {
            frames.push(frame);
        }
        frames
    }
}

/// Returns the types of the frames without consecutive repeats.
pub(crate) fn types(frames: &[Value]) -> Vec<&str> {
    let mut types: Vec<_> = frames.iter().map(|frame| frame["type"].as_str().unwrap()).collect();
    types.dedup();
    types
}

/// Joins the text of the chunks that `of` accepts.
pub(crate) fn text(frames: &[Value], of: impl Fn(&Value) -> bool) -> String {
    frames
        .iter()
        .filter(|frame| frame["type"] == "chunk" && of(frame))
        .map(|frame| frame["text"].as_str().unwrap())
        .collect()
}
