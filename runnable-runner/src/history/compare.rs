//! The comparison of an input with its record.

use super::{History, inputs};
use runnable_core::{Error, ErrorKind, Result, hooks::StepInput};
use runnable_store::{HashedInput, StepRecord, secrets::Redactor};
use serde::{Deserialize, Deserializer, de};
use serde_json::{Value, value::RawValue};
use std::{borrow::Cow, collections::HashMap, fmt};

/// The number of characters of a value that an error shows.
const SHOWN: usize = 80;

/// The number of characters before the first difference that an error shows.
const BEFORE: usize = 20;

impl History {
    /// Compares an input of a step with its record.
    ///
    /// # Errors
    /// Returns an error if they differ.
    pub(crate) fn compare(&self, path: &str, input: &StepInput<'_>, redactor: &Redactor) -> Result<()> {
        let Some(last) = self.last(path) else { return Ok(()) };
        let Some(recorded) = recorded(last, input.name) else { return Ok(()) };
        if input.json.is_some_and(|now| recorded.equals(now, input)) {
            return Ok(());
        }
        let (then, now) = match (recorded, input.json) {
            (Recorded::Json(then), Some(now)) => {
                let (then, now) = (masked(then, redactor), masked(now, redactor));
                let from = first_difference(&then, &now).saturating_sub(BEFORE);
                (format!("`{}`", shortened(&then, from)), format!("`{}`", shortened(&now, from)))
            }
            (then, now) => {
                let now = now.map(|now| format!("`{}`", shortened(&masked(now, redactor), 0)));
                (then.shown(redactor), now.unwrap_or_else(|| "a value that does not serialize".to_owned()))
            }
        };
        let message = format!(
            "the input `{}` of the step `{path}` differs from its record: {then} is recorded, and now it is {now}\nhelp: resume \
             with the earlier value, or start a new run",
            input.name
        );
        Err(Error::recorded(ErrorKind::Changed, false, message.into()))
    }
}

/// An input as it is recorded.
enum Recorded<'r> {
    Json(&'r str),
    Hashed(&'r HashedInput),
}

/// Returns an input, or `None` if it is unchecked or was recorded before inputs were listed as unchecked.
fn recorded<'r>(step: &'r StepRecord, name: &str) -> Option<Recorded<'r>> {
    if let Some(hashed) = step.hashed.iter().find(|input| input.name == name) {
        return Some(Recorded::Hashed(hashed));
    }
    let inputs: HashMap<Cow<'r, str>, &'r RawValue> = serde_json::from_str(step.inputs.as_ref()?.get()).ok()?;
    inputs.get(name).map(|value| Recorded::Json(value.get()))
}

impl Recorded<'_> {
    fn equals(&self, now: &str, input: &StepInput<'_>) -> bool {
        match self {
            Self::Json(then) => {
                same_json(then, now)
                    || input
                        .equals
                        .is_some_and(|equals| serde_json::from_str(then).is_ok_and(|then: Value| equals(then)))
            }
            Self::Hashed(then) => {
                let now_hashed = inputs::hash(input.name, now);
                let unordered = |hashed: &HashedInput| hashed.unordered.clone().unwrap_or_else(|| hashed.hash.clone());
                now_hashed.hash == then.hash
                    // The order of the items does not count if the value equals itself with its items sorted.
                    || (unordered(&now_hashed) == unordered(then)
                        && input.equals.is_some_and(|equals| {
                            serde_json::from_slice(&canonical(now, true)).is_ok_and(|sorted: Value| equals(sorted))
                        }))
            }
        }
    }

    fn shown(&self, redactor: &Redactor) -> String {
        match self {
            Self::Json(json) => format!("`{}`", shortened(&masked(json, redactor), 0)),
            Self::Hashed(hashed) => {
                let start = hashed.hash.get(..12).unwrap_or(&hashed.hash);
                format!("a value of {} bytes with the hash {start}", hashed.size)
            }
        }
    }
}

/// Returns a JSON text without the values of secrets.
fn masked(json: &str, redactor: &Redactor) -> String {
    redactor.redact_json(&crate::json::json(json)).get().to_owned()
}

/// Returns the number of characters that two texts have in common.
fn first_difference(one: &str, other: &str) -> usize {
    one.chars().zip(other.chars()).take_while(|(one, other)| one == other).count()
}

/// Returns some characters of a text.
fn shortened(text: &str, from: usize) -> String {
    let mut rest = text.chars().skip(from);
    let shown: String = rest.by_ref().take(SHOWN).collect();
    let (before, after) = (if from > 0 { ".." } else { "" }, if rest.next().is_some() { ".." } else { "" });
    format!("{before}{shown}{after}")
}

/// Returns whether two JSON texts have the same value. The order of an object's keys does not count; numbers are compared as
/// they are written, but for the ways to write the same digits.
fn same_json(one: &str, other: &str) -> bool {
    one == other || canonical(one, false) == canonical(other, false)
}

/// Returns a JSON text in a form that equal values share: with sorted keys, and, with `sorted`, sorted lists.
pub(super) fn canonical(json: &str, sorted: bool) -> Vec<u8> {
    let mut text = Vec::with_capacity(json.len());
    write(json.trim(), sorted, &mut text);
    text
}

