//! The same pipelines from the command line: `cargo run -p llm_server --bin llm -- --help`

use llm_server::{Model, cli};
use std::{io, process::ExitCode};

fn main() -> ExitCode {
    tracing_subscriber::fmt().with_writer(io::stderr).init();
    match Model::from_env() {
        Ok(model) => cli(model).main(),
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}
