//! The example on a socket, and a client of it.
#![allow(dead_code)] // Each test uses a part.
pub(crate) mod upstream;

use eventsource_stream::Eventsource;
use futures_util::{Stream, StreamExt, stream::BoxStream};
use llm_server::{Model, app};
use reqwest::Response;
use serde_json::Value;
use std::time::Duration;
use tokio::{net::TcpListener, time::timeout};

/// How long anything may take that is not meant to wait.
pub(crate) const SOON: Duration = Duration::from_secs(30);

/// The example, with `model` behind it.
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

    /// What comes of a request, frame by frame. Dropping it leaves.
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
    /// The next frame; `None` at the end.
    pub(crate) async fn next(&mut self) -> Option<Value> {
        timeout(SOON, self.0.next()).await.expect("no frame came")
    }

    /// The next frame of this type; those before it are skipped.
    pub(crate) async fn next_of(&mut self, kind: &str) -> Value {
        loop {
            let frame = self.next().await.expect("the stream ended");
            if frame["type"] == kind {
                return frame;
            }
        }
    }

    /// All that are left.
    pub(crate) async fn rest(mut self) -> Vec<Value> {
        let mut frames = vec![];
        while let Some(frame) = self.next().await {
            frames.push(frame);
        }
        frames
    }
}

/// The types of frames, each run of equal ones told once.
pub(crate) fn types(frames: &[Value]) -> Vec<&str> {
    let mut types: Vec<_> = frames.iter().map(|frame| frame["type"].as_str().unwrap()).collect();
    types.dedup();
    types
}

/// The text of the chunks that `of` wants, together.
pub(crate) fn text(frames: &[Value], of: impl Fn(&Value) -> bool) -> String {
    frames
        .iter()
        .filter(|frame| frame["type"] == "chunk" && of(frame))
        .map(|frame| frame["text"].as_str().unwrap())
        .collect()
}
