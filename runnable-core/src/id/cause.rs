//! The causes of an error: walking them, and keeping their texts.

use std::{error::Error as StdError, fmt, iter::successors};

/// Number of causes that are shown, recorded and sent. An error may be its own cause.
pub(crate) const MAX_CAUSES: usize = 64;

/// The last text of a chain that was cut.
const FURTHER: &str = "further causes are omitted";

/// Returns an error and its causes, outermost first, as far as they are shown.
pub(super) fn chain<'a>(error: &'a (dyn StdError + 'static)) -> impl Iterator<Item = &'a (dyn StdError + 'static)> {
    successors(Some(error), |&error| error.source()).take(MAX_CAUSES)
}

/// Returns true if the error has more causes than are shown.
pub(super) fn is_cut(error: &(dyn StdError + 'static)) -> bool {
    successors(Some(error), |&error| error.source()).nth(MAX_CAUSES).is_some()
}

/// Returns the texts of an error and of its causes.
pub(super) fn texts(error: &(dyn StdError + 'static)) -> impl Iterator<Item = String> {
    let further = is_cut(error).then(|| FURTHER.to_owned());
    chain(error).map(ToString::to_string).chain(further)
}

/// Returns the texts that people read: without those that the text before repeats at its end.
pub(super) fn distinct_texts(error: &(dyn StdError + 'static)) -> impl Iterator<Item = String> {
    let mut last: Option<String> = None;
    texts(error).filter(move |text| {
        let repeats = |last: &String| {
            last.strip_suffix(text.as_str()).is_some_and(|rest| rest.is_empty() || rest.ends_with(": "))
        };
        let shown = !last.as_ref().is_some_and(repeats);
        if shown {
            last = Some(text.clone());
        }
        shown
    })
}

/// A cause of which only the text is left.
pub(super) struct Cause {
    text: String,
    source: Option<Box<Self>>,
}

impl Cause {
    /// Returns the chain of these texts, or `None` if there are none.
    pub(super) fn chain(texts: impl IntoIterator<Item = String>) -> Option<Self> {
        let texts: Vec<_> = texts.into_iter().take(MAX_CAUSES + 1).collect();
        texts.into_iter().rev().fold(None, |source, text| Some(Self { text, source: source.map(Box::new) }))
    }
}

impl fmt::Display for Cause {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

impl fmt::Debug for Cause {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.text, f)
    }
}

impl StdError for Cause {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        self.source.as_deref().map(|source| source as &(dyn StdError + 'static))
    }
}
