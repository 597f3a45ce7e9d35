//! What the project does by command: `cargo xtask test`.

mod needs;
mod report;
mod shell;
mod suite;

use std::{env, ffi::OsString, process::ExitCode};

const USAGE: &str = "\
usage: cargo xtask test [--no-skips] [ARGUMENTS OF `cargo test`]

Installs what the tests use beside Rust (third-party clients, PostgreSQL, a small language model), once, and runs
`cargo test --workspace`, or with the arguments given. Tells at the end which tests were skipped and why.

  --no-skips   fails where a test was skipped that need not be";

fn main() -> ExitCode {
    let mut arguments = env::args_os().skip(1);
    let command = arguments.next();
    match command.as_ref().and_then(|command| command.to_str()) {
        Some("test") => test(arguments.collect()),
        Some("help" | "--help" | "-h") => {
            println!("{USAGE}");
            ExitCode::SUCCESS
        }
        _ => {
            eprintln!("{USAGE}");
            ExitCode::from(2)
        }
    }
}

fn test(mut arguments: Vec<OsString>) -> ExitCode {
    if arguments.iter().take_while(|argument| *argument != "--").any(|argument| argument == "--help") {
        println!("{USAGE}");
        return ExitCode::SUCCESS;
    }
    let own = arguments.iter().position(|argument| argument == "--no-skips");
    let no_skips = own.map(|at| arguments.remove(at)).is_some();
    if arguments.first().is_none_or(|argument| argument == "--") {
        arguments.insert(0, "--workspace".into());
    }
    let needs = needs::install();
    match suite::run(&arguments, &needs) {
        Ok(suite) if report::tell(&needs, &suite, no_skips) => ExitCode::SUCCESS,
        Ok(_) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("error: `cargo test` cannot be run: {error}");
            ExitCode::FAILURE
        }
    }
}
