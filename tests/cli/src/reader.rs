//! The program `rnbl`.

use std::process::ExitCode;

fn main() -> ExitCode {
    runnable_cli::rnbl()
}
