//! The promises of the runtime, each as a test.
mod ends;
mod events;
mod failures;
mod forms;
mod retry;
mod support;
mod time;
mod trace;
mod wire;
