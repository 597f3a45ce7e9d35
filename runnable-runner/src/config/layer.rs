//! The values of one source of configuration: a file or a variable.

use super::{
    Config,
    error::{ConfigProblem, describe},
};
use figment::{
    Figment, Metadata, Profile, Provider,
    error::Kind,
    value::{Dict, Empty, Map, Tag, Value},
};
use runnable_core::input::Origin;
use runnable_graph::__private::did_you_mean;
use serde_json::Value as Json;

/// The values of one source of configuration.
#[derive(Clone)]
pub(super) struct Layer(Dict);

impl Provider for Layer {
    fn metadata(&self) -> Metadata {
        Metadata::named("configuration")
    }

    fn data(&self) -> figment::Result<Map<Profile, Dict>> {
        Ok(Map::from([(Profile::Default, self.0.clone())]))
    }
}

impl Layer {
    /// Creates a layer from the values of a file. A key without a value counts as left out: in YAML, a section has no value
    /// if all of its keys are commented out.
    pub(super) fn new(values: serde_json::Map<String, Json>) -> Self {
        let values = values.into_iter().filter(|(_, value)| !value.is_null());
        Self(values.map(|(key, value)| (key, from_json(value))).collect())
    }

    /// Creates a layer with a single value.
    pub(super) fn single(keys: &[&str], value: Value) -> Self {
        let mut value = value;
        for key in keys.iter().skip(1).rev() {
            value = Value::from(Dict::from([((*key).to_owned(), value)]));
        }
        let first = keys.first().map(|key| (*key).to_owned());
        Self(first.map(|key| (key, value)).into_iter().collect())
    }

    /// Removes unknown sections and keys, of which there may be many, and returns a problem for each.
    fn remove_unknown(&mut self, origin: &impl Fn(&[String]) -> Origin) -> Vec<ConfigProblem> {
        let (mut problems, sections) = (Vec::new(), names(None));
        let mut problem = |keys: &[String], known: &[&str]| {
            let message = unknown(keys.len(), keys.last().map_or("", String::as_str), known);
            problems.push(ConfigProblem::new(origin(keys), keys, message));
        };
        self.0.retain(|section, value| {
            if !sections.contains(&section.as_str()) {
                problem(std::slice::from_ref(section), sections);
                return false;
            }
            if let Value::Dict(_, values) = value {
                let known = names(Some(section));
                values.retain(|key, _| {
                    let is_known = known.contains(&key.as_str());
                    if !is_known {
                        problem(&[section.clone(), key.clone()], known);
                    }
                    is_known
                });
            }
            true
        });
        problems
    }

    /// Removes the values that [`Config`] rejects and returns a problem for each. `origin` locates a key.
    pub(super) fn validate(&mut self, origin: impl Fn(&[String]) -> Origin) -> Vec<ConfigProblem> {
        let mut problems = self.remove_unknown(&origin);
        self.remove_invalid(&origin, &mut problems);
        problems.sort_by(|one, other| one.key().cmp(&other.key()));
        problems
    }

    fn remove_invalid(&mut self, origin: &impl Fn(&[String]) -> Origin, problems: &mut Vec<ConfigProblem>) {
        // serde stops at the first invalid value. Once that value is removed, it reports the next.
        while let Err(error) = Figment::from(&*self).extract::<Config>() {
            let mut keys = error.path;
            let message = match &error.kind {
                Kind::UnknownField(name, known) => unknown(keys.len(), name, known),
                Kind::UnknownVariant(name, known) => {
                    let help = did_you_mean(name, known.iter()).map_or_else(String::new, |help| format!("; {help}"));
                    format!("expected {}, found {name:?}{help}", any_of(known))
                }
                kind => describe(kind),
            };
            problems.push(ConfigProblem::new(origin(&keys), &keys, message));
            while !remove(&mut self.0, &keys) {
                // The path of an error may name a value that does not exist; then the value around it is invalid.
                if keys.pop().is_none() {
                    return;
                }
            }
        }
    }
}

fn unknown(depth: usize, name: &str, known: &[&str]) -> String {
    let (what, all) = if depth == 1 { ("section", "sections are") } else { ("key", "keys here are") };
    let help = did_you_mean(name, known).unwrap_or_else(|| format!("{all} {}", listed(known, "and")));
    format!("unknown {what}; {help}")
}

fn any_of(names: &[&str]) -> String {
    listed(names, "or")
}

fn listed(names: &[&str], conjunction: &str) -> String {
    match names {
        [] => "nothing".to_owned(),
        [one] => format!("`{one}`"),
        [first @ .., last] => format!("`{}` {conjunction} `{last}`", first.join("`, `")),
    }
}

/// Converts a value without serde: with the feature `arbitrary_precision`, which any crate may enable, `serde_json`
/// serializes numbers as maps.
pub(super) fn from_json(value: Json) -> Value {
    match value {
        Json::Null => Value::Empty(Tag::Default, Empty::Unit),
        Json::Bool(value) => Value::from(value),
        Json::Number(number) => match (number.as_u64(), number.as_i64(), number.as_f64()) {
            (Some(number), ..) => Value::from(number),
            (_, Some(number), _) => Value::from(number),
            (.., number) => Value::from(number.unwrap_or(f64::NAN)),
        },
        Json::String(text) => Value::from(text),
        Json::Array(items) => Value::from(items.into_iter().map(from_json).collect::<Vec<_>>()),
        Json::Object(values) => Value::from(Layer::new(values).0),
    }
}

/// Removes the value at `keys`, or the list that contains it.
fn remove(dict: &mut Dict, keys: &[String]) -> bool {
    let Some((first, rest)) = keys.split_first() else { return false };
    if let (false, Some(Value::Dict(_, inner))) = (rest.is_empty(), dict.get_mut(first)) {
        return remove(inner, rest);
    }
    dict.remove(first).is_some()
}

/// Returns the names of the sections, or of the keys of a section. serde lists them in the error for an unknown key.
pub(super) fn names(section: Option<&str>) -> &'static [&'static str] {
    let keys: Vec<&str> = section.into_iter().chain([""]).collect();
    match Figment::from(Layer::single(&keys, Value::from(true))).extract::<Config>() {
        Err(figment::Error { kind: Kind::UnknownField(_, known), .. }) => known,
        _ => &[],
    }
}
