//! The messages of a conversation.

use serde::{Deserialize, Serialize};
use serde_json::Value;

/// A message of a conversation.
///
/// It can be a parameter of a pipeline: it serializes as it is read.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct ChatMessage {
    /// Its id, which the front end chose.
    pub id: String,
    /// Its sender.
    pub role: ChatRole,
    /// Its text. The texts of its parts are joined.
    pub text: String,
    /// The message as the front end sent it, with files, calls of tools and other parts, in the words of its protocol.
    pub source: Value,
}

impl ChatMessage {
    /// Returns a message with a text.
    pub fn new(id: impl Into<String>, role: ChatRole, text: impl Into<String>) -> Self {
        Self { id: id.into(), role, text: text.into(), source: Value::Null }
    }
}

/// The sender of a message.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum ChatRole {
    /// The person.
    User,
    /// The pipeline, or a model before it.
    Assistant,
    /// The instructions of the front end.
    #[serde(alias = "developer")]
    System,
    /// A tool, whose result the message is.
    Tool,
    /// The reasoning of an assistant.
    Reasoning,
    /// Something that the front end shows between the messages.
    Activity,
}

/// Returns the text of a message's content: a text, or a list of parts of which some are texts. `None` if it is neither.
pub(super) fn text_of(content: &Value) -> Option<String> {
    match content {
        Value::String(text) => Some(text.clone()),
        Value::Array(parts) => {
            let texts = parts.iter().filter(|part| part["type"] == "text");
            Some(texts.filter_map(|part| part["text"].as_str()).collect())
        }
        _ => None,
    }
}
