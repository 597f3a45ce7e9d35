//! Events over a WebSocket.

mod connection;
mod protocol;
mod session;
mod upgrade;

pub use self::{
    protocol::SUBPROTOCOL,
    upgrade::{WebSocket, websocket},
};
#[cfg(feature = "service")]
pub(crate) use self::{
    protocol::{CLOSE_EXPIRED, CLOSE_UNKNOWN, ClientRequest, Reply, RequestError, RequestId},
    session::{Message, Session, close_code_of},
    upgrade::{refuse, upgrade_to},
};
