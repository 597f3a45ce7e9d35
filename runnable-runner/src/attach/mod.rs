//! Attaches secrets and files to runs.

#[cfg(feature = "files")]
mod files;
mod secrets;

#[cfg(feature = "files")]
pub(crate) use files::{catalog, files};
pub(crate) use secrets::{RunnerSecrets, restored_run, restored_step};
