//! The strings and the numbers of JSON texts.

use super::{
    known::{Found, Known},
    reference::{self, MASK, NUMBER, OPEN},
};
use crate::error::StoreError;
use serde_json::value::RawValue;
use std::{borrow::Cow, collections::HashMap, fmt::Write as _};

/// Replaces secrets in a JSON text by masks; returns `None` if the text has no secret.
pub(super) fn mask(known: &Known, json: &str) -> Option<String> {
    rewrite(json, |token| match token {
        Token::Text(text) => match reference::mask(known, text) {
            Cow::Owned(masked) => Some(New::Text(masked)),
            Cow::Borrowed(_) => None,
        },
        Token::Number(text) => (!known.find_in_number(text).is_empty()).then(|| New::Text(MASK.to_owned())),
    })
}

/// Replaces secrets in one member of a JSON object by masks; returns `None` if it has no secret.
pub(super) fn mask_member(known: &Known, json: &str, name: &str) -> Option<String> {
    let members: HashMap<Cow<'_, str>, &RawValue> = serde_json::from_str(json).ok()?;
    let member = members.get(name)?.get();
    let masked = mask(known, member)?;
    // The member is a part of the text.
    let start = member.as_ptr().addr() - json.as_ptr().addr();
    Some(format!("{}{masked}{}", &json[..start], &json[start + member.len()..]))
}

/// Replaces secrets in a JSON text by references; returns `None` if the text stays as it is.
pub(super) fn refer(known: &Known, json: &str) -> Option<String> {
    if known.is_empty() && !json.contains(OPEN) {
        return None;
    }
    rewrite(json, |token| match token {
        Token::Text(text) => match reference::refer(&known.find(text), text) {
            Cow::Owned(text) => Some(New::Text(text)),
            Cow::Borrowed(_) => None,
        },
        Token::Number(text) => {
            let found: Vec<Found> = known.find_in_number(text);
            (!found.is_empty()).then(|| New::Text(format!("{NUMBER}{}", reference::refer(&found, text))))
        }
    })
}

/// Replaces references in a JSON text by masks; returns `None` if the text has none.
pub(super) fn mask_references(json: &str) -> Option<String> {
    if !json.contains(OPEN) {
        return None;
    }
    rewrite(json, |token| match token {
        Token::Text(text) if text.starts_with(NUMBER) => Some(New::Text(MASK.to_owned())),
        Token::Text(text) if text.contains(OPEN) => Some(New::Text(reference::mask_references(text))),
        _ => None,
    })
}

/// Replaces references in a JSON text by the values of the secrets; returns `None` if the text has none. `restored` returns a text
/// with the values.
pub(super) fn restore(
    json: &str,
    mut restored: impl FnMut(&str) -> Result<String, StoreError>,
) -> Result<Option<String>, StoreError> {
    if !json.contains(OPEN) {
        return Ok(None);
    }
    let mut problem = None;
    let rewritten = rewrite(json, |token| {
        let Token::Text(text) = token else { return None };
        if !text.contains(OPEN) {
            return None;
        }
        let number = text.strip_prefix(NUMBER);
        match restored(number.unwrap_or(text)) {
            Ok(text) if number.is_some() => Some(New::Number(text)),
            Ok(text) => Some(New::Text(text)),
            Err(error) => {
                problem.get_or_insert(error);
                None
            }
        }
    });
    match problem {
        Some(error) => Err(error),
        None => Ok(rewritten),
    }
}

/// A string, without its escapes, or a number.
enum Token<'a> {
    Text(&'a str),
    Number(&'a str),
}

/// The replacement of a token.
enum New {
    Text(String),
    Number(String),
}

/// Replaces strings and numbers; returns `None` if nothing is replaced. The rest of the text stays byte by byte.
fn rewrite(json: &str, mut change: impl FnMut(Token<'_>) -> Option<New>) -> Option<String> {
    let (mut written, mut copied, mut at) = (String::new(), 0, 0);
    while let Some(byte) = json.as_bytes().get(at) {
        let start = at;
        let instead = match byte {
            b'"' => {
                at += string(&json[at..]);
                let inner = &json[start + 1..at - 1];
                match unescaped(inner) {
                    Some(text) => change(Token::Text(&text)).map(|new| token(new, quoted)),
                    // Half of a surrogate pair is not a text, so the string is searched as it is written.
                    None => change(Token::Text(inner)).map(|new| token(new, |text| format!("\"{text}\""))),
                }
            }
            b'-' | b'0'..=b'9' => {
                let rest = &json[at..];
                let is_number = |c: char| c.is_ascii_digit() || matches!(c, '-' | '+' | '.' | 'e' | 'E');
                at += rest.find(|c| !is_number(c)).unwrap_or(rest.len());
                change(Token::Number(&json[start..at])).map(|new| token(new, quoted))
            }
            _ => {
                at += 1;
                None
            }
        };
        if let Some(instead) = instead {
            written.push_str(&json[copied..start]);
            written.push_str(&instead);
            copied = at;
        }
    }
    (copied > 0).then(|| written + &json[copied..])
}

fn token(new: New, quoted: impl Fn(String) -> String) -> String {
    match new {
        New::Text(text) => quoted(text),
        New::Number(text) => text,
    }
}

fn quoted(text: String) -> String {
    // Cannot fail: a string always serialises.
    serde_json::to_string(&text).unwrap_or(text)
}

/// Returns the length of the string at the start of a JSON text, including its quotes.
fn string(json: &str) -> usize {
    let mut escaped = false;
    let end = json.bytes().skip(1).position(|byte| {
        let ends = byte == b'"' && !escaped;
        escaped = byte == b'\\' && !escaped;
        ends
    });
    end.map_or(json.len(), |end| end + 2)
}

/// Returns the text of a string, or `None` if it is not a text.
fn unescaped(inner: &str) -> Option<Cow<'_, str>> {
    if !inner.contains('\\') {
        return Some(Cow::Borrowed(inner));
    }
    let mut quoted = String::with_capacity(inner.len() + 2);
    let _ = write!(quoted, "\"{inner}\"");
    serde_json::from_str(&quoted).ok().map(Cow::Owned)
}
