#![doc = include_str!("docs/crate.md")]

mod body;
mod disconnect;
mod ndjson;
mod source;
mod sse;
mod websocket;
mod wire;

pub use disconnect::OnDisconnect;
pub use ndjson::{Ndjson, ndjson};
pub use source::{Cut, Source};
pub use sse::{Sse, sse};
pub use websocket::{SUBPROTOCOL, WebSocket, websocket};
pub use wire::Wire;
