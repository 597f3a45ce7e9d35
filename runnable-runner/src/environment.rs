//! The variables of the environment, as a value.

use std::{ffi::OsString, fmt};

/// The variables that configuration and parameters are read from: those of the process, or others.
///
/// Nothing here ever writes to the environment of the process.
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
#[derive(Clone, Default)]
pub struct Environment(Vec<(String, OsString)>);

impl Environment {
    /// The variables of this process, as they are now.
    #[must_use]
    pub fn process() -> Self {
        std::env::vars_os().collect()
    }

    /// Without any variable.
    #[must_use]
    pub fn empty() -> Self {
        Self::default()
    }

    /// The id that `RUNNABLE_RUN_ID` gives to runs that have no other one.
    #[must_use]
    pub fn run_id(&self) -> Option<&str> {
        let (_, id) = self.0.iter().find(|(name, _)| name == "RUNNABLE_RUN_ID")?;
        id.to_str().filter(|id| !id.is_empty())
    }

    /// The variables whose names begin with `prefix`: what follows it, the whole name, and the value; in the order of
    /// their names.
    pub(crate) fn with_prefix<'a>(&'a self, prefix: &'a str) -> impl Iterator<Item = (&'a str, &'a str, &'a OsString)> {
        self.0.iter().filter_map(move |(name, value)| Some((name.strip_prefix(prefix)?, name.as_str(), value)))
    }
}

/// Leaves out what is not ours by its name; so a name that is not Unicode is left out too.
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

/// Without the values, which may be secrets.
impl fmt::Debug for Environment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.0.iter().map(|(name, _)| name)).finish()
    }
}
