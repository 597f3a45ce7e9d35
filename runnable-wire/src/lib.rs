//! The wire formats of `runnable`'s events.
//!
//! Each format is written here and nowhere else:
//!
//! - the native envelope, version [`VERSION`]: [`Envelope`], with [`EventId`] and [`Timestamp`];
//! - the flat form, which has a task's fields beside its type: [`Flat`];
//! - the control event for events that a reader has missed: [`Gap`];
//! - the mark of a value that is too large to be sent: [`Truncated`].
//!
//! [`Kind`] has the names of the lifecycle events, and [`EventType`] those of all events. [`is_reserved`] decides which names
//! tasks may not use.
//!
//! This crate has no API of its own for users: what they need is re-exported by `runnable`.
//!
//! # Features
//!
//! | Feature | Default | Adds |
//! | ------- | ------- | ---- |
//! | `json`  | yes     | The writers and readers. Without it the crate has the names alone, and no dependencies. |

#[cfg(feature = "json")]
mod began;
#[cfg(feature = "json")]
mod envelope;
mod event_type;
#[cfg(feature = "json")]
mod finished;
#[cfg(feature = "json")]
mod flat;
#[cfg(feature = "json")]
mod gap;
#[cfg(feature = "json")]
mod id;
mod kind;
mod outcome;
mod reserved;
#[cfg(feature = "json")]
mod text;
#[cfg(feature = "json")]
mod time;
#[cfg(feature = "json")]
mod truncated;

#[cfg(feature = "json")]
pub use self::{
    began::RunBegan,
    envelope::{Envelope, EnvelopePath, VERSION},
    finished::{ErrorData, Finished},
    flat::Flat,
    gap::Gap,
    id::EventId,
    text::PathWriter,
    time::Timestamp,
    truncated::Truncated,
};
pub use self::{
    event_type::EventType,
    kind::{Kind, UnknownKind},
    outcome::OutcomeName,
    reserved::{GAP, is_reserved},
};
