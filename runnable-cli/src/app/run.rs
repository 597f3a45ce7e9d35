//! The runtime of a program, and the program `rnbl`.

use crate::{arguments::Program, commands::execute, terminal::print_error};
use std::{future::Future, process::ExitCode};

/// Runs the program `rnbl` with the arguments of the process.
#[must_use]
pub fn rnbl() -> ExitCode {
    let program = Program { name: "rnbl".to_owned(), version: Some(env!("CARGO_PKG_VERSION")), pipelines: None };
    block_on(execute(program, None, std::env::args_os().skip(1).collect()))
}

pub(super) fn block_on(future: impl Future<Output = ExitCode>) -> ExitCode {
    match tokio::runtime::Builder::new_multi_thread().enable_all().build() {
        Ok(runtime) => runtime.block_on(future),
        Err(error) => {
            print_error(&format!("the runtime cannot be started: {error}"));
            ExitCode::FAILURE
        }
    }
}
