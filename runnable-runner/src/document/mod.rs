//! A file in TOML, YAML or JSON, and the lines of its keys.

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

/// What a file says.
#[derive(Debug)]
pub(super) struct Document {
    path: PathBuf,
    pub(super) values: Map<String, Value>,
    lines: Lines,
}

/// The line of each key, counted from 1, by the keys that lead to it. The place in a list counts as a key.
type Lines = HashMap<Vec<String>, usize>;

impl Document {
    /// Reads the file at `path`, in the format that its name ends with.
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
        // As some editors write it.
        let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
        match parse(text) {
            Ok((Value::Object(values), lines)) => Ok(Self { path: path.to_owned(), values, lines }),
            Ok((Value::Null, _)) => Ok(Self { path: path.to_owned(), values: Map::new(), lines: Lines::new() }),
            Ok(_) => Err(fail(None, Problem::Syntax("expected names and their values".to_owned()))),
            Err((line, message)) => Err(fail(line, Problem::Syntax(message))),
        }
    }

    /// Where the value is that `keys` lead to, or else the nearest one around it.
    pub(super) fn origin(&self, keys: &[String]) -> Origin {
        let line = (1..=keys.len()).rev().find_map(|end| self.lines.get(&keys[..end]));
        Origin::File(self.path.clone(), line.copied())
    }
}

/// A value with its lines, or a line and what is wrong there.
type Parsed = Result<(Value, Lines), (Option<usize>, String)>;

fn json(text: &str) -> Parsed {
    let value = serde_json::from_str(text).map_err(|error| (Some(error.line()), without_line(&error)))?;
    Ok((value, Lines::new()))
}

/// The text of an error without the line that it ends with.
fn without_line(error: &impl fmt::Display) -> String {
    let text = error.to_string();
    text.rsplit_once(" at line ").map_or(text.as_str(), |(message, _)| message).to_owned()
}

/// A file that cannot be read, or that is not what its name says.
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
    /// Without the text of the line: it may be a secret.
    Syntax(String),
}

impl FileError {
    /// The file.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The line of a mistake, counted from 1.
    #[must_use]
    pub fn line(&self) -> Option<usize> {
        self.line
    }

    /// What is wrong, without the name of the file.
    pub(super) fn message(&self) -> String {
        match &self.problem {
            Problem::Io(error) => format!("cannot be read: {error}"),
            Problem::Format => {
                "is in no known format: expected a name that ends with `.toml`, `.yaml` or `.json`".to_owned()
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
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        match &self.problem {
            Problem::Io(error) => Some(error),
            _ => None,
        }
    }
}
