//! Takes secrets out of texts.

use super::Secret;
use crate::{Json, StoreError, StoreErrorKind};
use aho_corasick::AhoCorasick;
use serde_json::value::RawValue;
use std::{
    borrow::Cow,
    fmt,
    sync::{
        Arc, PoisonError, RwLock,
        atomic::{AtomicBool, Ordering},
    },
};
use zeroize::Zeroizing;

/// What stands for a secret.
const MASK: &str = "***";

/// Replaces the secrets that it knows by `***`; a handle that is cheap to clone, and quick where it knows none.
///
/// It knows a secret as it is, without white space around it, and as JSON and `{:?}` escape it. It does not know other encodings (Base64, percent
/// signs), a part of a secret, nor one that is spread over two texts (two chunks of a stream). Secrets of fewer than
/// [`SHORTEST`](Self::SHORTEST) bytes are left: they would be found everywhere.
///
/// # Examples
/// ```
/// use runnable_store::secrets::{Redactor, Secret};
///
/// let redactor = Redactor::new();
/// redactor.learn(&Secret::new("k-123456".to_owned()))?;
/// assert_eq!(redactor.redact("401 for key k-123456"), "401 for key ***");
/// # Ok::<(), runnable_store::StoreError>(())
/// ```
#[derive(Clone, Default)]
pub struct Redactor {
    shared: Arc<Shared>,
}

#[derive(Default)]
struct Shared {
    any: AtomicBool,
    known: RwLock<Known>,
}

#[derive(Default)]
struct Known {
    forms: Vec<Zeroizing<String>>,
    finder: Option<Arc<AhoCorasick>>,
}

impl Redactor {
    /// The shortest secret that is replaced, in bytes.
    pub const SHORTEST: usize = 4;

    /// One that knows no secret.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Learns a secret; every clone of this handle then knows it.
    ///
    /// # Errors
    /// `Invalid` where all secrets together are too large to be searched for (gigabytes).
    pub fn learn(&self, secret: &Secret<String>) -> Result<(), StoreError> {
        let mut known = self.shared.known.write().unwrap_or_else(PoisonError::into_inner);
        let before = known.forms.len();
        for form in forms(secret.expose()) {
            if form.len() >= Self::SHORTEST && !known.forms.contains(&form) {
                known.forms.push(form);
            }
        }
        if known.forms.len() > before {
            let finder = AhoCorasick::new(known.forms.iter().map(|form| form.as_bytes())).map_err(|error| {
                StoreError::new(StoreErrorKind::Invalid, "the secrets are too large to be kept out of texts")
                    .because(error)
            })?;
            known.finder = Some(Arc::new(finder));
            self.shared.any.store(true, Ordering::Release);
        }
        Ok(())
    }

    /// Replaces every secret in a text. For a JSON text, use [`redact_json`](Self::redact_json), which keeps it one.
    #[must_use]
    pub fn redact<'a>(&self, text: &'a str) -> Cow<'a, str> {
        match self.finder() {
            Some(finder) => redact(&finder, text),
            None => Cow::Borrowed(text),
        }
    }

    /// Replaces every secret in the strings, the names and the numbers of a JSON text; what was a number becomes the string `"***"`.
    /// `true`, `false` and `null` stay.
    #[must_use]
    pub fn redact_json(&self, json: &Json) -> Json {
        let Some(finder) = self.finder() else { return Arc::clone(json) };
        let Some(redacted) = redact_json(&finder, json.get()) else { return Arc::clone(json) };
        // It is made of whole tokens, so that it is JSON; if it ever were not, nothing is let out.
        match RawValue::from_string(redacted) {
            Ok(redacted) => Arc::from(redacted),
            Err(_) => Arc::from(RawValue::NULL.to_owned()),
        }
    }

    fn finder(&self) -> Option<Arc<AhoCorasick>> {
        if !self.shared.any.load(Ordering::Acquire) {
            return None;
        }
        self.shared.known.read().unwrap_or_else(PoisonError::into_inner).finder.clone()
    }
}

impl fmt::Debug for Redactor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Redactor").finish_non_exhaustive()
    }
}

/// How a secret may stand in a text.
fn forms(secret: &str) -> Vec<Zeroizing<String>> {
    let mut forms = vec![];
    for plain in [secret, secret.trim()] {
        forms.push(Zeroizing::new(plain.to_owned()));
        forms.push(Zeroizing::new(plain.escape_debug().to_string()));
        // `{:?}` of a string leaves the other kind of quote as it is.
        forms.push(Zeroizing::new(plain.escape_debug().to_string().replace("\\'", "'")));
        if let Ok(quoted) = serde_json::to_string(plain).map(Zeroizing::new) {
            forms.push(Zeroizing::new(quoted[1..quoted.len() - 1].to_owned()));
        }
    }
    forms
}

fn redact<'a>(finder: &AhoCorasick, text: &'a str) -> Cow<'a, str> {
    // Secrets that overlap are one: to replace the first alone would leave the end of the second.
    let mut spans: Vec<(usize, usize)> =
        finder.find_overlapping_iter(text).map(|found| (found.start(), found.end())).collect();
    if spans.is_empty() {
        return Cow::Borrowed(text);
    }
    spans.sort_unstable();
    let (mut redacted, mut at) = (String::with_capacity(text.len()), 0);
    for (start, end) in spans {
        if start >= at {
            redacted.push_str(&text[at..start]);
            redacted.push_str(MASK);
        }
        at = at.max(end);
    }
    redacted.push_str(&text[at..]);
    Cow::Owned(redacted)
}

/// A JSON text without secrets; `None` where it has none.
fn redact_json(finder: &AhoCorasick, json: &str) -> Option<String> {
    let (mut redacted, mut copied, mut at) = (String::new(), 0, 0);
    while let Some(byte) = json.as_bytes().get(at) {
        let start = at;
        let instead = match byte {
            b'"' => {
                at += string(&json[at..]);
                redact_string(finder, &json[start..at])
            }
            b'-' | b'0'..=b'9' => {
                let rest = &json[at..];
                let is_number = |c: char| c.is_ascii_digit() || matches!(c, '-' | '+' | '.' | 'e' | 'E');
                at += rest.find(|c| !is_number(c)).unwrap_or(rest.len());
                finder.is_match(&json[start..at]).then(|| format!("\"{MASK}\""))
            }
            _ => {
                at += 1;
                None
            }
        };
        if let Some(instead) = instead {
            redacted.push_str(&json[copied..start]);
            redacted.push_str(&instead);
            copied = at;
        }
    }
    (copied > 0).then(|| redacted + &json[copied..])
}

/// How long the string is that a text begins with, with its quotes.
fn string(json: &str) -> usize {
    let mut escaped = false;
    let end = json.bytes().skip(1).position(|byte| {
        let ends = byte == b'"' && !escaped;
        escaped = byte == b'\\' && !escaped;
        ends
    });
    end.map_or(json.len(), |end| end + 2)
}

fn redact_string(finder: &AhoCorasick, quoted: &str) -> Option<String> {
    let inner = &quoted[1..quoted.len() - 1];
    // However it is escaped, it is looked at as what it means.
    let text: Cow<'_, str> = if inner.contains('\\') {
        match serde_json::from_str::<String>(quoted) {
            Ok(text) => text.into(),
            // Half of a surrogate pair: no text, and not to be cut into.
            Err(_) => return finder.is_match(inner).then(|| format!("\"{MASK}\"")),
        }
    } else {
        inner.into()
    };
    match redact(finder, &text) {
        Cow::Owned(redacted) => serde_json::to_string(&redacted).ok(),
        Cow::Borrowed(_) => None,
    }
}
