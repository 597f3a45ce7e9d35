//! Removes secrets from texts.

use super::secret::Secret;
use crate::{
    error::{StoreError, StoreErrorKind},
    log::api::Json,
};
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

/// The replacement of a secret.
const MASK: &str = "***";

/// Replaces known secrets in texts by `***`. A clone knows the same secrets.
///
/// A redactor finds a secret as it is, without white space around it, and as JSON and `{:?}` escape it. It does not find other
/// encodings (Base64, percent-encoding), a part of a secret, or a secret that is split over two texts, such as two chunks of a
/// stream. Secrets of fewer than [`SHORTEST`](Self::SHORTEST) bytes are not replaced: they would match everywhere.
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
    /// The minimum length in bytes of a secret that is replaced.
    pub const SHORTEST: usize = 4;

    /// Returns a redactor that knows no secret. It returns texts as they are, without searching them.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Learns a secret, which all clones then know.
    ///
    /// # Errors
    /// Returns an error of the kind `Invalid` if all secrets together are too large to search for (gigabytes).
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
                StoreError::new(StoreErrorKind::Invalid, "the secrets are too large to search for").with_source(error)
            })?;
            known.finder = Some(Arc::new(finder));
            self.shared.any.store(true, Ordering::Release);
        }
        Ok(())
    }

    /// Replaces every secret in a text. For JSON, use [`redact_json`](Self::redact_json), whose result is JSON again.
    #[must_use]
    pub fn redact<'a>(&self, text: &'a str) -> Cow<'a, str> {
        match self.finder() {
            Some(finder) => redact(&finder, text),
            None => Cow::Borrowed(text),
        }
    }

    /// Replaces every secret in the strings, the names and the numbers of a JSON text. A number with a secret becomes the string
    /// `"***"`; `true`, `false` and `null` stay.
    #[must_use]
    pub fn redact_json(&self, json: &Json) -> Json {
        let Some(finder) = self.finder() else { return Arc::clone(json) };
        let Some(redacted) = redact_json(&finder, json.get()) else { return Arc::clone(json) };
        // Only whole tokens are replaced, so the text stays JSON. If it did not, no secret would get out.
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

/// Returns the forms in which a secret may occur in a text.
fn forms(secret: &str) -> Vec<Zeroizing<String>> {
    let mut forms = vec![];
    for plain in [secret, secret.trim()] {
        forms.push(Zeroizing::new(plain.to_owned()));
        forms.push(Zeroizing::new(plain.escape_debug().to_string()));
        // `{:?}` of a string does not escape single quotes.
        forms.push(Zeroizing::new(plain.escape_debug().to_string().replace("\\'", "'")));
        if let Ok(quoted) = serde_json::to_string(plain).map(Zeroizing::new) {
            forms.push(Zeroizing::new(quoted[1..quoted.len() - 1].to_owned()));
        }
    }
    forms
}

fn redact<'a>(finder: &AhoCorasick, text: &'a str) -> Cow<'a, str> {
    // Overlapping secrets are replaced together: replacing only the first would leave the end of the second.
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

/// Replaces secrets in a JSON text; returns `None` if the text has no secret.
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

fn redact_string(finder: &AhoCorasick, quoted: &str) -> Option<String> {
    let inner = &quoted[1..quoted.len() - 1];
    // The string is unescaped first, because a secret may be escaped in many ways.
    let text: Cow<'_, str> = if inner.contains('\\') {
        match serde_json::from_str::<String>(quoted) {
            Ok(text) => text.into(),
            // Half of a surrogate pair is not a text, so the string is replaced as a whole.
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
