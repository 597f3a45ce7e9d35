//! The secrets that a redactor knows, and the search for them.

use super::{
    fingerprint,
    forms::{form_of, render},
    secret::Secret,
    views::View,
};
use crate::error::{StoreError, StoreErrorKind};
use aho_corasick::AhoCorasick;
use std::sync::{Arc, OnceLock};
use zeroize::Zeroizing;

/// The minimum number of characters of a text that is searched for inside of others.
pub(super) const SHORTEST: usize = 8;

/// The forms that are searched for in a text as it is. Others are found in its [views](View).
const DIRECT: [&str; 8] = ["", "t", "j", "tj", "d", "td", "D", "tD"];

/// A secret and its name, which is empty for a secret without a name.
pub(super) struct Entry {
    pub(super) name: String,
    pub(super) value: Secret<String>,
    fingerprint: OnceLock<String>,
}

impl Entry {
    /// Returns the salted hash of the value. The first call takes some milliseconds.
    pub(super) fn fingerprint(&self) -> &str {
        self.fingerprint.get_or_init(|| fingerprint::of(self.value.expose()))
    }
}

/// An occurrence of a secret in a text.
pub(super) struct Found {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) entry: Arc<Entry>,
    /// The form that was found, in the text itself or in one of its views.
    form: &'static str,
    is_view: bool,
}

impl Found {
    /// Returns the form of the occurrence, which is this text; see [`render`].
    pub(super) fn form(&self, text: &str) -> String {
        if self.is_view { form_of(self.entry.value.expose(), self.form, text) } else { self.form.to_owned() }
    }
}

/// A form of a secret that is searched for.
struct Pattern {
    text: Zeroizing<String>,
    entry: Arc<Entry>,
    form: &'static str,
}

impl Pattern {
    fn found(&self, start: usize, end: usize) -> Found {
        Found { start, end, entry: Arc::clone(&self.entry), form: self.form, is_view: false }
    }
}

/// The secrets that a redactor knows.
#[derive(Default)]
pub(super) struct Known {
    entries: Vec<Arc<Entry>>,
    patterns: Vec<Pattern>,
    finder: Option<AhoCorasick>,
    /// Texts that are secret only as a whole, because they are short.
    whole: Vec<Pattern>,
}

impl Known {
    /// Returns whether it knows no secret.
    pub(super) fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// Returns whether it knows this value under this name.
    pub(super) fn has(&self, name: &str, value: &Secret<String>) -> bool {
        self.entries.iter().any(|entry| entry.name == name && entry.value == *value)
    }

    /// Returns what is known, and another secret.
    pub(super) fn with(&self, name: &str, value: &Secret<String>) -> Result<Self, StoreError> {
        let entry = Arc::new(Entry { name: name.to_owned(), value: value.clone(), fingerprint: OnceLock::new() });
        let mut known = Self {
            entries: self.entries.iter().chain([&entry]).map(Arc::clone).collect(),
            patterns: vec![],
            finder: None,
            whole: vec![],
        };
        for entry in &known.entries {
            for form in DIRECT {
                let rendered = |form| Zeroizing::new(render(entry.value.expose(), form).unwrap_or_default());
                let (plain, text) = (if form.starts_with('t') { "t" } else { "" }, rendered(form));
                let patterns = match is_long(&rendered(plain)) {
                    true => &mut known.patterns,
                    false if form == plain && !text.is_empty() => &mut known.whole,
                    false => continue,
                };
                if patterns.iter().all(|pattern| *pattern.text != *text) {
                    patterns.push(Pattern { text, entry: Arc::clone(entry), form });
                }
            }
        }
        if !known.patterns.is_empty() {
            let texts = known.patterns.iter().map(|pattern| pattern.text.as_bytes());
            known.finder = Some(AhoCorasick::new(texts).map_err(|error| {
                StoreError::new(StoreErrorKind::Invalid, "the secrets are too large to search for").with_source(error)
            })?);
        }
        Ok(known)
    }

    /// Returns the secret that a text is as a whole, if the secret is short.
    fn whole(&self, text: &str) -> Option<Found> {
        let pattern = self.whole.iter().find(|pattern| **pattern.text == *text)?;
        Some(pattern.found(0, text.len()))
    }

    /// Returns the secrets in a text, by their start and then the longest first. They may overlap.
    pub(super) fn find(&self, text: &str) -> Vec<Found> {
        if let Some(whole) = self.whole(text) {
            return vec![whole];
        }
        let mut found = self.find_plain(text);
        let Some(finder) = &self.finder else { return found };
        if text.bytes().any(|byte| matches!(byte, b'\\' | b'%' | b'+')) {
            for view in View::all(text) {
                for hit in finder.find_overlapping_iter(&view.bytes) {
                    let pattern = &self.patterns[hit.pattern().as_usize()];
                    let (start, end) = view.place(hit.start(), hit.end());
                    let is_new = found.iter().all(|other| (other.start, other.end) != (start, end));
                    if is_new && matches!(pattern.form, "" | "t") {
                        found.push(Found { is_view: true, ..pattern.found(start, end) });
                    }
                }
            }
        }
        found.sort_by_key(|found| (found.start, std::cmp::Reverse(found.end)));
        found
    }

    /// Returns the secrets that a text contains as they are.
    pub(super) fn find_plain(&self, text: &str) -> Vec<Found> {
        let Some(finder) = &self.finder else { return vec![] };
        let found = finder.find_overlapping_iter(text).map(|hit| {
            let pattern = &self.patterns[hit.pattern().as_usize()];
            pattern.found(hit.start(), hit.end())
        });
        let mut found: Vec<_> = found.collect();
        found.sort_by_key(|found| (found.start, std::cmp::Reverse(found.end)));
        found
    }

    /// Returns the secrets in the text of a number.
    pub(super) fn find_in_number(&self, text: &str) -> Vec<Found> {
        self.whole(text).map_or_else(|| self.find_plain(text), |whole| vec![whole])
    }
}

fn is_long(text: &str) -> bool {
    text.chars().nth(SHORTEST - 1).is_some()
}
