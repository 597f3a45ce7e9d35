//! References to secrets in recorded texts.
//!
//! A reference is `$secret{name;form;from;fingerprint}`: the secret `name` in the encoding `form`, from the byte `from`. Two more
//! words are in use: `$secret{}` stands for the text `$secret{`, so that a user's text that looks like a reference survives, and
//! `$secret{#}` at the start of a JSON string says that the rest of the string is a number.

use super::known::{Found, Known};
use std::{borrow::Cow, fmt::Write as _};

/// The beginning of a reference.
pub(super) const OPEN: &str = "$secret{";
const ESCAPED: &str = "$secret{}";
/// Marks the text of a number.
pub(super) const NUMBER: &str = "$secret{#}";

/// The replacement of a secret in texts that people read.
pub(super) const MASK: &str = "***";

/// Replaces every secret in a text by a mask.
pub(super) fn mask<'a>(known: &Known, text: &'a str) -> Cow<'a, str> {
    let found = known.find(text);
    if found.is_empty() {
        return Cow::Borrowed(text);
    }
    let (mut masked, mut at) = (String::with_capacity(text.len()), 0);
    for Found { start, end, .. } in found {
        // Overlapping secrets are replaced together: replacing only the first would leave the end of the second.
        if start >= at {
            masked.push_str(&text[at..start]);
            masked.push_str(MASK);
        }
        at = at.max(end);
    }
    masked.push_str(&text[at..]);
    Cow::Owned(masked)
}

/// Replaces these secrets in a text by references, and escapes texts that look like references.
pub(super) fn refer<'a>(found: &[Found], text: &'a str) -> Cow<'a, str> {
    if found.is_empty() && !text.contains(OPEN) {
        return Cow::Borrowed(text);
    }
    let (mut referring, mut at) = (String::with_capacity(text.len()), 0);
    for hit in found {
        if hit.end <= at {
            continue;
        }
        referring.push_str(&text[at..hit.start.max(at)].replace(OPEN, ESCAPED));
        // The beginning of a secret may be the end of the one before.
        let from = at.saturating_sub(hit.start);
        let (name, form, fingerprint) = (&hit.entry.name, hit.form(&text[hit.start..hit.end]), hit.entry.fingerprint());
        let _ = write!(referring, "{OPEN}{name};{form};{from};{fingerprint}}}");
        at = hit.end;
    }
    referring.push_str(&text[at..].replace(OPEN, ESCAPED));
    Cow::Owned(referring)
}

/// A part of a recorded text.
pub(super) enum Part<'a> {
    Text(&'a str),
    Reference { name: &'a str, form: &'a str, from: usize, fingerprint: &'a str },
}

/// Splits a recorded text into its parts. A text that only looks like a reference is a text.
pub(super) fn parts(mut text: &str) -> Vec<Part<'_>> {
    let mut parts = vec![];
    while let Some(open) = text.find(OPEN) {
        let (before, rest) = text.split_at(open);
        let (inside, after) = rest[OPEN.len()..].split_once('}').unwrap_or(("?", ""));
        let fields: Vec<_> = inside.split(';').collect();
        let (part, after) = match (inside, fields.as_slice()) {
            ("", _) => (Part::Text(OPEN), after),
            (_, &[name, form, from, fingerprint]) if from.parse::<usize>().is_ok() => {
                (Part::Reference { name, form, from: from.parse().unwrap_or(0), fingerprint }, after)
            }
            _ => (Part::Text(OPEN), &rest[OPEN.len()..]),
        };
        parts.extend([Part::Text(before), part]);
        text = after;
    }
    parts.push(Part::Text(text));
    parts
}

/// Replaces every reference in a recorded text by a mask.
pub(super) fn mask_references(text: &str) -> String {
    let show = |part| match part {
        Part::Text(text) => text,
        Part::Reference { .. } => MASK,
    };
    parts(text).into_iter().map(show).collect()
}
