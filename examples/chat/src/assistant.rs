//! The pipeline.

use futures_util::TryStreamExt as _;
use llm_server::{
    Language, Model,
    model::{Job, ModelError},
};
use runnable::prelude::*;
use runnable_http::{Chat, ChatInput, InvalidChat};
use serde::Serialize;
use serde_json::json;

/// Events of an answer. A front end shows the chunks as text, and the status while it waits for them.
#[derive(Debug, Clone, TaskEvent)]
pub(crate) enum Token {
    /// The current activity.
    Status { message: String },
    /// A piece of the text.
    Chunk { text: String },
    /// The whole text.
    Done { answer: String },
}

/// Events of a translation.
#[derive(Debug, Clone, TaskEvent)]
pub(crate) enum Translated {
    /// A piece of the text.
    Chunk { text: String },
    /// The whole text.
    Done { translation: String },
}

/// Answers a prompt.
#[task(returns = [answer], retry(3, backoff = "250ms", when = ModelError::is_transient))]
pub(crate) fn reply(model: Model, prompt: String) -> impl Stream<Item = Result<Token, ModelError>> {
    try_stream! {
        yield Token::Status { message: format!("asking {}", model.name()) };
        let mut pieces = model.ask(Job::Answer, &prompt).await?;
        let mut answer = String::new();
        while let Some(text) = pieces.try_next().await? {
            answer += &text;
            yield Token::Chunk { text };
        }
        yield Token::Done { answer };
    }
}

/// Translates the answer.
#[task(returns = [translation], retry(3, backoff = "250ms", when = ModelError::is_transient))]
pub(crate) fn translate(
    model: Model,
    answer: &str,
    language: Language,
) -> impl Stream<Item = Result<Translated, ModelError>> {
    try_stream! {
        let mut pieces = model.ask(Job::Translate(language), answer).await?;
        let mut translation = String::new();
        while let Some(text) = pieces.try_next().await? {
            translation += &text;
            yield Translated::Chunk { text };
        }
        yield Translated::Done { translation };
    }
}

pipeline! {
    /// Answers a prompt, and translates the answer into several languages at the same time.
    pub fn assistant(
        #[resource] model: Model,
        prompt: String,
        languages: Vec<Language>,
    ) -> [answer, translation] {
        reply >> map(languages as language) { translate }
    }
}

/// The last message is the prompt, and the page chooses the languages.
impl ChatInput for Assistant {
    fn input(chat: &Chat) -> Result<impl Serialize, InvalidChat> {
        let languages = chat.forwarded.get("languages").cloned();
        Ok(json!({ "prompt": chat.prompt()?, "languages": languages.unwrap_or_else(|| json!([])) }))
    }
}
