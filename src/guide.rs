//! Guides: longer explanations with examples that are compiled and run.

#[doc = include_str!("docs/guide/stream_and_join.md")]
pub mod stream_and_join {}

#[doc = include_str!("docs/guide/python_runnable.md")]
pub mod python_runnable {}

#[cfg(all(feature = "files", feature = "sqlite"))]
#[doc = include_str!("docs/guide/runner.md")]
pub mod runner {}

#[doc = include_str!("docs/guide/command_line.md")]
pub mod command_line {}

#[doc = include_str!("docs/guide/errors.md")]
pub mod errors {}

#[cfg(all(feature = "runner", feature = "test"))]
#[doc = include_str!("docs/guide/cookbook.md")]
pub mod cookbook {}
