//! Runs `cargo test` and collects the reasons of skipped tests.

use crate::{needs::Need, workspace};
use std::{
    env,
    io::{self, BufRead, BufReader, IsTerminal, Write},
    process::Stdio,
};

/// The start of the line on which a test says why it is skipped. Tests write the line to `stderr()`, since the
/// harness hides the output of `eprintln!` if a test passes.
const SKIPPED: &str = "skipped: ";

/// The result of the tests.
pub(crate) struct Suite {
    pub(crate) passed: bool,
    /// The reason of each skip, in order.
    pub(crate) skipped: Vec<String>,
}

/// Runs `cargo test` with these arguments and with the variables of what was installed.
///
/// # Errors
/// Returns an error if `cargo` cannot be run.
pub(crate) fn run(arguments: &[String], needs: &[Need]) -> io::Result<Suite> {
    let mut cargo = workspace::cargo();
    cargo.arg("test").args(arguments).current_dir(workspace::root()).stderr(Stdio::piped());
    cargo.envs(needs.iter().filter_map(|need| need.found.as_ref().ok()).flatten().cloned());
    if io::stderr().is_terminal() && env::var_os("CARGO_TERM_COLOR").is_none() {
        cargo.env("CARGO_TERM_COLOR", "always");
    }
    let mut cargo = cargo.spawn()?;
    let skipped = cargo.stderr.take().map(|output| forward(BufReader::new(output), io::stderr())).transpose()?;
    Ok(Suite { passed: cargo.wait()?.success(), skipped: skipped.unwrap_or_default() })
}

/// Passes lines on as they arrive and keeps the reasons of skips.
fn forward(mut from: impl BufRead, mut to: impl Write) -> io::Result<Vec<String>> {
    let (mut skipped, mut line) = (vec![], vec![]);
    while from.read_until(b'\n', &mut line)? > 0 {
        to.write_all(&line)?;
        if let Some(reason) = String::from_utf8_lossy(&line).strip_prefix(SKIPPED) {
            skipped.push(reason.trim_end().to_owned());
        }
        line.clear();
    }
    Ok(skipped)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reasons_are_kept_and_every_byte_is_passed_on() {
        let said = b"   Compiling a\nskipped: `ws.js`: no node\n\xff skipped: not this\nskipped: the end";
        let mut passed = vec![];
        assert_eq!(forward(&said[..], &mut passed).unwrap(), ["`ws.js`: no node", "the end"]);
        assert_eq!(passed, said);
    }
}
