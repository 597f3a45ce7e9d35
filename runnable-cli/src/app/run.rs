//! The runtime of a program.

use crate::terminal::print_error;
use std::{future::Future, process::ExitCode};

pub(super) fn block_on(future: impl Future<Output = ExitCode>) -> ExitCode {
    match tokio::runtime::Builder::new_multi_thread().enable_all().build() {
        Ok(runtime) => runtime.block_on(future),
        Err(error) => {
            print_error(&format!("the runtime cannot be started: {error}"));
            ExitCode::FAILURE
        }
    }
}
