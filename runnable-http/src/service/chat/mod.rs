//! Conversations of front ends, which pipelines answer.

mod conversation;
mod message;
mod request;

pub(super) use self::request::{ChatProtocol, ChatRequest};
pub use self::{
    conversation::{Chat, ChatContext, ChatInput, ChatTool, InvalidChat},
    message::{ChatMessage, ChatRole},
};
