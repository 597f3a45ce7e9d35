//! Work that is always ready lets its task see timeouts, failures and other work.
//!
//! The tests run on the real clock, as a paused clock advances only while nothing is ready. Their limits are generous.
mod hot;
mod support;
mod without_tokio;
