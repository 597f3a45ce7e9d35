//! `cargo test`, and what it says of tests that were skipped.

use crate::needs::{self, Need};
use std::{
    env,
    ffi::OsString,
    io::{self, BufRead, BufReader, IsTerminal, Write},
    process::{Command, Stdio},
};

/// How a test begins the line on which it says that it is skipped, and why. It writes it to `stderr()`, since what
/// `eprintln!` writes is not shown where a test passes.
const SKIPPED: &str = "skipped: ";

/// What became of the tests.
pub(crate) struct Suite {
    pub(crate) passed: bool,
    /// Why tests were skipped, in order; a reason is told as often as it skipped something.
    pub(crate) skipped: Vec<String>,
}

/// Runs `cargo test` with these arguments, and with what is needed where it was found.
///
/// # Errors
/// It cannot be run.
pub(crate) fn run(arguments: &[OsString], needs: &[Need]) -> io::Result<Suite> {
    let mut cargo = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    cargo.arg("test").args(arguments).current_dir(needs::root()).stderr(Stdio::piped());
    cargo.envs(needs.iter().filter_map(|need| need.found.as_ref().ok()).flatten().cloned());
    if io::stderr().is_terminal() && env::var_os("CARGO_TERM_COLOR").is_none() {
        cargo.env("CARGO_TERM_COLOR", "always");
    }
    let mut cargo = cargo.spawn()?;
    let skipped = cargo.stderr.take().map(|output| pass_on(BufReader::new(output), io::stderr())).transpose()?;
    Ok(Suite { passed: cargo.wait()?.success(), skipped: skipped.unwrap_or_default() })
}

/// Passes lines on as they come, and keeps the reasons for which something was skipped.
fn pass_on(mut from: impl BufRead, mut to: impl Write) -> io::Result<Vec<String>> {
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
        assert_eq!(pass_on(&said[..], &mut passed).unwrap(), ["`ws.js`: no node", "the end"]);
        assert_eq!(passed, said);
    }
}
