//! Checks that what is recorded reads back the same.

use super::codec::{IntoParameters, JsonObject, Recall, Recalled};
use crate::{
    id::BoxError,
    input::{FromParameters, Resources, Shapes, Source},
    strict,
};
use serde::Serialize;
use serde_json::{Value, value::RawValue};
use std::{borrow::Cow, collections::BTreeMap};

/// True if a runner reads back and compares all that it records, unless its configuration says otherwise: under test.
pub const VERIFY: bool = cfg!(feature = "test");

/// Returns an output as a JSON object. Reads it back and compares it, with `verify` or if the text contains a form that not
/// every type reads back.
///
/// # Errors
/// Returns an error if a field does not serialize, or does not read back the same.
pub(super) fn checked_text<T: for<'r> Recall<'r>>(output: &T, verify: bool) -> Result<String, BoxError> {
    let mut object = JsonObject::default();
    output.tell(&mut object)?;
    let checked = verify || object.doubtful;
    let text = object.text();
    if checked {
        compare_output(output, &text)?;
    }
    Ok(text)
}

/// Returns true if the parameters of `N` read back the same, as far as their shapes show.
#[must_use]
pub fn has_plain_input<N: FromParameters>() -> bool {
    is_plain(|shapes| drop(N::from_parameters(&mut Source::of_shapes(&Resources::default(), "", shapes))))
}

/// Returns true if the values of some types read back the same, as far as their shapes show. `trace` adds the shapes.
pub(super) fn is_plain(trace: impl FnOnce(&mut Shapes)) -> bool {
    let mut shapes = Shapes::default();
    trace(&mut shapes);
    shapes.is_plain()
}

fn compare_output<T: for<'r> Recall<'r>>(output: &T, text: &str) -> Result<(), BoxError> {
    let back = T::recall(&Recalled::from_json(text)?).map_err(|error| unreadable(&error))?;
    let mut again = JsonObject::default();
    back.tell(&mut again)?;
    compare(text, &again.text(), |to| output.compare(&back, to))
}

