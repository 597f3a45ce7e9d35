//! The connections of a service, and its shutdown.

mod accept;
mod handle;
mod http;

pub use self::handle::ServiceHandle;
pub(super) use self::{accept::accept, http::serve};
