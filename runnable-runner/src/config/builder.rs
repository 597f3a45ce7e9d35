//! Builds a configuration from its layers.

use super::{
    Config, ConfigError,
    error::{ConfigProblem, describe},
    layer::Layer,
    variables,
};
use crate::{Environment, document::Document};
use figment::Figment;
use runnable_core::input::Origin;
use std::path::{Path, PathBuf};

/// Builds a [`Config`] from the defaults, a file and environment variables.
///
/// Variables override the file and the file overrides the defaults, regardless of the order of the calls.
///
/// # Examples
/// ```no_run
/// use runnable::runner::{Config, Environment};
///
/// let mut config = Config::builder().file("runnable.toml").environment(&Environment::process()).build()?;
/// // Code overrides both.
/// config.executor.max_runs = None;
/// # Ok::<(), runnable::runner::ConfigError>(())
/// ```
#[derive(Debug, Clone, Default)]
#[must_use = "nothing is read until `build` is called"]
pub struct ConfigBuilder {
    file: Option<PathBuf>,
    environment: Environment,
}

impl Config {
    /// Reads the file at `path` (`.toml`, `.yaml` or `.yml`) and the environment variables of this process.
    ///
    /// # Errors
    /// Returns every problem in the file and the variables, with its file, line and key.
    pub fn from_file(path: impl AsRef<Path>) -> Result<Self, ConfigError> {
        Self::builder().file(path).environment(&Environment::process()).build()
    }

    /// Reads the environment variables of this process.
    ///
    /// # Errors
    /// Returns every problem in the variables.
    pub fn from_environment() -> Result<Self, ConfigError> {
        Self::builder().environment(&Environment::process()).build()
    }

    /// Starts with the defaults.
    pub fn builder() -> ConfigBuilder {
        ConfigBuilder::default()
    }
}

impl ConfigBuilder {
    /// Reads the file at `path`: TOML (`.toml`) or YAML (`.yaml`, `.yml`). A missing file is an error.
    pub fn file(mut self, path: impl AsRef<Path>) -> Self {
        self.file = Some(path.as_ref().to_owned());
        self
    }

    /// Reads the variables `RUNNABLE_<SECTION>__<KEY>` of `environment`.
    pub fn environment(mut self, environment: &Environment) -> Self {
        self.environment = environment.clone();
        self
    }

    /// Reads all layers.
    ///
    /// # Errors
    /// Returns every problem in the file and the variables.
    pub fn build(self) -> Result<Config, ConfigError> {
        let mut figment = Figment::new();
        let mut problems = Vec::new();
        let mut unread = None;
        match self.file.as_deref().map(Document::read) {
            None => {}
            Some(Ok(mut document)) => {
                let mut layer = Layer::new(std::mem::take(&mut document.values));
                problems = layer.validate(|keys| document.origin(keys));
                problems.sort_by_key(ConfigProblem::line);
                figment = figment.merge(layer);
            }
            Some(Err(error)) => {
                let origin = Origin::File(error.path().to_owned(), error.line());
                problems.push(ConfigProblem::new(origin, &[], error.message()));
                unread = Some(error);
            }
        }
        for (key, variable, value) in self.environment.with_prefix(variables::PREFIX) {
            match variables::layer(key, variable, value) {
                Ok(layer) => figment = layer.into_iter().fold(figment, Figment::merge),
                Err(mut found) => problems.append(&mut found),
            }
        }
        if !problems.is_empty() {
            return Err(ConfigError::new(problems, unread));
        }
        // Every layer is valid alone, and no layer removes a value of another, so this should not fail.
        figment.extract().map_err(|error| {
            let problem = ConfigProblem::new(Origin::Code, &error.path, describe(&error.kind));
            ConfigError::new(vec![problem], None)
        })
    }
}

#[cfg(test)]
mod tests {
    use crate::config::layer::names;

    #[test]
    fn the_reference_lists_every_key_and_no_other() {
        let reference = include_str!("../docs/configuration.md");
        let documented = reference.lines().filter_map(|line| line.strip_prefix("| `")?.split('`').next());
        let documented: Vec<_> = documented.filter(|key| key.contains('.')).collect();
        let keys = names(None)
            .iter()
            .flat_map(|section| names(Some(section)).iter().map(move |key| format!("{section}.{key}")));
        assert_eq!(keys.collect::<Vec<_>>(), documented);
    }
}
