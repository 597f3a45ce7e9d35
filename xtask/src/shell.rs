//! Runs programs and describes their failures.

use std::{
    fs, io,
    os::unix::fs::PermissionsExt,
    path::Path,
    process::{Command, Output},
    thread,
    time::Duration,
};

/// The pauses before a download is tried again.
const PAUSES: [Duration; 2] = [Duration::from_secs(2), Duration::from_secs(10)];

/// The number of lines at the end of a failed program's output that the error shows.
const LINES: usize = 4;

/// Returns whether a program can be run: `name --version` succeeds.
pub(crate) fn is_there(program: &str) -> bool {
    Command::new(program).arg("--version").output().is_ok_and(|output| output.status.success())
}

/// Runs a program to its end, without output.
///
/// # Errors
/// Returns an error with the last lines of output if the program cannot be run or fails.
pub(crate) fn run(command: &mut Command) -> Result<(), String> {
    let program = name(command);
    match command.output() {
        Ok(output) if output.status.success() => Ok(()),
        Ok(output) => Err(format!("`{program}` failed ({}){}", output.status, last_lines(&output))),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Err(format!("`{program}` is not installed")),
        Err(error) => Err(format!("cannot run `{program}`: {error}")),
    }
}

/// Runs a program that downloads, up to three times until it succeeds.
///
/// # Errors
/// Returns the last attempt's error if every attempt fails.
pub(crate) fn download(command: &mut Command) -> Result<(), String> {
    let mut result = run(command);
    for pause in PAUSES {
        if result.is_ok() {
            break;
        }
        eprintln!("`{}` failed; trying again in {} s", name(command), pause.as_secs());
        thread::sleep(pause);
        result = run(command);
    }
    result.map_err(|error| format!("{error}\n(tried {} times; is there a network?)", PAUSES.len() + 1))
}

/// Writes a file that can be run.
///
/// # Errors
/// Returns an error if the file cannot be written or made executable.
pub(crate) fn write_program(file: &Path, text: &str) -> Result<(), String> {
    let failed = |error: io::Error| format!("cannot write {}: {error}", file.display());
    if fs::read_to_string(file).is_ok_and(|present| present == text) {
        return Ok(());
    }
    fs::write(file, text).map_err(failed)?;
    fs::set_permissions(file, fs::Permissions::from_mode(0o755)).map_err(failed)
}

/// Names a command by its program and the arguments before the first long option or script: `npm ci`.
fn name(command: &Command) -> String {
    let program = Path::new(command.get_program()).file_name().unwrap_or_default().display().to_string();
    let arguments = command.get_args().take_while(|argument| {
        let bytes = argument.as_encoded_bytes();
        !bytes.starts_with(b"--") && !bytes.contains(&b'\n')
    });
    arguments.fold(program, |name, argument| format!("{name} {}", argument.display()))
}

fn last_lines(output: &Output) -> String {
    let output = [&*output.stdout, &*output.stderr].concat();
    let output = String::from_utf8_lossy(&output);
    let lines: Vec<_> = output.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    lines[lines.len().saturating_sub(LINES)..].iter().flat_map(|line| ["\n", *line]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_error_of_a_failed_command_has_its_last_lines() {
        let mut command = Command::new("sh");
        command.args(["-c", "for n in 1 2 3 4 5 6; do echo line $n >&2; done; exit 3"]);
        let error = run(&mut command).unwrap_err();
        assert!(error.contains("` failed (exit status: 3)\nline 3\n") && error.ends_with("line 6"), "{error}");
    }

    #[test]
    fn a_command_is_named_without_its_options() {
        let mut command = Command::new("/somewhere/venv/bin/python");
        assert_eq!(name(command.args(["-m", "pip", "install", "--quiet", "-r", "file"])), "python -m pip install");
        let mut command = Command::new("sh");
        assert_eq!(name(command.args(["-c", "set -e\nls"])), "sh -c");
    }

    #[test]
    fn the_error_names_a_missing_program() {
        assert_eq!(run(&mut Command::new("no-such-program")).unwrap_err(), "`no-such-program` is not installed");
        assert!(!is_there("no-such-program"));
    }
}
