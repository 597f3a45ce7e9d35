//! `.env` files.

use super::{
    secret::Secret,
    source::{SecretSource, variable},
};
use crate::error::{StoreError, StoreErrorKind};
use std::{
    cell::Cell,
    fs,
    io::{self, Read},
    path::PathBuf,
};
use zeroize::Zeroizing;

/// The variables of a `.env` file, which is read at every lookup. The process's environment does not change.
///
/// `api_key` is in `API_KEY`. If the file sets a variable twice, the last value counts. In a value without single quotes, `$NAME`
/// stands for the variable of that name.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct DotEnv {
    path: PathBuf,
}

impl DotEnv {
    /// Returns a source of the variables of a file, which need not exist.
    #[must_use]
    pub fn new(path: impl Into<PathBuf>) -> Self {
        Self { path: path.into() }
    }

    fn invalid(&self, problem: &str) -> StoreError {
        StoreError::new(StoreErrorKind::Invalid, format!("`{}` {problem}", self.path.display()))
    }
}

impl SecretSource for DotEnv {
    fn get(&self, name: &str) -> Result<Option<Secret<String>>, StoreError> {
        let bytes = match fs::read(&self.path) {
            Ok(bytes) => Zeroizing::new(bytes),
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
            Err(error) => {
                let message = format!("the file `{}` cannot be read", self.path.display());
                return Err(StoreError::new(StoreErrorKind::Other, message).with_source(error));
            }
        };
        if str::from_utf8(&bytes).is_err() {
            return Err(self.invalid("is not UTF-8"));
        }
        let line = Cell::new(0);
        let rest = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(&bytes);
        let lines = Lines { rest, in_line: false, line: &line };
        let (variable, mut value) = (variable(name), None);
        for pair in dotenvy::from_read_iter(lines) {
            match pair {
                Ok((key, found)) => {
                    let found = Secret::new(found);
                    value = if key == variable { Some(found) } else { value };
                }
                // The error quotes the line, which may contain the secret.
                Err(dotenvy::Error::LineParse(text, _)) => {
                    let text = Zeroizing::new(text);
                    let above = text.strip_suffix('\n').unwrap_or(&text).matches('\n').count();
                    let first = line.get() - above;
                    return Err(self.invalid(&format!("line {first} is not `NAME=value`")));
                }
                Err(_) => return Err(self.invalid("cannot be parsed")),
            }
        }
        Ok(value)
    }

    fn place(&self, name: &str) -> String {
        format!("`{}` in the file `{}`", variable(name), self.path.display())
    }
}

/// A reader that returns at most one line per call, so that its count of lines is the line that the parser is at.
struct Lines<'a> {
    rest: &'a [u8],
    in_line: bool,
    line: &'a Cell<usize>,
}

impl Read for Lines<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let line = self.rest.iter().position(|byte| *byte == b'\n').map_or(self.rest.len(), |end| end + 1);
        let (now, rest) = self.rest.split_at(line.min(buffer.len()));
        if now.is_empty() {
            return Ok(0);
        }
        buffer[..now.len()].copy_from_slice(now);
        self.line.set(self.line.get() + usize::from(!self.in_line));
        self.in_line = !now.ends_with(b"\n");
        self.rest = rest;
        Ok(now.len())
    }
}
