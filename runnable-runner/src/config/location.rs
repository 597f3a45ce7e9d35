//! A URL or a path, which may hold a password.

use serde::Deserialize;
use std::fmt;

/// A URL or a path. `Display` and `Debug` leave out its password.
///
/// # Examples
/// ```
/// use runnable::runner::Location;
///
/// let location = Location::new("postgres://me:secret@host/runs?password=secret");
/// assert_eq!(location.to_string(), "postgres://me:***@host/runs?***");
/// assert_eq!(location.as_str(), "postgres://me:secret@host/runs?password=secret");
/// ```
#[derive(Clone, PartialEq, Eq, Hash, Deserialize)]
#[serde(transparent)]
pub struct Location(String);

impl Location {
    /// Takes it as it is.
    #[must_use]
    pub fn new(location: impl Into<String>) -> Self {
        Self(location.into())
    }

    /// All of it, with its password.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl From<&str> for Location {
    fn from(location: &str) -> Self {
        Self::new(location)
    }
}

impl fmt::Display for Location {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Some((scheme, rest)) = self.0.split_once("://") else { return f.write_str(&self.0) };
        // A password may hold a `?` or a `/` that is not escaped: the last `@` ends it in any case.
        let (user, rest) = match rest.rsplit_once('@') {
            Some((user, rest)) => (Some(user), rest),
            None => (None, rest),
        };
        write!(f, "{scheme}://")?;
        if let Some(user) = user {
            match user.split_once(':') {
                Some((user, _)) => write!(f, "{user}:***@")?,
                None => write!(f, "{user}@")?,
            }
        }
        match rest.split_once('?') {
            Some((rest, _)) => write!(f, "{rest}?***"),
            None => f.write_str(rest),
        }
    }
}

impl fmt::Debug for Location {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Location({self})")
    }
}
