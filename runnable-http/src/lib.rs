#![doc = include_str!("docs/crate.md")]

#[cfg(feature = "service")]
pub mod guide;
mod responses;
#[cfg(feature = "service")]
mod service;
#[cfg(feature = "ui")]
mod ui;

pub use responses::{
    AgUi, EncodeEvent, EndReason, Ndjson, OnDisconnect, RunStream, SUBPROTOCOL, Sse, WebSocket, ndjson, sse, websocket,
};
#[cfg(feature = "service")]
pub use service::{
    Chat, ChatContext, ChatInput, ChatMessage, ChatRole, ChatTool, InvalidChat, RunSource, Service, ServiceHandle,
    Visibility, service,
};
