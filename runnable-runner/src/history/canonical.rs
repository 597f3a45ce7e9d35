//! JSON texts in a form that equal values share.

use serde::{Deserialize, Deserializer, de};
use serde_json::value::RawValue;
use std::{borrow::Cow, fmt};

/// Returns whether two JSON texts have the same value. The order of an object's keys does not count; numbers are compared as
/// they are written, but for the ways to write the same digits.
pub(super) fn same_json(one: &str, other: &str) -> bool {
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
            to.extend(serde_json::from_str::<Cow<'_, str>>(json).map_or_else(|_| json.into(), |text| quoted(&text)));
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
}
