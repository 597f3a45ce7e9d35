//! A configuration from its layers.

use super::{
    Config, ConfigError,
    error::{ConfigProblem, describe},
    layer::{Layer, from_json, names},
};
use crate::{Environment, document::Document, suggest::nearest};
use figment::Figment;
use runnable_core::input::Origin;
use std::{
    ffi::OsStr,
    path::{Path, PathBuf},
};

const PREFIX: &str = "RUNNABLE_";

/// Reads a [`Config`]: the defaults, then a file, then variables of the environment. What comes later wins, whatever the
/// order of the calls.
///
/// # Examples
/// ```no_run
/// use runnable::runner::{Config, Environment};
///
/// let mut config = Config::builder().file("runnable.toml").environment(&Environment::process()).build()?;
/// // Code has the last word.
/// config.executor.max_runs = None;
/// # Ok::<(), runnable::runner::ConfigError>(())
/// ```
#[derive(Debug, Default)]
#[must_use = "it reads nothing before `build`"]
pub struct ConfigBuilder {
    file: Option<PathBuf>,
    environment: Environment,
}

impl ConfigBuilder {
    /// Reads the file at `path`, TOML or YAML by the end of its name. A missing file is an error.
    pub fn file(mut self, path: impl AsRef<Path>) -> Self {
        self.file = Some(path.as_ref().to_owned());
        self
    }

    /// Reads the variables `RUNNABLE_<SECTION>__<KEY>` of `environment`.
    pub fn environment(mut self, environment: &Environment) -> Self {
        self.environment = environment.clone();
        self
    }

    /// Reads all of it.
    ///
    /// # Errors
    /// Everything that is wrong in the file and in the variables.
    pub fn build(self) -> Result<Config, ConfigError> {
        let mut figment = Figment::new();
        let mut problems = Vec::new();
        let mut unread = None;
        match self.file.as_deref().map(Document::read) {
            None => {}
            Some(Ok(mut document)) => {
                let mut layer = Layer::new(std::mem::take(&mut document.values));
                problems = layer.sift(|keys| document.origin(keys));
                problems.sort_by_key(ConfigProblem::line);
                figment = figment.merge(layer);
            }
            Some(Err(error)) => {
                let origin = Origin::File(error.path().to_owned(), error.line());
                problems.push(ConfigProblem::new(origin, &[], error.message()));
                unread = Some(error);
            }
        }
        for (key, variable, value) in self.environment.with_prefix(PREFIX) {
            match from_variable(key, variable, value) {
                Ok(layer) => figment = layer.into_iter().fold(figment, Figment::merge),
                Err(mut found) => problems.append(&mut found),
            }
        }
        if !problems.is_empty() {
            return Err(ConfigError::new(problems, unread));
        }
        // Each layer was accepted alone; together they are too, as none takes from another what it has.
        figment.extract().map_err(|error| {
            let problem = ConfigProblem::new(Origin::Code, &error.path, describe(&error.kind));
            ConfigError::new(vec![problem], None)
        })
    }
}

/// The layer of a variable; none where it is no configuration.
fn from_variable(key: &str, variable: &str, value: &OsStr) -> Result<Option<Layer>, Vec<ConfigProblem>> {
    if key == "RUN_ID" || key.starts_with("PRM_") || value.is_empty() {
        return Ok(None);
    }
    let path: Vec<String> = key.split("__").map(|part| part.to_lowercase().replace('_', "-")).collect();
    let origin = || Origin::Variable(variable.to_owned());
    let fail = |keys: &[String], message| Err(vec![ConfigProblem::new(origin(), keys, message)]);

    let known = variables();
    if !known.iter().any(|(name, _)| *name == variable.to_uppercase()) {
        return match meant(variable, &known) {
            None if path.len() == 1 => Ok(None),
            None => fail(&[], "unknown variable; they are named `RUNNABLE_<SECTION>__<KEY>`".to_owned()),
            Some(name) => fail(&[], format!("unknown variable; did you mean `{name}`?")),
        };
    }
    let Some(text) = value.to_str() else { return fail(&path, "expected text, found what is not UTF-8".to_owned()) };

    // A text where one is expected, or else what it says: `4` is a number for one key, and a path for another.
    let parsed = serde_json::from_str(text).ok().filter(|value| !matches!(value, serde_json::Value::String(_)));
    let candidates = [Some(serde_json::Value::from(text)), parsed];
    let keys: Vec<&str> = path.iter().map(String::as_str).collect();
    let mut problems = Vec::new();
    for value in candidates.into_iter().flatten() {
        let mut layer = Layer::single(&keys, from_json(value));
        problems = layer.sift(|_| origin());
        if problems.is_empty() {
            return Ok(Some(layer));
        }
    }
    Err(problems)
}

/// The variable that another one was probably meant to be.
///
/// Others have variables with our prefix too: a cluster gives `RUNNABLE_PORT` to whatever runs beside a service of that
/// name. Two underscores, a section alone, and a name that is one of ours but for two letters are a mistake.
fn meant<'a>(variable: &str, known: &'a [(String, &str)]) -> Option<&'a str> {
    let key = variable.strip_prefix(PREFIX)?;
    if key.contains("__") {
        return nearest(variable, known.iter().map(|(name, _)| name.as_str()));
    }
    let plain = |name: &str| name.replace('_', "").to_uppercase();
    let is_meant = |(name, section): &&(String, &str)| {
        plain(section).replace('-', "") == plain(key)
            || strsim::damerau_levenshtein(&plain(name), &plain(variable)) <= 2
    };
    known.iter().find(is_meant).map(|(name, _)| name.as_str())
}

/// The variables that are configuration, each with its section.
fn variables() -> Vec<(String, &'static str)> {
    let screaming = |key: &str| key.to_uppercase().replace('-', "_");
    let of = |section: &'static &'static str| {
        let name = move |key: &&str| (format!("{PREFIX}{}__{}", screaming(section), screaming(key)), *section);
        names(Some(section)).iter().map(name)
    };
    names(None).iter().flat_map(of).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_key_is_in_the_reference_and_every_reference_is_a_key() {
        let reference = include_str!("../docs/configuration.md");
        let documented = reference.lines().filter_map(|line| line.strip_prefix("| `")?.split('`').next());
        let keys = names(None)
            .iter()
            .flat_map(|section| names(Some(section)).iter().map(move |key| format!("{section}.{key}")));
        assert_eq!(keys.collect::<Vec<_>>(), documented.collect::<Vec<_>>());
    }
}
