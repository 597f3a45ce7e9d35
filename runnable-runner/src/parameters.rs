//! Values for the parameters of pipelines.

use crate::{Environment, FileError, document::Document};
use runnable_core::{
    input::{FromParameters, Given, InvalidParameters, Origin, ParameterInfo, ParameterKind, Resources, Source},
    recording::exact_json,
};
use runnable_graph::__private::{did_you_mean, nearest};
use serde::Serialize;
use serde_json::{Map, Value, value::RawValue};
use std::{
    collections::{BTreeMap, HashMap, HashSet},
    ffi::OsString,
    path::Path,
    sync::{Arc, Mutex, PoisonError},
};

/// Values for the parameters of a task or a pipeline, by name.
///
/// Values set in code override the variables `RUNNABLE_PRM_<name>`, which override values from a file, regardless of the
/// order of the calls. The environment of the process is never changed, so concurrent runs do not see each other's values.
///
/// Names of variables are compared without case; if two names differ in case only, the lower-case name wins. The value of a
/// variable is parsed as JSON if the parameter accepts the parsed value, and is taken as a string otherwise: `7` is a number
/// for a `u32` and a string for a `String`.
///
/// # Examples
/// ```
/// use runnable::{
///     prelude::*,
///     runner::{Environment, Parameters, Resources},
/// };
///
/// #[task(returns = [text])]
/// async fn say(prompt: String, languages: Vec<String>) -> String {
///     format!("{prompt} in {languages:?}")
/// }
///
/// pipeline! {
///     fn translate(prompt: String, languages: Vec<String> = vec!["es".into()]) { say }
/// }
///
/// let environment = Environment::from_iter([("RUNNABLE_PRM_LANGUAGES", r#"["de", "fr"]"#)]);
/// let parameters = Parameters::new().environment(&environment).set("prompt", "good morning");
/// let node: Translate = parameters.build(&Resources::new())?;
/// assert_eq!(node.languages, ["de", "fr"]);
///
/// let error = Parameters::new().set("promt", 1).build::<Translate>(&Resources::new()).err().unwrap();
/// assert_eq!(
///     error.to_string(),
///     "invalid parameters of `translate`:
///   `prompt`: missing, expected `String`
///   `promt`: unknown parameter; did you mean `prompt`?"
/// );
/// # Ok::<(), runnable::runner::InvalidParameters>(())
/// ```
#[derive(Debug, Clone, Default)]
#[must_use]
pub struct Parameters {
    file: BTreeMap<String, Given>,
    /// By the name in lower case: the variable and its value.
    variables: HashMap<String, (String, OsString)>,
    /// Variables whose prefix is misspelt.
    misspelt: Vec<String>,
    /// The warnings that were logged, so that each is logged once. Clones share them.
    warned: Arc<Mutex<HashSet<String>>>,
    explicit: BTreeMap<String, Given>,
}

impl Parameters {
    /// Creates an empty set of values.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds the values of the file at `path` (`.toml`, `.yaml`, `.yml` or `.json`). A later file overrides an earlier file.
    ///
    /// # Errors
    /// Returns an error if the file cannot be read or parsed.
    pub fn file(mut self, path: impl AsRef<Path>) -> Result<Self, FileError> {
        let mut document = Document::read(path.as_ref())?;
        for (name, value) in std::mem::take(&mut document.values) {
            let origin = document.origin(std::slice::from_ref(&name));
            self.file.insert(name, Given::new(value, origin));
        }
        Ok(self)
    }

    /// Adds the variables `RUNNABLE_PRM_<name>`. Variables without a parameter of that name are ignored, since they may be
    /// meant for another program. If such a variable resembles a parameter that has no value, [`build`](Self::build) logs a
    /// warning through `tracing`.
    pub fn environment(mut self, environment: &Environment) -> Self {
        let misspelt = environment.with_prefix("RUNNABLE_").filter(|(key, ..)| after_misspelt_prefix(key).is_some());
        self.misspelt.extend(misspelt.map(|(_, variable, _)| variable.to_owned()));
        for (name, variable, value) in environment.with_prefix("RUNNABLE_PRM_") {
            self.variables.insert(name.to_lowercase(), (variable.to_owned(), value.clone()));
        }
        self
    }

    /// Sets a value.
    pub fn set(mut self, name: impl Into<String>, value: impl Serialize) -> Self {
        let given = match exact_json(&value) {
            Ok(json) => Given::recorded(&json, Origin::Code),
            Err(error) => Given::unreadable(format!("cannot be serialised: {error}"), Origin::Code),
        };
        self.explicit.insert(name.into(), given);
        self
    }

    /// Sets a value to a text that is read as the value of a variable: as JSON if the parameter accepts that, and as a string
    /// otherwise.
    ///
    /// # Examples
    /// ```
    /// use runnable::{
    ///     prelude::*,
    ///     runner::{Parameters, Resources},
    /// };
    ///
    /// #[task(returns = [text])]
    /// async fn repeat(word: String, times: usize) -> String {
    ///     word.repeat(times)
    /// }
    ///
    /// let node: Repeat = Parameters::new().parse("word", "7").parse("times", "3").build(&Resources::new())?;
    /// assert_eq!((&*node.word, node.times), ("7", 3));
    /// # Ok::<(), runnable::runner::InvalidParameters>(())
    /// ```
    pub fn parse(mut self, name: impl Into<String>, text: impl Into<String>) -> Self {
        self.explicit.insert(name.into(), Given::literal(text.into(), Origin::Code));
        self
    }

