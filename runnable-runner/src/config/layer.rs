//! One source of a configuration: a file, or one variable.

use super::{
    Config,
    error::{ConfigProblem, describe},
};
use crate::suggest::did_you_mean;
use figment::{
    Figment, Metadata, Profile, Provider,
    error::Kind,
    value::{Dict, Empty, Map, Tag, Value},
};
use runnable_core::input::Origin;
use serde_json::Value as Json;

/// The values of one source.
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
    /// What `values` says. A key without a value, as YAML has them in a section where all is commented out, counts as
    /// left out.
    pub(super) fn new(values: serde_json::Map<String, Json>) -> Self {
        let values = values.into_iter().filter(|(_, value)| !value.is_null());
        Self(values.map(|(key, value)| (key, from_json(value))).collect())
    }

    /// A layer with one value.
    pub(super) fn single(keys: &[&str], value: Value) -> Self {
        let mut value = value;
        for key in keys.iter().skip(1).rev() {
            value = Value::from(Dict::from([((*key).to_owned(), value)]));
        }
        let first = keys.first().map(|key| (*key).to_owned());
        Self(first.map(|key| (key, value)).into_iter().collect())
    }

    /// Takes out what `Config` does not accept, and tells each of it. `origin` says where keys are.
    pub(super) fn sift(&mut self, origin: impl Fn(&[String]) -> Origin) -> Vec<ConfigProblem> {
        let mut problems = Vec::new();
        // serde stops at the first value that it does not accept: without it, it tells the next one.
        while let Err(error) = Figment::from(&*self).extract::<Config>() {
            let mut keys = error.path;
            let message = match &error.kind {
                Kind::UnknownField(name, known) => unknown(keys.len(), name, known),
                Kind::UnknownVariant(name, known) => {
                    format!("expected {}, found {name:?}{}", any_of(known), did_you_mean(name, known.iter().copied()))
                }
                kind => describe(kind),
            };
            problems.push(ConfigProblem::new(origin(&keys), &keys, message));
            while !take_out(&mut self.0, &keys) {
                // What is not there cannot be what is wrong: something around it is.
                if keys.pop().is_none() {
                    return problems;
                }
            }
        }
        problems
    }
}

fn unknown(depth: usize, name: &str, known: &[&str]) -> String {
    let (what, all) = if depth == 1 { ("section", "sections are") } else { ("key", "keys here are") };
    match did_you_mean(name, known.iter().copied()) {
        help if help.is_empty() => format!("unknown {what}; {all} {}", listed(known, "and")),
        help => format!("unknown {what}{help}"),
    }
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

/// Not by way of serde: a feature of `serde_json` that any crate may turn on writes numbers as maps.
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

/// Removes the value that `keys` lead to, or the one around it where it is part of a list.
fn take_out(dict: &mut Dict, keys: &[String]) -> bool {
    let Some((first, rest)) = keys.split_first() else { return false };
    if let (false, Some(Value::Dict(_, inner))) = (rest.is_empty(), dict.get_mut(first)) {
        return take_out(inner, rest);
    }
    dict.remove(first).is_some()
}

/// The names of the sections, or of the keys of one: serde tells them where it is asked for one that cannot be.
pub(super) fn names(section: Option<&str>) -> &'static [&'static str] {
    let keys: Vec<&str> = section.into_iter().chain([""]).collect();
    match Figment::from(Layer::single(&keys, Value::from(true))).extract::<Config>() {
        Err(figment::Error { kind: Kind::UnknownField(_, known), .. }) => known,
        _ => &[],
    }
}
