//! The tasks, and what is composed of them.

use crate::{
    Language,
    model::{Job, Model, ModelError},
};
use futures_util::TryStreamExt as _;
use runnable::prelude::*;
use std::time::Duration;

/// How long a model may be silent. A busy server makes a question wait for another one's answer.
const PATIENCE: Duration = Duration::from_mins(1);

/// An answer on its way.
#[derive(Debug, Clone, TaskEvent)]
pub(crate) enum Token {
    /// What is going on, and which model it is.
    Status { status: &'static str, model: String },
    /// The next piece.
    Chunk { text: String },
    /// All of it.
    Done { full_text: String },
}

/// A summary on its way.
#[derive(Debug, Clone, TaskEvent)]
pub(crate) enum Summary {
    /// What is going on.
    Status { status: &'static str },
    /// The next piece.
    Chunk { text: String },
    /// All of it.
    Done { summary: String },
}

/// A translation on its way. Several may be, so that each event tells its language.
#[derive(Debug, Clone, TaskEvent)]
pub(crate) enum Translation {
    /// What is going on.
    Status { status: &'static str, language: Language },
    /// The next piece.
    Chunk { text: String, language: Language },
    /// All of it.
    Done { translation: String, language: Language },
}

/// Answers a prompt.
#[task(returns = [full_text], retry(3, when = ModelError::is_transient), idle_timeout = PATIENCE)]
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
#[task(returns = [summary], retry(3, when = ModelError::is_transient), idle_timeout = PATIENCE)]
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
#[task(returns = [translation], retry(3, when = ModelError::is_transient), idle_timeout = PATIENCE)]
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
    /// One step after the other.
    pub(crate) fn chat_and_summarize(#[resource] model: Model, prompt: String) -> [full_text, summary] {
        generate >> summarize
    }
}

pipeline! {
    /// Two languages at the same time.
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
    /// As many languages as were asked for, four at a time.
    pub(crate) fn chat_map_translate(
        #[resource] model: Model,
        prompt: String,
        languages: Vec<Language>,
    ) -> [full_text, translation] {
        generate >> map(languages as language, limit = 4) { translate }
    }
}

pipeline! {
    /// The step that the language decides on; the compiler finds one that was forgotten.
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
