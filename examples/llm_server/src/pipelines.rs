//! The tasks and pipelines.

use crate::{
    Language,
    model::{Job, Model, ModelError},
};
use futures_util::TryStreamExt as _;
use runnable::prelude::*;
use std::time::Duration;

/// The longest silence of a model. A busy server queues a request behind other answers.
const PATIENCE: Duration = Duration::from_mins(1);

/// Events of an answer.
#[derive(Debug, Clone, TaskEvent)]
pub(crate) enum Token {
    /// The current activity and the model.
    Status { status: &'static str, model: String },
    /// A piece of the text.
    Chunk { text: String },
    /// The whole text.
    Done { full_text: String },
}

/// Events of a summary.
#[derive(Debug, Clone, TaskEvent)]
pub(crate) enum Summary {
    /// The current activity.
    Status { status: &'static str },
    /// A piece of the text.
    Chunk { text: String },
    /// The whole text.
    Done { summary: String },
}

/// Events of a translation. Translations run concurrently, so each event names its language.
#[derive(Debug, Clone, TaskEvent)]
pub(crate) enum Translation {
    /// The current activity.
    Status { status: &'static str, language: Language },
    /// A piece of the text.
    Chunk { text: String, language: Language },
    /// The whole text.
    Done { translation: String, language: Language },
}

/// Answers a prompt.
///
/// The delays between six attempts are 8 seconds in all: a server that restarts is back by then.
#[task(returns = [full_text], retry(6, backoff = "250ms", when = ModelError::is_transient), idle_timeout = PATIENCE)]
pub(crate) fn generate(model: Model, prompt: String) -> impl Stream<Item = Result<Token, ModelError>> {
    try_stream! {
        yield Token::Status { status: "thinking", model: model.name().into() };
        let mut answer = model.ask(Job::Answer, &prompt).await?;
        let mut full_text = String::new();
        while let Some(text) = answer.try_next().await? {
            full_text += &text;
            yield Token::Chunk { text };
        }
        yield Token::Done { full_text };
    }
}

/// Summarizes a text.
#[task(returns = [summary], retry(6, backoff = "250ms", when = ModelError::is_transient), idle_timeout = PATIENCE)]
pub(crate) fn summarize(model: Model, full_text: &str) -> impl Stream<Item = Result<Summary, ModelError>> {
    try_stream! {
        yield Summary::Status { status: "summarizing" };
        let mut answer = model.ask(Job::Summarize, full_text).await?;
        let mut summary = String::new();
        while let Some(text) = answer.try_next().await? {
            summary += &text;
            yield Summary::Chunk { text };
        }
        yield Summary::Done { summary };
    }
}

/// Translates a text.
#[task(returns = [translation], retry(6, backoff = "250ms", when = ModelError::is_transient), idle_timeout = PATIENCE)]
pub(crate) fn translate(
    model: Model,
    full_text: &str,
    language: Language,
) -> impl Stream<Item = Result<Translation, ModelError>> {
    try_stream! {
        yield Translation::Status { status: "translating", language };
        let mut answer = model.ask(Job::Translate(language), full_text).await?;
        let mut translation = String::new();
        while let Some(text) = answer.try_next().await? {
            translation += &text;
            yield Translation::Chunk { text, language };
        }
        yield Translation::Done { translation, language };
    }
}

pipeline! {
    /// Answers, then summarizes the answer.
    pub(crate) fn chat_and_summarize(#[resource] model: Model, prompt: String) -> [full_text, summary] {
        generate >> summarize
    }
}

pipeline! {
    /// Answers, then translates into two languages concurrently.
    pub(crate) fn chat_and_translate(
        #[resource] model: Model,
        prompt: String,
    ) -> [full_text, spanish_translation, french_translation] {
        generate >> parallel {
            spanish: translate(language = Language::Spanish) -> [translation as spanish_translation],
            french: translate(language = Language::French) -> [translation as french_translation],
        }
    }
}

pipeline! {
    /// Answers, then translates into every requested language, four at a time.
    pub(crate) fn chat_map_translate(
        #[resource] model: Model,
        prompt: String,
        languages: Vec<Language>,
    ) -> [full_text, translation] {
        generate >> map(languages as language, limit = 4) { translate }
    }
}

pipeline! {
    /// Answers, then translates into one language. The compiler checks that every language has an
    /// arm.
    pub(crate) fn chat_conditional_translate(
        #[resource] model: Model,
        prompt: String,
        language: Language,
    ) -> [full_text, translation] {
        generate >> match language {
            Language::Spanish => spanish: translate,
            Language::French => french: translate,
            Language::German => german: translate,
        }
    }
}
