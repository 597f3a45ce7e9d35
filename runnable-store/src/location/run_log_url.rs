//! The location of a run log.

use super::location::Location;
use runnable_graph::__private::{did_you_mean, nearest};
use serde::Deserialize;
use std::{
    fmt,
    path::{Path, PathBuf},
    str::FromStr,
};

/// Location of a run log.
///
/// # Examples
/// ```
/// use runnable_store::RunLogUrl;
///
/// assert_eq!("none".parse(), Ok(RunLogUrl::None));
/// assert_eq!("sqlite:runs.db".parse(), Ok(RunLogUrl::Sqlite("runs.db".into())));
/// assert_eq!("runs.db".parse(), Ok(RunLogUrl::Sqlite("runs.db".into())));
///
/// let shared: RunLogUrl = "postgres://me:secret@host/runs".parse()?;
/// assert_eq!(shared.to_string(), "postgres://me:***@host/runs");
///
/// let error = "None".parse::<RunLogUrl>().unwrap_err();
/// assert!(error.ends_with("did you mean `none`?"));
/// # Ok::<(), String>(())
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
#[non_exhaustive]
pub enum RunLogUrl {
    /// `none`: runs are not recorded.
    #[default]
    None,
    /// `memory:`: in the memory of the process.
    Memory,
    /// `sqlite:path` or a path: in an `SQLite` file, which is created if it does not exist. Needs the feature `sqlite`.
    Sqlite(PathBuf),
    /// `postgres://..`: in a PostgreSQL database. Needs the feature `postgres`.
    Postgres(Location),
}

const EXPECTED: &str = "expected `none`, `memory:`, `sqlite:path`, a path or `postgres://..`";

/// Words that people write for `none`.
const NOTHING: [&str; 7] = ["off", "no", "false", "null", "nil", "disabled", "disable"];

impl FromStr for RunLogUrl {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        match text {
            "none" => return Ok(Self::None),
            "memory:" => return Ok(Self::Memory),
            "" => return Err(format!("{EXPECTED}, found an empty text")),
            _ => {}
        }
        if let Some(meant) = intended(text) {
            return Err(format!("{EXPECTED}; did you mean `{meant}`?"));
        }
        let scheme = text.split_once(':').map(|(scheme, _)| scheme).filter(|scheme| scheme.len() > 1);
        match scheme {
            Some("sqlite") => {
                let path = text.trim_start_matches("sqlite:");
                file(path.strip_prefix("//").unwrap_or(path), "sqlite:").map(Self::Sqlite)
            }
            Some("postgres" | "postgresql") => Ok(Self::Postgres(Location::new(text))),
            // A single letter before a colon is a drive; a colon after a slash is part of a name.
            Some(scheme) if scheme.chars().all(|char| char.is_ascii_alphanumeric() || "+-.".contains(char)) => {
                let help = did_you_mean(scheme, ["memory", "sqlite", "postgres"]);
                let help = help.map_or_else(String::new, |help| format!("; {help}"));
                Err(format!("{EXPECTED}, found a URL of `{scheme}`{help}"))
            }
            _ => file(text, "").map(Self::Sqlite),
        }
    }
}

/// Returns the location that a text was probably meant to be, without a password, if it would be taken for a strange file.
fn intended(text: &str) -> Option<String> {
    let lower = text.trim().to_ascii_lowercase();
    let (scheme, rest) = match lower.find([':', '/']) {
        Some(end) => (&lower[..end], text.trim()[end..].trim_start_matches(':')),
        None => (&*lower, ""),
    };
    let is_word = !lower.contains([':', '/', '\\', '.']);
    let is_path = rest.starts_with('/') && !rest.starts_with("//") && !rest.contains('@');
    let is_server = matches!(scheme, "postgres" | "postgresql" | "postgre" | "pg" | "psql");
    let is_server = is_server && (lower.contains(':') || !is_path);
    let (host, has_slashes) = (rest.trim_start_matches('/'), text.trim_start().contains("://"));
    if lower == "none" || NOTHING.contains(&&*lower) {
        Some("none".to_owned())
    } else if lower.trim_start_matches("sqlite:").trim_start_matches("file:").trim_start_matches('/') == ":memory:"
        || matches!(&*lower, "memory" | "mem" | "memory:" | "mem:" | "memory://")
    {
        Some("memory:".to_owned())
    } else if is_server && (!has_slashes || !matches!(scheme, "postgres" | "postgresql") || !text.starts_with(scheme)) {
        let host = if host.is_empty() { "user@host/database" } else { host };
        Some(Location::new(format!("postgres://{host}")).to_string())
    } else if ["host=", "hostaddr=", "dbname=", "user=", "password="].iter().any(|key| lower.contains(key)) && is_word {
        Some("postgres://user@host/database".to_owned())
    } else if is_word && matches!(scheme, "sqlite" | "sqlite3") {
        Some("sqlite:runs.db".to_owned())
    } else if matches!(scheme, "sqlite" | "sqlite3") && lower.contains(':') && !text.starts_with("sqlite:") {
        Some(format!("sqlite:{rest}"))
    } else if text.trim() != text {
        Some(Location::new(text.trim()).to_string())
    } else if is_word {
        // A word without an extension may be a file, but not if it looks like a typo of another location.
        let near = nearest(&lower, ["none", "memory", "sqlite", "postgres"])?;
        Some(match near {
            "memory" => "memory:".to_owned(),
            "sqlite" => "sqlite:runs.db".to_owned(),
            "postgres" => "postgres://user@host/database".to_owned(),
            near => near.to_owned(),
        })
    } else {
        None
    }
}

/// Checks the path of an `SQLite` file, which follows `scheme`.
fn file(path: &str, scheme: &str) -> Result<PathBuf, String> {
    if path.is_empty() {
        return Err(format!("{EXPECTED}, found an empty path; did you mean `sqlite:runs.db`?"));
    }
    if let Some(rest) = path.strip_prefix('~').filter(|rest| rest.is_empty() || rest.starts_with(['/', '\\'])) {
        let home = std::env::var("HOME").unwrap_or_else(|_| "/home/you".to_owned());
        let rest = if rest.len() > 1 { rest } else { "/runs.db" };
        return Err(format!("`~` is not replaced by the home directory here; did you mean `{scheme}{home}{rest}`?"));
    }
    if let Some((plain, options)) = path.split_once('?')
        && (!scheme.is_empty() || options.contains('='))
    {
        return Err(format!("the path of a run log takes no options after a `?`; did you mean `{scheme}{plain}`?"));
    }
    let ends_in_directory = path.ends_with(['/', '\\']) || matches!(path, "." | "..") || path.ends_with("/..");
    if ends_in_directory || Path::new(path).is_dir() {
        let directory = path.trim_end_matches(['/', '\\']);
        return Err(format!("expected a file, found a directory; did you mean `{scheme}{directory}/runs.db`?"));
    }
    Ok(path.into())
}

impl TryFrom<String> for RunLogUrl {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        text.parse()
    }
}

/// Hides the password.
impl fmt::Display for RunLogUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::None => f.write_str("none"),
            Self::Memory => f.write_str("memory:"),
            Self::Sqlite(path) => write!(f, "sqlite:{}", path.display()),
            Self::Postgres(url) => url.fmt(f),
        }
    }
}
