#![doc = include_str!("docs/crate.md")]

mod body;
mod disconnect;
#[cfg(feature = "service")]
pub mod guide;
mod ndjson;
#[cfg(feature = "service")]
mod service;
mod source;
mod sse;
mod websocket;
mod wire;

pub use disconnect::OnDisconnect;
pub use ndjson::{Ndjson, ndjson};
#[cfg(feature = "service")]
pub use service::{Service, ServiceHandle, Visibility, service};
pub use source::{Cut, Source};
pub use sse::{Sse, sse};
pub use websocket::{SUBPROTOCOL, WebSocket, websocket};
pub use wire::Wire;
