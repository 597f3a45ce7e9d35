//! The endpoints.

use crate::{
    Language, Model, Unsupported,
    pipelines::{Generate, chat_and_summarize, chat_and_translate, chat_conditional_translate, chat_map_translate},
};
use axum::{
    Json, Router,
    extract::State,
    http::StatusCode,
    response::{IntoResponse, Response},
    routing::{get, post},
};
use runnable::prelude::*;
use runnable_http::sse;
use serde::Deserialize;
use serde_json::{Value, json};

/// Creates the router of the server, backed by `model`.
///
/// Every `POST` streams the events of a run as `data: {"type":..}`. A client that disconnects
/// cancels the run.
pub fn app(model: Model) -> Router {
    Router::new()
        .route("/", get(root))
        .route("/chat", post(chat))
        .route("/chat-and-summarize", post(summarize))
        .route("/chat-and-translate", post(translate))
        .route("/chat-map-translate", post(map_translate))
        .route("/chat-conditional-translate", post(conditional_translate))
        .with_state(model)
}

#[derive(Deserialize)]
struct Chat {
    prompt: String,
}

#[derive(Deserialize)]
struct ChatInLanguages {
    prompt: String,
    languages: Vec<String>,
}

#[derive(Deserialize)]
struct ChatInLanguage {
    prompt: String,
    language: String,
}

async fn root(State(model): State<Model>) -> Json<Value> {
    Json(json!({
        "status": "ok",
        "model": model.name(),
        "endpoints": {
            "/chat": "POST {prompt}: an answer",
            "/chat-and-summarize": "POST {prompt}: an answer, then its summary",
            "/chat-and-translate": "POST {prompt}: an answer, then Spanish and French concurrently",
            "/chat-map-translate": "POST {prompt, languages}: an answer, then each of the languages",
            "/chat-conditional-translate": "POST {prompt, language}: an answer, then that language",
        },
    }))
}

async fn chat(State(model): State<Model>, Json(Chat { prompt }): Json<Chat>) -> impl IntoResponse {
    sse(Generate { model, prompt }.execute_streaming()).flat()
}

async fn summarize(State(model): State<Model>, Json(Chat { prompt }): Json<Chat>) -> impl IntoResponse {
    sse(chat_and_summarize(model, prompt).execute_streaming()).flat()
}

async fn translate(State(model): State<Model>, Json(Chat { prompt }): Json<Chat>) -> impl IntoResponse {
    sse(chat_and_translate(model, prompt).execute_streaming()).flat()
}

async fn map_translate(
    State(model): State<Model>,
    Json(ChatInLanguages { prompt, languages }): Json<ChatInLanguages>,
) -> Result<impl IntoResponse, Unsupported> {
    let languages = languages.iter().map(|name| name.parse()).collect::<Result<Vec<Language>, _>>()?;
    Ok(sse(chat_map_translate(model, prompt, languages).execute_streaming()).flat())
}

async fn conditional_translate(
    State(model): State<Model>,
    Json(ChatInLanguage { prompt, language }): Json<ChatInLanguage>,
) -> Result<impl IntoResponse, Unsupported> {
    Ok(sse(chat_conditional_translate(model, prompt, language.parse()?).execute_streaming()).flat())
}

impl IntoResponse for Unsupported {
    fn into_response(self) -> Response {
        (StatusCode::BAD_REQUEST, self.to_string()).into_response()
    }
}