fn write(json: &str, sorted: bool, to: &mut Vec<u8>) {
    match json.as_bytes().first() {
        Some(b'{') => {
            let members: Members<'_> = serde_json::from_str(json).unwrap_or_default();
            let mut members: Vec<_> =
                members.0.into_iter().map(|(name, value)| (name, canonical(value.get(), sorted))).collect();
            members.sort();
            let members = members.into_iter().map(|(name, value)| {
                let mut member = quoted(&name);
                member.push(b':');
                member.extend(value);
                member
            });
            list(*b"{}", members, to);
        }
        Some(b'[') => {
            let items: Vec<&RawValue> = serde_json::from_str(json).unwrap_or_default();
            let items = items.into_iter().map(|item| canonical(item.get(), sorted));
            if sorted {
                let mut items: Vec<_> = items.collect();
                items.sort();
                list(*b"[]", items.into_iter(), to);
            } else {
                list(*b"[]", items, to);
            }
        }
        Some(b'"') => {
            to.extend(serde_json::from_str::<Cow<'_, str>>(json).map_or_else(|_| json.into(), |text| quoted(&text)))
        }
        Some(b'-' | b'0'..=b'9') => number(json, to),
        _ => to.extend_from_slice(json.as_bytes()),
    }
}

fn quoted(text: &str) -> Vec<u8> {
    serde_json::to_vec(text).unwrap_or_default()
}

fn list([open, close]: [u8; 2], items: impl Iterator<Item = Vec<u8>>, to: &mut Vec<u8>) {
    to.push(open);
    for (index, item) in items.enumerate() {
        if index > 0 {
            to.push(b',');
        }
        to.extend(item);
    }
    to.push(close);
}

/// Writes a number: an integer as it is, and a float as its digits and its exponent.
fn number(json: &str, to: &mut Vec<u8>) {
    if !json.contains(['.', 'e', 'E']) {
        to.extend_from_slice(json.as_bytes());
        return;
    }
    let (mantissa, exponent) = json.split_once(['e', 'E']).unwrap_or((json, "0"));
    let (sign, mantissa) = mantissa.strip_prefix('-').map_or(("", mantissa), |rest| ("-", rest));
    let (whole, part) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let digits = format!("{whole}{part}");
    let significant = digits.trim_start_matches('0');
    let shortest = significant.trim_end_matches('0');
    let dropped = significant.len() - shortest.len();
    let exponent: i64 = exponent.parse().unwrap_or(0);
    let scale = |length: usize| i64::try_from(length).unwrap_or(i64::MAX);
    let exponent = exponent.saturating_sub(scale(part.len())).saturating_add(scale(dropped));
    let text = if shortest.is_empty() { format!("{sign}0e0") } else { format!("{sign}{shortest}e{exponent}") };
    to.extend_from_slice(text.as_bytes());
}

/// The members of an object, also those with the same name.
#[derive(Default)]
struct Members<'j>(Vec<(String, &'j RawValue)>);

impl<'de> Deserialize<'de> for Members<'de> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> std::result::Result<Self, D::Error> {
        struct Visitor;

        impl<'de> de::Visitor<'de> for Visitor {
            type Value = Members<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<A: de::MapAccess<'de>>(self, mut map: A) -> std::result::Result<Members<'de>, A::Error> {
                let mut members = Vec::new();
                while let Some(member) = map.next_entry()? {
                    members.push(member);
                }
                Ok(Members(members))
            }
        }

        from.deserialize_map(Visitor)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_values_have_the_same_canonical_form() {
        for (one, other) in [
            (r#"{"a":1,"b":[1,2]}"#, r#"{ "b" : [1, 2], "a" : 1 }"#),
            (r#"{"a":{"x":1,"y":2}}"#, r#"{"a":{"y":2,"x":1}}"#),
            (r#""é""#, r#""\u00e9""#),
            ("1e16", "1E+16"),
            ("1e2", "100.0"),
            ("0.1", "1e-1"),
            ("-2.50", "-2.5"),
            ("18446744073709551615", "18446744073709551615"),
        ] {
            assert!(same_json(one, other), "{one} {other}");
        }
    }

    #[test]
    fn different_values_have_different_canonical_forms() {
        for (one, other) in [
            ("1", "1.0"),
            ("0.0", "-0.0"),
            ("9007199254740992", "9007199254740993"),
            ("18446744073709551615", "18446744073709551614"),
            ("340282366920938463463374607431768211455", "340282366920938463463374607431768211454"),
            ("0.1", "0.10000000000000001"),
            ("1e2", "1e3"),
            (r#""1""#, "1"),
            ("null", "0"),
            ("[1,2]", "[2,1]"),
            (r#"{"a":1,"a":2}"#, r#"{"a":2}"#),
            (r#"{"a":1}"#, r#"{"a":1,"b":null}"#),
        ] {
            assert!(!same_json(one, other), "{one} {other}");
        }
    }

    #[test]
    fn lists_are_sorted_on_request() {
        assert_eq!(canonical("[3,[2,1]]", true), canonical("[[1,2],3]", true));
        assert_ne!(canonical("[1,1,2]", true), canonical("[1,2,2]", true));
    }

    #[test]
    fn long_values_are_shown_around_their_difference() {
        let (one, other) = (format!("{}x{}", "ä".repeat(500), "z".repeat(500)), "ä".repeat(600));
        let from = first_difference(&one, &other) - BEFORE;
        assert_eq!(shortened(&one, from), format!("..{}x{}..", "ä".repeat(BEFORE), "z".repeat(SHOWN - BEFORE - 1)));
        assert_eq!(shortened("short", 0), "short");
    }
}
