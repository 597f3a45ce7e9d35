//! JSON texts in a form that equal values share.

use runnable_store::JsonMembers;
use serde_json::value::RawValue;
use std::borrow::Cow;

/// The order in which lists are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Order {
    /// The order in the text.
    Kept,
    Sorted,
    /// Sorted, with the greatest item first.
    Reversed,
}

/// Returns whether two JSON texts have the same value. The order of an object's keys does not count; numbers are compared as
/// they are written, but for the ways to write the same digits.
pub(super) fn same_json(one: &str, other: &str) -> bool {
    one == other || canonical(one, Order::Kept) == canonical(other, Order::Kept)
}

/// Returns a JSON text in a form that equal values share: with sorted keys, and its lists in this order.
pub(super) fn canonical(json: &str, order: Order) -> String {
    let mut text = String::with_capacity(json.len());
    write(json.trim(), order, &mut text);
    text
}

fn write(json: &str, order: Order, to: &mut String) {
    // Other text has no other form.
    written(json, order, to).unwrap_or_else(|_| to.push_str(json));
}

/// Writes nothing if the text is not JSON.
fn written(json: &str, order: Order, to: &mut String) -> serde_json::Result<()> {
    match json.as_bytes().first() {
        Some(b'{') => {
            let JsonMembers(members) = serde_json::from_str(json)?;
            let mut members: Vec<_> =
                members.into_iter().map(|(name, value)| (name, canonical(value.get(), order))).collect();
            members.sort();
            list(['{', '}'], members.into_iter().map(|(name, value)| quoted(&name) + ":" + &value), to);
        }
        Some(b'[') => {
            let items: Vec<&RawValue> = serde_json::from_str(json)?;
            let mut items: Vec<_> = items.into_iter().map(|item| canonical(item.get(), order)).collect();
            if order != Order::Kept {
                items.sort();
            }
            if order == Order::Reversed {
                items.reverse();
            }
            list(['[', ']'], items.into_iter(), to);
        }
        Some(b'"') => to.push_str(&quoted(&serde_json::from_str::<Cow<'_, str>>(json)?)),
        Some(b'-' | b'0'..=b'9') => number(json, to),
        _ => to.push_str(json),
    }
    Ok(())
}

fn quoted(text: &str) -> String {
    serde_json::to_string(text).unwrap_or_default()
}

fn list([open, close]: [char; 2], items: impl Iterator<Item = String>, to: &mut String) {
    to.push(open);
    for (index, item) in items.enumerate() {
        if index > 0 {
            to.push(',');
        }
        to.push_str(&item);
    }
    to.push(close);
}

/// Writes a number: an integer as it is, and a float as its digits and its exponent.
fn number(json: &str, to: &mut String) {
    if !json.contains(['.', 'e', 'E']) {
        to.push_str(json);
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
    to.push_str(&text);
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
        for order in [Order::Sorted, Order::Reversed] {
            assert_eq!(canonical("[3,[2,1]]", order), canonical("[[1,2],3]", order));
            assert_ne!(canonical("[1,1,2]", order), canonical("[1,2,2]", order));
        }
        assert_ne!(canonical("[1,2]", Order::Sorted), canonical("[1,2]", Order::Reversed));
    }

    #[test]
    fn what_is_not_json_keeps_its_text() {
        assert_ne!(canonical("[1", Order::Kept), canonical("[2", Order::Kept));
        assert_ne!(canonical(r#"{"a":[}"#, Order::Kept), canonical(r#"{"a":{}"#, Order::Kept));
        assert_eq!(canonical(r#"["\ud800"]"#, Order::Kept), r#"["\ud800"]"#);
    }
}
