//! A server of recorded runs.

mod access;
mod builder;
mod chat;
mod connection;
mod openapi;
mod routes;
mod runs;
mod serve;
mod source;

pub use self::{
    access::Visibility,
    builder::{Service, service},
    chat::{Chat, ChatContext, ChatInput, ChatMessage, ChatRole, ChatTool, InvalidChat},
    connection::ServiceHandle,
    source::RunSource,
};
