//! Reads the runs of any run log: `rnbl --help`.

use std::process::ExitCode;

fn main() -> ExitCode {
    runnable_cli::rnbl()
}