/// Compares what was recorded with what is recorded again after it was read. `fields` calls its argument with each field.
fn compare(
    text: &str,
    again: &str,
    fields: impl FnOnce(&mut dyn FnMut(&'static str, Option<bool>)),
) -> Result<(), BoxError> {
    let [one, other] = [text, again].map(parts);
    let mut first = None;
    fields(&mut |name, same| {
        // A type without `PartialEq` equals what has the same JSON. Resources have none.
        let differs = match same {
            Some(true) => None,
            Some(false) if !one.has(name) => None,
            Some(false) => Some(field(&one, &other, name).unwrap_or_else(|| name.to_owned())),
            None => field(&one, &other, name),
        };
        first = first.take().or(differs);
    });
    first.map_or(Ok(()), |path| Err(differs(&path)))
}

/// Returns the input of a node as a JSON object. Reads it back with `read` and compares what that writes, with `verify` or if
/// the text contains a form that not every type reads back. `read` returns `None` if the node cannot be made here.
///
/// # Errors
/// Returns an error if a parameter does not serialize, or does not read back the same.
pub fn checked_input<N: IntoParameters>(
    node: &N,
    verify: bool,
    read: impl FnOnce(&str) -> Result<Option<N>, BoxError>,
) -> Result<String, BoxError> {
    let mut object = JsonObject::default();
    node.tell(&mut object)?;
    let checked = verify || object.doubtful;
    let text = object.text();
    if checked && let Some(back) = read(&text).map_err(|error| unreadable(&error))? {
        let mut again = JsonObject::default();
        back.tell(&mut again)?;
        compare(&text, &again.text(), |to| node.compare(&back, to))?;
    }
    Ok(text)
}

/// Returns a value as JSON.
///
/// # Errors
/// Returns an error if the value does not serialize, or would not read back the same.
pub fn exact_json<T: Serialize + ?Sized>(value: &T) -> Result<String, BoxError> {
    let mut text = Vec::new();
    strict::write(&mut text, value)?;
    Ok(String::from_utf8(text)?)
}

/// Reads JSON for display. An integer beyond 64 bits, which a `Value` cannot hold, becomes a string of its digits.
///
/// # Errors
/// Returns an error if the text is not JSON.
pub fn display_value(json: &str) -> serde_json::Result<Value> {
    // 2^63 has 19 digits.
    let has_long_number = json.as_bytes().windows(19).any(|digits| digits.iter().all(u8::is_ascii_digit));
    if has_long_number { exact_value(json) } else { serde_json::from_str(json) }
}

fn exact_value(json: &str) -> serde_json::Result<Value> {
    match parts(json) {
        Parts::Object(object) => {
            let members = object.iter().map(|(name, value)| Ok((name.to_string(), exact_value(value.get())?)));
            members.collect::<serde_json::Result<_>>().map(Value::Object)
        }
        Parts::List(items) => items.iter().map(|item| exact_value(item.get())).collect(),
        Parts::Leaf(text) => {
            let value: Value = serde_json::from_str(text)?;
            let is_integer = text.trim_start_matches('-').bytes().all(|byte| byte.is_ascii_digit());
            Ok(if value.is_f64() && is_integer { Value::from(text) } else { value })
        }
    }
}

#[cold]
fn unreadable(error: &BoxError) -> BoxError {
    format!("the recorded value would not read back: {error}").into()
}

#[cold]
fn differs(path: &str) -> BoxError {
    format!(
        "`{path}` cannot be recorded: it reads back as another value\n\
         help: make `Serialize` and `Deserialize` of its type agree; attributes such as `#[serde(skip)]` and \
         `#[serde(untagged)]` may lose a part"
    )
    .into()
}

/// Returns the path of the first difference in a field of two objects.
fn field(one: &Parts<'_>, other: &Parts<'_>, name: &str) -> Option<String> {
    let (Parts::Object(one), Parts::Object(other)) = (one, other) else { return Some(name.to_owned()) };
    member(one, other, name)
}

/// Returns the path of the first difference in a member of two objects.
fn member(one: &Object<'_>, other: &Object<'_>, name: &str) -> Option<String> {
    let [one, other] = [one, other].map(|object| object.get(name).map_or("", |value| value.get()));
    difference(one, other).map(|inner| join(name, &inner))
}

/// Returns the path of the first difference between two JSON texts. The order of the keys of an object and of the items of a
/// list does not count: a `HashSet` has its items in another order each time.
fn difference(one: &str, other: &str) -> Option<String> {
    if one == other {
        return None;
    }
    let path = match (parts(one), parts(other)) {
        (Parts::Object(one), Parts::Object(other)) => {
            let mut names = one.keys().chain(other.keys().filter(|name| !one.contains_key(*name)));
            names.find_map(|name| member(&one, &other, name))?
        }
        (Parts::List(items), Parts::List(others)) if items.len() == others.len() => {
            if sorted(one) == sorted(other) {
                return None;
            }
            items.iter().zip(&others).enumerate().find_map(|(at, (one, other))| {
                difference(one.get(), other.get()).map(|inner| join(&format!("[{at}]"), &inner))
            })?
        }
        _ => String::new(),
    };
    Some(path)
}

fn join(outer: &str, inner: &str) -> String {
    let separator = if inner.is_empty() || inner.starts_with('[') { "" } else { "." };
    format!("{outer}{separator}{inner}")
}

/// The members of a JSON object.
type Object<'j> = BTreeMap<Cow<'j, str>, &'j RawValue>;

/// A JSON text by its outermost level.
enum Parts<'j> {
    Object(Object<'j>),
    List(Vec<&'j RawValue>),
    Leaf(&'j str),
}

impl Parts<'_> {
    fn has(&self, name: &str) -> bool {
        matches!(self, Self::Object(object) if object.contains_key(name))
    }
}

fn parts(json: &str) -> Parts<'_> {
    let parsed = match json.as_bytes().first() {
        Some(b'{') => serde_json::from_str(json).map(Parts::Object),
        Some(b'[') => serde_json::from_str(json).map(Parts::List),
        _ => Ok(Parts::Leaf(json)),
    };
    parsed.unwrap_or(Parts::Leaf(json))
}

/// Returns a JSON text whose objects and lists are sorted.
fn sorted(json: &str) -> String {
    match parts(json) {
        Parts::Object(object) => {
            let members = object.iter().map(|(name, value)| format!("{name:?}:{}", sorted(value.get())));
            format!("{{{}}}", members.collect::<Vec<_>>().join(","))
        }
        Parts::List(items) => {
            let mut items: Vec<_> = items.iter().map(|item| sorted(item.get())).collect();
            items.sort_unstable();
            format!("[{}]", items.join(","))
        }
        Parts::Leaf(text) => text.to_owned(),
    }
}
