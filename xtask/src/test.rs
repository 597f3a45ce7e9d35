//! `cargo xtask test`: the tests, with everything they need.

use crate::{needs, report, suite};
use std::process::ExitCode;

pub(crate) const DETAILS: &str = "\
Installs what the tests use besides Rust (third-party clients, PostgreSQL, servers, a small language model), once, and
runs `cargo test --workspace`, or `cargo test` with the given arguments. At the end, lists the tests that were
skipped and why.

  --no-skips   fails if a test was skipped that can run elsewhere";

/// Runs the tests.
pub(crate) fn command(arguments: &[String]) -> Result<ExitCode, String> {
    let mut arguments = arguments.to_vec();
    let no_skips = arguments.iter().position(|argument| argument == "--no-skips");
    let no_skips = no_skips.map(|at| arguments.remove(at)).is_some();
    if arguments.first().is_none_or(|argument| argument == "--") {
        arguments.insert(0, "--workspace".into());
    }
    let needs = needs::install();
    let suite = suite::run(&arguments, &needs).map_err(|error| format!("cannot run `cargo test`: {error}"))?;
    let passed = report::summarize(&needs, &suite, no_skips);
    Ok(if passed { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
