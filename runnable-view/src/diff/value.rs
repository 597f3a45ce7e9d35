//! The differences between two JSON values, by field.

use runnable_store::Json;
use serde::Serialize;
use serde_json::Value;

/// The number of characters of a value that a difference shows.
const SHOWN: usize = 36;
/// The number of characters before the first difference of a long text.
const LEAD: usize = 12;
/// The number of fields that are compared one by one.
const FIELDS: usize = 64;

/// A field that differs.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub(super) struct Difference {
    pub(super) field: String,
    /// `None` if only the other has the field.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) before: Option<Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) after: Option<Value>,
    /// Both values as they are shown, if they are not shown as JSON.
    #[serde(skip)]
    pub(super) words: Option<(String, String)>,
}

impl Difference {
    /// Returns both values in short.
    pub(super) fn shown(&self) -> (Option<String>, Option<String>) {
        match &self.words {
            Some((before, after)) => (Some(before.clone()), Some(after.clone())),
            None => shown(self.before.as_ref(), self.after.as_ref()),
        }
    }
}

/// Returns the fields of two values that differ, below `name`.
pub(super) fn differences(name: &str, before: Option<&Json>, after: Option<&Json>) -> Vec<Difference> {
    let same = before.map(|json| json.get()) == after.map(|json| json.get());
    if same {
        return vec![];
    }
    let value = |json: Option<&Json>| {
        json.map(|json| serde_json::from_str(json.get()).unwrap_or_else(|_| Value::from(json.get())))
    };
    let (before, after): (Option<Value>, Option<Value>) = (value(before), value(after));
    let mut found = vec![];
    // Pairs to compare, the first on top.
    let mut ahead = vec![(name.to_owned(), before.as_ref(), after.as_ref())];
    while let Some((field, before, after)) = ahead.pop() {
        match (before, after) {
            _ if before == after || found.len() >= FIELDS => {}
            (Some(Value::Object(old)), Some(Value::Object(new))) => {
                let mut names: Vec<_> = old.keys().chain(new.keys().filter(|name| !old.contains_key(*name))).collect();
                names.reverse();
                ahead.extend(names.into_iter().map(|name| (joined(&field, name), old.get(name), new.get(name))));
            }
            (Some(Value::Array(old)), Some(Value::Array(new))) => {
                let at = (0..old.len().max(new.len())).rev().filter(|at| old.get(*at) != new.get(*at));
                ahead.extend(at.map(|at| (format!("{field}[{at}]"), old.get(at), new.get(at))));
            }
            _ => found.push(Difference { field, before: before.cloned(), after: after.cloned(), words: None }),
        }
    }
    found
}

fn joined(field: &str, name: &str) -> String {
    if field.is_empty() { name.to_owned() } else { format!("{field}.{name}") }
}

/// Returns both values, with long texts shown around their first difference.
fn shown(before: Option<&Value>, after: Option<&Value>) -> (Option<String>, Option<String>) {
    let text = |value: Option<&Value>| value.map(ToString::to_string);
    let (before, after) = (text(before), text(after));
    let common = match (&before, &after) {
        (Some(before), Some(after)) => before.chars().zip(after.chars()).take_while(|(a, b)| a == b).count(),
        _ => 0,
    };
    let excerpt = |text: String| excerpt(&text, common);
    (before.map(excerpt), after.map(excerpt))
}

fn excerpt(text: &str, common: usize) -> String {
    if text.chars().count() <= SHOWN {
        return text.to_owned();
    }
    let skipped = common.saturating_sub(LEAD);
    let mut shown = String::from(if skipped > 0 { "…" } else { "" });
    let mut rest = text.chars().skip(skipped);
    shown.extend(rest.by_ref().take(SHOWN));
    if rest.next().is_some() {
        shown.push('…');
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::*;
    use runnable_store::json;

    fn all(before: &str, after: &str) -> Vec<String> {
        let [before, after] = [before, after].map(|text| json(text).expect("JSON"));
        let show = |difference: Difference| {
            let value = |value: Option<String>| value.unwrap_or_else(|| "-".to_owned());
            let (before, after) = difference.shown();
            format!("{} {} {}", difference.field, value(before), value(after))
        };
        differences("", Some(&before), Some(&after)).into_iter().map(show).collect()
    }

    #[test]
    fn fields_are_compared_one_by_one() {
        assert!(all(r#"{"a":1,"b":2}"#, r#"{"b":2,"a":1}"#).is_empty(), "the order of fields has no meaning");
        assert_eq!(
            all(r#"{"a":[1,2],"b":{"c":"x"},"d":0}"#, r#"{"a":[1,3,4],"b":{"c":"y"},"e":null}"#),
            ["a[1] 2 3", "a[2] - 4", r#"b.c "x" "y""#, "d 0 -", "e - null"]
        );
    }

    #[test]
    fn a_long_text_is_shown_around_its_first_difference() {
        let text = |end: &str| format!(r#"{{"t":"{}{end}{}"}}"#, "é".repeat(500), "z".repeat(500));
        let found = all(&text("one"), &text("two"));
        assert_eq!(found.len(), 1);
        assert!(
            found[0].contains("éonez") && found[0].contains("étwoz") && found[0].chars().count() < 120,
            "{found:?}"
        );
    }
}
