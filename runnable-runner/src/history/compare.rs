//! The comparison of an input with its record.

use super::{
    canonical::{Order, canonical, same_json},
    inputs,
};
use runnable_core::{Error, ErrorKind, Result, hooks::StepInput};
use runnable_store::{HashedInput, StepRecord, secrets::Redactor};
use serde_json::value::RawValue;
use std::{borrow::Cow, collections::HashMap};

/// The number of characters of a value that an error shows.
const SHOWN: usize = 80;

/// The number of characters before the first difference that an error shows.
const BEFORE: usize = 20;

/// Compares an input of a step with its record.
///
/// # Errors
/// Returns an error if they differ.
pub(super) fn compare(last: &StepRecord, input: &StepInput<'_>, redactor: &Redactor) -> Result<()> {
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
        "the input `{}` of the step `{}` differs from its record: {then} is recorded, and now it is {now}\nhelp: resume \
         with the earlier value, or start a new run",
        input.name, last.path
    );
    Err(Error::recorded(ErrorKind::Changed, false, message.into()))
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
            Self::Json(then) => same_json(then, now) || input.equals.is_some_and(|equals| equals(then)),
            Self::Hashed(then) => {
                let now_hashed = inputs::hash(input.name, now);
                let unordered = |hashed: &HashedInput| hashed.unordered.clone().unwrap_or_else(|| hashed.hash.clone());
                now_hashed.hash == then.hash
                    || (unordered(&now_hashed) == unordered(then)
                        && input.equals.is_some_and(|equals| is_unordered(now, equals)))
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

/// Returns whether the order of all items in a value does not count: it equals itself with them sorted either way. A list with
/// different items cannot equal both.
fn is_unordered(json: &str, equals: &dyn Fn(&str) -> bool) -> bool {
    [Order::Sorted, Order::Reversed].iter().all(|order| equals(&canonical(json, *order)))
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_values_are_shown_around_their_difference() {
        let (one, other) = (format!("{}x{}", "ä".repeat(500), "z".repeat(500)), "ä".repeat(600));
        let from = first_difference(&one, &other) - BEFORE;
        assert_eq!(shortened(&one, from), format!("..{}x{}..", "ä".repeat(BEFORE), "z".repeat(SHOWN - BEFORE - 1)));
        assert_eq!(shortened("short", 0), "short");
    }
}
