//! Runs as responses: each handler of axum can return them.

mod body;
mod dialect;
mod disconnect;
mod encode;
mod masked;
mod ndjson;
mod repeated;
mod run_stream;
mod sse;
pub(crate) mod websocket;

pub use self::{
    dialect::AgUi,
    disconnect::OnDisconnect,
    encode::EncodeEvent,
    ndjson::{Ndjson, ndjson},
    run_stream::{EndReason, RunStream},
    sse::{Sse, sse},
    websocket::{SUBPROTOCOL, WebSocket, websocket},
};
#[cfg(feature = "service")]
pub(crate) use self::{
    encode::{CANCELLED, FlatForm, millis},
    repeated::{REPEATED, repeated},
};

/// Keeps the traits of this crate from being implemented elsewhere: they may gain methods.
pub(crate) mod sealed {
    pub trait Sealed {}
}
