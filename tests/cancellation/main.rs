//! Cancelled work has ended before anything follows that must not run beside it.
//!
//! On the real clock, as threads take part.
mod ends;
mod panics;
