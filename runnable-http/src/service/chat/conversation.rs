//! Conversations, and the input that a pipeline makes of them.

use super::message::{ChatMessage, ChatRole};
use runnable_runner::Runnable;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use std::{error, fmt};

/// A conversation that a front end sends, to have it continued.
#[derive(Debug, Clone, Default, PartialEq)]
#[non_exhaustive]
pub struct Chat {
    /// The id of the conversation: `threadId` of AG-UI, `id` of the AI SDK.
    pub id: String,
    /// The messages, the oldest first.
    pub messages: Vec<ChatMessage>,
    /// The further data that the front end sends: `forwardedProps` of AG-UI, or the members that the option `body` of the AI SDK
    /// adds to the request.
    pub forwarded: Map<String, Value>,
    /// The state that the front end of AG-UI shares, or `null`.
    pub state: Value,
    /// The tools that the front end of AG-UI can run.
    pub tools: Vec<ChatTool>,
    /// The context that the front end of AG-UI describes.
    pub context: Vec<ChatContext>,
}

/// A tool of a front end.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct ChatTool {
    /// Its name.
    pub name: String,
    /// Its purpose, for the model.
    #[serde(default)]
    pub description: String,
    /// The JSON Schema of its input.
    #[serde(default)]
    pub parameters: Value,
}

/// A piece of the context of a conversation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct ChatContext {
    /// The meaning of the value, for the model.
    pub description: String,
    /// The value.
    pub value: String,
}

impl Chat {
    /// Returns the text of the last message, which is the user's.
    ///
    /// # Errors
    /// Returns an error if there are no messages, or if the last message is not the user's or has no text.
    pub fn prompt(&self) -> Result<&str, InvalidChat> {
        match self.messages.last() {
            Some(message) if message.role == ChatRole::User && !message.text.is_empty() => Ok(&message.text),
            _ => Err(InvalidChat::new("expected a last message of the role `user` with a text").at("messages")),
        }
    }
}

/// Maps a conversation to the input of a pipeline that answers it, for [`Service::agent`](crate::Service::agent).
///
/// # Examples
/// ```
/// use runnable::prelude::*;
/// use runnable_http::{Chat, ChatInput, InvalidChat};
/// use serde::Serialize;
/// use serde_json::json;
///
/// #[task(returns = [text])]
/// async fn answer(question: String, language: String) -> String {
///     format!("{question}? ({language})")
/// }
///
/// impl ChatInput for Answer {
///     fn input(chat: &Chat) -> Result<impl Serialize, InvalidChat> {
///         let language = chat.forwarded.get("language").cloned().unwrap_or_else(|| "en".into());
///         Ok(json!({ "question": chat.prompt()?, "language": language }))
///     }
/// }
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` does not answer conversations",
    note = "implement `ChatInput` for `{Self}`: it maps the messages of a conversation to the parameters"
)]
pub trait ChatInput: Runnable {
    /// Returns the parameters by name: a value that serializes as an object. They are checked as those of every run are.
    ///
    /// The same conversation must give the same input: a request that is repeated continues with the run that it started.
    ///
    /// # Errors
    /// Returns an error if the pipeline cannot answer the conversation. The client gets its text with the status 422.
    fn input(chat: &Chat) -> Result<impl Serialize, InvalidChat>;
}

/// The reason for which a pipeline cannot answer a conversation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InvalidChat {
    message: String,
    pub(super) field: Option<String>,
}

impl InvalidChat {
    /// Returns an error with a text for the client.
    pub fn new(message: impl Into<String>) -> Self {
        Self { message: message.into(), field: None }
    }

    /// Sets the member of the request that is wrong.
    #[must_use]
    pub fn at(mut self, field: impl Into<String>) -> Self {
        self.field = Some(field.into());
        self
    }
}

impl fmt::Display for InvalidChat {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl error::Error for InvalidChat {}
