//! A model server played by a test, which decides how to answer each request.
use super::SOON;
use axum::{
    Json, Router,
    body::{Body, Bytes},
    extract::State,
    http::{HeaderMap, StatusCode},
    response::{IntoResponse, Response},
    routing::post,
};
use llm_server::{Model, model::OpenAi};
use serde_json::{Value, json};
use std::{io, net::SocketAddr};
use tokio::{
    net::TcpSocket,
    sync::{mpsc, oneshot},
    task::JoinHandle,
    time::timeout,
};

/// A server that speaks `OpenAI`'s protocol.
pub(crate) struct Upstream {
    pub(crate) url: String,
    pub(crate) address: SocketAddr,
    questions: mpsc::UnboundedReceiver<Question>,
    server: JoinHandle<io::Result<()>>,
}

impl Upstream {
    pub(crate) fn start() -> Self {
        Self::start_at(SocketAddr::from(([127, 0, 0, 1], 0)))
    }

    pub(crate) fn start_at(address: SocketAddr) -> Self {
        // The port of a server that has just stopped can be used again.
        let socket = TcpSocket::new_v4().unwrap();
        socket.set_reuseaddr(true).unwrap();
        socket.bind(address).unwrap();
        let listener = socket.listen(16).unwrap();
        let address = listener.local_addr().unwrap();
        let (ask, questions) = mpsc::unbounded_channel();
        let app = Router::new().route("/v1/chat/completions", post(completions)).with_state(ask);
        let server = tokio::spawn(async { axum::serve(listener, app).await });
        Self { url: format!("http://{address}/v1"), address, questions, server }
    }

    /// Refuses connections from now on.
    pub(crate) async fn stop(self) {
        self.server.abort();
        assert!(self.server.await.unwrap_err().is_cancelled());
    }

    pub(crate) fn model(&self) -> Model {
        Model::OpenAi(OpenAi::new(&self.url, "tiny", Some("key")).unwrap())
    }

    /// Waits for the next request.
    pub(crate) async fn question(&mut self) -> Question {
        timeout(SOON, self.questions.recv()).await.expect("no request arrived").unwrap()
    }

    /// Returns true if a request is waiting.
    pub(crate) fn is_asked(&self) -> bool {
        !self.questions.is_empty()
    }
}

async fn completions(
    State(ask): State<mpsc::UnboundedSender<Question>>,
    headers: HeaderMap,
    Json(body): Json<Value>,
) -> Response {
    let (reply, response) = oneshot::channel();
    ask.send(Question { headers, body, reply }).unwrap();
    response.await.unwrap()
}

pub(crate) struct Question {
    pub(crate) headers: HeaderMap,
    pub(crate) body: Value,
    reply: oneshot::Sender<Response>,
}

impl Question {
    pub(crate) fn refuse(self, status: u16, message: &str) {
        let error = Json(json!({"error": {"code": status, "message": message}}));
        self.reply.send((StatusCode::from_u16(status).unwrap(), error).into_response()).unwrap();
    }

    /// Refuses with `Retry-After`.
    pub(crate) fn put_off(self, status: u16, seconds: u64) {
        let headers = [("retry-after", seconds.to_string())];
        self.reply.send((StatusCode::from_u16(status).unwrap(), headers).into_response()).unwrap();
    }

    /// Answers with a page and success.
    pub(crate) fn send_page(self, content_type: &str) {
        let headers = [("content-type", content_type.to_owned())];
        self.reply.send((headers, "<html>It works!</html>").into_response()).unwrap();
    }

    pub(crate) fn answer(self) -> Answer {
        let (frames, body) = mpsc::channel(1);
        let body = futures_util::stream::unfold(body, async |mut body| Some((body.recv().await?, body)));
        let response = ([("content-type", "text/event-stream")], Body::from_stream(body)).into_response();
        self.reply.send(response).unwrap();
        Answer { frames }
    }

    /// Waits until the client closes the connection.
    pub(crate) async fn closed(mut self) {
        timeout(SOON, self.reply.closed()).await.expect("the connection is still open");
    }
}

/// An in-flight answer. Dropping it ends the response without an error.
pub(crate) struct Answer {
    frames: mpsc::Sender<io::Result<Bytes>>,
}

impl Answer {
    pub(crate) async fn send(&self, data: impl ToString) {
        self.frames.send(Ok(format!("data: {}\n\n", data.to_string()).into())).await.unwrap();
    }

    pub(crate) async fn say(&self, text: &str) {
        self.send(json!({"choices": [{"index": 0, "delta": {"content": text}, "finish_reason": null}]})).await;
    }

    /// Sends `text` and the end of the answer.
    pub(crate) async fn end_with(self, text: &str) {
        self.say(text).await;
        self.send(json!({"choices": [{"index": 0, "delta": {}, "finish_reason": "stop"}]})).await;
        self.send("[DONE]").await;
    }

    /// Breaks the connection.
    pub(crate) async fn cut(self) {
        self.frames.send(Err(io::ErrorKind::ConnectionReset.into())).await.unwrap();
    }

    /// Waits until the client closes the connection.
    pub(crate) async fn closed(self) {
        timeout(SOON, self.frames.closed()).await.expect("the connection is still open");
    }
}
