//! Environment variables that are configuration.

use super::{
    error::ConfigProblem,
    layer::{Layer, from_json, names},
};
use runnable_core::input::Origin;
use runnable_graph::__private::{is_typo_of, nearest};
use std::ffi::OsStr;

pub(super) const PREFIX: &str = "RUNNABLE_";

/// Reads a variable as a layer; `None` if the variable is not configuration.
pub(super) fn layer(key: &str, variable: &str, value: &OsStr) -> Result<Option<Layer>, Vec<ConfigProblem>> {
    if key == "RUN_ID" || key.starts_with("PRM_") || value.is_empty() {
        return Ok(None);
    }
    let path: Vec<String> = key.split("__").map(|part| part.to_lowercase().replace('_', "-")).collect();
    let origin = || Origin::Variable(variable.to_owned());
    let fail = |keys: &[String], message| Err(vec![ConfigProblem::new(origin(), keys, message)]);

    let known = known();
    if !known.iter().any(|(name, _)| *name == variable.to_uppercase()) {
        return match intended(variable, &known) {
            None if path.len() == 1 => Ok(None),
            None => fail(&[], "unknown variable; expected `RUNNABLE_<SECTION>__<KEY>`".to_owned()),
            Some(name) => fail(&[], format!("unknown variable; did you mean `{name}`?")),
        };
    }
    let Some(text) = value.to_str() else { return fail(&path, "expected text, found invalid UTF-8".to_owned()) };

    // The key decides whether `4` is a string or a number: try the string first, then the JSON value.
    let parsed = serde_json::from_str(text).ok().filter(|value| !matches!(value, serde_json::Value::String(_)));
    let candidates = [Some(serde_json::Value::from(text)), parsed];
    let keys: Vec<&str> = path.iter().map(String::as_str).collect();
    let mut problems = Vec::new();
    for value in candidates.into_iter().flatten() {
        let mut layer = Layer::single(&keys, from_json(value));
        problems = layer.validate(|_| origin());
        if problems.is_empty() {
            return Ok(Some(layer));
        }
    }
    Err(problems)
}

/// Returns the variable that a misspelt variable was probably meant to be.
///
/// Other programs use our prefix too: Kubernetes sets `RUNNABLE_PORT` beside a service of that name. A variable counts as
/// misspelt if it contains two underscores in a row, is the name of a section, or is within two edits of a known variable.
fn intended<'a>(variable: &str, known: &'a [(String, &str)]) -> Option<&'a str> {
    let key = variable.strip_prefix(PREFIX)?;
    if key.contains("__") {
        let keys = known.iter().filter_map(|(name, _)| name.strip_prefix(PREFIX));
        let near = nearest(key, keys)?;
        return known.iter().map(|(name, _)| name.as_str()).find(|name| name.strip_prefix(PREFIX) == Some(near));
    }
    let plain = |name: &str| name.replace('_', "").to_uppercase();
    let is_intended = |(name, section): &&(String, &str)| {
        plain(section).replace('-', "") == plain(key) || is_typo_of(&plain(variable), &plain(name))
    };
    known.iter().find(is_intended).map(|(name, _)| name.as_str())
}

/// Returns the variables that are configuration, each with its section.
fn known() -> Vec<(String, &'static str)> {
    let screaming = |key: &str| key.to_uppercase().replace('-', "_");
    let in_section = |section: &'static &'static str| {
        let name = move |key: &&str| (format!("{PREFIX}{}__{}", screaming(section), screaming(key)), *section);
        names(Some(section)).iter().map(name)
    };
    names(None).iter().flat_map(in_section).collect()
}
