//! The guarantees of the runtime.
mod ends;
mod events;
mod failures;
mod fallible;
mod forms;
mod fragments;
mod long;
mod reader;
mod reserved;
mod retry;
mod support;
mod time;
mod trace;
mod wire;
