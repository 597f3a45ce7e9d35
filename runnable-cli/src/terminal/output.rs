//! Writing to the standard streams.

use super::{Look, Paint, Stream, visible};
use crate::failure::{Code, Failure, Result};
use std::io::{ErrorKind, Write, stderr, stdout};

/// Writes a text to stdout.
///
/// # Errors
/// Fails if nobody reads stdout, or it cannot be written.
pub(crate) fn stdout_text(text: &str) -> Result<()> {
    let mut stdout = stdout().lock();
    stdout.write_all(text.as_bytes()).and_then(|()| stdout.flush()).map_err(|error| match error.kind() {
        ErrorKind::BrokenPipe => Failure::new(Code::BrokenPipe, ""),
        _ => Failure::new(Code::Failed, format!("stdout cannot be written: {error}")),
    })
}

/// Writes a line to stderr. Nobody is left to see an error.
pub(crate) fn stderr_line(line: &str) {
    let _ = writeln!(stderr().lock(), "{line}");
}

/// Writes an error to stderr.
pub(crate) fn print_error(message: &str) {
    let look = Look::of(Stream::Stderr);
    let mut text = look.paint(Paint::Bad, "error:");
    for (at, line) in visible(message, look).lines().enumerate() {
        text.push_str(if at == 0 { " " } else { "\n" });
        match line.strip_prefix("help:") {
            Some(help) => text.extend([&*look.paint(Paint::Good, "help:"), help]),
            None => text.push_str(line),
        }
    }
    stderr_line(&text);
}
