//! A URL or a path that may contain a password.

use serde::Deserialize;
use std::fmt;

/// A URL or a path that may contain a password, which `Display` and `Debug` hide.
///
/// # Examples
/// ```
/// use runnable_store::Location;
///
/// let location = Location::new("postgres://me:secret@host/runs?password=secret");
/// assert_eq!(location.to_string(), "postgres://me:***@host/runs?***");
/// assert_eq!(location.as_str(), "postgres://me:secret@host/runs?password=secret");
/// ```
#[derive(Clone, PartialEq, Eq, Hash, Deserialize)]
#[serde(transparent)]
pub struct Location(String);

impl Location {
    /// Creates a location. The text is not checked here.
    #[must_use]
    pub fn new(location: impl Into<String>) -> Self {
        Self(location.into())
    }

    /// Returns the whole text, including the password.
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

impl From<String> for Location {
    fn from(location: String) -> Self {
        Self(location)
    }
}

impl fmt::Display for Location {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Some((scheme, rest)) = self.0.split_once("://") else {
            // Perhaps a mistyped URL.
            return match self.0.rsplit_once('@').and_then(|(user, host)| Some((user.split_once(':')?.0, host))) {
                Some((user, host)) => write!(f, "{user}:***@{host}"),
                None => f.write_str(&self.0),
            };
        };
        // A password may contain an unescaped `?` or `/`, so only the last `@` ends it.
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