    /// Sets all values of a JSON object, such as the body of a request.
    pub fn set_all(mut self, values: Map<String, Value>) -> Self {
        let values = values.into_iter().map(|(name, value)| (name, Given::new(value, Origin::Code)));
        self.explicit.extend(values);
        self
    }

    /// Sets all values of a recorded input. They are read from their text: a `Value` has no integers above 64 bits.
    pub(crate) fn recorded(mut self, values: BTreeMap<String, Box<RawValue>>) -> Self {
        let given = |value: Box<RawValue>| Given::recorded(value.get(), Origin::Code);
        self.explicit.extend(values.into_iter().map(|(name, value)| (name, given(value))));
        self
    }

    /// Builds the node `N` from these values, and its `#[resource]` parameters from `resources`.
    ///
    /// # Errors
    /// Returns every missing, mistyped or unknown parameter in one error.
    pub fn build<N: FromParameters>(&self, resources: &Resources) -> Result<N, InvalidParameters> {
        self.source(N::NAME, N::PARAMETERS, resources).build()
    }

    /// Returns the values for a node with these parameters, without its type: compiled once, and not for each node.
    fn source<'r>(&self, node: &str, parameters: &[ParameterInfo], resources: &'r Resources) -> Source<'r> {
        let mut source = Source::new(resources);
        for parameter in parameters.iter().filter(|parameter| is_input(parameter)) {
            if let Some(given) = self.given(parameter.name) {
                source.give(parameter.name, given);
            }
        }
        self.warn_of_typos(node, parameters);
        for (name, given) in self.file.iter().chain(&self.explicit) {
            let message = match parameters.iter().find(|parameter| parameter.name == name) {
                Some(parameter) if is_input(parameter) => continue,
                Some(_) => "is a resource, which only code can supply".to_owned(),
                None => {
                    let known = parameters.iter().filter(|parameter| is_input(parameter));
                    let help = did_you_mean(name, known.map(|parameter| parameter.name));
                    help.map_or_else(|| "unknown parameter".to_owned(), |help| format!("unknown parameter; {help}"))
                }
            };
            source.unknown(name, given.origin().clone(), message);
        }
        source
    }

    /// Logs the variables that set no parameter of a node but resemble a parameter without a value.
    fn warn_of_typos(&self, node: &str, parameters: &[ParameterInfo]) {
        if self.variables.is_empty() && self.misspelt.is_empty() {
            return;
        }
        let inputs = || parameters.iter().filter(|parameter| is_input(parameter)).map(|parameter| parameter.name);
        let is_set = |name: &str| self.explicit.contains_key(name) || self.variables.contains_key(&name.to_lowercase());
        let unset: Vec<&str> = inputs().filter(|name| !is_set(name)).collect();
        let is_parameter = |variable: &str| inputs().any(|name| name.to_lowercase() == variable);
        let near = self.variables.iter().filter(|(name, _)| !is_parameter(name)).map(|(_, (variable, _))| variable);
        for variable in near.chain(&self.misspelt) {
            let Some(name) = intended(variable, &unset) else { continue };
            let message = format!(
                "the variable `{variable}` sets no parameter of `{node}`; did you mean `RUNNABLE_PRM_{}`?",
                name.to_uppercase()
            );
            if self.warned.lock().unwrap_or_else(PoisonError::into_inner).insert(message.clone()) {
                tracing::warn!("{message}");
            }
        }
    }

    fn given(&self, name: &str) -> Option<Given> {
        let variable = || {
            let (variable, value) = self.variables.get(&name.to_lowercase())?;
            let origin = Origin::Variable(variable.clone());
            Some(match value.to_str() {
                Some(text) => Given::literal(text.to_owned(), origin),
                None => Given::unreadable("expected text, found invalid UTF-8".to_owned(), origin),
            })
        };
        self.explicit.get(name).cloned().or_else(variable).or_else(|| self.file.get(name).cloned())
    }
}

fn is_input(parameter: &ParameterInfo) -> bool {
    matches!(parameter.kind, ParameterKind::Input)
}

/// Returns the parameter that a variable was probably meant to set.
fn intended<'a>(variable: &str, parameters: &[&'a str]) -> Option<&'a str> {
    let key = variable.strip_prefix("RUNNABLE_")?;
    let (name, is_near) = match key.strip_prefix("PRM_") {
        Some(name) => (name.trim_matches('_'), true),
        None => (after_misspelt_prefix(key)?, false),
    };
    let same = parameters.iter().find(|parameter| parameter.eq_ignore_ascii_case(name));
    // Names of one or two letters resemble too many others.
    let long = || parameters.iter().filter(|parameter| parameter.len() > 2 && name.len() > 2);
    same.copied().or_else(|| if is_near { nearest(name, long().copied()) } else { None })
}

/// Returns the name after a prefix that was probably meant to be `PRM_`.
fn after_misspelt_prefix(key: &str) -> Option<&str> {
    let (prefix, name) = key.split_once('_').filter(|(prefix, _)| *prefix != "PRM")?;
    let words = ["PRM", "PRMS", "PARAM", "PARAMS", "PARAMETER", "PARAMETERS"];
    words.iter().any(|word| word.eq_ignore_ascii_case(prefix)).then_some(name)
}
