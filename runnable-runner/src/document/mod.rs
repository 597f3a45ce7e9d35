//! Reads files in TOML, YAML and JSON, with the line of each key.

mod toml;
mod yaml;

use runnable_core::input::Origin;
use serde_json::{Map, Value};
use std::{
    collections::HashMap,
    error::Error as StdError,
    fmt, fs, io,
    path::{Path, PathBuf},
};

/// The contents of a file.
#[derive(Debug)]
pub(super) struct Document {
    path: PathBuf,
    pub(super) values: Map<String, Value>,
    lines: Lines,
}

/// The line of each value, counted from 1, by the path of keys to the value. An index into a list is a key too.
type Lines = HashMap<Vec<String>, usize>;

impl Document {
    /// Reads the file at `path`; its extension decides the format.
    pub(super) fn read(path: &Path) -> Result<Self, FileError> {
        let fail = |line, problem: Problem| FileError { path: path.to_owned(), line, problem };
        let extension = path.extension().and_then(|extension| extension.to_str()).map(str::to_ascii_lowercase);
        let parse = match extension.as_deref() {
            Some("toml") => toml::parse,
            Some("yaml" | "yml") => yaml::parse,
            Some("json") => json,
            _ => return Err(fail(None, Problem::Format)),
        };
        let text = fs::read_to_string(path).map_err(|error| fail(None, Problem::Io(error)))?;
        // Some editors write a byte order mark.
        let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
        match parse(text) {
            Ok((Value::Object(values), lines)) => Ok(Self { path: path.to_owned(), values, lines }),
            Ok((Value::Null, _)) => Ok(Self { path: path.to_owned(), values: Map::new(), lines: Lines::new() }),
            Ok(_) => Err(fail(None, Problem::Syntax("expected keys and their values".to_owned()))),
            Err((line, message)) => Err(fail(line, Problem::Syntax(message))),
        }
    }

    /// Locates the value at `keys`, or the nearest enclosing value with a known line.
    pub(super) fn origin(&self, keys: &[String]) -> Origin {
        let line = (1..=keys.len()).rev().find_map(|end| self.lines.get(&keys[..end]));
        Origin::File(self.path.clone(), line.copied())
    }
}

/// A value with its lines, or the line and the message of a syntax error.
type Parsed = Result<(Value, Lines), (Option<usize>, String)>;

fn json(text: &str) -> Parsed {
    let value = serde_json::from_str(text).map_err(|error| (Some(error.line()), without_line(&error)))?;
    Ok((value, Lines::new()))
}

/// Returns the text of an error without the position at its end.
fn without_line(error: &impl fmt::Display) -> String {
    let text = error.to_string();
    text.rsplit_once(" at line ").map_or(text.as_str(), |(message, _)| message).to_owned()
}

/// Reports a file that cannot be read or parsed.
///
/// `Display` names the file and the line. It never shows the contents of the file, which may be secret.
#[derive(Debug)]
pub struct FileError {
    path: PathBuf,
    line: Option<usize>,
    problem: Problem,
}

#[derive(Debug)]
enum Problem {
    Io(io::Error),
    Format,
    /// A message without the text of the line, which may be secret.
    Syntax(String),
}

impl FileError {
    /// Returns the path of the file.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Returns the line of a syntax error, counted from 1.
    #[must_use]
    pub fn line(&self) -> Option<usize> {
        self.line
    }

    /// Describes the problem without the path of the file.
    pub(super) fn message(&self) -> String {
        match &self.problem {
            Problem::Io(error) => format!("cannot read the file: {error}"),
            Problem::Format => {
                "unknown file format; expected the extension `.toml`, `.yaml`, `.yml` or `.json`".to_owned()
            }
            Problem::Syntax(message) => message.clone(),
        }
    }
}

impl fmt::Display for FileError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let origin = Origin::File(self.path.clone(), self.line);
        write!(f, "{origin}: {}", self.message())
    }
}

impl StdError for FileError {
    /// `Display` has the text of the I/O error, so its causes follow.
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        match &self.problem {
            Problem::Io(error) => error.source(),
            _ => None,
        }
    }
}
