//! Environment variables as a value.

use std::{ffi::OsString, fmt};

/// Environment variables from which configuration and parameters are read.
///
/// They are the variables of the process, or any others, for example in tests. The environment of the process is never
/// changed. Variables whose names do not start with `RUNNABLE_` are ignored.
///
/// # Examples
/// ```
/// use runnable::runner::{Config, Environment};
///
/// let environment = Environment::from_iter([("RUNNABLE_EXECUTOR__MAX_RUNS", "4")]);
/// let config = Config::builder().environment(&environment).build()?;
/// assert_eq!(config.executor.max_runs.map(|runs| runs.get()), Some(4));
/// # Ok::<(), runnable::runner::ConfigError>(())
/// ```
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Environment(Vec<(String, OsString)>);

impl Environment {
    /// Returns the current variables of this process.
    #[must_use]
    pub fn process() -> Self {
        std::env::vars_os().collect()
    }

    /// Returns an environment without variables.
    #[must_use]
    pub fn empty() -> Self {
        Self::default()
    }

    /// Returns the value of `RUNNABLE_RUN_ID`, the id of runs without another id. An empty value counts as not set.
    #[must_use]
    pub fn run_id(&self) -> Option<&str> {
        let (_, id) = self.0.iter().find(|(name, _)| name == "RUNNABLE_RUN_ID")?;
        id.to_str().filter(|id| !id.is_empty())
    }

    /// Returns the variables whose names start with `prefix`, in the order of their names: the rest of the name, the whole
    /// name, and the value.
    pub(crate) fn with_prefix<'a>(&'a self, prefix: &'a str) -> impl Iterator<Item = (&'a str, &'a str, &'a OsString)> {
        self.0.iter().filter_map(move |(name, value)| Some((name.strip_prefix(prefix)?, name.as_str(), value)))
    }
}

/// Keeps the variables whose names start with `RUNNABLE_`.
impl<K: Into<OsString>, V: Into<OsString>> FromIterator<(K, V)> for Environment {
    fn from_iter<I: IntoIterator<Item = (K, V)>>(variables: I) -> Self {
        let ours = |(name, value): (K, V)| {
            let name = name.into().into_string().ok().filter(|name| name.starts_with("RUNNABLE_"))?;
            Some((name, value.into()))
        };
        let mut variables: Vec<_> = variables.into_iter().filter_map(ours).collect();
        variables.sort();
        Self(variables)
    }
}

/// Hides the values, which may be secret.
impl fmt::Debug for Environment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.0.iter().map(|(name, _)| name)).finish()
    }
}
